package import NIOCore

extension PDU {
    /// The PDU in bytes.
    ///
    /// - Throws: ``PDUError`` for an AE title, context id or length that the standard does not allow.
    package func encoded() throws(PDUError) -> ByteBuffer {
        do throws(PDUError) {
            var buffer = ByteBuffer()
            buffer.writeMultipleIntegers(kind.rawValue, UInt8(0), UInt32(0))
            try writeBody(to: &buffer)
            guard let length = UInt32(exactly: buffer.readableBytes - Self.headerLength) else {
                throw PDUError(.tooLong)
            }
            buffer.setInteger(length, at: buffer.readerIndex + 2)
            return buffer
        } catch {
            throw PDUError(error.reason, in: kind)
        }
    }

    private func writeBody(to buffer: inout ByteBuffer) throws(PDUError) {
        switch self {
        case .associateRequest(let request): try request.write(to: &buffer)
        case .associateAccept(let accept): try accept.write(to: &buffer)
        case .associateReject(let reject):
            buffer.writeMultipleIntegers(
                UInt8(0),
                reject.result.rawValue,
                reject.source.rawValue,
                reject.reason
            )
        case .dataTransfer(let value): try value.write(to: &buffer)
        case .releaseRequest, .releaseResponse: buffer.writeInteger(UInt32(0))
        case .abort(let abort):
            buffer.writeMultipleIntegers(UInt8(0), UInt8(0), abort.source.rawValue, abort.reason.rawValue)
        }
    }
}

extension PresentationDataValue {
    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        // Context id and message control header count into the length (PS3.8 §9.3.5.1).
        guard let length = UInt32(exactly: bytes.readableBytes + 2) else { throw PDUError(.tooLong) }
        buffer.writeMultipleIntegers(length, contextID, control)
        buffer.writeImmutableBuffer(bytes)
    }

    /// The head of a P-DATA-TF that carries this value alone; ``bytes`` come behind it.
    func header() throws(PDUError) -> ByteBuffer {
        guard let length = UInt32(exactly: bytes.readableBytes + Self.headerLength) else { throw PDUError(.tooLong) }
        var buffer = ByteBuffer()
        buffer.writeMultipleIntegers(PDU.Kind.dataTransfer.rawValue, UInt8(0), length, length - 4, contextID, control)
        return buffer
    }
    private static let commandBit: UInt8 = 1
    private static let lastBit: UInt8 = 2

    /// The message control header (PS3.8 §E.2).
    var control: UInt8 {
        (isCommand ? Self.commandBit : 0) | (isLast ? Self.lastBit : 0)
    }

    init(contextID: UInt8, control: UInt8, isComplete: Bool, bytes: ByteBuffer) {
        self.init(
            contextID: contextID,
            isCommand: control & Self.commandBit != 0,
            isLast: isComplete && control & Self.lastBit != 0,
            bytes: bytes
        )
    }
}
