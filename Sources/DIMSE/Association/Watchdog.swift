import NIOConcurrencyHelpers
import NIOCore

/// A time limit that moves: what it guards is given up when the limit passes.
///
/// The dialogue's task sets the limit and the event loop's timer reads it, hence the lock. Moving the limit costs no
/// timer: one that fires early looks again and sleeps on.
///
/// The lock is not a `Mutex`: Swift 6.3 on Linux, optimizing, keeps the thread's id over a suspension where one is
/// inlined into async functions, and it traps when another thread than the one it noted unlocks it.
package final class Watchdog: Sendable {
    private struct State {
        var limit: (step: AssociationError.Step, within: TimeAmount, deadline: NIODeadline)?
        /// When the earliest timer fires.
        var timer: NIODeadline?
    }

    private let state = NIOLockedValueBox(State())
    private let eventLoop: any EventLoop
    private let expired: @Sendable (AssociationError.Step) -> Void

    /// - Parameter expired: called at most once for each limit, on the event loop.
    init(on eventLoop: any EventLoop, expired: @escaping @Sendable (AssociationError.Step) -> Void) {
        self.eventLoop = eventLoop
        self.expired = expired
    }

    /// Sets the limit, instead of any earlier one.
    func arm(_ step: AssociationError.Step, within limit: Duration) {
        let amount = TimeAmount(limit)
        arm(step, within: amount, until: .now() + amount)
    }

    /// Removes the limit.
    func disarm() {
        state.withLockedValue { $0.limit = nil }
    }

    /// Starts the current limit's time again: there was a sign of life that this side of the association cannot see.
    package func restart() {
        state.withLockedValue { state in
            if let limit = state.limit {
                state.limit?.deadline = .now() + limit.within
            }
        }
    }

    private func arm(_ step: AssociationError.Step, within: TimeAmount, until deadline: NIODeadline) {
        let needsTimer = state.withLockedValue { state in
            state.limit = (step, within, deadline)
            if let timer = state.timer, timer <= deadline { return false }
            state.timer = deadline
            return true
        }
        if needsTimer {
            schedule(at: deadline)
        }
    }

    private func schedule(at deadline: NIODeadline) {
        eventLoop.scheduleTask(deadline: deadline) { [weak self] in
            self?.fired(at: deadline)
        }
    }

    private func fired(at time: NIODeadline) {
        let (step, next) = state.withLockedValue { state -> (AssociationError.Step?, NIODeadline?) in
            guard state.timer == time else { return (nil, nil) }
            guard let limit = state.limit else {
                state.timer = nil
                return (nil, nil)
            }
            if limit.deadline <= time {
                state.timer = nil
                state.limit = nil
                return (limit.step, nil)
            }
            state.timer = limit.deadline
            return (nil, limit.deadline)
        }
        if let step { expired(step) }
        if let next { schedule(at: next) }
    }
}
