package import DICOM

/// What an archive found, made into the results of the search (PS3.18 §10.6.3.3).
package struct SearchResults: Sendable {
    private let query: SearchQuery
    private let root: String
    private let kept: Set<Tag>
    private let checks: MatchChecks
    private var results: [Result] = []
    private var positions: [String: Int] = [:]
    private var unverified: Set<String> = []

    private struct Result {
        var dataSet: DataSet
        var order: SearchOrder
    }

    /// - Parameters:
    ///   - query: what was asked.
    ///   - root: the base URI, without a solidus at its end, for Retrieve URLs.
    ///   - hasFuzzyNames: the archive has compared names by their sound, which is not checked here.
    package init(_ query: SearchQuery, root: String, hasFuzzyNames: Bool = false) {
        self.query = query
        self.root = root
        kept = query.keptTags
        checks = query.checks(hasFuzzyNames: hasFuzzyNames)
    }

    /// How many different results there are.
    package var count: Int { results.count }

    /// Takes what the archive sent with one pending response, unless it is not what was asked for.
    ///
    /// A match with the unique key of an earlier one adds to it what that one lacks.
    package mutating func add(_ match: DataSet) {
        var result = match
        complete(&result)
        guard isWanted(result), let key = result.uid(query.level.uniqueKey), key.isValid else { return }
        reduce(&result)
        if let position = positions[key.rawValue] {
            results[position].dataSet.merge(result)
        } else {
            positions[key.rawValue] = results.count
            results.append(Result(dataSet: result, order: SearchOrder(result, query.levels)))
        }
    }

    /// The unique keys of the path, where the archive left them out.
    private func complete(_ result: inout DataSet) {
        for (tag, uid) in [(Tag.studyInstanceUID, query.study), (.seriesInstanceUID, query.series)] {
            if let uid, result.string(tag) == nil { result.set(tag, uid: uid) }
        }
    }

    private mutating func isWanted(_ result: DataSet) -> Bool {
        for (tag, uid) in [(Tag.studyInstanceUID, query.study), (.seriesInstanceUID, query.series)] {
            if let uid, result.uid(tag) != uid { return false }
        }
        guard case .matches(let unverified) = checks.verdict(on: result) else { return false }
        self.unverified.formUnion(unverified)
        return true
    }

    /// Leaves what is returned: what the level requires, what was matched, what was asked for.
    private func reduce(_ result: inout DataSet) {
        result.removeAll { element in
            if element.tag.isGroupLength || element.tag == .dataSetTrailingPadding { return true }
            if kept.contains(element.tag) { return false }
            if SearchAttributes.level(of: element.tag).map({ $0.depth > query.level.depth }) ?? false { return true }
            return !query.includesAll || query.isStripped(element.tag)
        }
        for tag in query.levels.flatMap(SearchAttributes.required) where result[tag] == nil {
            result.setEmpty(tag)
        }
        // An empty one breaks viewers that take its first value for granted.
        for tag in [Tag.modality, .modalitiesInStudy] where result.string(tag) == nil {
            result.remove(tag)
        }
        result.set(.retrieveURL, .UR, root + path(of: result))
    }

    private func path(of result: DataSet) -> String {
        let study = result.uid(.studyInstanceUID) ?? ""
        let series = result.uid(.seriesInstanceUID) ?? ""
        return switch query.level {
        case .study: Scope.study(study).path
        case .series: Scope.series(study: study, series: series).path
        case .instance:
            Scope.instance(study: study, series: series, instance: result.uid(.sopInstanceUID) ?? "").path
        }
    }
}

extension SearchResults {
    /// All results, in the order that equal searches always have (PS3.18 §8.3.4.4.1).
    ///
    /// - Parameters:
    ///   - isComplete: false when the archive was stopped before it had sent all.
    ///   - warnings: what else is to be said of them.
    package func snapshot(isComplete: Bool = true, warnings: [String] = []) -> SearchSnapshot {
        SearchSnapshot(
            results: results.sorted { $0.order < $1.order }.map(\.dataSet),
            isComplete: isComplete,
            unverified: unverified.sorted(),
            warnings: warnings
        )
    }
}

extension SearchQuery {
    /// The tags that a result keeps whether or not all are asked for.
    fileprivate var keptTags: Set<Tag> {
        var tags = Set(levels.flatMap { SearchAttributes.required(at: $0) + SearchAttributes.conditional(at: $0) })
        tags.formUnion(keys.map(\.root))
        tags.formUnion(includes.compactMap(\.first))
        tags.formUnion(privateCreators.keys)
        tags.insert(.specificCharacterSet)
        tags.subtract([.queryRetrieveLevel, .queryRetrieveView])
        return tags.filter { tag in SearchAttributes.level(of: tag).map { $0.depth <= level.depth } ?? true }
    }

    /// What only the archive and the gateway have to know.
    fileprivate func isStripped(_ tag: Tag) -> Bool {
        [.queryRetrieveLevel, .queryRetrieveView, .retrieveAETitle].contains(tag) || tag.group < 0x0008
    }
}

extension DataSet {
    /// Takes over what another finding of the same entity has beyond this one.
    fileprivate mutating func merge(_ other: DataSet) {
        let counts: [Tag] = [
            .numberOfStudyRelatedSeries, .numberOfStudyRelatedInstances, .numberOfSeriesRelatedInstances,
        ]
        for element in other.elements {
            if counts.contains(element.tag) {
                let most = max(integer(element.tag) ?? 0, other.integer(element.tag) ?? 0)
                if !element.isEmpty { set(element.tag, integers: most) }
            } else if element.tag == .modalitiesInStudy {
                let all = Set(strings(element.tag) + other.strings(element.tag)).filter { !$0.isEmpty }
                set(element.tag, strings: all.sorted())
            }
        }
        take(from: other) { _ in true }
    }
}

/// Where a result stands among the others: newest study first, else by number, and always by UID, level by level.
private struct SearchOrder: Comparable {
    private struct Place: Comparable {
        var date = ""
        var time = ""
        var number = 0
        var uid = ""

        static func < (left: Self, right: Self) -> Bool {
            if left.date != right.date { return left.date > right.date }
            if left.time != right.time { return left.time > right.time }
            if left.number != right.number { return left.number < right.number }
            return left.uid < right.uid
        }
    }

    private let places: [Place]

    init(_ result: DataSet, _ levels: [SearchQuery.Level]) {
        places = levels.map { level in
            var place = Place(uid: result.string(level.uniqueKey) ?? "")
            switch level {
            case .study:
                place.date = result.string(.studyDate) ?? ""
                place.time = result.string(.studyTime) ?? ""
            case .series: place.number = result.integer(.seriesNumber) ?? .max
            case .instance: place.number = result.integer(.instanceNumber) ?? .max
            }
            return place
        }
    }

    static func < (left: Self, right: Self) -> Bool {
        for (left, right) in zip(left.places, right.places) where left != right { return left < right }
        return false
    }
}
