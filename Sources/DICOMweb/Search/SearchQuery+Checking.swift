package import DICOM

/// What is looked at again of what an archive says it found (PS3.4 §C.2.2.1.3).
package struct MatchChecks: Sendable {
    private let checks: [KeyCheck]

    /// What a look at a match gave.
    package enum Verdict: Hashable, Sendable {
        case differs
        /// It matches, but for the named keys, of which it does not say.
        case matches(unverified: [String])
    }

    fileprivate init(_ checks: [KeyCheck]) {
        self.checks = checks
    }

    package func verdict(on match: DataSet) -> Verdict {
        var unverified: [String] = []
        for check in checks {
            switch check.verdict(on: match) {
            case .matches: break
            case .differs: return .differs
            case .unknown: unverified.append(check.name)
            }
        }
        return .matches(unverified: unverified)
    }
}

extension SearchQuery {
    /// The checks of the keys at some levels; nil is all.
    ///
    /// - Parameters:
    ///   - hasFuzzyNames: the archive has compared names by their sound, which is not checked here.
    ///   - characterSet: in which the archive was asked; where that does not have a key's characters, it knew less of the
    ///     key than is checked here.
    package func checks(
        at levels: Set<QueryLevel>? = nil,
        hasPatientLevel: Bool = false,
        hasFuzzyNames: Bool = false,
        askedIn characterSet: CharacterSet = .utf8
    ) -> MatchChecks {
        let keys = keys.filter { key in
            guard !key.values.isEmpty, key.vr != .UN, key.root != .timezoneOffsetFromUTC else { return false }
            guard !(key.vr == .PN && hasFuzzyNames) else { return false }
            let place = SearchAttributes.place(of: key.root, in: level, hasPatientLevel: hasPatientLevel)
            return levels?.contains(place) ?? true
        }
        let combined = combinedRanges.filter { keys.contains($0.date) && keys.contains($0.time) }
        let inSequences = [Tag: [SearchKey]](grouping: keys.filter { !$0.isPlain }, by: \.root)
        let separate = keys.filter { key in key.isPlain && !combined.contains { $0.date == key || $0.time == key } }
        return MatchChecks(
            separate.map { KeyCheck([$0], zone: zone, askedIn: characterSet) }
                + combined.map { KeyCheck([$0.date, $0.time], zone: zone) }
                // One item has to match all keys of a sequence (PS3.4 §C.2.2.2.6).
                + inSequences.keys.sorted().compactMap { root in
                    inSequences[root].map { KeyCheck($0, zone: nil, askedIn: characterSet) }
                }
        )
    }
}

// Modalities, which stand at the series and are asked for of studies.
extension SearchQuery {
    /// True when studies are matched by Modalities in Study (0008,0061), which many archives do not have.
    package var matchesModalities: Bool { keys.contains { $0.path == [.modalitiesInStudy] && !$0.values.isEmpty } }

    /// False of a study in which no series can have the Modality that the query names.
    package func mayHoldModality(_ study: DataSet) -> Bool {
        guard levels.contains(.series), study.string(.modalitiesInStudy) != nil,
            let key = keys.first(where: { $0.path == [.modality] && !$0.values.isEmpty })
        else { return true }
        return KeyCheck([SearchKey(.modalitiesInStudy, .CS, key.values)], zone: nil).verdict(on: study) != .differs
    }
}
