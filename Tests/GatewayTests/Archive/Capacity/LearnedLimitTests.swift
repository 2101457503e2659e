import Testing

@testable import Gateway

@Suite struct LearnedLimitTests {
    private static let start = ContinuousClock.now

    @Test func aRefusalTellsHowManyThereAre() {
        var limit = LearnedLimit(4)
        #expect(!limit.isTight)
        limit.refused(others: 3, at: Self.start, jitter: 0)
        #expect(limit.current == 3)
        #expect(limit.isTight)
        #expect(limit.pause == Self.start + .milliseconds(20))
    }

    /// Several are asked for at once, and the refusals come first.
    @Test func whatIsTakenAfterwardsCounts() {
        var limit = LearnedLimit(6)
        for _ in 0..<4 { limit.refused(others: 0, at: Self.start, jitter: 0) }
        #expect(limit.current == 1)
        limit.accepted(1, at: Self.start)
        limit.accepted(2, at: Self.start)
        #expect(limit.current == 2)
        #expect(limit.pause == Self.start + .milliseconds(40))
        limit.accepted(7, at: Self.start)
        #expect(limit.current == 6)
    }

    @Test func itRecoversOneByOne() {
        var limit = LearnedLimit(4)
        limit.refused(others: 1, at: Self.start, jitter: 0)
        let readings = [4, 6, 11, 16, 21, 60].map { seconds in
            limit.advance(to: Self.start + .seconds(seconds))
            return limit.current
        }
        #expect(readings == [1, 2, 3, 4, 4, 4])
        #expect(limit.review == nil)
    }

    @Test func whatIsRefusedAgainIsTriedLessOften() {
        var limit = LearnedLimit(4)
        var now = Self.start
        var tries = 0
        limit.refused(others: 2, at: now, jitter: 0)
        for _ in 0..<600 {
            now += .seconds(1)
            let before = limit.current
            limit.advance(to: now)
            limit.accepted(1, at: now)
            guard limit.current > before else { continue }
            tries += 1
            limit.refused(others: 2, at: now, jitter: 0)
        }
        // After 5, 10, 20, 40, 80 and then every 160 seconds.
        #expect(tries == 7)
        #expect(limit.current == 2)
    }

    @Test func anArchiveThatIsFullWithOthersIsLeftInPeaceForEverLonger() {
        var limit = LearnedLimit(1)
        let pauses = (0..<8).map { _ in
            limit.refused(others: 0, at: Self.start, jitter: 1)
            return (limit.pause ?? Self.start) - Self.start
        }
        #expect(pauses == [100, 200, 400, 800, 1600, 3200, 5000, 5000].map { .milliseconds($0) })
        #expect(limit.current == 1)
        limit.advance(to: Self.start + .seconds(5))
        #expect(limit.pause == nil)
        limit.accepted(1, at: Self.start)
        limit.refused(others: 0, at: Self.start, jitter: 1)
        #expect(limit.pause == Self.start + .milliseconds(100))
    }
}
