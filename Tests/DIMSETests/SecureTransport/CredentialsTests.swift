import NIOCore
import Testing

@testable import DIMSE

/// Files that cannot be used are named with what is wrong.
@Suite struct CredentialsTests {
    private func complaint(_ security: SecureTransport) -> String {
        do {
            _ = try security.load()
            return "none"
        } catch {
            return "\(error.part.rawValue): \(error)"
        }
    }

    @Test func badFilesAreNamed() async throws {
        try await TestFiles.with { files in
            let good = try files.files(TestCertificates.valid, trusting: TestCertificates.authority, name: "good")
            #expect(complaint(.requestor(good, expecting: .host, logger: .silent)) == "none")
            #expect(complaint(.acceptor(good, logger: .silent)) == "none")

            var bad = good
            bad.certificate = "/nowhere/certificate.pem"
            let missing = "certificate: /nowhere/certificate.pem is not there, or may not be read"
            #expect(complaint(.acceptor(bad, logger: .silent)) == missing)

            bad = good
            bad.certificate = try files.write("text.pem", "no certificate")
            #expect(complaint(.acceptor(bad, logger: .silent)).contains("text.pem holds no certificate in PEM"))
            bad.certificate = try files.write("empty.pem", "")
            #expect(complaint(.acceptor(bad, logger: .silent)).contains("empty.pem holds no certificate in PEM"))

            bad = good
            bad.authorities = try files.write("text.pem", TestCertificates.privateKey)
            let authorities = complaint(.requestor(bad, expecting: .host, logger: .silent))
            #expect(
                authorities.contains("authorities: ") && authorities.contains("text.pem holds no certificate in PEM")
            )

            bad = good
            bad.privateKey = try files.write("other.pem", TestCertificates.otherPrivateKey)
            let mismatch = complaint(.requestor(bad, expecting: .host, logger: .silent))
            #expect(mismatch.contains("other.pem does not belong to the certificate"), "\(mismatch)")

            bad.privateKey = try files.write("key.pem", TestCertificates.valid)
            #expect(complaint(.acceptor(bad, logger: .silent)).contains("key.pem holds no private key in PEM"))
            let encrypted = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH\n-----END ENCRYPTED PRIVATE KEY-----\n"
            bad.privateKey = try files.write("key.pem", encrypted)
            #expect(complaint(.acceptor(bad, logger: .silent)).contains("is encrypted, and must not be"))
        }
    }

    @Test func aCertificateIsSummed() async throws {
        try await TestFiles.with { files in
            let summary = try #require(try files.acceptor().load())
            #expect(summary.description == "CN=localhost, valid until 2120-01-01")
            #expect(summary.issuer == "CN=Test Authority")
            #expect(summary.names == ["localhost", "127.0.0.1"])
        }
    }
}
