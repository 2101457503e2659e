package import Logging
import NIOConcurrencyHelpers
import NIOCore
package import NIOSSL

/// TLS under associations: Secure Transport Connections (PS3.15 §6.2) of the profile "BCP 195 RFC 8996, 9325" (§B.12).
///
/// The PEM files are read when the first connection needs them, and again when they change: connections that are open
/// stay, later ones have what the files then say. Files that cannot be used leave the earlier ones in force.
package final class SecureTransport: Sendable {
    /// PEM files; which of them there must be depends on the role.
    package struct Files: Hashable, Sendable {
        /// Whose certificates are trusted. Nil: those that the system trusts, for a requestor; an acceptor then asks for
        /// no certificate.
        package var authorities: String?
        /// Our certificate and those that lead to its authority.
        package var certificate: String?
        /// In PEM, not encrypted.
        package var privateKey: String?

        package init(authorities: String? = nil, certificate: String? = nil, privateKey: String? = nil) {
            self.authorities = authorities
            self.certificate = certificate
            self.privateKey = privateKey
        }
    }

    /// Whom a requestor expects to find (RFC 9525).
    package enum PeerName: Hashable, Sendable {
        /// The host to which it connects, by its DNS name or its address.
        case host
        /// Another DNS name, which is also asked for (RFC 6066 §3).
        case named(String)
        /// Whoever has a certificate of a trusted authority.
        case any
        /// Whoever answers: to find out whether somebody speaks TLS, and for nothing else.
        case unverified
    }

    /// Whether it opens connections or accepts them.
    package let role: UpperLayer.Role
    package let files: Files
    let peerName: PeerName
    private let logger: Logger
    private let inUse = NIOLockedValueBox<(stamps: [FileStamp?], credentials: Credentials)?>(nil)

    private init(_ role: UpperLayer.Role, _ files: Files, _ peerName: PeerName, _ logger: Logger) {
        self.role = role
        self.files = files
        self.peerName = peerName
        self.logger = logger
    }

    package static func requestor(_ files: Files, expecting peerName: PeerName, logger: Logger) -> SecureTransport {
        SecureTransport(.requestor, files, peerName, logger)
    }

    /// With `authorities` mutual: a peer without a certificate of theirs is turned away.
    package static func acceptor(_ files: Files, logger: Logger) -> SecureTransport {
        SecureTransport(.acceptor, files, .any, logger)
    }

    /// Reads the files, if they changed since.
    ///
    /// - Returns: our certificate, if there is one.
    /// - Throws: what is wrong with them, when there are no earlier ones to go on with.
    @discardableResult
    package func load() throws(CredentialError) -> CertificateSummary? {
        try credentials().certificate.map { CertificateSummary($0) }
    }

    /// What the next connection uses.
    func credentials() throws(CredentialError) -> Credentials {
        let stamps = [files.authorities, files.certificate, files.privateKey].map { $0.flatMap(FileStamp.init) }
        let result = inUse.withLockedValue { inUse -> Result<Credentials, CredentialError> in
            if let inUse, inUse.stamps == stamps { return .success(inUse.credentials) }
            do throws(CredentialError) {
                let credentials = try Credentials(files, role: role, peerName: peerName)
                if inUse != nil { logRenewal(credentials) }
                inUse = (stamps, credentials)
                return .success(credentials)
            } catch {
                guard let earlier = inUse?.credentials else { return .failure(error) }
                // Said once for each change, and tried again at the next.
                inUse?.stamps = stamps
                logger.error(
                    "certificates cannot be read again, the earlier ones stay",
                    metadata: ["cause": "\(error)"]
                )
                return .success(earlier)
            }
        }
        return try result.get()
    }

    private func logRenewal(_ credentials: Credentials) {
        let certificate = credentials.certificate.map { CertificateSummary($0).description } ?? "none"
        logger.notice("certificates read again", metadata: ["certificate": "\(certificate)"])
    }
}

extension SecureTransport {
    /// Puts TLS on a channel that is not active yet, before its upper layer. On its event loop only.
    ///
    /// - Parameters:
    ///   - credentials: those that the files had when the connection was asked for; nil reads them now.
    ///   - host: to which a requestor connects.
    /// - Returns: succeeds when the connection is secure, and fails with a ``SecureTransportError``.
    @discardableResult
    func install(
        _ credentials: Credentials? = nil,
        on channel: any Channel,
        host: String? = nil
    ) throws -> SecureTransportHandler {
        let credentials = try credentials ?? self.credentials()
        let serverName = serverName(of: host)
        let tls: NIOSSLHandler =
            switch role {
            case .requestor: try NIOSSLClientHandler(context: credentials.context, serverHostname: serverName)
            case .acceptor: NIOSSLServerHandler(context: credentials.context)
            }
        let witness = HandshakeWitness()
        let handler = SecureTransportHandler(
            tls,
            witness: witness,
            credentials: credentials,
            role: role,
            expectedName: serverName ?? host ?? "",
            established: channel.eventLoop.makePromise()
        )
        try channel.pipeline.syncOperations.addHandlers([witness, tls, handler])
        return handler
    }

    /// What the requestor asks for by Server Name Indication, which has no place for addresses (RFC 6066 §3).
    private func serverName(of host: String?) -> String? {
        if case .named(let name) = peerName { return name }
        guard let host, (try? SocketAddress(ipAddress: host, port: 0)) == nil else { return nil }
        return host
    }
}

extension SecureTransport {
    /// For servers of other protocols: what the next handshake is to present, as the files now have it.
    ///
    /// - Throws: what is wrong with the files, when there were none earlier.
    package func renewal() throws(CredentialError) -> NIOSSLContextConfigurationOverride {
        let credentials = try credentials()
        var renewal = NIOSSLContextConfigurationOverride()
        renewal.certificateChain = credentials.chain.map { .certificate($0) }
        renewal.privateKey = credentials.privateKey.map { .privateKey($0) }
        return renewal
    }
}
