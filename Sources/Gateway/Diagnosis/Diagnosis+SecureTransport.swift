import DIMSE

extension Diagnosis {
    /// Why a connection is not secure (PS3.15 §B.12).
    init(_ error: SecureTransportError, _ parties: Parties) {
        let (code, remedy, place) = Self.meaning(of: error)
        self.init(code, error.sentence(parties.archive), remedy: remedy, at: place)
    }

    private static func meaning(of error: SecureTransportError) -> (Code, remedy: String?, Place?) {
        switch error {
        case .certificate(let fault, _): meaning(of: fault)
        case .refused(let alert, let hasCertificate): meaning(of: alert, hasCertificate: hasCertificate)
        case .noCertificate: (.certificateMissing, nil, .archive)
        case .noCommonVersion, .noCommonCipherSuite: (.handshakeFailed, "can it be set to TLS 1.2 or later?", .archive)
        case .notSpoken: (.speaksNoTLS, "is this its port for TLS? Without TLS, leave tls out", .archiveKey("port"))
        case .wanted: (.speaksTLS, "set tls, or take its port for plain DICOM", .archiveKey("tls"))
        case .unexpected: (.speaksTLS, nil, nil)
        case .credentials(let error): (.certificateUnreadable, nil, .archiveKey("tls.\(error.part.rawValue)"))
        case .failed: (.handshakeFailed, nil, nil)
        }
    }

    private static func meaning(of fault: SecureTransportError.Fault) -> (Code, remedy: String?, Place?) {
        switch fault {
        case .expired: (.certificateExpired, "it needs a new one", .archive)
        case .notYetValid: (.certificateNotYetValid, "are both clocks right?", .archive)
        case .wrongName:
            (
                .certificateForAnotherName, "set tls.serverName to its name, or tls.verifyName to false",
                .archiveKey("tls.serverName")
            )
        case .unknownAuthority, .notSignedByAuthority:
            (
                .certificateNotTrusted, "put its authority into the file of tls.authorities",
                .archiveKey("tls.authorities")
            )
        case .notForThisUse: (.certificateNotTrusted, "it needs one for servers", .archive)
        }
    }

    private static func meaning(
        of alert: SecureTransportError.Alert?,
        hasCertificate: Bool
    ) -> (Code, remedy: String?, Place?) {
        switch alert {
        case .handshakeFailure?, .certificateRequired?, nil:
            hasCertificate
                ? (.certificateRefused, "does it trust the authority of our certificate?", .archive)
                : (.certificateMissing, "set tls.certificate and tls.privateKey", .archiveKey("tls.certificate"))
        case .certificateExpired?, .certificateRevoked?:
            (.certificateRefused, "renew our certificate", .archiveKey("tls.certificate"))
        case .unknownAuthority?: (.certificateRefused, "have the authority of our certificate added there", .archive)
        case .badCertificate?, .unsupportedCertificate?, .certificateUnknown?, .accessDenied?, .decryptError?:
            (.certificateRefused, "which certificates does it accept?", .archive)
        case .unrecognizedName?: (.handshakeFailed, "set tls.serverName to its name", .archiveKey("tls.serverName"))
        default: (.handshakeFailed, nil, nil)
        }
    }
}
