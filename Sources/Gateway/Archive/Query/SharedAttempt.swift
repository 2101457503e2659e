import NIOConcurrencyHelpers

/// What many need and one does for all: those who come meanwhile wait, and share the failure if it is one.
final class SharedAttempt: Sendable {
    private struct State: Awaited {
        var isRunning = false
        var line = WaitingLine()
        /// How many attempts have ended.
        var count = 0
        var failure: (any Error)?
    }

    private let state = NIOLockedValueBox(State())

    /// Runs `body`, unless `isNeeded` is false or becomes so while somebody else runs it.
    ///
    /// - Throws: what `body` throws, here or for whom this waited; `CancellationError` when the task is cancelled.
    func run(while isNeeded: () -> Bool, _ body: () async throws -> Void) async throws {
        let before = state.withLockedValue { $0.count }
        try await state.wait { state in
            guard !state.isRunning else { return false }
            state.isRunning = true
            return true
        }
        guard isNeeded() else { return pass(nil) }
        if let failure = state.withLockedValue({ $0.count > before ? $0.failure : nil }) {
            pass(failure)
            throw failure
        }
        do {
            try await body()
            pass(nil)
        } catch {
            // That one has left is nothing to those who stay.
            pass(error is CancellationError ? nil : error)
            throw error
        }
    }

    private func pass(_ failure: (any Error)?) {
        let next = state.withLockedValue { state in
            state.count += 1
            state.failure = failure
            let next = state.line.takeFirst()
            if next == nil { state.isRunning = false }
            return next
        }
        next?.resume()
    }
}
