import DICOM
import DICOMweb
import DIMSE

extension DIMSEArchive {
    /// One association for any number of searches in a row, in the information model that the archive has.
    ///
    /// - Parameter query: for what it asks beyond the usual, such as fuzzy names.
    func finding<Result: Sendable>(
        for query: SearchQuery? = nil,
        _ body: (Finder) async throws -> Result
    ) async throws -> Result {
        do {
            try await findOut()
            let profile = knowledge.profile
            let model = profile.model
            let context = ProposedContext(model.findClass, [.explicitVRLittleEndian, .implicitVRLittleEndian])
            return try await associations.open(
                for: .search,
                proposing: [context],
                negotiating: profile.proposal(for: query)
            ) { association in
                try await body(Finder(self, association, profile, query))
            }
        } catch let error as ArchiveError {
            switch error.cause {
            // Whatever answers next may be another program.
            case .notOffered, .association(.connectionFailed), .association(.aborted): knowledge.doubt()
            // One that has no room for now is the one that it was.
            case .association(.rejected(let rejection)) where rejection.isPermanent: knowledge.doubt()
            default: break
            }
            throw error
        }
    }
}

extension ArchiveProfile {
    /// What is asked for in an association: what the archive is known to grant and the query has use for.
    fileprivate func proposal(for query: SearchQuery?) -> [ExtendedNegotiation] {
        let wanted = [
            true, true, query?.fuzzyMatching ?? false, query?.wantsTimezone ?? false, false,
            query?.emptyValueMatching ?? false, query?.multipleValueMatching ?? false,
        ]
        let information = zip(wanted, Self.extensions).prefix((negotiation ?? .none).length).map { wanted, named in
            UInt8(wanted && self[keyPath: named.value] ?? false ? 1 : 0)
        }
        guard information.contains(1) else { return [] }
        return [ExtendedNegotiation(sopClassUID: model.findClass, information: information)]
    }
}

/// Searches on one association.
struct Finder {
    let knowledge: ArchiveKnowledge
    let model: InformationModel
    let capabilities: QueryCapabilities
    private let associations: ArchiveAssociations
    private let association: Association

    fileprivate init(
        _ archive: DIMSEArchive,
        _ association: Association,
        _ profile: ArchiveProfile,
        _ query: SearchQuery?
    ) {
        knowledge = archive.knowledge
        associations = archive.associations
        self.association = association
        model = profile.model
        let granted = association.granted(profile.model.findClass)
        // What the operator says holds whatever the archive answers.
        let pinned = archive.knowledge.pinned
        func can(_ index: Int) -> Bool {
            pinned[keyPath: ArchiveProfile.extensions[index].value] ?? (index < granted.count && granted[index])
        }
        var capabilities = QueryCapabilities(characterSet: knowledge.characterSet)
        capabilities.hasPatientLevel = profile.model == .patient
        capabilities.relational = can(0) && profile.relational ?? false
        capabilities.combinedDateTime = can(1)
        capabilities.fuzzyNames = can(2) && query?.fuzzyMatching ?? false
        capabilities.timezone = can(3)
        capabilities.emptyValue = can(5)
        capabilities.multipleValues = can(6)
        self.capabilities = capabilities
    }

    /// More answers than any search has; a larger number is a broken archive's.
    private static let answerLimit = 1_000_000

    /// All matches, up to a limit at which the archive is told to stop (C-CANCEL, PS3.7 §9.3.2.3).
    ///
    /// An archive that is known not to stop is hung up on: after a truncated answer the association may be gone.
    ///
    /// - Parameters:
    ///   - keys: those that a request names; an archive that refuses them is told from one that fails.
    ///   - isWanted: what does not pass is neither kept nor counted.
    func find(
        _ identifier: DataSet,
        limit: Int,
        keys: Set<Tag> = [],
        where isWanted: (DataSet) -> Bool = { _ in true }
    ) async throws -> ArchiveMatches {
        var matches: [DataSet] = []
        var count = 0
        var isTruncated = false
        let outcome: FindOutcome
        do {
            outcome = try await association.find(model.findClass, identifier) { match in
                count += 1
                guard isWanted(match) else { return count < Self.answerLimit ? .more : .enough }
                guard matches.count < limit else {
                    isTruncated = true
                    if knowledge.profile.cancel == false { throw HangUp() }
                    return .enough
                }
                matches.append(match)
                return .more
            }
        } catch is HangUp {
            return ArchiveMatches(matches: matches, isTruncated: true)
        }
        if outcome.wasCancelled { learn(from: outcome) }
        isTruncated = isTruncated || outcome.wasCancelled || outcome.isPartial(of: matches)
        guard outcome.status.isSuccess || isTruncated else {
            throw error(outcome.failure(of: keys))
        }
        return ArchiveMatches(matches: matches, isTruncated: isTruncated)
    }

    private struct HangUp: Error {}

    /// An archive that had sent all before it read the C-CANCEL shows nothing.
    private func learn(from outcome: FindOutcome) {
        if outcome.isCancelIgnored {
            knowledge.learn { $0.cancel = false }
        } else if outcome.status.isCancelled {
            knowledge.learn { $0.cancel = true }
        }
    }

    func error(_ cause: ArchiveError.Cause) -> ArchiveError { associations.error(.search, cause) }
}

extension FindOutcome {
    /// Whether the archive ended before it had told all: at a limit of its own, or since it gave up after some matches.
    fileprivate func isPartial(of matches: [DataSet]) -> Bool {
        status == .matchingReachedResponseLimit || status.isCancelled && !matches.isEmpty
    }

    /// - Parameter keys: those that the request names.
    fileprivate func failure(of keys: Set<Tag>) -> ArchiveError.Cause {
        let refused = offendingElements.filter { keys.contains($0) }
        guard status == .identifierDoesNotMatchSOPClass, !refused.isEmpty else {
            return .status(status, comment: comment)
        }
        return .keyRefused(refused, status)
    }
}
