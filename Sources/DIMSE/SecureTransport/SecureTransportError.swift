/// Why two peers have no secure connection, each cause by its name (PS3.15 §B.12, RFC 8446 §6.2).
package enum SecureTransportError: Error, Hashable, Sendable {
    /// The peer's certificate, as we judge it.
    case certificate(Fault, CertificateSummary)
    /// We ask callers for a certificate, and this one has none.
    case noCertificate
    /// The peer ended the handshake with an alert, or without a word right after it.
    case refused(Alert?, hasCertificate: Bool)
    /// No version of TLS in common: we speak 1.2 and 1.3.
    case noCommonVersion
    case noCommonCipherSuite
    /// What came in answer to our handshake, or in its place, is not TLS, or nothing came.
    case notSpoken(UpperLayer.Role)
    /// The peer answers a plain A-ASSOCIATE-RQ with TLS.
    case wanted
    /// The peer began a handshake where plain PDUs are awaited.
    case unexpected
    /// Our own files.
    case credentials(CredentialError)
    case failed(String)

    /// What is wrong with a certificate.
    package enum Fault: Hashable, Sendable {
        case expired, notYetValid
        /// It stands for other names than the one to which we connect.
        case wrongName(String)
        /// None of the trusted authorities issued it.
        case unknownAuthority
        /// An authority of that name is trusted, but did not sign this.
        case notSignedByAuthority
        /// Not for servers, or not for clients (RFC 5280 §4.2.1.12).
        case notForThisUse
    }
}

extension SecureTransportError: CustomStringConvertible {
    package var description: String { sentence("the peer") }

    /// One sentence for the operator, without a full stop.
    ///
    /// - Parameter peer: what it calls the other side.
    package func sentence(_ peer: String) -> String {
        switch self {
        case .certificate(let fault, let certificate): fault.sentence(certificate, of: peer)
        case .noCertificate: "\(peer) presented no certificate, and only known ones are let in"
        case .refused(let alert?, let hasCertificate): alert.sentence(peer, hasCertificate: hasCertificate)
        case .refused(nil, true):
            "\(peer) closed the connection right after the TLS handshake: it seems not to accept our certificate"
        case .refused(nil, false):
            "\(peer) closed the connection right after the TLS handshake: it seems to want a certificate of ours"
        case .noCommonVersion: "\(peer) speaks neither TLS 1.2 nor TLS 1.3, and older versions are not safe"
        case .noCommonCipherSuite: "\(peer) and we have no TLS cipher suite in common"
        case .notSpoken(.requestor): "\(peer) does not answer TLS with TLS: it seems to speak plain DICOM on this port"
        case .notSpoken(.acceptor): "\(peer) does not speak TLS, and this port does"
        case .wanted: "\(peer) speaks TLS on this port, and none is configured for it"
        case .unexpected: "\(peer) began a TLS handshake, and this port speaks plain DICOM"
        case .credentials(let error): "\(error)"
        case .failed(let reason): "the TLS handshake failed: \(reason)"
        }
    }
}

extension SecureTransportError.Fault {
    fileprivate func sentence(_ certificate: CertificateSummary, of peer: String) -> String {
        let whose = "\(peer)'s certificate (\(certificate.subject))"
        return switch self {
        case .expired: "\(whose) expired on \(certificate.notAfter.day)"
        case .notYetValid: "\(whose) is not valid before \(certificate.notBefore.day)"
        case .wrongName(let name):
            "\(whose) is for \(certificate.names.isEmpty ? "no host" : certificate.names.joined(separator: ", ")), "
                + "not for \(name)"
        case .unknownAuthority where certificate.issuer == certificate.subject:
            "\(whose) is signed by itself and is not among the trusted ones"
        case .unknownAuthority: "\(whose) is from \(certificate.issuer), which leads to no trusted authority"
        case .notSignedByAuthority:
            "\(whose) names the trusted authority \(certificate.issuer), but does not verify against its certificate"
        case .notForThisUse: "\(whose) is not meant for this side of a TLS connection (extended key usage)"
        }
    }
}

extension SecureTransportError {
    /// What the peer's last record says (RFC 8446 §6.2).
    package struct Alert: RawRepresentable, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let handshakeFailure = Alert(rawValue: 40)
        package static let badCertificate = Alert(rawValue: 42)
        package static let unsupportedCertificate = Alert(rawValue: 43)
        package static let certificateRevoked = Alert(rawValue: 44)
        package static let certificateExpired = Alert(rawValue: 45)
        package static let certificateUnknown = Alert(rawValue: 46)
        package static let unknownAuthority = Alert(rawValue: 48)
        package static let accessDenied = Alert(rawValue: 49)
        package static let decryptError = Alert(rawValue: 51)
        package static let protocolVersion = Alert(rawValue: 70)
        package static let insufficientSecurity = Alert(rawValue: 71)
        package static let unrecognizedName = Alert(rawValue: 112)
        package static let certificateRequired = Alert(rawValue: 116)

        /// - Parameter hasCertificate: whether we have one to present.
        fileprivate func sentence(_ peer: String, hasCertificate: Bool) -> String {
            switch self {
            case .certificateRequired where hasCertificate, .handshakeFailure where hasCertificate:
                "\(peer) refused the TLS handshake (\(name)): no cipher suite in common, or our certificate does not suit it"
            case .certificateRequired: "\(peer) wants a certificate of ours (\(name)), and none is configured"
            case .handshakeFailure:
                "\(peer) refused the TLS handshake (\(name)): it may want a certificate of ours, and none is configured"
            case .unknownAuthority: "\(peer) does not know the authority of our certificate (\(name))"
            case .certificateExpired: "\(peer) says that our certificate has expired, or is not valid yet (\(name))"
            case .certificateRevoked: "\(peer) says that our certificate was revoked (\(name))"
            case .badCertificate, .unsupportedCertificate, .certificateUnknown, .accessDenied, .decryptError:
                "\(peer) does not accept our certificate (\(name))"
            case .unrecognizedName: "\(peer) does not go by the name that we asked for (\(name))"
            default: "\(peer) refused the TLS handshake (\(name))"
            }
        }

        private var name: String {
            let names: [Alert: String] = [
                .handshakeFailure: "handshake_failure", .badCertificate: "bad_certificate",
                .unsupportedCertificate: "unsupported_certificate", .certificateRevoked: "certificate_revoked",
                .certificateExpired: "certificate_expired", .certificateUnknown: "certificate_unknown",
                .unknownAuthority: "unknown_ca", .accessDenied: "access_denied", .decryptError: "decrypt_error",
                .protocolVersion: "protocol_version", .insufficientSecurity: "insufficient_security",
                .unrecognizedName: "unrecognized_name", .certificateRequired: "certificate_required",
            ]
            return names[self] ?? "alert \(rawValue)"
        }
    }
}
