/// How strictly an identifier's keys are held against a data set.
package struct Matching: Hashable, Sendable {
    /// Whether a key matches where the data set has no such attribute: a record whose sender left it out stays.
    package var absentMatches: Bool
    /// Whether keys for a date and its time are one range (PS3.4 §C.2.2.2.5), or two that hold independently.
    package var combinesDateAndTime: Bool

    package init(absentMatches: Bool = false, combinesDateAndTime: Bool = false) {
        self.absentMatches = absentMatches
        self.combinesDateAndTime = combinesDateAndTime
    }
}

extension DataSet {
    /// True where every key of the identifier matches (PS3.4 §C.2.2.2).
    ///
    /// Not keys: what governs the identifier itself, group lengths and the creators of private blocks.
    package func matches(_ identifier: DataSet, _ matching: Matching = Matching()) -> Bool {
        let combined = matching.combinesDateAndTime ? identifier.dateTimeKeys : []
        let separately = identifier.elements.filter { key in !combined.contains { $0.0 == key.tag || $0.1 == key.tag } }
        return separately.allSatisfy { matches(key: $0, of: identifier, matching) }
            && combined.allSatisfy { matches(date: $0.0, time: $0.1, of: identifier, matching) }
    }

    /// True where the one key of the identifier matches.
    package func matches(key: DataElement, of identifier: DataSet, _ matching: Matching = Matching()) -> Bool {
        if key.isControl || key.isEmpty { return true }
        if key.vr == .SQ { return matches(items: key, matching) }
        let texts = key.strings(in: identifier.characterSet)
        // Universal matching; two quotation marks ask for an empty value (PS3.4 §C.2.2.2.3, §C.2.2.2.9).
        if !key.hasMatching || texts.allSatisfy(\.isEmpty) || texts == ["*"] { return true }
        if texts == ["\"\""] { return self[key.tag]?.isEmpty ?? true }
        guard let element = self[key.tag] else { return matching.absentMatches }
        return texts.contains { element.matches($0, vr: key.vr, in: characterSet) }
    }

    /// Sequence matching: one item must match all keys of the key's item (PS3.4 §C.2.2.2.6).
    private func matches(items key: DataElement, _ matching: Matching) -> Bool {
        guard case .items(let keys) = key.value, let item = keys.first, item.hasKeys else { return true }
        guard self[key.tag] != nil else { return matching.absentMatches }
        return items(key.tag).contains { $0.matches(item, matching) }
    }

    /// True where some element of the item restricts anything.
    private var hasKeys: Bool {
        elements.contains { element in
            guard case .items(let items) = element.value else { return !element.isControl && !element.isEmpty }
            return items.first?.hasKeys ?? false
        }
    }

    private func matches(date: Tag, time: Tag, of identifier: DataSet, _ matching: Matching) -> Bool {
        guard let dates = identifier.string(date).flatMap({ TemporalRange($0, vr: .DA) }),
            let times = identifier.string(time).flatMap({ TemporalRange($0, vr: .TM) })
        else { return false }
        guard let day = string(date).flatMap({ Temporal(date: $0) }) else {
            return self[date] == nil && matching.absentMatches
        }
        guard let moment = string(time).flatMap({ Temporal(time: $0) }) else {
            return dates.contains(day) && self[time] == nil && matching.absentMatches
        }
        return TemporalRange.combined(dates, times, contain: day, moment)
    }

    /// The dates that have a time beside them, both with a range of the same form (PS3.4 §C.2.2.2.5.4).
    private var dateTimeKeys: [(Tag, Tag)] {
        Tag.datesWithTimes.filter { date, time in
            guard let dates = string(date).flatMap({ TemporalRange($0, vr: .DA) }),
                let times = string(time).flatMap({ TemporalRange($0, vr: .TM) })
            else { return false }
            return dates.combines(with: times)
        }
    }
}

extension Tag {
    /// The dates that have their time of day in another attribute.
    package static let datesWithTimes: [(date: Tag, time: Tag)] = [
        (.studyDate, .studyTime), (.seriesDate, .seriesTime), (.acquisitionDate, .acquisitionTime),
        (.contentDate, .contentTime), (.performedProcedureStepStartDate, .performedProcedureStepStartTime),
    ]
}

extension DataElement {
    /// True of what says how to read an identifier, and of what is no attribute of anything.
    fileprivate var isControl: Bool {
        switch tag {
        case .specificCharacterSet, .queryRetrieveLevel, .queryRetrieveView, .timezoneOffsetFromUTC: true
        default: tag.isGroupLength || tag.isPrivateCreator
        }
    }

    /// True of VRs on which a query can match; the others only ask for the attribute's return.
    fileprivate var hasMatching: Bool { vr.isString || vr.width > 1 && !vr.isBulk }

    /// True where one of the values matches the key's value.
    fileprivate func matches(_ key: String, vr: VR, in characterSet: CharacterSet) -> Bool {
        switch vr {
        case .DA, .TM, .DT:
            guard let range = TemporalRange(key, vr: vr) else { return false }
            return strings(in: characterSet).contains { Temporal($0, vr: vr).map(range.contains) ?? false }
        case .IS, .DS, .SS, .US, .SL, .UL, .SV, .UV, .FL, .FD:
            guard let number = Double(key) else { return false }
            return numbers.contains(number)
        case .UI, .AS, .AT: return strings(in: characterSet).contains(key)
        case .PN: return strings(in: characterSet).contains { PersonName($0).matches(key) }
        default:
            let pattern = Wildcard(key)
            return strings(in: characterSet).contains { pattern.matches($0) }
        }
    }
}

extension VR {
    fileprivate var isBulk: Bool {
        switch self {
        case .OB, .OD, .OF, .OL, .OV, .OW, .UN: true
        default: false
        }
    }
}

extension PersonName {
    /// True where the key matches, whatever the case: group by group if it has several, else any group of the name.
    func matches(_ key: String) -> Bool {
        guard key.contains("=") else { return groups.contains { Wildcard(name: key).matches(name: $0) } }
        let wanted = PersonName(key)
        return zip([wanted.alphabetic, wanted.ideographic, wanted.phonetic], [alphabetic, ideographic, phonetic])
            .allSatisfy { key, group in
                guard let key, key != "*" else { return true }
                return group.map { Wildcard(name: key).matches(name: $0) } ?? false
            }
    }
}

/// A key in which `*` stands for any characters, and `?` for any one (PS3.4 §C.2.2.2.4).
package struct Wildcard: Hashable, Sendable {
    private let pattern: [Character]
    private let codePoints: [Character]

    package init(_ pattern: String) {
        self.pattern = Array(pattern)
        codePoints = pattern.unicodeScalars.map(Character.init)
    }

    /// A person name's: whatever the case, and without delimiters of components that are missing at the end.
    init(name pattern: String) {
        self.init(pattern.comparableName)
    }

    /// By characters as they are seen; or else by code points, since a wildcard may stand before a combining mark, as
    /// Thai vowels are.
    package func matches(_ text: String) -> Bool {
        if Self.matches(Array(text), pattern) { return true }
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        return Self.matches(text.unicodeScalars.map(Character.init), codePoints)
    }

    private static func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
        var (place, next) = (0, 0)
        var retry: (place: Int, next: Int)?
        while place < text.count {
            if next < pattern.count, pattern[next] == "*" {
                next += 1
                retry = (place, next)
            } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[place] {
                (place, next) = (place + 1, next + 1)
            } else if let last = retry {
                // The last asterisk takes one character more.
                (place, next) = (last.place + 1, last.next)
                retry = (place, next)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == "*" }
    }

    func matches(name: String) -> Bool { matches(name.comparableName) }
}

extension String {
    fileprivate var comparableName: String {
        var name = lowercased()
        while let last = name.last, last == "^" || last == " " { name.removeLast() }
        return name
    }
}
