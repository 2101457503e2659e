package import DICOM

/// A search as the URL states it (PS3.18 §8.3.4, §10.6.1).
///
/// Two queries are equal when they search for the same, so one can be the key of a snapshot to page from; see
/// ``unpaged``.
package struct SearchQuery: Hashable, Sendable {
    /// What the results are (PS3.18 §10.6.1.1).
    package enum Level: Hashable, Sendable, CaseIterable {
        case study, series, instance
    }

    /// The most C-FIND requests that lists of values may ask for.
    package static let maximumAlternatives = 32

    package let level: Level
    /// The unique keys of the path: of the study, and of the series, above the level.
    package let study: UID?
    package let series: UID?
    /// What to match, without the unique keys of the path; ascending by tag.
    package internal(set) var keys: [SearchKey] = []
    /// What to return beside what the level requires and what is matched, each a path of tags from the outermost
    /// sequence; ascending.
    package internal(set) var includes: [[Tag]] = []
    /// `includefield=all`: whatever the archive has at the level (PS3.18 §8.3.4.3).
    package internal(set) var includesAll = false
    /// The creators of the private blocks that keys and includes are in.
    package internal(set) var privateCreators: [Tag: String] = [:]
    package var limit: Int?
    package var offset = 0
    package internal(set) var fuzzyMatching = false
    package internal(set) var emptyValueMatching = false
    package internal(set) var multipleValueMatching = false
    /// The `accept` parameter, for ``Accept``.
    package internal(set) var accept: String?
    /// What was asked for and is never done, as texts for Warning fields (PS3.18 §8.3.4).
    package internal(set) var warnings: [String] = []

    /// What was asked for and the archive did not do (PS3.18 §8.3.4.2).
    package func warnings(hasFuzzyNames: Bool) -> [String] {
        guard fuzzyMatching, !hasFuzzyNames else { return [] }
        return ["The fuzzymatching parameter is not supported. Only literal matching has been performed."]
    }

    /// The same search without `limit` and `offset`: its results, ordered once, give every page.
    package var unpaged: SearchQuery {
        var query = self
        (query.limit, query.offset) = (nil, 0)
        return query
    }

    /// Reads the search that a resource and its query component ask for.
    ///
    /// - Parameters:
    ///   - level: what is searched for.
    ///   - study: the study of the path.
    ///   - series: the series of the path.
    ///   - query: the query component, still percent-encoded, without its question mark.
    /// - Throws: `badRequest` for an invalid value of a known parameter, a repeated one, a key that ``levels`` do not
    ///   have.
    package init(_ level: Level, study: UID? = nil, series: UID? = nil, query: String) throws(WebError) {
        self.level = level
        self.study = study
        self.series = series
        try read(QueryParameters(query))
        keys.sort { $0.path.lexicographicallyPrecedes($1.path) }
        includes.sort { $0.lexicographicallyPrecedes($1) }
    }

    /// The levels whose attributes are matched and returned, the uppermost first: the search's own, and those above
    /// that the path does not name (PS3.18 Table 10.6.1-4, §10.6.3.3).
    package var levels: [Level] {
        switch level {
        case .study: [.study]
        case .series: study == nil ? [.study, .series] : [.series]
        case .instance where study == nil: [.study, .series, .instance]
        case .instance: series == nil ? [.series, .instance] : [.instance]
        }
    }
}

extension SearchQuery.Level {
    /// Query/Retrieve Level (0008,0052) (PS3.4 §C.6.2).
    package var name: String {
        switch self {
        case .study: "STUDY"
        case .series: "SERIES"
        case .instance: "IMAGE"
        }
    }

    /// The level's own unique key (PS3.4 §C.6.2).
    package var uniqueKey: Tag {
        switch self {
        case .study: .studyInstanceUID
        case .series: .seriesInstanceUID
        case .instance: .sopInstanceUID
        }
    }

    /// 0 for the study, more for what lies below.
    package var depth: Int {
        switch self {
        case .study: 0
        case .series: 1
        case .instance: 2
        }
    }
}

extension SearchQuery {
    private mutating func read(_ parameters: QueryParameters) throws(WebError) {
        limit = try Self.count("limit", in: parameters)
        offset = try Self.count("offset", in: parameters) ?? 0
        accept = try parameters.value("accept")
        try readSwitches(parameters)
        var unknown: [String] = []
        var matches: [(AttributeName, QueryParameters.Parameter)] = []
        for parameter in parameters.parameters where !Self.names.contains(parameter.name) {
            if let attribute = try AttributeName(parameter.name) {
                matches.append((attribute, parameter))
            } else {
                unknown.append(parameter.name)
            }
        }
        if unknown.contains(where: MediaType.isToken) {
            let names = unknown.filter(MediaType.isToken).joined(separator: ", ")
            warnings.append("The following query parameters are not supported and were ignored: \(names)")
        }
        try readCreators(matches)
        for (attribute, parameter) in matches {
            try readKey(attribute, parameter)
        }
        for parameter in parameters.parameters where parameter.name == "includefield" {
            for name in try parameter.value().split(separator: ",") {
                try readInclude(name)
            }
        }
    }

    /// The parameters that are no attributes; names are case-sensitive (PS3.18 §8.3.1).
    private static let names: Set<String> = [
        "limit", "offset", "includefield", "fuzzymatching", "emptyvaluematching", "multiplevaluematching", "accept",
        "charset",
    ]

    private static func count(_ name: String, in parameters: QueryParameters) throws(WebError) -> Int? {
        guard let text = try parameters.value(name) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text) else {
            throw .badRequest("\(name) is a number from 0")
        }
        return count
    }

    private static func isSet(_ name: String, in parameters: QueryParameters) throws(WebError) -> Bool {
        switch try parameters.value(name) {
        case nil, "false": return false
        case "true": return true
        default: throw .badRequest("\(name) is true or false")
        }
    }

    private mutating func readSwitches(_ parameters: QueryParameters) throws(WebError) {
        fuzzyMatching = try Self.isSet("fuzzymatching", in: parameters)
        emptyValueMatching = try Self.isSet("emptyvaluematching", in: parameters)
        multipleValueMatching = try Self.isSet("multiplevaluematching", in: parameters)
    }

    /// A private creator is a key like any other, and names the block of the private keys (PS3.18 §8.3.4.1).
    private mutating func readCreators(
        _ matches: [(AttributeName, QueryParameters.Parameter)]
    ) throws(WebError) {
        for (attribute, parameter) in matches where attribute.tag.isPrivateCreator && attribute.path.count == 1 {
            guard privateCreators[attribute.tag] == nil else { throw .repeated(parameter.name) }
            let creator = try parameter.value()
            guard !creator.isEmpty else { throw .badRequest("\(parameter.name): a private creator has a name") }
            privateCreators[attribute.tag] = creator
        }
    }

    private mutating func readKey(
        _ attribute: AttributeName,
        _ parameter: QueryParameters.Parameter
    ) throws(WebError) {
        guard attribute.vr != .SQ else {
            throw .badRequest("\(parameter.name): the last attribute of a path to match is not a sequence")
        }
        guard !attribute.tag.isPrivateCreator else { return }
        for tag in attribute.path { try requireCreator(of: tag, named: parameter.name) }
        var key = try SearchKey(attribute, parameter, of: self)
        if key.path == [.timezoneOffsetFromUTC] {
            let isZone = key.values.count <= 1 && key.values.allSatisfy { Temporal.zone($0) != nil }
            guard isZone else { throw .badRequest("\(parameter.name) is an offset such as +0100") }
        }
        if level == .study, key.path == [.modality] {
            key.path = [.modalitiesInStudy]
        }
        if try repeatsPath(key) { return }
        guard levels.contains(where: { SearchAttributes.stands(key.root, at: $0) }) else {
            throw .badRequest("\(parameter.name) is not matched at this level")
        }
        guard !keys.contains(where: { $0.path == key.path }) else { throw .repeated(parameter.name) }
        keys.append(key)
    }

    /// True of a unique key above the level that says what the path says already.
    private func repeatsPath(_ key: SearchKey) throws(WebError) -> Bool {
        let inPath: UID? =
            switch key.path {
            case [.studyInstanceUID]: study
            case [.seriesInstanceUID]: series
            default: nil
            }
        guard let inPath else { return false }
        guard key.values.isEmpty || key.values == [inPath.rawValue] else {
            throw .badRequest("\(key.name) is not that of the path")
        }
        return true
    }

    private mutating func readInclude(_ name: Substring) throws(WebError) {
        let name = name.trimmingWhitespace()
        guard !name.isEmpty else { return }
        guard name != "all" else {
            includesAll = true
            return
        }
        guard let attribute = try AttributeName(name, allowingUnknown: true) else {
            throw .badRequest("includefield holds a name that is neither a keyword nor a tag")
        }
        if let first = attribute.path.first {
            try requireCreator(of: first, named: name)
        }
        if !includes.contains(attribute.path) { includes.append(attribute.path) }
    }

    private func requireCreator(of tag: Tag, named name: String) throws(WebError) {
        guard let creator = tag.privateCreator else { return }
        guard privateCreators[creator] != nil else {
            throw .badRequest("\(name) needs its private creator, \(creator.hex)")
        }
    }
}

extension WebError {
    static func repeated(_ name: String) -> WebError { .badRequest("\(name) is given more than once") }
}
