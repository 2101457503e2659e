import Testing

@testable import Gateway

@Suite struct TimingTests {
    /// `queue;dur=1.234` by name.
    private static func entries(_ header: String) -> [String: (milliseconds: Double, note: String?)] {
        var entries: [String: (milliseconds: Double, note: String?)] = [:]
        for entry in header.split(separator: ", ") {
            let parts = entry.split(separator: ";").map(String.init)
            let values = [String: String](
                parts.dropFirst().compactMap { part in
                    let pair = part.split(separator: "=").map(String.init)
                    return pair.count == 2 ? (pair[0], pair[1]) : nil
                },
                uniquingKeysWith: { first, _ in first }
            )
            entries[parts[0]] = (values["dur"].flatMap(Double.init) ?? -1, values["desc"])
        }
        return entries
    }

    @Test func onlyWhatOccurredIsTold() async throws {
        let timing = Timing()
        #expect(Self.entries(timing.header).keys.sorted() == ["total"])
        try await timing.measure(.codec) { try await Task.sleep(for: .milliseconds(20)) }
        timing.note("hit", on: .cache)
        let pattern = /cache;desc=hit;dur=0\.000, codec;dur=\d+\.\d{3}, total;dur=\d+\.\d{3}/
        #expect(timing.header.wholeMatch(of: pattern) != nil)
        #expect((Self.entries(timing.header)["codec"]?.milliseconds ?? 0) >= 20)
    }

    @Test func aSpanBecomesAnotherAndEndsOnce() async throws {
        let timing = Timing()
        let span = timing.begin(.association)
        try await Task.sleep(for: .milliseconds(10))
        span.become(.archive)
        try await Task.sleep(for: .milliseconds(30))
        span.become(.association)
        span.end()
        span.end()
        let entries = Self.entries(timing.header)
        let (association, archive) = (entries["association"]?.milliseconds ?? 0, entries["archive"]?.milliseconds ?? 0)
        #expect(association >= 10 && archive >= 30)
        #expect(association + archive <= entries["total"]?.milliseconds ?? 0)
    }

    @Test func whatRunsTwiceAtOnceCountsOnce() async throws {
        let timing = Timing()
        try await withThrowingTaskGroup { group in
            for _ in 0..<10 {
                group.addTask { try await timing.measure(.archive) { try await Task.sleep(for: .milliseconds(30)) } }
            }
            try await group.waitForAll()
        }
        let entries = Self.entries(timing.header)
        #expect((entries["archive"]?.milliseconds ?? 0) >= 30)
        #expect((entries["archive"]?.milliseconds ?? 0) <= entries["total"]?.milliseconds ?? 0)
    }

    /// A request that joins a retrieval pays for what the retrieval does from then on.
    @Test func aWaitIsWhatTheOtherDidMeanwhile() async throws {
        let work = Timing()
        let span = work.begin(.queue)
        try await Task.sleep(for: .milliseconds(100))
        let joined = Timing()
        try await joined.wait(for: work) {
            try await Task.sleep(for: .milliseconds(20))
            span.become(.archive)
            try await Task.sleep(for: .milliseconds(20))
            span.end()
            try await Task.sleep(for: .milliseconds(20))
        }
        let entries = Self.entries(joined.header)
        for stage in ["queue", "archive", "cache"] {
            #expect((entries[stage]?.milliseconds ?? 0) >= 20, "\(stage): \(joined.header)")
        }
        let sum = ["queue", "archive", "cache"].reduce(0) { $0 + (entries[$1]?.milliseconds ?? 0) }
        // A tenth of a second of the queue was before it joined. Each entry is cut to a microsecond.
        #expect(sum <= (entries["total"]?.milliseconds ?? 0) + 0.01)
    }
}
