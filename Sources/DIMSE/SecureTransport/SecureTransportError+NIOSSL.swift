import NIOCore
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is known of a connection when its handshake fails.
struct HandshakeEvidence {
    let role: UpperLayer.Role
    let credentials: Credentials
    /// The name that the certificate should bear.
    let expectedName: String
    /// Nil when nothing came.
    let firstByte: UInt8?
    /// The peer's own, as far as it was seen.
    let certificate: NIOSSLCertificate?
}

extension SecureTransportError {
    /// The record types of TLS (RFC 8446 §5.1, RFC 6520).
    static let recordTypes: ClosedRange<UInt8> = 0x14...0x18

    /// What bytes amount to that came instead of the first PDU; nil when they do not look like TLS.
    init?(insteadOfPDU error: PDUError, in state: UpperLayer.State) {
        guard case .unrecognizedPDU(let byte) = error.reason, Self.recordTypes.contains(byte) else { return nil }
        switch state {
        case .sta2: self = .unexpected
        case .sta5: self = .wanted
        default: return nil
        }
    }

    /// What an error of the TLS library, or of the connection in mid-handshake, amounts to.
    init(_ error: any Error, _ evidence: HandshakeEvidence) {
        switch error {
        case NIOSSLError.handshakeFailed(.sslError(let stack)), BoringSSLError.sslError(let stack):
            self.init(stack, evidence)
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            self.init(.wrongName(evidence.expectedName), evidence)
        case let error as CredentialError: self = .credentials(error)
        case let error as SecureTransportError: self = error
        default: self = evidence.firstByte == nil ? .notSpoken(evidence.role) : .failed("\(error)")
        }
    }

    private init(_ stack: NIOBoringSSLErrorStack, _ evidence: HandshakeEvidence) {
        if let first = evidence.firstByte, !Self.recordTypes.contains(first) {
            self = .notSpoken(evidence.role)
            return
        }
        if stack.contains(.eofDuringHandshake) {
            self =
                evidence.firstByte == nil
                ? .notSpoken(evidence.role) : .failed("the peer closed the connection in the middle of it")
            return
        }
        let reasons = stack.map { LibraryReason($0) }
        if let alert = reasons.lazy.compactMap(\.alert).first {
            self =
                alert == .protocolVersion
                ? .noCommonVersion : .refused(alert, hasCertificate: evidence.credentials.certificate != nil)
            return
        }
        // What made it fail, such as a signature, stands before it.
        if reasons.contains(where: { $0.name == "CERTIFICATE_VERIFY_FAILED" }) {
            self.init(nil, evidence)
            return
        }
        switch reasons.first?.name {
        case "PEER_DID_NOT_RETURN_A_CERTIFICATE"?: self = .noCertificate
        case "UNSUPPORTED_PROTOCOL"?: self = .noCommonVersion
        case "NO_SHARED_CIPHER"?, "WRONG_CIPHER_RETURNED"?, "NO_SHARED_GROUP"?, "NO_COMMON_SIGNATURE_ALGORITHMS"?:
            self = .noCommonCipherSuite
        case let name?: self = .failed(name)
        case nil: self = .failed("for no known reason")
        }
    }

    /// - Parameter fault: nil when it is to be found out.
    private init(_ fault: Fault?, _ evidence: HandshakeEvidence) {
        guard let certificate = evidence.certificate else {
            self = .failed("the peer's certificate does not verify")
            return
        }
        self = .certificate(fault ?? evidence.fault(of: certificate), CertificateSummary(certificate))
    }
}

extension HandshakeEvidence {
    /// Why a certificate did not verify. The library does not say, so what can be wrong is looked at in turn; what is
    /// left is the chain.
    fileprivate func fault(of certificate: NIOSSLCertificate) -> SecureTransportError.Fault {
        let now = time(nil)
        if certificate.notValidAfter < now { return .expired }
        if certificate.notValidBefore > now { return .notYetValid }
        guard credentials.authorities.contains(where: { $0.subjectName == certificate.issuerName }) else {
            return .unknownAuthority
        }
        return certificate.isFor(role) ? .notSignedByAuthority : .notForThisUse
    }
}

extension NIOSSLCertificate {
    /// Whether the extended key usage, where there is one, allows for the peer of that role (RFC 5280 §4.2.1.12).
    fileprivate func isFor(_ role: UpperLayer.Role) -> Bool {
        // Unreadable means that nothing can be said against it.
        guard let bytes = try? toDERBytes() else { return true }
        let extendedKeyUsage: [UInt8] = [0x06, 0x03, 0x55, 0x1D, 0x25]
        let keyPurpose: [UInt8] = [0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03]
        let anyPurpose: [UInt8] = [0x06, 0x04, 0x55, 0x1D, 0x25, 0x00]
        return !bytes.contains(extendedKeyUsage) || bytes.contains(anyPurpose)
            || bytes.contains(keyPurpose + [role == .requestor ? 0x01 : 0x02])
    }
}

/// One entry of the library's error stack: it is told as text alone, `Error: 268436504 error:…:REASON at FILE:LINE`.
private struct LibraryReason {
    /// Above this number, reasons are the alerts of the peer's.
    private static let firstAlert = 1000

    let name: String
    let alert: SecureTransportError.Alert?

    init(_ error: BoringSSLInternalError) {
        let words = error.description.split(separator: " ")
        let place = error.description.firstRange(of: "OPENSSL_internal:")
        name = place.map { String(error.description[$0.upperBound...].prefix { $0 != " " }) } ?? "\(error)"
        let code = words.dropFirst().first.flatMap { Int($0) } ?? 0
        let reason = code & 0xFFF
        alert =
            reason > Self.firstAlert
            ? UInt8(exactly: reason - Self.firstAlert).map { SecureTransportError.Alert(rawValue: $0) } : nil
    }
}
