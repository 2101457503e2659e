import DIMSE
import FoundationEssentials
import Logging
import NIOConcurrencyHelpers
import Testing

@testable import Gateway

/// Certificates that come to their end are told of in time (A18).
@Suite struct CertificateWatchTests {
    /// When the tests' certificate ends: 2036-11-22T03:21:14Z.
    private static let end = Date(timeIntervalSince1970: 2_110_936_874)

    private final class Log: Sendable {
        let lines = NIOLockedValueBox<[String]>([])

        struct Handler: LogHandler {
            let log: Log
            var metadata: Logger.Metadata = [:]
            var logLevel = Logger.Level.info

            subscript(metadataKey key: String) -> Logger.Metadata.Value? {
                get { metadata[key] }
                set { metadata[key] = newValue }
            }

            func log(event: LogEvent) {
                log.lines.withLockedValue {
                    $0.append("\(event.level) \(event.message) \(event.metadata?["days"].map { "\($0)" } ?? "")")
                }
            }
        }
    }

    @Test func thirtySevenAndOneDayBeforeTheEndAreTold() async throws {
        let log = Log()
        let logger = Logger(label: "test", factory: { _ in Log.Handler(log: log) })
        try await TestCertificate.withFiles { certificate, privateKey in
            var configuration = GatewayConfiguration()
            configuration.storage.tls = .init(certificate: certificate, privateKey: privateKey)
            let watch = CertificateWatch(configuration.certificateUses, logger: logger)
            for days in [400.0, 31, 29.5, 29, 10, 6.5, 6, 1.5, 0.5, 0.4, -0.5, -3] {
                await watch.check(at: Self.end - days * 86_400)
            }
            let certificates = await watch.certificates
            #expect(certificates.map(\.name) == ["storage.tls"])
            #expect(certificates.first?.certificate.daysLeft(at: Self.end - 86_400 * 2.5) == 2)
        }
        #expect(
            log.lines.withLockedValue { $0 } == [
                "warning certificate expires soon 29", "warning certificate expires soon 6",
                "warning certificate expires soon 0", "warning certificate has expired -1",
            ]
        )
    }
}
