package import DICOM
package import DICOMweb
package import DIMSE
package import Logging

/// An archive that speaks DIMSE.
package struct DIMSEArchive: Archive {
    package let name: String
    let associations: ArchiveAssociations
    let knowledge: ArchiveKnowledge
    let retrieve: GatewayConfiguration.Retrieve
    /// Where C-MOVE delivers; nil when there is no such place.
    let inbox: MoveInbox?
    let moveSource: MoveSource

    /// - Parameters:
    ///   - name: as configured; it names the archive in logs and errors.
    ///   - aeTitle: how we call ourselves.
    ///   - characterSet: how queries are encoded, and what is assumed of answers that do not say.
    ///   - retrieve: the service that brings instances.
    ///   - inbox: where C-MOVE delivers; nil when there is no such place.
    ///   - maximumAssociations: how many associations we have with it at once; more wait.
    package init(
        name: String,
        peer: Peer,
        aeTitle: String,
        characterSet: CharacterSet,
        timeouts: AssociationTimeouts,
        retrieve: GatewayConfiguration.Retrieve = .get,
        inbox: MoveInbox? = nil,
        maximumAssociations: Int,
        logger: Logger
    ) {
        self.name = name
        knowledge = ArchiveKnowledge(characterSet: characterSet)
        self.retrieve = retrieve
        self.inbox = inbox
        moveSource = MoveSource(
            name: name,
            aeTitle: peer.aeTitle,
            progress: timeouts.progress,
            knowledge: knowledge
        )
        associations = ArchiveAssociations(
            archive: name,
            peer: peer,
            aeTitle: aeTitle,
            timeouts: timeouts,
            maximum: maximumAssociations,
            logger: logger
        )
    }

    package func echo() async throws {
        let status = try await associations.open(for: .echo, proposing: [.verification]) { try await $0.echo() }
        guard status.isSuccess else { throw associations.error(.echo, .status(status, comment: nil)) }
    }

    package func search(_ query: SearchQuery, limit: Int) async throws -> ArchiveMatches {
        let identifiers = try query.identifiers(characterSet: knowledge.characterSet)
        let keys = Set(query.keys.map(\.tag))
        return try await finding { finder in
            var all = ArchiveMatches(matches: [], isTruncated: false)
            for identifier in identifiers {
                let answer = try await finder.find(identifier, limit: limit - all.matches.count, keys: keys)
                all.matches += answer.matches
                all.isTruncated = all.isTruncated || answer.isTruncated
            }
            return all
        }
    }

    /// One association for any number of searches in a row.
    func finding<Result: Sendable>(_ body: (Finder) async throws -> Result) async throws -> Result {
        let context = ProposedContext(
            SOPClass.studyRootFind,
            [.explicitVRLittleEndian, .implicitVRLittleEndian]
        )
        return try await associations.open(for: .search, proposing: [context]) { association in
            try await body(Finder(archive: associations, association: association))
        }
    }
}

/// Searches on one association.
struct Finder {
    fileprivate let archive: ArchiveAssociations
    fileprivate let association: Association

    /// All matches, up to a limit at which the archive is told to stop (C-CANCEL, PS3.7 §9.3.2.3).
    ///
    /// - Parameter keys: those that a request names; an archive that refuses them is told from one that fails.
    func find(_ identifier: DataSet, limit: Int, keys: Set<Tag> = []) async throws -> ArchiveMatches {
        var matches: [DataSet] = []
        var isTruncated = false
        let outcome = try await association.find(SOPClass.studyRootFind, identifier) { match in
            guard matches.count < limit else {
                isTruncated = true
                return .enough
            }
            matches.append(match)
            return .more
        }
        isTruncated = isTruncated || outcome.isPartial(of: matches)
        guard outcome.status.isSuccess || isTruncated else {
            throw archive.error(.search, outcome.failure(of: keys))
        }
        return ArchiveMatches(matches: matches, isTruncated: isTruncated)
    }
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
