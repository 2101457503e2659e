import NIOConcurrencyHelpers
import NIOCore

/// A time limit that moves: what it guards is given up when the limit passes.
///
/// It measures silence, not work: a peer that takes what it is sent, however slowly, is not silent.
///
/// The dialogue's task sets the limit and the event loop's timer reads it, hence the lock. Moving the limit costs no
/// timer: one that fires early looks again and sleeps on.
///
/// The lock is not a `Mutex`: Swift 6.3 on Linux, optimizing, keeps the thread's id over a suspension where one is
/// inlined into async functions, and it traps when another thread than the one it noted unlocks it.
package final class Watchdog: Sendable {
    fileprivate struct Limit {
        var step: AssociationError.Step
        var within: TimeAmount
        var deadline: NIODeadline
        /// What the peer had taken when it was last looked at.
        var taken: UInt64?
    }

    private struct State {
        var limit: Limit?
        /// When the earliest timer fires.
        var timer: NIODeadline?
        /// The last sign of life, of which ``resume(_:within:)`` counts.
        var lastSign: NIODeadline = .now()
    }

    /// How often it is looked whether the peer takes what it is sent, while that is what is waited for.
    fileprivate static let look = TimeAmount.milliseconds(200)

    private let state = NIOLockedValueBox(State())
    private let eventLoop: any EventLoop
    private let taken: @Sendable () -> UInt64?
    private let expired: @Sendable (AssociationError.Step) -> Void

    /// - Parameters:
    ///   - taken: how many bytes the peer has taken, on the event loop; while they grow, what waits for that goes on.
    ///   - expired: called at most once for each limit, on the event loop.
    init(
        on eventLoop: any EventLoop,
        taken: @escaping @Sendable () -> UInt64? = { nil },
        expired: @escaping @Sendable (AssociationError.Step) -> Void
    ) {
        self.eventLoop = eventLoop
        self.taken = taken
        self.expired = expired
    }

    /// Sets the limit, instead of any earlier one.
    func arm(_ step: AssociationError.Step, within limit: Duration) {
        arm(step, within: TimeAmount(limit), isSign: true)
    }

    /// The same, though what came meanwhile was no sign of life: the time since the last one counts.
    func resume(_ step: AssociationError.Step, within limit: Duration) {
        arm(step, within: TimeAmount(limit), isSign: false)
    }

    /// Removes the limit.
    func disarm() {
        state.withLockedValue { $0.limit = nil }
    }

    /// Starts the current limit's time again: there was a sign of life that this side of the association cannot see.
    package func restart() {
        state.withLockedValue { state in
            state.lastSign = .now()
            if let limit = state.limit {
                state.limit?.deadline = state.lastSign + limit.within
            }
        }
    }

    private func arm(_ step: AssociationError.Step, within: TimeAmount, isSign: Bool) {
        let next = state.withLockedValue { state -> NIODeadline? in
            let now = NIODeadline.now()
            if isSign { state.lastSign = now }
            let limit = Limit(step: step, within: within, deadline: state.lastSign + within)
            state.limit = limit
            let next = limit.nextLook(after: now)
            if let timer = state.timer, timer <= next { return nil }
            state.timer = next
            return next
        }
        if let next { schedule(at: next) }
    }

    private func schedule(at deadline: NIODeadline) {
        eventLoop.scheduleTask(deadline: deadline) { [weak self] in
            self?.fired(at: deadline)
        }
    }

    private func fired(at time: NIODeadline) {
        let (step, next) = state.withLockedValue { state -> (AssociationError.Step?, NIODeadline?) in
            guard state.timer == time else { return (nil, nil) }
            state.timer = nil
            guard var limit = state.limit else { return (nil, nil) }
            if limit.step.waitsForTaking {
                limit.look(taken(), at: time)
            }
            guard limit.deadline > time else {
                state.limit = nil
                return (limit.step, nil)
            }
            state.limit = limit
            state.timer = limit.nextLook(after: time)
            return (nil, state.timer)
        }
        if let step { expired(step) }
        if let next { schedule(at: next) }
    }
}

extension Watchdog.Limit {
    fileprivate func nextLook(after now: NIODeadline) -> NIODeadline {
        guard step.waitsForTaking else { return deadline }
        return min(deadline, now + min(Watchdog.look, .nanoseconds(within.nanoseconds / 4)))
    }

    /// A peer that has taken more since the last look has all the time again.
    fileprivate mutating func look(_ now: UInt64?, at time: NIODeadline) {
        if let now, let taken, now > taken { deadline = time + within }
        taken = now
    }
}

extension AssociationError.Step {
    /// True where the peer may still be busy with taking what it was sent: an instance of a gigabyte over a slow line.
    fileprivate var waitsForTaking: Bool { self == .send || self == .response }
}
