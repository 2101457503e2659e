package import DICOM

extension Association {
    /// C-MOVE: the peer sends what matches to another application entity, which may be this one (PS3.7 §9.1.4, PS3.4 §C.4.2).
    ///
    /// The progress timeout starts anew with each response that says something new; sub-operations that arrive elsewhere
    /// count when ``progress`` is told of them.
    ///
    /// - Parameters:
    ///   - messageID: what the sub-operations name as Move Originator Message ID; taken beforehand by who expects them.
    ///   - onProgress: called with the numbers of each pending response.
    ///   - whenSent: called once the request is sent, with what cancels it.
    package func move(
        _ sopClass: UID,
        _ identifier: DataSet,
        to destination: String,
        messageID: UInt16 = MessageID.next(),
        onProgress: (SubOperations) async throws -> Void = { _ in },
        whenSent: (RetrievalCanceller) -> Void = { _ in }
    ) async throws -> RetrieveOutcome {
        guard AETitle.isValid(destination) else {
            throw AssociationError.invalidProposal("the AE title “\(destination)”")
        }
        let request = CommandSet(
            .moveRequest,
            sopClassUID: sopClass,
            messageID: messageID,
            moveDestination: destination,
            priority: .medium
        )
        var retrieval = try await begin(request, identifier)
        // A writer of its own, since nothing else is sent while the responses are read.
        let sender = MessageWriter(inbox.connection, timeout: options.timeouts.send)
        whenSent(RetrievalCanceller(request: request, contextID: retrieval.context.id, writer: sender))
        while true {
            let (response, context) = try await receiveCommand(retrieval)
            if let outcome = try await outcome(response, on: context, &retrieval) { return outcome }
            try await orAbort { try await onProgress(response.subOperations) }
            try await sendCancelIfRequested(&retrieval)
        }
    }
}
