import DICOM

/// Looks at a match again, since an archive may ignore a key that is optional to it (PS3.4 §C.2.2.1.3).
struct KeyCheck: Sendable {
    enum Verdict: Hashable {
        case matches, differs
        /// The match does not say: the attribute is absent or empty.
        case unknown
    }

    /// The key's tag; of a range of moments, the time's.
    let tag: Tag
    /// The key alone, as an identifier.
    private let identifier: DataSet

    init(_ key: SearchKey) {
        self.init(key.tag, [key])
    }

    /// Dates and times as one range of moments (PS3.4 §C.2.2.2.5).
    init(date: SearchKey, time: SearchKey) {
        self.init(time.tag, [date, time])
    }

    private init(_ tag: Tag, _ keys: [SearchKey]) {
        self.tag = tag
        var identifier = DataSet(characterSet: .utf8)
        for key in keys {
            identifier.set(key.tag, key.vr, strings: key.values)
        }
        self.identifier = identifier
    }

    func verdict(on match: DataSet) -> Verdict {
        guard identifier.elements.allSatisfy({ match[$0.tag].map { !$0.isEmpty } ?? false }) else { return .unknown }
        return match.matches(identifier, Matching(combinesDateAndTime: true)) ? .matches : .differs
    }
}
