import Testing

@testable import Gateway

@Suite struct BreakerTests {
    private static let start = ContinuousClock.now

    @Test func itOpensAtTheFifthFailureInARow() {
        var breaker = Breaker(threshold: 5, interval: .seconds(5))
        let four = (1...4).map { _ in breaker.failed(at: Self.start) }
        #expect(four == [false, false, false, false])
        let wasOpen = breaker.succeeded()
        #expect(!wasOpen)
        let five = (1...5).map { _ in breaker.failed(at: Self.start) }
        #expect(five == [false, false, false, false, true])
        #expect(breaker.isOpen)
        // Attempts that were under way fail too, and say nothing new.
        let opensAgain = breaker.failed(at: Self.start + .seconds(3))
        #expect(!opensAgain)
        #expect(breaker.nextProbe == Self.start + .seconds(5))
    }

    @Test func oneProbeAnIntervalUntilOneSucceeds() {
        var breaker = Breaker(threshold: 1, interval: .seconds(5))
        let isAdmitted = breaker.takeProbe(at: Self.start)
        #expect(isAdmitted)
        _ = breaker.failed(at: Self.start)
        let probes = (1...20).filter { breaker.takeProbe(at: Self.start + .seconds($0)) }
        #expect(probes == [5, 10, 15, 20])
        let wasOpen = breaker.succeeded()
        #expect(wasOpen && !breaker.isOpen)
        #expect(breaker.failuresInARow == 0)
    }

    @Test func zeroIsNever() {
        var breaker = Breaker(threshold: 0, interval: .seconds(5))
        let hasOpened = (1...100).contains { _ in breaker.failed(at: Self.start) }
        #expect(!hasOpened && !breaker.isOpen)
    }
}
