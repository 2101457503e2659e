import FoundationEssentials
import Logging

@testable import DIMSE

/// PEM files of a test, in a directory that ends with it.
struct TestFiles: Sendable {
    private let directory: URL

    static func with<Value>(_ body: (TestFiles) async throws -> Value) async throws -> Value {
        let directory = FileManager.default.temporaryDirectory.appending(path: "gantry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(TestFiles(directory: directory)))
        } catch {
            result = .failure(error)
        }
        try FileManager.default.removeItem(at: directory)
        return try result.get()
    }

    /// Writes a file, or replaces it, as renewing a certificate does.
    @discardableResult
    func write(_ name: String, _ pem: String) throws -> String {
        let path = directory.appending(path: name).path
        try pem.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// A certificate of ``TestCertificates`` with its key, and those that are trusted.
    func files(_ certificate: String?, trusting authority: String?, name: String) throws -> SecureTransport.Files {
        SecureTransport.Files(
            authorities: try authority.map { try write("\(name)-authorities.pem", $0) },
            certificate: try certificate.map { try write("\(name).pem", $0) },
            privateKey: try certificate.map { _ in try write("\(name)-key.pem", TestCertificates.privateKey) }
        )
    }

    func acceptor(
        _ certificate: String = TestCertificates.valid,
        trusting authority: String? = nil,
        logger: Logger = .silent
    ) throws -> SecureTransport {
        .acceptor(try files(certificate, trusting: authority, name: "acceptor"), logger: logger)
    }

    func requestor(
        _ certificate: String? = nil,
        trusting authority: String? = TestCertificates.authority,
        expecting peerName: SecureTransport.PeerName = .host,
        logger: Logger = .silent
    ) throws -> SecureTransport {
        let files = try files(certificate, trusting: authority, name: "requestor")
        return .requestor(files, expecting: peerName, logger: logger)
    }
}

extension Logger {
    static let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
}
