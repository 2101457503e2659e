import DICOM
import DIMSE
import NIOCore

/// Associations, and what is negotiated in them.
extension Examination {
    /// TLS, where it is configured: a connection of its own, closed without an association.
    func secure() async throws -> DoctorStep.Findings {
        guard let security = archive.security(logger: logger) else {
            throw DoctorStep.Skipped(reason: "not configured")
        }
        do {
            let facts = try await security.probe(
                host: archive.host,
                port: archive.port,
                within: archive.timeouts.associate
            )
            return DoctorStep.Findings(
                [facts.version, facts.cipherSuite].compactMap { $0 }.joined(separator: ", "),
                facts.certificate.map { "the archive's certificate is \($0)" } ?? "the archive has no certificate"
            )
        } catch let error as AssociationError {
            throw await diagnosis(opening: error)
        }
    }

    /// Everything that the gateway may ask is proposed in one association.
    mutating func associate() async throws -> DoctorStep.Findings {
        let services = [
            SOPClass.verification, SOPClass.studyRootFind, SOPClass.studyRootGet, SOPClass.studyRootMove,
            SOPClass.patientRootFind, SOPClass.patientRootGet, SOPClass.patientRootMove,
        ]
        let (negotiation, name) = try await negotiate(
            services.map { ProposedContext($0, Self.uncompressed) },
            for: .echo
        )
        accepted = Set(negotiation.contexts.map(\.abstractSyntax))
        let contexts = services.map { DoctorStep.Context($0, in: negotiation) }
        let count = contexts.count { $0.transferSyntax != nil }
        var findings = DoctorStep.Findings(
            "\(count) of \(contexts.count) presentation contexts accepted",
            contexts: contexts
        )
        if let name { findings.lines.append("the archive's implementation is \(name)") }
        if let abilities = await abilities() { findings.lines.append(abilities) }
        return findings
    }

    /// What the gateway finds out of its queries; nil when it cannot, which the steps that query will explain.
    private func abilities() async -> String? {
        do {
            try await connected.findOut()
        } catch {
            return nil
        }
        let profile = connected.knowledge.profile
        let granted = ArchiveProfile.extensions.filter { profile[keyPath: $0.value] == true }.map(\.name)
        let model = profile.model == .study ? "Study Root" : "Patient Root"
        return "queries are \(model); of the extended negotiation it grants "
            + (granted.isEmpty ? "nothing" : granted.joined(separator: ", "))
    }

    func echo() async throws -> DoctorStep.Findings {
        let status = try await open(for: .echo, proposing: [.verification]) { try await $0.echo() }
        guard status.isSuccess else { throw associations.error(.echo, .status(status, comment: nil)) }
        return DoctorStep.Findings()
    }

    /// Which instances the archive would take: asked for, and none sent.
    func negotiateStorage() async throws -> DoctorStep.Findings {
        let classes = StorageSOPClass.all.sorted { !$0.isRetired && $1.isRetired }.prefix(Negotiation.maximumContexts)
        let (taken, _) = try await negotiate(classes.map { ProposedContext($0.uid, Self.uncompressed) }, for: .store)
        guard let first = taken.contexts.first?.abstractSyntax else {
            throw Diagnosis(
                .notOffered,
                "the archive takes no instances from \(parties.title)",
                remedy: "allow C-STORE there, if clients are to store",
                at: .archive
            )
        }
        let example = taken.context(for: StorageSOPClass.ctImage)?.abstractSyntax ?? first
        let proposals = TransferSyntax.all.map { ProposedContext(example, [$0]) }
        let (syntaxes, _) = try await negotiate(proposals, for: .store)
        return DoctorStep.Findings(
            "\(taken.contexts.count) of \(classes.count) storage SOP classes accepted; nothing was sent",
            "\(SOPClass.name(of: example) ?? example.rawValue) in \(syntaxes.contexts.count) of \(proposals.count) transfer syntaxes"
        )
    }

    static var uncompressed: [TransferSyntax] { [.explicitVRLittleEndian, .implicitVRLittleEndian] }

    private func negotiate(
        _ contexts: [ProposedContext],
        for step: ArchiveError.Step
    ) async throws -> (Negotiation, implementation: String?) {
        try await open(for: step, proposing: contexts) { association in
            (association.negotiation, association.acceptor.implementationVersionName)
        }
    }

    /// Runs `body` in an association; says of a failure how far it had come, and who answers if no archive does.
    func open<Result: Sendable>(
        for step: ArchiveError.Step,
        proposing contexts: [ProposedContext],
        _ body: (Association) async throws -> Result
    ) async throws -> Result {
        var isOpen = false
        do {
            return try await associations.open(for: step, proposing: contexts) { association in
                isOpen = true
                return try await body(association)
            }
        } catch let error as ArchiveError {
            guard case .association(let cause) = error.cause else { throw error }
            throw isOpen ? Diagnosis(cause, parties, phase: .open) : await diagnosis(opening: cause)
        }
    }

    private func diagnosis(opening cause: AssociationError) async -> Diagnosis {
        let diagnosis = Diagnosis(cause, parties, phase: .opening)
        switch diagnosis.code {
        case .associationTimedOut, .hungUp, .notDICOM, .misunderstood, .speaksNoTLS: break
        default: return diagnosis
        }
        guard let address = addresses.first(where: { $0.ipAddress != nil }) else { return diagnosis }
        let place = "port \(archive.port) of \(archive.host)"
        switch await Stranger.meet(address) {
        case .http:
            return Diagnosis(
                .speaksHTTP,
                "what answers there is no DICOM application: it speaks HTTP",
                remedy: "is \(place) the archive's DICOM port?",
                at: .archiveKey("port")
            )
        case .other:
            return Diagnosis(
                .notDICOM,
                "what answers there is no DICOM application",
                remedy: "is \(place) the archive's DICOM port?",
                at: .archiveKey("port")
            )
        case .dicom, .silent: return diagnosis
        }
    }
}

extension DoctorStep.Context {
    init(_ sopClass: UID, in negotiation: Negotiation) {
        abstractSyntax = sopClass.rawValue
        name = SOPClass.name(of: sopClass) ?? sopClass.rawValue
        if let accepted = negotiation.context(for: sopClass) {
            transferSyntax = accepted.transferSyntax.name
            answer = "accepted"
        } else {
            answer = (negotiation.refusals[sopClass] ?? []).map(\.inWords).sorted().first ?? "not answered"
        }
    }
}

extension AssociateAccept.PresentationContext.Result {
    /// As PS3.8 Table 9-18 has it.
    fileprivate var inWords: String {
        switch self {
        case .acceptance: "accepted"
        case .userRejection: "user rejection"
        case .noReason: "no reason given"
        case .abstractSyntaxNotSupported: "abstract syntax not supported"
        case .transferSyntaxesNotSupported: "transfer syntaxes not supported"
        }
    }
}
