package import DICOMweb

/// Several archives as one: searched together; what is retrieved comes from the first that has it.
package struct FederatedArchive: Archive {
    package let name = "federated"
    /// In the order of the configuration; the first takes what is stored. Never empty.
    private let members: [any Archive]

    package init(_ members: [any Archive]) {
        self.members = members
    }

    package func echo() async throws {
        for member in members {
            try await member.echo()
        }
    }

    /// The answers of all, in the order of the configuration: a list that lacks an archive's would be no answer.
    package func search(_ query: SearchQuery, limit: Int) async throws -> ArchiveMatches {
        try await withThrowingTaskGroup { group in
            for (index, member) in members.enumerated() {
                group.addTask { (index, try await member.search(query, limit: limit)) }
            }
            var answers: [Int: ArchiveMatches] = [:]
            for try await (index, answer) in group {
                answers[index] = answer
            }
            let inOrder = members.indices.compactMap { answers[$0] }
            var all = ArchiveMatches(
                matches: inOrder.flatMap(\.matches),
                isTruncated: inOrder.contains(where: \.isTruncated)
            )
            all.hasFuzzyNames = inOrder.allSatisfy(\.hasFuzzyNames)
            all.warnings = inOrder.flatMap(\.warnings)
            return all
        }
    }

    /// What all have of each: one study may lie in several archives.
    package func count(_ entities: [UncountedEntity], limit: Int) async throws -> [UncountedEntity: EntityCounts] {
        try await withThrowingTaskGroup { group in
            for member in members {
                group.addTask { try await member.count(entities, limit: limit) }
            }
            var all: [UncountedEntity: EntityCounts] = [:]
            for try await counts in group {
                for (entity, found) in counts { all[entity, default: EntityCounts()].merge(found) }
            }
            return all
        }
    }

    package func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        for member in members {
            do {
                return try await member.retrieve(scope, expecting: expecting, deliver: deliver)
            } catch let error as ArchiveError {
                // Only an archive that has nothing at all is passed over: a failed one may have what the next lacks.
                guard case .notFound = error.cause else { throw error }
            }
        }
        throw ArchiveError(archive: name, step: .retrieve, cause: .notFound)
    }

    package func store(_ instances: [OutgoingInstance]) async -> [StoreAnswer] {
        await members[0].store(instances)
    }
}
