package import FoundationEssentials
package import Logging
import ServiceLifecycle

/// Asks each archive again and again whether it answers (C-ECHO, PS3.7 §9.1.5), and remembers.
package actor HealthMonitor: Service {
    /// One archive, and how to ask it.
    package struct Probe: Sendable {
        package let name: String
        /// Whether it is left alone for now, since it failed too often in a row.
        package let isSuspended: @Sendable () -> Bool
        /// Returns when it is to be asked again: after that time, or when its being left alone calls for it.
        package let probeTime: @Sendable (Duration) async throws -> Void
        package let echo: @Sendable () async throws -> Void

        package init(
            name: String,
            isSuspended: @escaping @Sendable () -> Bool = { false },
            probeTime: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
            echo: @escaping @Sendable () async throws -> Void
        ) {
            self.name = name
            self.isSuspended = isSuspended
            self.probeTime = probeTime
            self.echo = echo
        }
    }

    /// What an archive did when it was last asked.
    package struct Finding: Sendable {
        package var checked: Date
        package var milliseconds: Int64
        /// Why it did not answer, in plain words; nil when it did.
        package var failure: String?
    }

    private let probes: [Probe]
    private let interval: Duration
    private let logger: Logger
    private var findings: [String: Finding] = [:]

    package init(_ probes: [Probe], interval: Duration, logger: Logger) {
        self.probes = probes
        self.interval = interval
        self.logger = logger
    }

    package func run() async throws {
        await withDiscardingTaskGroup { group in
            for probe in probes {
                group.addTask { await self.watch(probe) }
            }
            do {
                try await gracefulShutdown()
            } catch {
                // Cancelled, which ends the watching just as well.
            }
            group.cancelAll()
        }
    }

    private func watch(_ probe: Probe) async {
        while !Task.isCancelled {
            await check(probe)
            do {
                try await probe.probeTime(interval)
            } catch {
                return
            }
        }
    }

    private func check(_ probe: Probe) async {
        let start = ContinuousClock.now
        var failure: String?
        do {
            try await probe.echo()
        } catch is CancellationError {
            return
        } catch let error as ArchiveError where error.isRefusal {
            // Requests keep its associations busy, which says that it answers, or it is left alone: no news of it.
            return
        } catch {
            // Said once when an archive falls silent, not at every attempt.
            let isNews = findings[probe.name].map { $0.failure == nil } ?? true
            failure = Problem(describing: error, logger: isNews ? logger : nil).detail
        }
        let duration = ContinuousClock.now - start
        if failure == nil, findings[probe.name]?.failure != nil {
            logger.notice("archive answers again", metadata: ["archive": "\(probe.name)"])
        }
        findings[probe.name] = Finding(checked: Date(), milliseconds: duration.milliseconds, failure: failure)
    }

    /// What is known of an archive.
    package struct Entry: Sendable {
        package var name: String
        package var isSuspended: Bool
        /// Nil when it was not asked yet.
        package var finding: Finding?

        package var answers: Bool { !isSuspended && finding.map { $0.failure == nil } ?? false }
    }

    /// Every archive in the order of the configuration.
    package var report: [Entry] {
        probes.map { Entry(name: $0.name, isSuspended: $0.isSuspended(), finding: findings[$0.name]) }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
