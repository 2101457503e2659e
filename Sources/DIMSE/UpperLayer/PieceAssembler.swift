import NIOCore

/// Joins the values of P-DATA-TF PDUs into pieces worth waking a task for.
///
/// A piece is a copy: a slice would keep the whole receive buffer that it came in alive.
struct PieceAssembler {
    /// Of a peer that was asked.
    static let pieceLength = 512 << 10
    /// Of a caller, which may be anybody.
    static let callerPieceLength = 256 << 10

    private let length: Int
    private var piece: PresentationDataValue?

    /// - Parameter length: of a whole piece, in bytes.
    init(length: Int = Self.pieceLength) {
        self.length = length
    }

    var isEmpty: Bool { piece == nil }

    /// Adds a value, and gives `deliver` what is thereby complete.
    mutating func add(_ value: PresentationDataValue, deliver: (PresentationDataValue) -> Void) {
        if let piece, !piece.isContinued(by: value) {
            // No message is interrupted by another (PS3.8 §E.2): who reads them should not wait for the rest to say so.
            flush(deliver)
            deliver(value)
            return
        }
        var rest = value.bytes
        repeat {
            append(&rest, of: value)
            guard let piece else { return }
            if piece.isLast || piece.bytes.readableBytes >= length { flush(deliver) }
        } while rest.readableBytes > 0
    }

    /// Delivers what there is of a piece.
    mutating func flush(_ deliver: (PresentationDataValue) -> Void) {
        guard let piece else { return }
        self.piece = nil
        deliver(piece)
    }

    /// Moves bytes from `rest` into the piece until it is full.
    private mutating func append(_ rest: inout ByteBuffer, of value: PresentationDataValue) {
        var next =
            piece
            ?? PresentationDataValue(
                contextID: value.contextID,
                isCommand: value.isCommand,
                isLast: false,
                bytes: ByteBuffer()
            )
        piece = nil
        let room = length - next.bytes.readableBytes
        if next.bytes.readableBytes > 0 {
            // More than one value: a long message.
            next.bytes.reserveCapacity(length)
        }
        if var part = rest.readSlice(length: min(room, rest.readableBytes)) {
            next.bytes.writeBuffer(&part)
        }
        next.isLast = value.isLast && rest.readableBytes == 0
        piece = next
    }
}

extension PresentationDataValue {
    fileprivate func isContinued(by next: PresentationDataValue) -> Bool {
        contextID == next.contextID && isCommand == next.isCommand
    }
}
