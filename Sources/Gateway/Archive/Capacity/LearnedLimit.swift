/// How many associations an archive takes from us: what the operator allows, or fewer for a while after it has refused one
/// for lack of room.
///
/// What was learned is tried again, one association more at a time: first after a few seconds, since the archive may
/// merely not have noted yet that an association had ended, and later the longer the more often it refused.
struct LearnedLimit {
    typealias Instant = ContinuousClock.Instant

    let configured: Int
    private(set) var current: Int
    /// When one more is tried, or what was tried counts as settled; nil while nothing was refused.
    private(set) var review: Instant?
    /// Before which no association is asked for.
    private(set) var pause: Instant?
    /// Whether the archive has ever refused one: it then counts strictly.
    private(set) var isTight = false
    private var hold = shortestHold
    /// True from a try of one more to the next refusal.
    private var isTrying = false
    private var refusalsInARow = 0

    private static let shortestHold = Duration.seconds(5)
    private static let longestHold = Duration.seconds(160)
    private static let settling = Duration.milliseconds(40)
    private static let shortestPause = Duration.milliseconds(100)
    private static let longestPause = Duration.seconds(5)

    init(_ configured: Int) {
        self.configured = configured
        current = configured
    }

    /// The archive refused an association while it had taken `others` of ours.
    ///
    /// - Parameter jitter: from 0 to 1; spreads those that come again.
    mutating func refused(others: Int, at now: Instant, jitter: Double) {
        isTight = true
        refusalsInARow += 1
        if isTrying { hold = min(hold * 2, Self.longestHold) }
        isTrying = false
        current = max(1, min(current, others))
        review = now + hold
        // One of ours that has just ended is given the time to be counted out; those of others take longer.
        let doubled = others == 0 ? Self.shortestPause * (1 << min(refusalsInARow - 1, 6)) : Self.settling
        pause = max(pause ?? now, now + min(doubled, Self.longestPause) * (0.5 + jitter / 2))
    }

    /// The archive took an association, with which there are `count` of ours.
    mutating func accepted(_ count: Int, at now: Instant) {
        refusalsInARow = 0
        pause = pause.map { min($0, now + Self.settling) }
        current = min(configured, max(current, count))
    }

    /// Lets time do its work.
    mutating func advance(to now: Instant) {
        if let end = pause, end <= now { pause = nil }
        while let due = review, due <= now {
            if current < configured {
                current += 1
                isTrying = true
                review = due + hold
            } else {
                hold = Self.shortestHold
                isTrying = false
                review = nil
            }
        }
    }
}
