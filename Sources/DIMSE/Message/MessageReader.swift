package import NIOCore

/// Puts the pieces of P-DATA together to messages: a command set, then its data set if it has one (PS3.8 Annex E).
///
/// Command sets are joined and decoded here; of data sets the pieces are handed on as they come.
package struct MessageReader: Sendable {
    /// What one piece completes or brings.
    package enum Part: Hashable, Sendable {
        /// A command set, whole, and the presentation context that it came on.
        case command(CommandSet, contextID: UInt8)
        /// The next piece of the data set of the last command set.
        case data(ByteBuffer, isLast: Bool)
    }

    private enum State: Hashable, Sendable {
        case idle
        case command(contextID: UInt8, ByteBuffer)
        case dataSet(contextID: UInt8)
    }

    private var state = State.idle
    private let maximumCommandLength: Int

    package init(maximumCommandLength: Int = CommandSet.maximumLength) {
        self.maximumCommandLength = maximumCommandLength
    }

    /// True where one message has ended and none begun.
    package var isBetweenMessages: Bool { state == .idle }

    /// Takes the next piece; nil while a command set is incomplete.
    ///
    /// - Throws: `invalidMessage` when pieces are interleaved, out of order, or hold no command set.
    package mutating func receive(_ piece: PresentationDataValue) throws(AssociationError) -> Part? {
        switch state {
        case .idle:
            guard piece.isCommand else { throw .invalidMessage("a data set without a command set") }
            return try receiveCommand(piece, after: ByteBuffer())
        case .command(let contextID, let begun):
            guard piece.isCommand, piece.contextID == contextID else {
                throw .invalidMessage("a command set interrupted")
            }
            return try receiveCommand(piece, after: begun)
        case .dataSet(let contextID):
            guard !piece.isCommand, piece.contextID == contextID else {
                throw .invalidMessage("a data set interrupted")
            }
            if piece.isLast {
                state = .idle
            }
            return .data(piece.bytes, isLast: piece.isLast)
        }
    }

    private mutating func receiveCommand(
        _ piece: PresentationDataValue,
        after begun: ByteBuffer
    ) throws(AssociationError) -> Part? {
        var bytes = begun
        bytes.writeImmutableBuffer(piece.bytes)
        guard bytes.readableBytes <= maximumCommandLength else {
            throw .invalidMessage("a command set of more than \(maximumCommandLength) bytes")
        }
        guard piece.isLast else {
            state = .command(contextID: piece.contextID, bytes)
            return nil
        }
        let command: CommandSet
        do {
            command = try CommandSet(decoding: bytes)
        } catch {
            throw .invalidMessage("a command set that is not one: \(error)")
        }
        state = command.hasDataSet ? .dataSet(contextID: piece.contextID) : .idle
        return .command(command, contextID: piece.contextID)
    }
}

extension MessageReader.Part {
    /// A piece of a data set that has no byte and does not end it.
    var isNothing: Bool {
        if case .data(let bytes, isLast: false) = self { bytes.readableBytes == 0 } else { false }
    }
}
