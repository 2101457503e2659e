import NIOCore
import NIOEmbedded
import Testing

@testable import Gateway

/// Whether one client asks alone, one request after another.
@Suite struct RequestCountTests {
    private let requests = RequestCount()
    private let one = EmbeddedChannel()
    private let other = EmbeddedChannel()

    private func ask(_ channel: EmbeddedChannel, at milliseconds: Int64) {
        requests.begin(on: channel, at: Self.time(milliseconds))
        requests.end()
    }

    private static func time(_ milliseconds: Int64) -> NIODeadline {
        .uptimeNanoseconds(1 << 40) + .milliseconds(milliseconds)
    }

    private func isOneCaller(_ channel: EmbeddedChannel, at milliseconds: Int64) -> Bool {
        requests.begin(on: channel, at: Self.time(milliseconds))
        defer { requests.end() }
        return requests.areOfOneCaller(at: Self.time(milliseconds))
    }

    @Test func oneThatAsksAgainIsAlone() {
        #expect(isOneCaller(one, at: 0))
        #expect(isOneCaller(one, at: 1))
        #expect(isOneCaller(one, at: 1000))
    }

    @Test func twoThatTakeTurnsAreNot() {
        ask(one, at: 0)
        #expect(!isOneCaller(other, at: 99))
        #expect(!isOneCaller(one, at: 150))
    }

    @Test func oneIsAloneAgainWhenTheOtherStaysAway() {
        ask(one, at: 0)
        ask(other, at: 10)
        #expect(!isOneCaller(other, at: 109))
        #expect(isOneCaller(other, at: 110))
    }

    @Test func whoComesLongAfterTheOtherIsAlone() {
        ask(one, at: 0)
        #expect(isOneCaller(other, at: 100))
    }

    @Test func nobodyIsBesideWhatIsStillInHand() {
        requests.begin(on: other, at: Self.time(0))
        #expect(!isOneCaller(one, at: 5000))
        requests.end()
        #expect(isOneCaller(one, at: 5001))
    }
}
