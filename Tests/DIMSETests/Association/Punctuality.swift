/// How long something took, and how late the machine was meanwhile with everything: tests share it, and their tasks its
/// threads.
struct Punctuality {
    var elapsed: Duration
    /// By how much a task that slept in small steps beside it overslept, in all.
    var lateness: Duration

    /// Whether it took no longer than that, but for the machine's own lateness.
    func isWithin(_ limit: Duration) -> Bool { elapsed <= limit + lateness }
}

/// Runs `body` and tells how long it took.
func timed<Result: Sendable>(_ body: () async throws -> Result) async throws -> (Result, Punctuality) {
    try await withThrowingTaskGroup(of: Duration.self) { group in
        let start = ContinuousClock.now
        group.addTask { await oversleeping(since: start) }
        let result = try await body()
        let elapsed = ContinuousClock.now - start
        group.cancelAll()
        return (result, Punctuality(elapsed: elapsed, lateness: try await group.next() ?? .zero))
    }
}

/// Sleeps in small steps until cancelled; returns what it slept beyond them.
private func oversleeping(since start: ContinuousClock.Instant) async -> Duration {
    let step = Duration.milliseconds(5)
    var (total, last) = (Duration.zero, start)
    while true {
        let now = ContinuousClock.now
        total += max(.zero, now - last - step)
        last = now
        if Task.isCancelled { return total }
        // Cancelled, it returns at once.
        try? await Task.sleep(for: step)
    }
}
