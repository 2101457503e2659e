import HTTPTypes
import NIOConcurrencyHelpers
import NIOCore
import Synchronization

/// How many requests are being served, how many of them wait for which archives, and whether one client sends them all.
final class RequestCount: Sendable {
    private let count = Atomic<Int>(0)
    private let waiting = NIOLockedValueBox([ArchiveSelection: Int]())
    private let callers = NIOLockedValueBox(Callers())

    /// Who asked last, and until when that one is taken to be one of several.
    private struct Callers {
        var latest: ObjectIdentifier?
        var latestTime = NIODeadline.uptimeNanoseconds(0)
        var severalUntil = NIODeadline.uptimeNanoseconds(0)
    }

    /// So long after a request its client is expected back.
    private static let pause = TimeAmount.milliseconds(100)

    var value: Int { count.load(ordering: .relaxed) }

    /// Counts a request.
    ///
    /// - Parameter channel: of its connection, or in HTTP/2 of its stream: streams share a connection so that they can be
    ///   served at once.
    func begin(on channel: any Channel, at now: NIODeadline = .now()) {
        count.wrappingAdd(1, ordering: .relaxed)
        let caller = ObjectIdentifier(channel)
        callers.withLockedValue { callers in
            if callers.latest != caller, now - callers.latestTime < Self.pause {
                callers.severalUntil = now + Self.pause
            }
            callers.latest = caller
            callers.latestTime = now
        }
    }

    func end() { count.wrappingSubtract(1, ordering: .relaxed) }

    /// True where one request is in hand, and of late all came from one connection, one after another.
    func areOfOneCaller(at now: NIODeadline = .now()) -> Bool {
        value == 1 && callers.withLockedValue { $0.severalUntil } <= now
    }

    /// Runs `body`, unless `limit` others wait for the same archives: one that is slow must not take all the room there is.
    func waiting<Value>(
        for archives: ArchiveSelection?,
        atMost limit: Int,
        _ body: () async throws -> Value
    ) async throws -> Value {
        guard let archives else { return try await body() }
        try waiting.withLockedValue { waiting in
            guard waiting[archives, default: 0] < limit else {
                throw Problem(.serviceUnavailable, "Too many requests at once.", headers: [.retryAfter: "5"])
            }
            waiting[archives, default: 0] += 1
        }
        defer { waiting.withLockedValue { $0[archives, default: 0] -= 1 } }
        return try await body()
    }
}
