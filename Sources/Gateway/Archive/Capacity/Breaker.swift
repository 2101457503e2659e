/// Spares an archive that cannot be had, and its clients the wait: after some failures in a row nobody is let through to it
/// but a probe now and then, whose success ends that.
struct Breaker {
    typealias Instant = ContinuousClock.Instant

    /// How many failures in a row; 0 is never.
    let threshold: Int
    /// The time between two probes.
    let interval: Duration
    private(set) var failuresInARow = 0
    /// When the next probe may be sent; nil while the archive can be had.
    private(set) var nextProbe: Instant?

    init(threshold: Int, interval: Duration) {
        self.threshold = threshold
        self.interval = interval
    }

    var isOpen: Bool { nextProbe != nil }

    /// An attempt failed.
    ///
    /// - Returns: true when that was the one too many.
    mutating func failed(at now: Instant) -> Bool {
        failuresInARow += 1
        guard threshold > 0, failuresInARow >= threshold, !isOpen else { return false }
        nextProbe = now + interval
        return true
    }

    /// The archive answered.
    ///
    /// - Returns: true when it had not for a while.
    mutating func succeeded() -> Bool {
        failuresInARow = 0
        defer { nextProbe = nil }
        return isOpen
    }

    /// Whether a probe may be sent now, which it then must be.
    mutating func takeProbe(at now: Instant) -> Bool {
        guard let due = nextProbe else { return true }
        guard due <= now else { return false }
        nextProbe = now + interval
        return true
    }
}
