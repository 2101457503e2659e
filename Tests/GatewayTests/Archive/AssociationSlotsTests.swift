import NIOConcurrencyHelpers
import Testing

@testable import Gateway

@Suite struct AssociationSlotsTests {
    @Test func neverMoreThanThereAre() async throws {
        let slots = AssociationSlots(3)
        let counts = NIOLockedValueBox((now: 0, most: 0, all: 0))
        try await withThrowingTaskGroup { group in
            for _ in 0..<200 {
                group.addTask {
                    try await slots.withSlot {
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
    }

    @Test func whoIsCancelledWhileWaitingTakesNoSlot() async throws {
        let slots = AssociationSlots(1)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (holding, held) = AsyncStream.makeStream(of: Void.self)
        let cancelled = NIOLockedValueBox(0)
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await slots.withSlot {
                    held.finish()
                    for await _ in gate { return }
                }
            }
            for await _ in holding {}
            await withTaskGroup { waiting in
                for _ in 0..<20 {
                    waiting.addTask {
                        do {
                            try await slots.withSlot { _ = Issue.record("a slot was given to a cancelled task") }
                        } catch {
                            cancelled.withLockedValue { $0 += 1 }
                        }
                    }
                }
                waiting.cancelAll()
            }
            open.yield()
            try await group.waitForAll()
        }
        #expect(cancelled.withLockedValue { $0 } == 20)
        let isFree = try await slots.withSlot { true }
        #expect(isFree)
    }
}
