package import DICOM
package import NIOCore

/// An instance to be sent.
package struct StoreRequest: Hashable, Sendable {
    package var sopClassUID: UID
    package var sopInstanceUID: UID
    /// In which the data set is encoded, and for which a context must have been accepted.
    package var transferSyntax: TransferSyntax
    /// The C-MOVE that this is a sub-operation of.
    package var moveOriginator: MoveOriginator?

    package init(
        sopClassUID: UID,
        sopInstanceUID: UID,
        transferSyntax: TransferSyntax,
        moveOriginator: MoveOriginator? = nil
    ) {
        self.sopClassUID = sopClassUID
        self.sopInstanceUID = sopInstanceUID
        self.transferSyntax = transferSyntax
        self.moveOriginator = moveOriginator
    }
}

/// What the peer said of an instance.
package struct StoreOutcome: Hashable, Sendable {
    package var status: Status
    package var comment: String?
    package var offendingElements: [Tag]
}

/// Takes the bytes of a data set and sends them, in pieces for the connection to take one after the other.
package struct DataWriter {
    private let writer: MessageWriter
    private let contextID: UInt8
    /// The command set, sent with the first piece: what fails before that leaves the association as it was.
    private var command: CommandSet?
    /// Held back: what is sent last has to say so.
    private var pending = ByteBuffer()
    /// What the connection did not take, as opposed to what the writing closure threw.
    private(set) var failure: (any Error)?

    init(_ writer: MessageWriter, _ command: CommandSet, on contextID: UInt8) {
        self.writer = writer
        self.command = command
        self.contextID = contextID
    }

    /// True once the peer has something of the message.
    var hasBegun: Bool { command == nil }

    /// Sends the next bytes; waits when the peer takes them slowly.
    package mutating func write(_ bytes: ByteBuffer) async throws {
        var rest = bytes
        while rest.readableBytes > 0 {
            if pending.readableBytes == MessageWriter.pieceLength {
                try await flush(isLast: false)
            }
            let count = min(rest.readableBytes, MessageWriter.pieceLength - pending.readableBytes)
            guard let piece = rest.readSlice(length: count) else { return }
            if pending.readableBytes == 0 {
                pending = piece
            } else {
                pending.writeImmutableBuffer(piece)
            }
        }
    }

    /// Sends what was held back.
    mutating func finish() async throws {
        try await flush(isLast: true)
    }

    private mutating func flush(isLast: Bool) async throws {
        let piece = pending
        pending = ByteBuffer()
        do {
            if let command {
                self.command = nil
                writer.begin(command, on: contextID)
            }
            try await writer.writeDataSet(piece, on: contextID, isLast: isLast)
        } catch {
            failure = error
            throw error
        }
    }
}

extension MessageWriter {
    /// A write that the connection did not take.
    struct Failure: Error {
        var error: any Error
    }

    /// Sends a C-STORE request with the data set that `body` writes.
    ///
    /// - Throws: ``Failure``; what `body` throws, after an abort if the peer has something of the instance: it must never
    ///   have one that looks whole and is not.
    func writeInstance(
        _ command: CommandSet,
        on contextID: UInt8,
        _ body: (inout DataWriter) async throws -> Void
    ) async throws {
        var data = DataWriter(self, command, on: contextID)
        do {
            try await body(&data)
            try await data.finish()
        } catch {
            if let failure = data.failure { throw Failure(error: failure) }
            if data.hasBegun {
                connection.abort(error)
            }
            throw error
        }
    }
}

extension CommandSet {
    /// The C-STORE request for an instance, with the next message id.
    init(storing request: StoreRequest) {
        self.init(
            .storeRequest,
            sopClassUID: request.sopClassUID,
            messageID: MessageID.next(),
            priority: .medium,
            hasDataSet: true,
            sopInstanceUID: request.sopInstanceUID,
            moveOriginator: request.moveOriginator
        )
    }
}

extension Association {
    /// C-STORE: sends an instance, and waits for what the peer says of it (PS3.7 §9.1.1).
    ///
    /// - Parameter body: writes the data set. When it throws, the association is aborted if anything of the instance was
    ///   sent, so that the peer never has one that looks whole.
    package func store(
        _ request: StoreRequest,
        writing body: (inout DataWriter) async throws -> Void
    ) async throws -> StoreOutcome {
        let context = try context(for: request.sopClassUID, request.transferSyntax)
        let command = CommandSet(storing: request)
        do {
            try await writer.writeInstance(command, on: context.id, body)
        } catch let failure as MessageWriter.Failure {
            throw await inbox.failure(ofWrite: failure.error)
        }
        let (response, _) = try await receiveCommand(.response, within: options.timeouts.response)
        try check(response, answers: command)
        guard response.sopInstanceUID == nil || response.sopInstanceUID == request.sopInstanceUID else {
            throw inbox.fail(.invalidMessage("a response for another instance"))
        }
        return StoreOutcome(
            status: try status(of: response),
            comment: response.errorComment,
            offendingElements: response.offendingElements
        )
    }
}
