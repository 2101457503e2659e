import DICOM
import Synchronization

/// A C-FIND, C-GET or C-MOVE that runs, as the two tasks see it of which one reads and one sends.
final class ServedOperation: Sendable {
    let request: CommandSet
    /// The one that its request came on and its responses go.
    let context: AcceptedContext
    let query: Query
    private let cancelled = Atomic(false)
    private let running = Atomic(true)
    private let storeResponses: AsyncStream<CommandSet>
    private let responded: AsyncStream<CommandSet>.Continuation

    init(_ request: CommandSet, _ context: AcceptedContext, _ query: Query) {
        self.request = request
        self.context = context
        self.query = query
        // One sub-operation runs at a time, so one response is all that can wait.
        (storeResponses, responded) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }
    var isRunning: Bool { running.load(ordering: .acquiring) }

    func cancel() {
        cancelled.store(true, ordering: .releasing)
    }

    func end() {
        running.store(false, ordering: .releasing)
    }

    /// Takes a message if it belongs to this operation.
    func take(_ command: CommandSet, _ inbox: MessageInbox) async throws -> Bool {
        switch command.field {
        case .cancelRequest:
            if command.messageIDBeingRespondedTo == request.messageID {
                cancel()
            }
            return true
        case .storeResponse where isRunning && !command.hasDataSet:
            guard case .enqueued = responded.yield(command) else {
                throw inbox.fail(.unexpectedMessage(command.field))
            }
            return true
        default:
            return false
        }
    }

    /// The response to the C-STORE sub-operation of that id.
    func storeResponse(to subOperation: CommandSet, _ watchdog: Watchdog, within limit: Duration) async throws -> Status
    {
        watchdog.arm(.response, within: limit)
        defer { watchdog.disarm() }
        for await response in storeResponses {
            guard response.messageIDBeingRespondedTo == subOperation.messageID, let status = response.status else {
                throw AssociationError.unexpectedMessage(response.field)
            }
            return status
        }
        throw CancellationError()
    }
}
