import DICOM

/// Looks at a match again, since an archive may ignore a key that is optional to it (PS3.4 §C.2.2.1.3).
struct KeyCheck: Sendable {
    enum Verdict: Hashable {
        case matches, differs
        /// The match does not say: the attribute is absent or empty, or in a character set that cannot say it.
        case unknown
    }

    /// What to call the key in a warning.
    let name: String
    /// The tags in the data set itself without which nothing can be said.
    private let tags: [Tag]
    /// The keys alone, as identifiers.
    private let identifiers: [DataSet]
    /// Whether one of the identifiers has to match, or all.
    private let anyWillDo: Bool
    /// The tag that has to be empty.
    private let empty: Tag?
    /// The zone of dates and times in the keys, in minutes east of UTC.
    private let zone: Int?

    /// The values that need more than ASCII, unless the archive was asked for something less.
    private let texts: [String]

    /// - Parameters:
    ///   - zone: of dates and times in the keys, in minutes east of UTC; nil: that of the match, whichever it is.
    ///   - characterSet: in which the archive was asked, with wildcards for what that does not have.
    init(_ keys: [SearchKey], zone: Int?, askedIn characterSet: CharacterSet = .utf8) {
        name = keys.last?.name ?? ""
        let texts = keys.filter(\.vr.isText).flatMap(\.values).filter { $0.utf8.contains { $0 >= 0x80 } }
        self.texts = texts.allSatisfy(characterSet.canEncode) ? texts : []
        tags = Array(Set(keys.map(\.root)))
        empty = keys.first { $0.isForEmpty && $0.isPlain }?.tag
        self.zone = zone
        // What cannot be listed in one value, and what has to match as a whole, take an identifier for each value.
        anyWillDo = keys.contains { !$0.wantsAll && !$0.vr.splitsValues }
        let counts = keys.map { $0.wantsAll || !$0.vr.splitsValues ? $0.values.count : 1 }
        identifiers = (0..<(counts.max() ?? 1)).map { number in
            var identifier = DataSet(characterSet: .utf8)
            for (key, count) in zip(keys, counts) {
                let values = count > 1 ? [key.values[min(number, count - 1)]] : key.values
                identifier.set(key.path[...], key.vr, values)
            }
            return identifier
        }
    }

    func verdict(on match: DataSet) -> Verdict {
        if let empty { return match[empty].map { $0.isEmpty ? .matches : .differs } ?? .unknown }
        guard tags.allSatisfy({ match[$0].map { !$0.isEmpty } ?? false }) else { return .unknown }
        let seen = zone.map { match.inZone($0) } ?? match
        let matching = Matching(combinesDateAndTime: true)
        let isMatch =
            anyWillDo
            ? identifiers.contains { seen.matches($0, matching) }
            : identifiers.allSatisfy { seen.matches($0, matching) }
        return isMatch ? .matches : lacksCharacters(match) ? .unknown : .differs
    }

    /// True where the archive cannot have said what it was asked for: some answer in a set of their own, whatever they
    /// were asked in, and leave out the characters that it lacks (Orthanc in its DefaultEncoding; `test_character_sets`).
    private func lacksCharacters(_ match: DataSet) -> Bool { !texts.allSatisfy(match.characterSet.canEncode) }
}

extension DataSet {
    /// Sets the values at the end of the path, in one item of each sequence on the way (PS3.4 §C.2.2.2.6).
    mutating func set(_ path: ArraySlice<Tag>, _ vr: VR, _ values: [String]) {
        guard let tag = path.first else { return }
        guard path.count > 1 else {
            if vr == .UN {
                set(tag, .UN, bytes: characterSet.encodeReplacing(values, vr: .LO))
            } else {
                set(tag, vr, strings: values)
            }
            return
        }
        var item = items(tag).first ?? DataSet(characterSet: characterSet)
        item.set(path.dropFirst(), vr, values)
        set(tag, items: [item])
    }
}
