package import DICOM

extension Association {
    /// C-GET: the peer sends what matches on this association (PS3.7 §9.1.3, PS3.4 §C.4.3).
    ///
    /// - Parameter deliver: takes one instance; the status that it returns is the answer to the peer. When it throws, the
    ///   instance is answered with a failure if it had come whole, and the association is aborted.
    package func get(
        _ sopClass: UID,
        _ identifier: DataSet,
        deliver: (Arrival) async throws -> Status
    ) async throws -> RetrieveOutcome {
        let request = CommandSet(
            .getRequest,
            sopClassUID: sopClass,
            messageID: MessageID.next(),
            priority: .medium
        )
        var retrieval = try await begin(request, identifier)
        while true {
            let (command, context) = try await receiveCommand(retrieval)
            if command.field == .storeRequest {
                try await take(command, on: context, deliver: deliver)
                retrieval.hasProgressed = true
            } else if let outcome = try await outcome(command, on: context, &retrieval) {
                return outcome
            }
            try await sendCancelIfRequested(&retrieval)
        }
    }

    /// Hands on one instance and answers for it.
    private func take(
        _ request: CommandSet,
        on context: AcceptedContext,
        deliver: (Arrival) async throws -> Status
    ) async throws {
        let limit = options.timeouts.progress
        let arrival = try inbox.arrival(request, on: context, within: limit)
        let status: Status
        do {
            status = try await deliver(arrival)
        } catch {
            if arrival.isComplete {
                // The abort that follows says the same to a peer that does not take this.
                try? await writer.write(request.response(.outOfResources), on: context.id)
            }
            inbox.connection.abort(error)
            throw error
        }
        try await arrival.skip()
        try await send(request.response(status), on: context.id)
    }
}
