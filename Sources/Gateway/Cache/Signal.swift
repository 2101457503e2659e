import NIOConcurrencyHelpers

/// Wakes everybody who waits for a change. A lock guards it, since changes are made where nothing can be awaited.
final class Signal: Sendable {
    /// Returns at the first change after the subscription; throws `CancellationError` when the task is cancelled.
    typealias Wait = @Sendable () async throws -> Void

    private struct State {
        var generation = 0
        var nextTicket = 0
        var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
        /// Tickets cancelled before they began to wait.
        var cancelled: Set<Int> = []
    }

    private let state = NIOLockedValueBox(State())

    func fire() {
        let waiting = state.withLockedValue { state in
            state.generation += 1
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values {
            continuation.resume()
        }
    }

    /// Notes the present, so that no change is missed between the look at the state and the wait.
    func subscribe() -> Wait {
        let (generation, ticket) = state.withLockedValue { state in
            state.nextTicket += 1
            return (state.generation, state.nextTicket)
        }
        return { try await self.wait(after: generation, ticket: ticket) }
    }

    private func wait(after generation: Int, ticket: Int) async throws {
        defer { _ = state.withLockedValue { $0.cancelled.remove(ticket) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let now: Result<Void, any Error>? = state.withLockedValue { state in
                    if state.cancelled.contains(ticket) { return .failure(CancellationError()) }
                    if state.generation != generation { return .success(()) }
                    state.waiting[ticket] = continuation
                    return nil
                }
                if let now { continuation.resume(with: now) }
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    private func cancel(_ ticket: Int) {
        let continuation = state.withLockedValue { state in
            state.cancelled.insert(ticket)
            return state.waiting.removeValue(forKey: ticket)
        }
        continuation?.resume(throwing: CancellationError())
    }
}
