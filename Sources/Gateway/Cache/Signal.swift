import NIOConcurrencyHelpers

/// Wakes everybody who waits for a change. A lock guards it, since changes are made where nothing can be awaited.
final class Signal: Sendable {
    /// Returns at the first change after the subscription; throws `CancellationError` when the task is cancelled.
    typealias Wait = @Sendable () async throws -> Void

    private struct State: Awaited {
        var generation = 0
        var line = WaitingLine()
    }

    private let state = NIOLockedValueBox(State())

    func fire() {
        let waiting = state.withLockedValue { state in
            state.generation += 1
            return state.line.takeAll()
        }
        for continuation in waiting {
            continuation.resume()
        }
    }

    /// Notes the present, so that no change is missed between the look at the state and the wait.
    func subscribe() -> Wait {
        let generation = state.withLockedValue { $0.generation }
        return { [state] in try await state.wait { $0.generation != generation } }
    }
}
