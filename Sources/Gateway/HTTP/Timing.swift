import NIOConcurrencyHelpers

/// Where the time of a request goes, or that of a retrieval, for the Server-Timing header (W3C Server Timing §2).
///
/// The task that does the work carries it. A lock guards it: an archive of several is asked by several tasks.
package final class Timing: Sendable {
    /// Of the request or the retrieval that the task works for; nil for what nobody waits for.
    @TaskLocal package static var current: Timing?

    package enum Stage: String, CaseIterable, Sendable {
        /// Waiting for one of the archive's associations to be free.
        case queue
        /// Opening an association, and releasing it.
        case association
        /// The archive at work: from the request to the last of its answers.
        case archive
        /// Everything else between the cache and its spool.
        case cache
        /// Decoding, rendering and compressing pixels, and waiting for a core to do it.
        case codec
    }

    /// The time in which a stage ran at least once.
    private struct Clock {
        var running = 0
        var since = Instant.now
        var total = Duration.zero
        var note: String?

        func elapsed(at now: Instant) -> Duration { running > 0 ? total + (now - since) : total }
    }

    package typealias Instant = ContinuousClock.Instant

    private let start = Instant.now
    private let clocks = NIOLockedValueBox([Stage: Clock]())

    package init() {}

    /// Starts a stage that lasts until its span ends.
    package func begin(_ stage: Stage) -> Span {
        start(stage)
        return Span(self, stage)
    }

    package func measure<Value>(_ stage: Stage, _ body: () async throws -> Value) async rethrows -> Value {
        let span = begin(stage)
        defer { span.end() }
        return try await body()
    }

    /// Says something of a stage in one word, such as "hit".
    package func note(_ word: String, on stage: Stage) {
        clocks.withLockedValue { $0[stage, default: Clock()].note = word }
    }

    /// Waits for what another task does: counts its stages as far as they fall into the wait, and the rest as the cache's.
    package func wait<Value>(for work: Timing, _ body: () async throws -> Value) async rethrows -> Value {
        let start = Instant.now
        let before = work.elapsed(at: start)
        defer {
            let end = Instant.now
            var rest = end - start
            for (stage, elapsed) in work.elapsed(at: end) {
                let share = elapsed - before[stage, default: .zero]
                guard share > .zero else { continue }
                add(share, to: stage)
                rest -= share
            }
            add(max(.zero, rest), to: .cache)
        }
        return try await body()
    }

    /// The value of the Server-Timing header: the stages that occurred and the time since the request came, in
    /// milliseconds.
    package var header: String {
        let now = Instant.now
        let clocks = clocks.withLockedValue { $0 }
        var entries = Stage.allCases.compactMap { stage in
            clocks[stage].map { clock in
                let note = clock.note.map { ";desc=\($0)" } ?? ""
                return "\(stage.rawValue)\(note);dur=\(clock.elapsed(at: now).milliseconds)"
            }
        }
        entries.append("total;dur=\((now - start).milliseconds)")
        return entries.joined(separator: ", ")
    }

    private func elapsed(at now: Instant) -> [Stage: Duration] {
        clocks.withLockedValue { $0.mapValues { $0.elapsed(at: now) } }
    }

    private func add(_ duration: Duration, to stage: Stage) {
        clocks.withLockedValue { $0[stage, default: Clock()].total += duration }
    }

    fileprivate func start(_ stage: Stage) {
        clocks.withLockedValue { clocks in
            var clock = clocks[stage] ?? Clock()
            if clock.running == 0 { clock.since = .now }
            clock.running += 1
            clocks[stage] = clock
        }
    }

    fileprivate func stop(_ stage: Stage) {
        clocks.withLockedValue { clocks in
            guard var clock = clocks[stage] else { return }
            clock.running -= 1
            if clock.running == 0 { clock.total += .now - clock.since }
            clocks[stage] = clock
        }
    }
}

extension Timing {
    /// A stage while it lasts. For the one task that began it.
    package final class Span {
        private let timing: Timing
        private var stage: Stage?

        fileprivate init(_ timing: Timing, _ stage: Stage) {
            self.timing = timing
            self.stage = stage
        }

        /// Ends this stage and begins another.
        package func become(_ next: Stage) {
            end()
            timing.start(next)
            stage = next
        }

        /// Ends the stage, unless it has ended.
        package func end() {
            if let stage { timing.stop(stage) }
            stage = nil
        }
    }
}

extension Duration {
    /// In milliseconds, to the microsecond.
    fileprivate var milliseconds: String {
        let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        let fraction = String(microseconds % 1000)
        return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
