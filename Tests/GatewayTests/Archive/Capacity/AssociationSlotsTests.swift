import NIOConcurrencyHelpers
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct AssociationSlotsTests {
    private static func slots(
        _ maximum: Int,
        waiting: Int = 256,
        longestWait: Duration = .seconds(60),
        failures: Int = 5,
        probeInterval: Duration = .milliseconds(200)
    ) -> AssociationSlots {
        AssociationSlots(
            ArchiveCapacity(
                maximumAssociations: maximum,
                maximumWaiting: waiting,
                longestWait: longestWait,
                failuresInARow: failures,
                probeInterval: probeInterval
            )
        )
    }

    /// Holds slots until it is opened.
    private final class Gate: Sendable {
        private let signal = Signal()
        private let isOpen = NIOLockedValueBox(false)

        func open() {
            isOpen.withLockedValue { $0 = true }
            signal.fire()
        }

        func wait() async throws {
            while true {
                let wait = signal.subscribe()
                if isOpen.withLockedValue({ $0 }) { return }
                try await wait()
            }
        }
    }

    private static func refusal(_ body: () async throws -> Void) async -> CapacityRefusal.Reason? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? CapacityRefusal)?.reason
        }
    }

    @Test func neverMoreThanThereAre() async throws {
        let slots = Self.slots(3)
        let counts = NIOLockedValueBox((now: 0, most: 0, all: 0))
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    try await slots.withSlot(for: Demand(number.isMultiple(of: 2) ? .viewer : .bulk)) { _ in
                        counts.withLockedValue {
                            $0.now += 1
                            $0.most = max($0.most, $0.now)
                        }
                        await Task.yield()
                        counts.withLockedValue {
                            $0.now -= 1
                            $0.all += 1
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let (now, most, all) = counts.withLockedValue { $0 }
        #expect(now == 0)
        #expect(most == 3)
        #expect(all == 200)
        #expect(slots.load == (inUse: 0, waiting: 0, limit: 3))
    }

    @Test func whoIsCancelledWhileWaitingTakesNoSlot() async throws {
        let slots = Self.slots(1)
        let gate = Gate()
        let cancelled = NIOLockedValueBox(0)
        try await withThrowingTaskGroup { group in
            group.addTask { try await slots.withSlot(for: Demand(.viewer)) { _ in try await gate.wait() } }
            try await eventually { slots.load.inUse == 1 }
            await withTaskGroup { waiting in
                for _ in 0..<20 {
                    waiting.addTask {
                        do {
                            try await slots.withSlot(for: Demand(.viewer)) { _ in
                                _ = Issue.record("a slot was given to a cancelled task")
                            }
                        } catch {
                            cancelled.withLockedValue { $0 += 1 }
                        }
                    }
                }
                waiting.cancelAll()
            }
            #expect(slots.load.waiting == 0)
            gate.open()
            try await group.waitForAll()
        }
        #expect(cancelled.withLockedValue { $0 } == 20)
        let isFree = try await slots.withSlot(for: Demand(.viewer)) { _ in true }
        #expect(isFree)
    }

    @Test func whoFindsTheQueueFullIsToldAtOnce() async throws {
        let slots = Self.slots(1, waiting: 2)
        let gate = Gate()
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 {
                group.addTask { try await slots.withSlot(for: Demand(.viewer)) { _ in try await gate.wait() } }
            }
            try await eventually { slots.load.waiting == 2 }
            #expect(await Self.refusal { try await slots.withSlot(for: Demand(.viewer)) { _ in } } == .queueFull)
            gate.open()
            try await group.waitForAll()
        }
        #expect(await Self.refusal { try await slots.withSlot(for: Demand(.viewer)) { _ in } } == nil)
    }

    @Test func whoWaitsTooLongIsTold() async throws {
        let slots = Self.slots(1, longestWait: .milliseconds(50))
        let gate = Gate()
        try await withThrowingTaskGroup { group in
            group.addTask { try await slots.withSlot(for: Demand(.viewer)) { _ in try await gate.wait() } }
            try await eventually { slots.load.inUse == 1 }
            #expect(await Self.refusal { try await slots.withSlot(for: Demand(.viewer)) { _ in } } == .waitedTooLong)
            gate.open()
            try await group.waitForAll()
        }
    }

    @Test func bulkLeavesOneSlotToViewers() async throws {
        let slots = Self.slots(3)
        let gate = Gate()
        try await withThrowingTaskGroup { group in
            for _ in 0..<5 {
                group.addTask { try await slots.withSlot(for: Demand(.bulk)) { _ in try await gate.wait() } }
            }
            try await eventually { slots.load.waiting == 3 }
            #expect(slots.load.inUse == 2)
            // It is not in the way of a viewer.
            try await slots.withSlot(for: Demand(.viewer)) { _ in }
            gate.open()
            try await group.waitForAll()
        }
    }

    @Test func bulkThatAViewerJoinsGetsTheSlotKeptForViewers() async throws {
        let slots = Self.slots(2)
        let gate = Gate()
        let demand = Demand(.bulk)
        try await withThrowingTaskGroup { group in
            group.addTask { try await slots.withSlot(for: Demand(.bulk)) { _ in try await gate.wait() } }
            try await eventually { slots.load.inUse == 1 }
            group.addTask { try await slots.withSlot(for: demand) { _ in try await gate.wait() } }
            try await eventually { slots.load.waiting == 1 }
            demand.raise(to: .viewer)
            try await eventually { slots.load == (inUse: 2, waiting: 0, limit: 2) }
            gate.open()
            try await group.waitForAll()
        }
    }

    @Test func anArchiveThatFailsIsLeftAloneAndWhoWaitsIsTold() async throws {
        let slots = Self.slots(1, failures: 2, probeInterval: .seconds(3))
        let gate = Gate()
        let told = NIOLockedValueBox(0)
        try await withThrowingTaskGroup { group in
            group.addTask { try await slots.withSlot(for: Demand(.viewer)) { _ in try await gate.wait() } }
            try await eventually { slots.load.inUse == 1 }
            for _ in 0..<3 {
                group.addTask {
                    let reason = await Self.refusal { try await slots.withSlot(for: Demand(.viewer)) { _ in } }
                    if reason == .suspended { told.withLockedValue { $0 += 1 } }
                }
            }
            try await eventually { slots.load.waiting == 3 }
            #expect(!slots.failed())
            #expect(slots.failed())
            #expect(slots.isSuspended)
            try await eventually { told.withLockedValue { $0 } == 3 }
            gate.open()
            try await group.waitForAll()
        }
        #expect(await Self.refusal { try await slots.withSlot(for: Demand(.viewer)) { _ in } } == .suspended)
        // A probe is let through when it is due, and not before.
        #expect(await Self.refusal { try await slots.withSlot(for: Demand(.probe)) { _ in } } == .suspended)
        try await slots.probeTime(after: .seconds(60))
        #expect(await Self.refusal { try await slots.withSlot(for: Demand(.probe)) { _ in } } == nil)
        #expect(slots.succeeded())
        #expect(await Self.refusal { try await slots.withSlot(for: Demand(.viewer)) { _ in } } == nil)
    }

    @Test func whoWatchesIsWokenWhenTheArchiveIsLeftAlone() async throws {
        let slots = Self.slots(1, failures: 1)
        let start = ContinuousClock.now
        async let due: Void = slots.probeTime(after: .seconds(30))
        try await Task.sleep(for: .milliseconds(50))
        _ = slots.failed()
        try await due
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func aRefusedAssociationLowersTheLimitUntilItIsTriedAgain() async throws {
        let slots = Self.slots(3)
        let gate = Gate()
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    try await slots.withSlot(for: Demand(.viewer)) { slot in
                        slots.established(slot)
                        try await gate.wait()
                    }
                }
            }
            try await eventually { slots.load.inUse == 2 }
            try await slots.withSlot(for: Demand(.viewer)) { _ in #expect(slots.congested() == 2) }
            group.addTask { try await slots.withSlot(for: Demand(.viewer), isAgain: true) { _ in } }
            try await eventually { slots.load.waiting == 1 }
            gate.open()
            try await group.waitForAll()
        }
        try await eventually { slots.load == (inUse: 0, waiting: 0, limit: 2) }
    }

    @Test func whoWaitsForAFullArchiveToRecoverIsServedWithoutAnythingElseHappening() async throws {
        let slots = Self.slots(1)
        try await slots.withSlot(for: Demand(.viewer)) { _ in _ = slots.congested() }
        let start = ContinuousClock.now
        try await slots.withSlot(for: Demand(.viewer), isAgain: true) { _ in }
        #expect(ContinuousClock.now - start >= .milliseconds(45))
    }
}
