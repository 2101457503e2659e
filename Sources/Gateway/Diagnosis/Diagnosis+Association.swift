package import DIMSE

extension Diagnosis {
    /// How far an association had come when it failed.
    package enum Phase: Hashable, Sendable {
        /// Asked for, and not accepted yet.
        case opening
        /// Accepted.
        case open
        case unknown
    }

    /// Why there is no association, or no longer (PS3.8 §9.3).
    package init(_ error: AssociationError, _ parties: Parties, phase: Phase = .unknown) {
        switch error {
        case .connectionFailed, .timedOut(.connect): self.init(noConnection: error, parties)
        case .secureTransport(let error): self.init(error, parties)
        case .timedOut(.handshake):
            self.init(
                .associationTimedOut,
                "\(parties.archive) accepts connections and does not answer the TLS handshake",
                remedy: "is this its port for TLS?",
                at: .archiveKey("port")
            )
        case .userIdentityRejected(let rejection):
            self.init(
                .identityRejected,
                "\(parties.archive) refused the association (\(rejection))",
                remedy: "does it accept the user identity, and \(parties.title)?",
                at: .archiveKey("identity")
            )
        case .userIdentityNotConfirmed:
            self.init(
                .identityNotConfirmed,
                "\(parties.archive) did not confirm the user identity",
                remedy: "it may not support any; positiveResponse: false does without",
                at: .archiveKey("identity.positiveResponse")
            )
        case .rejected(let rejection): self.init(rejection, parties)
        case .timedOut(.associate):
            self.init(
                .associationTimedOut,
                "\(parties.archive) accepts connections and does not answer the association request",
                remedy: "is a DICOM application listening at \(parties.address ?? "that port")?",
                at: .archiveKey("port")
            )
        case .timedOut: self.init(.timedOut, "\(parties.archive) did not answer in time")
        case .closed where phase == .opening, .aborted where phase == .opening: self.init(hangUp: error, parties)
        case .aborted: self.init(brokenOff: .aborted, "aborted the association", parties, phase)
        case .closed: self.init(brokenOff: .brokeOff, "broke off", parties, phase)
        case .releasedByPeer: self.init(brokenOff: .brokeOff, "released the association in the middle", parties, phase)
        case .noContext: self.init(.notOffered, "\(parties.archive) does not offer that service")
        case .protocolViolation(.unrecognizedPDU) where phase != .open:
            self.init(.notDICOM, "what answers there is no DICOM application", at: .archiveKey("port"))
        case .protocolViolation, .unexpectedMessage, .invalidMessage:
            self.init(.misunderstood, "\(parties.archive) and the gateway did not understand each other")
        case .tooManyContexts, .invalidProposal:
            self.init(.invalidProposal, "the gateway cannot ask \(parties.archive) for that association")
        }
    }

    private init(noConnection error: AssociationError, _ parties: Parties) {
        let place = parties.address.map { " at \($0)" } ?? ""
        if case .timedOut = error {
            self.init(
                .connectionTimedOut,
                "\(parties.archive) cannot be reached\(place): nothing answers there in time",
                remedy: "is the address right, and does a firewall drop what is sent to it?",
                at: .archiveKey("host")
            )
        } else {
            self.init(.unreachable, "\(parties.archive) cannot be reached\(place)", at: .archiveKey("host"))
        }
    }

    private init(_ rejection: AssociateReject, _ parties: Parties) {
        switch rejection {
        case let rejection where !rejection.isPermanent:
            self.init(
                .busy,
                "\(parties.archive) takes no more associations now",
                remedy: "ask again later, or lower maximumAssociations to what it allows",
                at: .archiveKey("maximumAssociations")
            )
        case .callingAETitleNotRecognized:
            self.init(
                .callingAETitleRejected,
                "\(parties.archive) does not know \(parties.title)",
                remedy: parties.aeTitle.map { "register \($0) there" } ?? "register it there",
                at: .archive
            )
        case .calledAETitleNotRecognized:
            let title = parties.calledAETitle.map { "AE title \($0)" } ?? "the AE title that is configured for it"
            self.init(
                .calledAETitleRejected,
                "\(parties.archive) does not go by \(title)",
                remedy: "set aeTitle to its own",
                at: .archiveKey("aeTitle")
            )
        default:
            self.init(
                .rejected,
                "\(parties.archive) refused the association (\(rejection))",
                remedy: "does it allow \(parties.title)?",
                at: .archive
            )
        }
    }

    /// Archives that know no caller's AE title often say nothing at all.
    private init(hangUp error: AssociationError, _ parties: Parties) {
        let act = if case .aborted = error { "aborted" } else { "hung up" }
        self.init(
            .hungUp,
            "\(parties.archive) \(act) after the association request",
            remedy: parties.aeTitle.map { "calling AE title not allowed? Register \($0) there" }
                ?? "calling AE title not allowed?",
            at: .archive
        )
    }

    private init(brokenOff code: Code, _ act: String, _ parties: Parties, _ phase: Phase) {
        self.init(code, "\(parties.archive) \(act)")
        guard phase == .open else { return }
        cause = "\(parties.archive) accepted the association, and \(act) when it was asked"
        remedy = "does it allow \(parties.title) to ask that?"
        place = .archive
    }
}
