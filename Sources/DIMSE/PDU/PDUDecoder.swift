package import NIOCore

/// Takes a peer's bytes as they arrive and gives its PDUs.
///
/// A P-DATA-TF is given piece by piece while it arrives, each piece a slice of what was fed: a value whose bytes come in
/// several reads becomes several, of which only the end can be the last. All other PDUs are given whole. The first byte
/// that no PDU can have is refused at once, and nothing is reserved for a length before its bytes are there.
///
/// After an error nothing more is read: the place of the next PDU is lost.
package struct PDUDecoder: Sendable {
    /// What the next bytes are.
    private enum Place {
        case header
        /// Of any PDU but P-DATA-TF.
        case body(PDU.Kind, length: Int)
        /// In a P-DATA-TF of which so many bytes are left, at a value's header.
        case valueHeader(left: Int)
        case value(contextID: UInt8, control: UInt8, valueLeft: Int, left: Int)
        case lost
    }

    /// A piece of a P-DATA-TF is kept back until it has this many bytes, so that a trickle costs little.
    static let smallestPiece = 8 << 10

    private var place = Place.header
    /// The start of something whose end has not come.
    private var held = ByteBuffer()
    /// What was fed and not yet read.
    private var fed = ByteBuffer()
    private let limits: PDULimits

    /// The longest P-DATA-TF taken, as advertised to the peer (PS3.8 §D.1); 0 is no limit.
    package var maximumLength: UInt32

    package init(maximumLength: UInt32, limits: PDULimits = .default) {
        self.maximumLength = maximumLength
        self.limits = limits
    }

    /// Adds bytes; call ``next()`` until it gives nil before adding more, lest they be copied.
    package mutating func feed(_ bytes: ByteBuffer) {
        if case .lost = place { return }
        if fed.readableBytes == 0 {
            fed = bytes
        } else {
            fed.writeImmutableBuffer(bytes)
        }
    }

    /// The next PDU, or nil when more bytes are needed.
    package mutating func next() throws(PDUError) -> PDU? {
        do {
            while true {
                switch place {
                case .header:
                    guard try readHeader() else { return nil }
                case .body(let kind, let length):
                    guard var bytes = take(atLeast: length, upTo: length) else { return nil }
                    place = .header
                    return try PDU(kind, reading: &bytes, limits: limits)
                case .valueHeader(let left):
                    guard try readValueHeader(left: left) else { return nil }
                case .value(let contextID, let control, let valueLeft, let left):
                    return readValue(contextID, control, valueLeft: valueLeft, left: left)
                case .lost:
                    return nil
                }
            }
        } catch {
            place = .lost
            fed = ByteBuffer()
            held = ByteBuffer()
            throw error
        }
    }
}

extension PDUDecoder {
    private mutating func readHeader() throws(PDUError) -> Bool {
        if let first = held.getFirst() ?? fed.getFirst(), PDU.Kind(rawValue: first) == nil {
            throw PDUError(.unrecognizedPDU(first))
        }
        guard
            var header = take(atLeast: PDU.headerLength, upTo: PDU.headerLength),
            let kind = try PDU.Kind(rawValue: header.require(UInt8.self))
        else { return false }
        try header.skip(1)
        let length = try header.require(UInt32.self)
        guard isPossible(length, for: kind) else { throw PDUError(.invalidLength, in: kind) }
        place = kind == .dataTransfer ? .valueHeader(left: Int(length)) : .body(kind, length: Int(length))
        return true
    }

    private func isPossible(_ length: UInt32, for kind: PDU.Kind) -> Bool {
        switch kind {
        case .associateRequest, .associateAccept: length <= limits.associationLength
        case .dataTransfer: length > 0 && (maximumLength == 0 || length <= maximumLength)
        case .associateReject, .releaseRequest, .releaseResponse, .abort: length == 4
        }
    }

    private mutating func readValueHeader(left: Int) throws(PDUError) -> Bool {
        guard left > 0 else {
            place = .header
            return true
        }
        let headerLength = PresentationDataValue.headerLength
        guard left >= headerLength else { throw PDUError(.invalidLength, in: .dataTransfer) }
        guard var header = take(atLeast: headerLength, upTo: headerLength) else { return false }
        let length = Int(try header.require(UInt32.self)) - 2
        let left = left - headerLength
        guard (0...left).contains(length) else { throw PDUError(.invalidLength, in: .dataTransfer) }
        place = try .value(
            contextID: header.require(UInt8.self),
            control: header.require(UInt8.self),
            valueLeft: length,
            left: left
        )
        return true
    }

    private mutating func readValue(_ contextID: UInt8, _ control: UInt8, valueLeft: Int, left: Int) -> PDU? {
        guard let bytes = take(atLeast: min(valueLeft, Self.smallestPiece), upTo: valueLeft) else { return nil }
        let count = bytes.readableBytes
        let isComplete = count == valueLeft
        place =
            isComplete
            ? .valueHeader(left: left - count)
            : .value(contextID: contextID, control: control, valueLeft: valueLeft - count, left: left - count)
        return .dataTransfer(
            PresentationDataValue(contextID: contextID, control: control, isComplete: isComplete, bytes: bytes)
        )
    }

    /// Takes `minimum` to `maximum` bytes, or keeps what there is and gives nil.
    private mutating func take(atLeast minimum: Int, upTo maximum: Int) -> ByteBuffer? {
        let missing = minimum - held.readableBytes
        guard fed.readableBytes >= missing else {
            held.writeBuffer(&fed)
            fed = ByteBuffer()
            return nil
        }
        if held.readableBytes == 0 {
            return fed.readSlice(length: min(maximum, fed.readableBytes))
        }
        guard var rest = fed.readSlice(length: max(0, missing)) else { return nil }
        held.writeBuffer(&rest)
        defer { held = ByteBuffer() }
        return held
    }
}

extension ByteBuffer {
    fileprivate func getFirst() -> UInt8? {
        getInteger(at: readerIndex)
    }
}

extension PDU {
    /// What follows the header of a PDU other than P-DATA-TF.
    fileprivate init(_ kind: Kind, reading body: inout ByteBuffer, limits: PDULimits) throws(PDUError) {
        do throws(PDUError) {
            switch kind {
            case .associateRequest: self = .associateRequest(try AssociateRequest(reading: &body, limits: limits))
            case .associateAccept: self = .associateAccept(try AssociateAccept(reading: &body, limits: limits))
            case .associateReject: self = .associateReject(try AssociateReject(reading: &body))
            case .releaseRequest: self = .releaseRequest
            case .releaseResponse: self = .releaseResponse
            // Read value by value, never as a body.
            case .dataTransfer: throw PDUError(.invalidLength)
            case .abort: self = .abort(try Abort(reading: &body))
            }
        } catch {
            throw PDUError(error.reason, in: kind)
        }
    }
}

extension AssociateReject {
    fileprivate init(reading body: inout ByteBuffer) throws(PDUError) {
        try body.skip(1)
        try self.init(
            result: Result(rawValue: body.require(UInt8.self)),
            source: Source(rawValue: body.require(UInt8.self)),
            reason: body.require(UInt8.self)
        )
    }
}

extension Abort {
    fileprivate init(reading body: inout ByteBuffer) throws(PDUError) {
        try body.skip(2)
        try self.init(
            source: Source(rawValue: body.require(UInt8.self)),
            reason: Reason(rawValue: body.require(UInt8.self))
        )
    }
}
