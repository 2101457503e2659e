package import DICOM
import NIOCore

/// How a C-GET or C-MOVE ended, as the peer tells it. Its numbers are often wrong: what arrived is what counts.
package struct RetrieveOutcome: Hashable, Sendable {
    package var status: Status
    package var subOperations: SubOperations
    /// (0008,0058) of the final response.
    package var failedSOPInstanceUIDs: [UID]
    package var comment: String?
    package var offendingElements: [Tag]
    /// True when this side asked for a C-CANCEL.
    package var wasCancelled: Bool
}

/// The progress of a retrieval, between its request and its outcome.
struct Retrieval {
    let request: CommandSet
    let context: AcceptedContext
    var isCancelSent = false
    /// What the last pending response said.
    var known: SubOperations?
    /// Whether the last message brought something: an instance, or other numbers than the one before. An archive that
    /// says that it goes on, and does not, is not waited for.
    var hasProgressed = true
}

/// Tells the peer to stop a C-MOVE, from any task: the one that reads the association still gets the final response.
package struct RetrievalCanceller: Sendable {
    let request: CommandSet
    let contextID: UInt8
    let writer: MessageWriter

    /// Sends C-CANCEL (PS3.7 §9.3.2.3).
    package func cancel() async throws {
        try await writer.write(.cancel(request), on: contextID)
    }
}

extension Association {
    /// Sends the request of a C-GET or C-MOVE.
    func begin(_ request: CommandSet, _ identifier: DataSet) async throws -> Retrieval {
        let context = try context(for: request.sopClassUID ?? UID(rawValue: ""))
        let bytes = try DataSetEncoder(context.transferSyntax).encode(identifier)
        isCancelRequested = false
        try await send(request, on: context.id, dataSet: bytes)
        return Retrieval(request: request, context: context)
    }

    /// Makes the retrieval that runs end: C-CANCEL is sent when the closure that calls this returns.
    ///
    /// What the peer still sends is handed on, until its final response. A peer that sends none is aborted after the
    /// cancel timeout without a sign of life; to wait less, throw or cancel the task.
    package func requestCancel() {
        isCancelRequested = true
    }

    func sendCancelIfRequested(_ retrieval: inout Retrieval) async throws {
        guard isCancelRequested, !retrieval.isCancelSent else { return }
        retrieval.isCancelSent = true
        retrieval.hasProgressed = true
        try await send(.cancel(retrieval.request), on: retrieval.context.id)
    }

    /// The next message of a retrieval.
    func receiveCommand(_ retrieval: Retrieval) async throws -> (CommandSet, AcceptedContext) {
        let (step, limit) =
            retrieval.isCancelSent
            ? (AssociationError.Step.cancel, options.timeouts.cancel) : (.progress, options.timeouts.progress)
        return try await receiveCommand(step, within: limit, afterProgress: retrieval.hasProgressed)
    }

    /// Takes a response; nil while the retrieval goes on.
    func outcome(
        _ response: CommandSet,
        on context: AcceptedContext,
        _ retrieval: inout Retrieval
    ) async throws -> RetrieveOutcome? {
        try check(response, answers: retrieval.request)
        let status = try status(of: response)
        let identifier = try await identifier(
            of: response,
            context,
            .progress,
            within: options.timeouts.progress,
            isProgress: !status.isPending
        )
        guard !status.isPending else {
            retrieval.hasProgressed = retrieval.known != response.subOperations
            retrieval.known = response.subOperations
            return nil
        }
        return RetrieveOutcome(
            status: status,
            subOperations: response.subOperations,
            failedSOPInstanceUIDs: identifier?.uids(.failedSOPInstanceUIDList) ?? [],
            comment: response.errorComment,
            offendingElements: response.offendingElements,
            wasCancelled: retrieval.isCancelSent
        )
    }
}
