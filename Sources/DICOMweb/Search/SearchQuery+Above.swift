import DICOM

/// Attributes of the levels above, which a search below them does not return (PS3.4 §C.4.1.3.1.1) and `includefield`
/// may name all the same (PS3.18 §10.6.3.3.2).
extension SearchQuery {
    /// The searches that find them, one for each level above of which `includefield` names something; each has one
    /// result, which ``SearchResults/add(_:above:)`` takes.
    package var above: [SearchQuery] {
        var queries: [SearchQuery] = []
        if level != .study, let study {
            queries.append(SearchQuery(.study, study: nil, unique: study, includes: includes))
        }
        if level == .instance, let study, let series {
            queries.append(SearchQuery(.series, study: study, unique: series, includes: includes))
        }
        return queries.filter { !$0.includes.isEmpty }
    }

    /// The search for one study or series, for what of the includes stands there.
    private init(_ level: Level, study: UID?, unique: UID, includes: [[Tag]]) {
        self.level = level
        self.study = study
        series = nil
        keys = [SearchKey(level.uniqueKey, .UI, [unique.rawValue])]
        self.includes = includes.filter { path in path.first.flatMap(SearchAttributes.level) == level }
    }

    /// What of a result of that level goes into those below.
    var tagsForBelow: Set<Tag> {
        Set(includes.compactMap(\.first).filter { SearchAttributes.level(of: $0) == level })
    }
}

extension DataSet {
    /// Takes the elements of those tags over, their text brought to this data set's character set.
    mutating func take(_ tags: Set<Tag>, of other: DataSet) {
        for element in other.elements where tags.contains(element.tag) && self[element.tag] == nil {
            if element.vr.isText, characterSet != other.characterSet {
                set(element.tag, element.vr, strings: other.strings(element.tag))
            } else {
                set(element)
            }
        }
    }
}
