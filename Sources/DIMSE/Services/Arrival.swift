package import DICOM
package import NIOCore

/// An instance that the peer is sending with C-STORE, as a sub-operation of a retrieval or on its own (PS3.7 §9.1.1).
///
/// It can be read while the closure or function runs that it was handed to, and what that returns is the response:
/// so no acknowledgement can precede what was consumed. A class since the pieces can be had once.
package final class Arrival {
    package let sopClassUID: UID
    package let sopInstanceUID: UID
    /// The context that it comes on, and with it the transfer syntax.
    package let context: AcceptedContext
    /// The C-MOVE that this is a sub-operation of, if the peer says so.
    package let moveOriginator: MoveOriginator?
    private let inbox: MessageInbox
    private let step: AssociationError.Step
    private let limit: Duration
    private(set) var isComplete = false

    package var transferSyntax: TransferSyntax { context.transferSyntax }

    /// The connection that it comes on, for another task to abort.
    package var connection: Connection { inbox.connection }

    init(
        sopClassUID: UID,
        sopInstanceUID: UID,
        context: AcceptedContext,
        moveOriginator: MoveOriginator?,
        inbox: MessageInbox,
        limit: Duration
    ) {
        self.sopClassUID = sopClassUID
        self.sopInstanceUID = sopInstanceUID
        self.context = context
        self.moveOriginator = moveOriginator
        self.inbox = inbox
        step = .progress
        self.limit = limit
    }

    /// The next bytes of the data set, some 512 KiB of a long one; nil after the last.
    ///
    /// - Throws: ``AssociationError`` when the association ends before the instance does.
    package func next() async throws -> ByteBuffer? {
        while !isComplete {
            guard case .data(let bytes, let isLast)? = try await inbox.next(step, within: limit) else {
                throw inbox.fail(.invalidMessage("a data set interrupted"))
            }
            isComplete = isLast
            if bytes.readableBytes > 0 { return bytes }
        }
        return nil
    }

    /// Reads to the end what was not wanted.
    func skip() async throws {
        while try await next() != nil {}
    }
}

extension MessageInbox {
    /// Reads the rest of the current message's data set and drops it, under the limit set before.
    func skipDataSet() async throws {
        while true {
            guard case .data(_, let isLast)? = try await next() else {
                throw fail(.invalidMessage("a data set interrupted"))
            }
            if isLast { return }
        }
    }

    /// The instance that a C-STORE request announces.
    ///
    /// - Throws: after an abort, when the request lacks what it must hold.
    func arrival(
        _ request: CommandSet,
        on context: AcceptedContext,
        within limit: Duration
    ) throws -> Arrival {
        guard let sopClassUID = request.sopClassUID, let sopInstanceUID = request.sopInstanceUID,
            request.messageID != nil, request.hasDataSet
        else { throw fail(.invalidMessage("a C-STORE without class, instance, id or data set")) }
        return Arrival(
            sopClassUID: sopClassUID,
            sopInstanceUID: sopInstanceUID,
            context: context,
            moveOriginator: request.moveOriginator,
            inbox: self,
            limit: limit
        )
    }
}
