import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// The places for associations with one archive: who gets one, who waits, and who is told to come later.
///
/// A lock guards them, since a slot is given back in `defer`, where nothing can be awaited.
final class AssociationSlots: Sendable {
    /// A place for one association. It is held until the association has ended on both sides.
    struct Slot: Sendable {
        fileprivate let ticket: Int
        fileprivate let urgency: Urgency
        fileprivate let since: ContinuousClock.Instant
    }

    private let capacity: ArchiveCapacity
    private let state: NIOLockedValueBox<State>
    /// For the time limits of those who wait.
    private let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
    /// Fires when the breaker opens.
    private let opening = Signal()

    init(_ capacity: ArchiveCapacity) {
        self.capacity = capacity
        state = NIOLockedValueBox(State(capacity))
    }

    fileprivate struct State {
        var queue: AssociationQueue
        var limit: LearnedLimit
        var breaker: Breaker
        var waiting: [Int: CheckedContinuation<Slot, any Error>] = [:]
        /// Tickets whose tasks were cancelled before they began to wait.
        var cancelled: Set<Int> = []
        var nextTicket = 0
        var inUse = 0
        var bulkInUse = 0
        /// The tickets whose associations the archive has taken.
        var established: Set<Int> = []
        /// How long a slot is held, smoothed.
        var usualHold = Duration.seconds(1)
        /// When those who wait are looked at without anything else having happened.
        var review: ContinuousClock.Instant?

        init(_ capacity: ArchiveCapacity) {
            queue = AssociationQueue(maximum: capacity.maximumWaiting)
            limit = LearnedLimit(capacity.maximumAssociations)
            breaker = Breaker(threshold: capacity.failuresInARow, interval: capacity.probeInterval)
        }
    }

    private static var now: ContinuousClock.Instant { .now }
}

// MARK: Taking and giving back

extension AssociationSlots {
    /// Runs `body` holding a slot.
    ///
    /// - Parameter isAgain: whether it has held one before and was refused by the archive: then it waits at the head.
    /// - Throws: ``CapacityRefusal`` at once when too many wait or the archive is left alone, later when the wait gets too
    ///   long; `CancellationError` while waiting; what `body` throws.
    func withSlot<Result: Sendable>(
        for demand: Demand,
        isAgain: Bool = false,
        _ body: (Slot) async throws -> Result
    ) async throws -> Result {
        let slot = try await slot(for: demand, isAgain: isAgain)
        defer { giveBack(slot) }
        return try await body(slot)
    }

    private func slot(for demand: Demand, isAgain: Bool) async throws -> Slot {
        let ticket = state.withLockedValue { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        let watch = demand.watch { [weak self] in self?.serve() }
        let limit = eventLoop.scheduleTask(in: TimeAmount(capacity.longestWait)) { [weak self] in
            self?.refuse(ticket, .waitedTooLong)
        }
        defer {
            demand.unwatch(watch)
            limit.cancel()
            state.withLockedValue { _ = $0.cancelled.remove(ticket) }
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let refusal = state.withLockedValue { $0.enter(ticket, demand, isAgain: isAgain, continuation) }
                if let refusal { continuation.resume(throwing: refusal) } else { serve() }
            }
        } onCancel: {
            state.withLockedValue { $0.cancel(ticket) }?.resume(throwing: CancellationError())
        }
    }

    private func giveBack(_ slot: Slot) {
        guard state.withLockedValue({ $0.limit.isTight }) else { return free(slot) }
        // The archive counts, and may need a moment to count this one out.
        eventLoop.scheduleTask(in: Self.settling) { self.free(slot) }
    }

    private func free(_ slot: Slot) {
        state.withLockedValue { $0.giveBack(slot, at: Self.now) }
        serve()
    }

    /// From the end of an association to the next, with an archive that has refused one.
    private static let settling = TimeAmount.milliseconds(20)

    /// Gives free slots to those whose turn it is.
    private func serve() {
        let (granted, review) = state.withLockedValue { state in
            let now = Self.now
            var granted: [(State.Continuation, Slot)] = []
            while let next = state.grant(at: now) { granted.append(next) }
            return (granted, state.nextReview(at: now))
        }
        for (continuation, slot) in granted { continuation.resume(returning: slot) }
        if let review {
            eventLoop.scheduleTask(in: TimeAmount(review)) { [weak self] in self?.serve() }
        }
    }

    private func refuse(_ ticket: Int, _ reason: CapacityRefusal.Reason) {
        let refused = state.withLockedValue { state in
            state.leave(ticket).map { ($0, state.refusal(reason)) }
        }
        if let (continuation, refusal) = refused { continuation.resume(throwing: refusal) }
    }
}

// MARK: What is learned of the archive

extension AssociationSlots {
    /// The archive has taken the association of a slot.
    func established(_ slot: Slot) {
        state.withLockedValue { state in
            state.established.insert(slot.ticket)
            state.limit.accepted(state.established.count, at: Self.now)
        }
        serve()
    }

    /// The archive answered.
    ///
    /// - Returns: true when it had been left alone until now.
    func succeeded() -> Bool {
        state.withLockedValue { $0.breaker.succeeded() }
    }

    /// The archive cannot be had.
    ///
    /// - Returns: true when it is left alone from now on; then all who wait are told.
    func failed() -> Bool {
        let (isOpened, waiting) = state.withLockedValue { state in
            guard state.breaker.failed(at: Self.now) else { return (false, [(State.Continuation, CapacityRefusal)]()) }
            let waiting = state.queue.removeAll().compactMap { state.waiting.removeValue(forKey: $0) }
            return (true, waiting.map { ($0, state.refusal(.suspended)) })
        }
        for (continuation, refusal) in waiting { continuation.resume(throwing: refusal) }
        if isOpened { opening.fire() }
        return isOpened
    }

    /// The archive has no room for an association that holds one of the slots.
    ///
    /// - Returns: how many associations it is taken to have room for.
    func congested() -> Int {
        state.withLockedValue { state in
            state.limit.refused(others: state.established.count, at: Self.now, jitter: .random(in: 0...1))
            return state.limit.current
        }
    }

    /// Whether the archive is left alone.
    var isSuspended: Bool { state.withLockedValue { $0.breaker.isOpen } }

    /// How many associations there are or are being opened, and how many wait for one.
    var load: (inUse: Int, waiting: Int, limit: Int) {
        state.withLockedValue { ($0.inUse, $0.queue.count, $0.limit.current) }
    }

    /// Returns when the archive is to be asked again whether it answers: after `interval`, or when a probe is due.
    ///
    /// - Throws: `CancellationError`.
    func probeTime(after interval: Duration) async throws {
        let opened = opening.subscribe()
        if let due = state.withLockedValue({ $0.breaker.nextProbe }) {
            return try await Task.sleep(until: due)
        }
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await Task.sleep(for: interval)
                return false
            }
            group.addTask {
                try await opened()
                return true
            }
            defer { group.cancelAll() }
            guard try await group.next() == true, let due = self.state.withLockedValue({ $0.breaker.nextProbe })
            else { return }
            try await Task.sleep(until: due)
        }
    }
}

// MARK: The state

extension AssociationSlots.State {
    fileprivate typealias Slot = AssociationSlots.Slot
    fileprivate typealias Continuation = CheckedContinuation<Slot, any Error>
    fileprivate typealias Instant = ContinuousClock.Instant

    /// Takes a place in the queue, or says why there is none.
    fileprivate mutating func enter(
        _ ticket: Int,
        _ demand: Demand,
        isAgain: Bool,
        _ continuation: Continuation
    ) -> (any Error)? {
        let now = Instant.now
        if cancelled.contains(ticket) { return CancellationError() }
        if breaker.isOpen {
            guard demand.urgency == .probe, breaker.takeProbe(at: now) else { return refusal(.suspended) }
        }
        limit.advance(to: now)
        guard queue.enter(ticket, demand, isAgain: isAgain, isFree: isFree && admits(demand.urgency)) else {
            return refusal(.queueFull)
        }
        waiting[ticket] = continuation
        return nil
    }

    /// Gives a slot to whose turn it is, if both are there.
    fileprivate mutating func grant(at now: Instant) -> (Continuation, Slot)? {
        if let due = review, due <= now { review = nil }
        limit.advance(to: now)
        guard isFree, let next = queue.takeNext(withBulk: admits(.bulk)),
            let continuation = waiting.removeValue(forKey: next.ticket)
        else { return nil }
        inUse += 1
        if next.urgency == .bulk { bulkInUse += 1 }
        return (continuation, Slot(ticket: next.ticket, urgency: next.urgency, since: now))
    }

    /// While the archive's own limit is being learned, one association is asked for at a time.
    private var isFree: Bool {
        guard inUse < limit.current, limit.pause == nil else { return false }
        return limit.review == nil || inUse == established.count
    }

    /// Bulk leaves one slot to viewers, where there are several.
    private func admits(_ urgency: Urgency) -> Bool { urgency != .bulk || bulkInUse < max(1, limit.current - 1) }

    fileprivate mutating func giveBack(_ slot: Slot, at now: Instant) {
        inUse -= 1
        established.remove(slot.ticket)
        if slot.urgency == .bulk { bulkInUse -= 1 }
        usualHold = (usualHold * 7 + (now - slot.since)) / 8
    }

    /// When to look again for those who wait, from `now`; nil when that is arranged, or nobody waits for time to pass.
    fileprivate mutating func nextReview(at now: Instant) -> Duration? {
        guard queue.count > 0, let due = limit.pause ?? limit.review, review.map({ due < $0 }) ?? true else {
            return nil
        }
        review = due
        return due - now
    }

    fileprivate mutating func leave(_ ticket: Int) -> Continuation? {
        guard queue.remove(ticket) else { return nil }
        return waiting.removeValue(forKey: ticket)
    }

    fileprivate mutating func cancel(_ ticket: Int) -> Continuation? {
        let continuation = leave(ticket)
        if continuation == nil { cancelled.insert(ticket) }
        return continuation
    }

    /// With an estimate of when it is worth while to come again, spread a little so that not all come at once.
    fileprivate func refusal(_ reason: CapacityRefusal.Reason) -> CapacityRefusal {
        let wait = breaker.nextProbe.map { $0 - .now + .seconds(Int.random(in: 1...3)) }
        let queued = usualHold * (queue.count + 1) / limit.current
        return CapacityRefusal(reason, retryAfter: min(max(1, (wait ?? queued).roundedUp), 60))
    }
}

extension Duration {
    /// In whole seconds.
    fileprivate var roundedUp: Int { Int(components.seconds) + (components.attoseconds > 0 ? 1 : 0) }
}
