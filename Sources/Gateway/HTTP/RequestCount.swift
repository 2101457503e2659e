import HTTPTypes
import NIOConcurrencyHelpers
import Synchronization

/// How many requests are being served, and how many of them wait for which archives.
final class RequestCount: Sendable {
    private let count = Atomic<Int>(0)
    private let waiting = NIOLockedValueBox([ArchiveSelection: Int]())

    var value: Int { count.load(ordering: .relaxed) }

    func increment() { count.wrappingAdd(1, ordering: .relaxed) }

    func decrement() { count.wrappingSubtract(1, ordering: .relaxed) }

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
