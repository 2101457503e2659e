import DICOM

/// Whether a data set has what a key asks for (PS3.4 §C.2.2.2).
///
/// An archive may ignore a key that is optional to it, so what it found is looked at again.
enum Matching {
    enum Verdict: Hashable {
        case matches, differs
        /// The data set does not say: the attribute is absent or empty, or written as no key can be compared with.
        case unknown
    }

    static func verdict(_ key: SearchKey, on dataSet: DataSet) -> Verdict {
        guard !key.values.isEmpty else { return .matches }
        let found = dataSet.strings(key.tag).filter { !$0.isEmpty }
        guard !found.isEmpty else { return .unknown }
        var isComparable = false
        for value in found {
            for wanted in key.values {
                guard let isMatch = matches(value, wanted, key.vr) else { continue }
                if isMatch { return .matches }
                isComparable = true
            }
        }
        return isComparable ? .differs : .unknown
    }

    /// Whether the data set's date and time lie between the moments that two ranges give together
    /// (PS3.4 §C.2.2.2.5, combined date-time matching).
    static func verdict(_ range: (date: SearchKey, time: SearchKey), on dataSet: DataSet) -> Verdict {
        guard let date = dataSet.string(range.date.tag).flatMap(Moments.init(date:)),
            let wantedDate = range.date.values.first, let wantedTime = range.time.values.first
        else { return .unknown }
        let dates = Bounds(wantedDate), times = Bounds(wantedTime)
        let time = dataSet.string(range.time.tag).flatMap(Moments.init(time:)) ?? .day
        let value = date.atTime(time)
        let first = Moments(date: dates.first)?.atTime(Moments(time: times.first) ?? .day)
        let last = Moments(date: dates.last)?.atTime(Moments(time: times.last) ?? .day)
        let isAfter = first.map { value.last >= $0.first } ?? true
        let isBefore = last.map { value.first <= $0.last } ?? true
        return isAfter && isBefore ? .matches : .differs
    }

    /// Nil when the two cannot be compared.
    private static func matches(_ value: String, _ wanted: String, _ vr: VR) -> Bool? {
        switch vr {
        case .DA: within(wanted, value, Moments.init(date:))
        case .TM: within(wanted, value, Moments.init(time:))
        case .DT: within(wanted, value, Moments.init(dateTime:))
        case .PN: matchesName(value, wanted)
        case .DS, .IS, .FL, .FD, .SS, .US, .SL, .UL, .SV, .UV:
            if let value = Double(value), let wanted = Double(wanted) { value == wanted } else { nil }
        // Private values come back in whatever VR the archive knows; they are not looked at again.
        case .UN: nil
        case .AT: value.uppercased() == wanted.uppercased()
        default: SearchAttributes.takesWildcards(vr) ? Wildcard.matches(value, wanted) : value == wanted
        }
    }

    private static func within(_ wanted: String, _ value: String, _ moments: (String) -> Moments?) -> Bool? {
        guard let value = moments(value) else { return nil }
        let bounds = Bounds(wanted)
        if !bounds.first.isEmpty {
            guard let first = moments(bounds.first) else { return nil }
            if value.last < first.first { return false }
        }
        if !bounds.last.isEmpty {
            guard let last = moments(bounds.last) else { return nil }
            if value.first > last.last { return false }
        }
        return true
    }

    /// Whatever the case, in the whole value or in one of its groups, since archives differ in what they look at.
    private static func matchesName(_ value: String, _ wanted: String) -> Bool {
        let wanted = wanted.lowercased().withoutTrailingDelimiters
        return ([value] + PersonName(value).groups).contains { name in
            Wildcard.matches(name.lowercased().withoutTrailingDelimiters, wanted)
        }
    }
}

extension SearchKey {
    /// True when a date or time key gives a range.
    var isRange: Bool { values.contains { $0.contains("-") } }
}

/// The ends of a range; of a single value, both are it. An open end is empty.
private struct Bounds {
    var first: String
    var last: String

    init(_ text: String) {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        first = ends.first ?? ""
        last = ends.last ?? ""
    }
}

extension String {
    /// Without the empty components at a name's end.
    fileprivate var withoutTrailingDelimiters: String {
        var text = self
        while text.last == "^" || text.last == "=" { text.removeLast() }
        return text
    }
}
