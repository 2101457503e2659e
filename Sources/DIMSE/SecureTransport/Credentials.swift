import FoundationEssentials
import NIOCore
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the files of a ``SecureTransport`` hold, read and checked.
struct Credentials: Sendable {
    /// How long the peer has to answer our close_notify before the connection closes all the same.
    private static let shutdownTimeout = TimeAmount.milliseconds(50)

    /// Forward secrecy and authenticated encryption, as RFC 9325 §4.2 recommends. TLS 1.3 has none but such.
    private static let cipherSuites: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]

    let context: NIOSSLContext
    /// Empty where the system's are trusted, or nobody's.
    let authorities: [NIOSSLCertificate]
    /// Our own, and those that lead to its authority.
    let chain: [NIOSSLCertificate]
    let privateKey: NIOSSLPrivateKey?

    /// Our own.
    var certificate: NIOSSLCertificate? { chain.first }

    init(
        _ files: SecureTransport.Files,
        role: UpperLayer.Role,
        peerName: SecureTransport.PeerName
    ) throws(CredentialError) {
        authorities =
            try files.authorities.map { file throws(CredentialError) in
                try PEM(.authorities, file).certificates()
            } ?? []
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.cipherSuiteValues = Self.cipherSuites
        tls.renegotiationSupport = .none
        tls.shutdownTimeout = Self.shutdownTimeout
        tls.trustRoots = files.authorities == nil ? .default : .certificates(authorities)
        tls.certificateVerification = Self.verification(role, peerName, hasAuthorities: files.authorities != nil)
        tls.sendCANameList = role == .acceptor
        if let certificateFile = files.certificate, let keyFile = files.privateKey {
            chain = try PEM(.certificate, certificateFile).certificates()
            let key = try PEM(.privateKey, keyFile).privateKey()
            privateKey = key
            tls.certificateChain = chain.map { .certificate($0) }
            tls.privateKey = .privateKey(key)
        } else {
            (chain, privateKey) = ([], nil)
        }
        do {
            context = try NIOSSLContext(configuration: tls)
        } catch NIOSSLError.failedToLoadPrivateKey {
            throw CredentialError(.privateKey, files.privateKey ?? "", .notOfTheCertificate)
        } catch {
            let file = files.certificate ?? files.authorities ?? "the system's list of authorities"
            throw CredentialError(files.certificate == nil ? .authorities : .certificate, file, .refused("\(error)"))
        }
    }

    private static func verification(
        _ role: UpperLayer.Role,
        _ peerName: SecureTransport.PeerName,
        hasAuthorities: Bool
    ) -> CertificateVerification {
        switch (role, peerName) {
        // Who calls is known by its authority: the certificates of clients bear no host name.
        case (.acceptor, _): hasAuthorities ? .noHostnameVerification : .none
        case (.requestor, .unverified): .none
        case (.requestor, .any): .noHostnameVerification
        case (.requestor, .host), (.requestor, .named): .fullVerification
        }
    }
}

/// Why a file cannot be used for TLS.
package struct CredentialError: Error, Hashable, Sendable {
    /// What the file should hold.
    package enum Part: String, Hashable, Sendable {
        case authorities, certificate, privateKey
    }

    package enum Reason: Hashable, Sendable {
        /// There is no such file, or it may not be read.
        case unreadable
        case notPEM
        case encrypted
        /// The private key belongs to another certificate.
        case notOfTheCertificate
        case refused(String)
    }

    package var part: Part
    package var file: String
    package var reason: Reason

    init(_ part: Part, _ file: String, _ reason: Reason) {
        self.part = part
        self.file = file
        self.reason = reason
    }
}

extension CredentialError: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .unreadable: "\(file) is not there, or may not be read"
        case .notPEM: "\(file) holds no \(part == .privateKey ? "private key" : "certificate") in PEM"
        case .encrypted: "the private key in \(file) is encrypted, and must not be"
        case .notOfTheCertificate: "the private key in \(file) does not belong to the certificate"
        case .refused(let reason): "\(file) cannot be used: \(reason)"
        }
    }
}

/// A file in PEM (RFC 7468).
private struct PEM {
    /// Enough for every authority that a system trusts.
    private static let longest = 4 << 20

    let part: CredentialError.Part
    let file: String
    let bytes: [UInt8]

    init(_ part: CredentialError.Part, _ file: String) throws(CredentialError) {
        guard let data = FileManager.default.contents(atPath: file), data.count <= Self.longest else {
            throw CredentialError(part, file, .unreadable)
        }
        self.part = part
        self.file = file
        bytes = Array(data)
    }

    func certificates() throws(CredentialError) -> [NIOSSLCertificate] {
        do {
            guard !bytes.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
            return try NIOSSLCertificate.fromPEMBytes(bytes)
        } catch {
            throw CredentialError(part, file, .notPEM)
        }
    }

    func privateKey() throws(CredentialError) -> NIOSSLPrivateKey {
        // Checked beforehand: for an encrypted key the library would ask on the terminal.
        guard !String(decoding: bytes, as: UTF8.self).contains("ENCRYPTED") else {
            throw CredentialError(part, file, .encrypted)
        }
        do {
            guard !bytes.isEmpty else { throw NIOSSLError.failedToLoadPrivateKey }
            return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
        } catch {
            throw CredentialError(part, file, .notPEM)
        }
    }
}

/// What changes when a file is written or replaced.
struct FileStamp: Hashable, Sendable {
    private let file: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// Nil when there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        file = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        seconds = changed.tv_sec
        nanoseconds = changed.tv_nsec
    }
}
