import DIMSE
import FoundationEssentials
import Logging
import TestLog
import Testing

@testable import Gateway

/// Certificates that come to their end are told of in time (A18).
@Suite struct CertificateWatchTests {
    /// When the tests' certificate ends: 2036-11-22T03:21:14Z.
    private static let end = Date(timeIntervalSince1970: 2_110_936_874)

    @Test func thirtySevenAndOneDayBeforeTheEndAreTold() async throws {
        let log = TestLog()
        try await TestCertificate.withFiles { certificate, privateKey in
            var configuration = GatewayConfiguration()
            configuration.storage.tls = .init(certificate: certificate, privateKey: privateKey)
            let watch = CertificateWatch(configuration.certificateUses, logger: log.logger)
            for days in [400.0, 31, 29.5, 29, 10, 6.5, 6, 1.5, 0.5, 0.4, -0.5, -3] {
                await watch.check(at: Self.end - days * 86_400)
            }
            let certificates = await watch.certificates
            #expect(certificates.map(\.name) == ["storage.tls"])
            #expect(certificates.first?.certificate.daysLeft(at: Self.end - 86_400 * 2.5) == 2)
        }
        #expect(
            log.events.map { "\($0.level) \($0.message) \($0.metadata?["days"] ?? "")" } == [
                "warning certificate expires soon 29", "warning certificate expires soon 6",
                "warning certificate expires soon 0", "warning certificate has expired -1",
            ]
        )
    }
}
