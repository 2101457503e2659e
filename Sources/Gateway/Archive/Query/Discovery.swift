import DICOM
import DIMSE
import Logging

/// What an archive can do is found out by what it answers to an association request that proposes all of it.
extension DIMSEArchive {
    /// Asks, unless that has been done: once for all who need it.
    ///
    /// - Throws: ``ArchiveError`` when the archive cannot be asked, or offers no queries.
    func findOut() async throws {
        guard !knowledge.isFoundOut else { return }
        try await knowledge.attempt.run(while: { !knowledge.isFoundOut }) {
            try await ask()
            knowledge.foundOut()
            logger.notice("archive found out", metadata: knowledge.profile.metadata(archive: name))
        }
    }

    /// An archive that rejects or aborts on what it does not know is asked again with less.
    private func ask() async throws {
        let pinned = knowledge.pinned.negotiation
        let attempts = Proposal.all.filter { pinned == nil || $0.negotiation == pinned }
        for (number, attempt) in attempts.enumerated() {
            do {
                return try await ask(attempt)
            } catch let error as ArchiveError where number + 1 < attempts.count && error.mayBeAboutTheProposal {
                continue
            }
        }
    }

    private func ask(_ proposal: Proposal) async throws {
        try await associations.open(
            for: .search,
            proposing: proposal.contexts,
            negotiating: proposal.extensions
        ) { association in
            let accepted = Set(association.accepted.map(\.abstractSyntax))
            guard let model = InformationModel.allCases.first(where: { accepted.contains($0.findClass) }) else {
                throw AssociationError.noContext(SOPClass.studyRootFind, nil)
            }
            let granted = association.granted(model.findClass)
            knowledge.learn { profile in
                profile.informationModel = model
                profile.negotiation = proposal.negotiation
                for (index, named) in ArchiveProfile.extensions.enumerated() {
                    profile[keyPath: named.value] = index < granted.count && granted[index]
                }
                guard proposal.hasServices else { return }
                profile.get = accepted.contains(model.getClass)
                profile.move = accepted.contains(model.moveClass)
                profile.withoutBulkData = accepted.contains(SOPClass.compositeInstanceRetrieveWithoutBulkDataGet)
            }
        }
    }
}

extension Association {
    /// What was granted of the extended negotiation of a class, byte by byte; nothing where it was not answered.
    func granted(_ sopClass: UID) -> [Bool] {
        negotiation.extendedNegotiations.last { $0.sopClassUID == sopClass }?.information.map { $0 != 0 } ?? []
    }
}

/// One way to ask: each next one has less that an archive can stumble over.
private struct Proposal {
    let negotiation: ArchiveProfile.Negotiation
    /// Whether the retrieve services are proposed beside C-FIND.
    let hasServices: Bool

    static let all = [
        Proposal(negotiation: .full, hasServices: true), Proposal(negotiation: .short, hasServices: true),
        Proposal(negotiation: .none, hasServices: true), Proposal(negotiation: .none, hasServices: false),
    ]

    var contexts: [ProposedContext] {
        var classes = InformationModel.allCases.map(\.findClass)
        if hasServices {
            classes += InformationModel.allCases.flatMap { [$0.getClass, $0.moveClass] }
            classes.append(SOPClass.compositeInstanceRetrieveWithoutBulkDataGet)
        }
        return classes.map { ProposedContext($0, [.explicitVRLittleEndian, .implicitVRLittleEndian]) }
    }

    var extensions: [ExtendedNegotiation] {
        guard negotiation.length > 0 else { return [] }
        let information = [UInt8](repeating: 1, count: negotiation.length)
        return InformationModel.allCases.map {
            ExtendedNegotiation(sopClassUID: $0.findClass, information: information)
        }
    }
}

extension ArchiveProfile.Negotiation {
    /// How many bytes it has (PS3.4 §C.5.1.1).
    var length: Int {
        switch self {
        case .full: ArchiveProfile.extensions.count
        case .short: 3
        case .none: 0
        }
    }
}

extension ArchiveError {
    /// True of an association that was not opened, for no reason that another proposal would not change.
    fileprivate var mayBeAboutTheProposal: Bool {
        guard case .association(let error) = cause else { return false }
        switch error {
        case .rejected(.callingAETitleNotRecognized), .rejected(.calledAETitleNotRecognized): return false
        case .rejected(let rejection): return rejection.isPermanent
        case .aborted, .closed, .protocolViolation: return true
        default: return false
        }
    }
}
