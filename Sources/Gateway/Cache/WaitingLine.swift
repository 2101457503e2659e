import NIOConcurrencyHelpers

/// The tasks that wait for a change of what a lock guards, in the order in which they came. It is guarded by the same
/// lock, since those who make the change hold that.
struct WaitingLine {
    typealias Continuation = CheckedContinuation<Void, any Error>

    private var nextTicket = 0
    private var waiting: [(ticket: Int, continuation: Continuation)] = []
    /// Tickets cancelled before they began to wait.
    private var cancelled: Set<Int> = []

    /// Takes out who came first.
    mutating func takeFirst() -> Continuation? { waiting.isEmpty ? nil : waiting.removeFirst().continuation }

    /// Takes out everybody.
    mutating func takeAll() -> [Continuation] {
        defer { waiting = [] }
        return waiting.map(\.continuation)
    }

    fileprivate mutating func takeTicket() -> Int {
        nextTicket += 1
        return nextTicket
    }

    fileprivate func isCancelled(_ ticket: Int) -> Bool { cancelled.contains(ticket) }

    fileprivate mutating func enter(_ ticket: Int, _ continuation: Continuation) {
        waiting.append((ticket, continuation))
    }

    fileprivate mutating func cancel(_ ticket: Int) -> Continuation? {
        guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else {
            cancelled.insert(ticket)
            return nil
        }
        return waiting.remove(at: index).continuation
    }

    fileprivate mutating func forget(_ ticket: Int) { cancelled.remove(ticket) }
}

/// What has a line of waiting tasks.
protocol Awaited: Sendable {
    var line: WaitingLine { get set }
}

extension NIOLockedValueBox where Value: Awaited {
    /// Goes on at once when `isReady`, which may take what it finds; else when somebody takes this task out of the line.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    func wait(unless isReady: @Sendable (inout Value) -> Bool) async throws {
        let ticket = withLockedValue { $0.line.takeTicket() }
        defer { withLockedValue { $0.line.forget(ticket) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let now: Result<Void, any Error>? = withLockedValue { value in
                    if value.line.isCancelled(ticket) { return .failure(CancellationError()) }
                    if isReady(&value) { return .success(()) }
                    value.line.enter(ticket, continuation)
                    return nil
                }
                if let now { continuation.resume(with: now) }
            }
        } onCancel: {
            withLockedValue { $0.line.cancel(ticket) }?.resume(throwing: CancellationError())
        }
    }
}
