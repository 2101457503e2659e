package import DIMSE
import FoundationEssentials
package import Logging
import ServiceLifecycle

/// Warns in the log before a certificate of ours expires, and tells `/health/ready` how long each holds.
package actor CertificateWatch: Service {
    /// Where a certificate is used.
    package struct Use: Sendable {
        /// The key of the configuration, such as `storage.tls`.
        package let name: String
        package let security: SecureTransport

        package init(name: String, security: SecureTransport) {
            self.name = name
            self.security = security
        }
    }

    /// So many days before the end, the largest first, and at the end.
    static let warnings = [30, 7, 1, 0]
    private static let interval = Duration.seconds(3600)

    private let uses: [Use]
    private let logger: Logger
    /// The last warning given of each certificate.
    private var given: [String: (certificate: CertificateSummary, days: Int)] = [:]

    package init(_ uses: [Use], logger: Logger) {
        self.uses = uses
        self.logger = logger
    }

    package func run() async throws {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.watch() }
            do {
                try await gracefulShutdown()
            } catch {
                // Cancelled, which ends the watching just as well.
            }
            group.cancelAll()
        }
    }

    private func watch() async {
        while !Task.isCancelled {
            check(at: Date())
            do {
                try await Task.sleep(for: Self.interval)
            } catch {
                return
            }
        }
    }

    /// Warns of what is due, once for each certificate and term.
    func check(at now: Date) {
        for (name, certificate) in certificates {
            let days = certificate.daysLeft(at: now)
            guard let term = Self.warnings.last(where: { days < $0 }) else { continue }
            if let last = given[name], last.certificate == certificate, last.days <= term { continue }
            given[name] = (certificate, term)
            logger.warning(
                days < 0 ? "certificate has expired" : "certificate expires soon",
                metadata: ["use": "\(name)", "certificate": "\(certificate)", "days": "\(days)"]
            )
        }
    }

    /// Ours, as the files now have them; those that cannot be read, the connections complain of.
    var certificates: [(name: String, certificate: CertificateSummary)] {
        uses.compactMap { use in
            guard let certificate = try? use.security.load() else { return nil }
            return (use.name, certificate)
        }
    }
}

extension CertificateSummary {
    /// Whole days until it expires; below zero when it has.
    func daysLeft(at now: Date) -> Int {
        Int((notAfter.timeIntervalSince(now) / 86_400).rounded(.down))
    }
}

extension GatewayConfiguration {
    /// Every certificate of ours.
    package var certificateUses: [CertificateWatch.Use] {
        // Who uses them logs what becomes of their files.
        let logger = Logger.silent
        var uses = [("http.tls", http.tls), ("storage.tls", storage.tls)].compactMap { name, tls in
            tls.map { CertificateWatch.Use(name: name, security: .acceptor($0, logger: logger)) }
        }
        for archive in archives {
            guard archive.tls?.certificate != nil, let security = archive.security(logger: logger) else { continue }
            uses.append(.init(name: "archives.\(archive.name).tls", security: security))
        }
        return uses
    }
}
