package import DIMSE
package import Logging

extension SecureTransport {
    /// What a configuration says of the connections to an archive.
    package static func requestor(_ tls: GatewayConfiguration.ArchiveTLS, logger: Logger) -> SecureTransport {
        requestor(
            Files(authorities: tls.authorities, certificate: tls.certificate, privateKey: tls.privateKey),
            expecting: !tls.verifyName ? .any : tls.serverName.map { .named($0) } ?? .host,
            logger: logger
        )
    }

    /// What a configuration says of one of our ports.
    package static func acceptor(_ tls: GatewayConfiguration.TLS, logger: Logger) -> SecureTransport {
        acceptor(
            Files(authorities: tls.clientAuthorities, certificate: tls.certificate, privateKey: tls.privateKey),
            logger: logger
        )
    }

    /// To a port of ours, to ask who has it.
    static func stranger(presenting tls: GatewayConfiguration.TLS) -> SecureTransport {
        requestor(
            Files(certificate: tls.certificate, privateKey: tls.privateKey),
            expecting: .unverified,
            logger: .silent
        )
    }
}

extension GatewayConfiguration.Archive {
    /// Nil where the connections to the archive are plain.
    package func security(logger: Logger) -> SecureTransport? {
        guard let tls, tls.enabled else { return nil }
        return .requestor(tls, logger: logger)
    }
}
