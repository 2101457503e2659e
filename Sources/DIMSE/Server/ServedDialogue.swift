import DICOM
import NIOCore

/// The messages of one association on the acceptor's side.
///
/// The task that reads them never stops reading: queries and retrievals run beside it, so that a C-CANCEL, a C-STORE
/// response or an abort is seen while they send.
struct ServedDialogue: Sendable {
    let negotiation: Negotiation
    let caller: Caller
    let configuration: ServerConfiguration
    let provider: any ServiceProvider
    let writer: MessageWriter

    /// Serves until the peer releases the association.
    func run(_ inbox: MessageInbox) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running: ServedOperation?
            while let (command, contextID) = try await next(inbox, running) {
                if let running, try await running.take(command, inbox) { continue }
                // The operation before has given its final response, or is about to.
                _ = try await group.next()
                inbox.watchdog.disarm()
                running = try await begin(command, contextID, inbox)
                if let operation = running {
                    let idle = inbox.watchdog
                    group.addTask { try await perform(operation, idle: idle) }
                }
            }
            running?.cancel()
            _ = try await group.next()
        }
        try await writer.write(.releaseResponse)
        // The peer closes now; ARTIM ends the patience with one that does not.
        await writer.connection.closed()
    }

    /// The next command set; nil when the peer releases the association. It may take its time while an operation runs.
    private func next(_ inbox: MessageInbox, _ running: ServedOperation?) async throws -> (CommandSet, UInt8)? {
        let part =
            if running?.isRunning ?? false {
                try await inbox.next()
            } else {
                try await inbox.next(.idle, within: configuration.timeouts.idle)
            }
        switch part {
        case .command(let command, let contextID): return (command, contextID)
        case .data: throw inbox.fail(.invalidMessage("a data set that nothing announced"))
        case nil: return nil
        }
    }

    /// Does what is done at once, or returns the operation that the request begins.
    private func begin(
        _ request: CommandSet,
        _ contextID: UInt8,
        _ inbox: MessageInbox
    ) async throws -> ServedOperation? {
        guard let context = negotiation.context(contextID) else {
            throw inbox.fail(.invalidMessage("presentation context \(contextID) was not accepted"))
        }
        switch request.field {
        case .echoRequest:
            let status = await status { try await provider.verify(caller) }
            try await writer.write(request.response(status.status, comment: status.comment), on: contextID)
        case .storeRequest:
            try await store(request, context, inbox)
        case .findRequest, .getRequest, .moveRequest:
            guard request.hasDataSet, let sopClassUID = request.sopClassUID, request.messageID != nil else {
                throw inbox.fail(.invalidMessage("\(request.field) without class, id or identifier"))
            }
            let limit = configuration.timeouts.progress
            let identifier = try await inbox.identifier(context.transferSyntax, .progress, within: limit)
            return ServedOperation(request, context, query(sopClassUID, identifier))
        case .cancelRequest:
            // What it names has ended.
            return nil
        case let field where field.isResponse:
            throw inbox.fail(.unexpectedMessage(field))
        default:
            try await refuse(request, on: contextID, inbox)
        }
        return nil
    }

    private func query(_ sopClassUID: UID, _ identifier: DataSet) -> Query {
        Query(
            sopClassUID: sopClassUID,
            identifier: identifier,
            caller: caller,
            extendedNegotiation: negotiation.extendedNegotiations.first { $0.sopClassUID == sopClassUID }?.information
                ?? []
        )
    }

    private func store(_ request: CommandSet, _ context: AcceptedContext, _ inbox: MessageInbox) async throws {
        let limit = configuration.timeouts.progress
        let arrival = try inbox.arrival(request, on: context, within: limit)
        let status = await status { try await provider.store(arrival, from: caller) }
        try await arrival.skip()
        try await writer.write(request.response(status.status, comment: status.comment), on: context.id)
    }

    private func refuse(_ request: CommandSet, on contextID: UInt8, _ inbox: MessageInbox) async throws {
        if request.hasDataSet {
            inbox.watchdog.arm(.progress, within: configuration.timeouts.progress)
            try await inbox.skipDataSet()
            inbox.watchdog.disarm()
        }
        try await writer.write(request.response(.unrecognizedOperation), on: contextID)
    }

    /// What a provider's function makes the response say.
    func status(_ body: () async throws -> Status) async -> ServiceFailure {
        do {
            return ServiceFailure(try await body())
        } catch {
            return ServiceFailure(error)
        }
    }

    /// Runs an operation to its final response, and lets the time of idleness begin.
    private func perform(_ operation: ServedOperation, idle: Watchdog) async throws {
        do {
            switch operation.request.field {
            case .findRequest: try await find(operation)
            case .getRequest: try await get(operation)
            default: try await move(operation)
            }
        } catch {
            // Ends the read that the dialogue waits in.
            writer.connection.abort(error)
            throw error
        }
        operation.end()
        idle.arm(.idle, within: configuration.timeouts.idle)
    }
}
