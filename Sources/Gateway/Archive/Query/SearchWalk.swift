import DICOM
package import DICOMweb
import DIMSE

extension DIMSEArchive {
    package func search(_ query: SearchQuery, limit: Int) async throws -> ArchiveMatches {
        try await finding(for: query) { finder in
            try await SearchWalk(query, by: finder, limit: limit, searches: limits.searches).run()
        }
    }
}

/// One search, by as many C-FINDs as the archive needs for it: one where it takes relational queries, else level by
/// level from the uppermost that the path does not name (PS3.4 §C.4.1.3). A class since it goes on in every branch.
final class SearchWalk {
    let query: SearchQuery
    let finder: Finder
    let limit: Int
    /// How many C-FINDs are left.
    var searches: Int
    private let maximumSearches: Int
    /// The levels of the information model down to the search's own.
    let levels: [QueryLevel]
    /// Of these, the ones that the path does not name: all of them are matched and returned.
    private let open: Set<QueryLevel>
    private var isRelational: Bool
    var answer = ArchiveMatches(matches: [], isTruncated: false)
    /// Found for studies that the archive left without.
    var modalities: [UID: [String]] = [:]

    init(_ query: SearchQuery, by finder: Finder, limit: Int, searches: Int) {
        self.query = query
        self.finder = finder
        self.limit = limit
        self.searches = searches
        maximumSearches = searches
        let target = query.level.queryLevel
        let hasPatients = finder.model == .patient
        levels = QueryLevel.allCases.filter { ($0 != .patient || hasPatients) && $0 <= target }
        var open = Set(query.levels.map(\.queryLevel))
        if hasPatients, open.contains(.study) { open.insert(.patient) }
        self.open = open
        isRelational = finder.capabilities.relational
    }

    /// - Throws: `contentTooLarge` when the archive may be asked no more and nothing has been found.
    func run() async throws -> ArchiveMatches {
        answer.hasFuzzyNames = finder.capabilities.fuzzyNames
        do {
            try await descend(levels[...], under: [:], from: nil)
        } catch let error as ArchiveError where isRelational && open.count > 1 && error.isRefusalOfIdentifier {
            guard finder.knowledge.pinned.relational == nil else { throw error }
            // It grants what it does not do.
            finder.knowledge.learn { $0.relational = false }
            isRelational = false
            answer.matches = []
            try await descend(levels[...], under: [:], from: nil)
        }
        if searches <= 0, answer.isTruncated {
            guard !answer.matches.isEmpty else {
                throw WebError.contentTooLarge(
                    "the archive has to be asked level by level, and \(maximumSearches) requests found nothing: "
                        + "name a study or a patient"
                )
            }
            answer.warnings.append(
                "The search ended after \(maximumSearches) requests to the archive: results are missing"
            )
        }
        return answer
    }

    /// Searches the levels that are left.
    ///
    /// - Parameters:
    ///   - unique: the unique keys of the levels above.
    ///   - above: what the results inherit from there.
    private func descend(
        _ levels: ArraySlice<QueryLevel>,
        under unique: [Tag: String],
        from above: DataSet?
    ) async throws {
        guard let level = levels.first, let last = levels.last else { return }
        let isWhole = isRelational && open.contains(level)
        if isWhole || level == last {
            let step = SearchStep(at: last, of: isWhole ? open : [level], under: unique)
            return try await collect(step, from: above)
        }
        // A relational query finds a study without its patient.
        if isRelational, level == .patient { return try await descend(levels.dropFirst(), under: [:], from: nil) }
        if !open.contains(level) {
            guard let name = try await nameInPath(level) else { return }
            return try await pass(level, name, levels.dropFirst(), under: unique, from: above)
        }
        let step = SearchStep(at: level, of: [level], under: unique)
        var visited: Set<String> = []
        for entity in try await find(step, limit: limit) where query.mayHoldModality(entity) {
            guard let name = entity.string(level.uniqueKey), visited.insert(name).inserted else { continue }
            guard !isExhausted else { return answer.isTruncated = true }
            var inherited = entity
            if let above { inherit(above, of: self.levels.filter { $0 < level }, in: &inherited) }
            var unique = unique
            unique[level.uniqueKey] = name
            try await descend(levels.dropFirst(), under: unique, from: inherited)
        }
    }

    /// Goes by a level that the path names, asking there only for what was asked for of it.
    private func pass(
        _ level: QueryLevel,
        _ name: String,
        _ rest: ArraySlice<QueryLevel>,
        under unique: [Tag: String],
        from above: DataSet?
    ) async throws {
        var unique = unique
        unique[level.uniqueKey] = name
        var inherited = above
        if query.involves(level, finder.capabilities) {
            let step = SearchStep(at: level, of: [level], under: unique)
            if var entity = try await find(step, limit: 1).first {
                if let above { inherit(above, of: levels.filter { $0 < level }, in: &entity) }
                inherited = entity
            }
        }
        try await descend(rest, under: unique, from: inherited)
    }

    /// What the unique key of a level has to be, since the path names the study or series.
    private func nameInPath(_ level: QueryLevel) async throws -> String? {
        switch level {
        case .patient:
            guard let study = query.study else { return nil }
            return try await finder.patientID(of: study, searches: &searches)
        case .study: return query.study?.rawValue
        case .series: return query.series?.rawValue
        case .instance: return nil
        }
    }

    private var isExhausted: Bool { searches <= 0 || answer.matches.count >= limit && answer.isTruncated }
}

extension ArchiveError {
    /// True of a final status that blames the identifier (PS3.4 Table C.4-1).
    fileprivate var isRefusalOfIdentifier: Bool {
        switch cause {
        case .keyRefused: true
        case .status(let status, _):
            status == .identifierDoesNotMatchSOPClass || (0xC000...0xCFFF).contains(status.rawValue)
        default: false
        }
    }
}
