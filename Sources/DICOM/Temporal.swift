/// The span of time that a DA, TM or DT value names: a day, a second, or more where the value is less precise.
///
/// In microseconds: of TM from midnight, of DA and DT from 1970-01-01, DT in UTC where its offset is known
/// (PS3.5 §6.2).
package struct Temporal: Hashable, Sendable {
    /// The first and the last microsecond of it.
    package let span: ClosedRange<Int64>

    /// The span that a DA value names; `YYYY.MM.DD`, as before 1993, passes.
    package init?(date text: some StringProtocol) {
        let digits = text.utf8.count == 10 ? String(text).filter { $0 != "." } : String(text)
        guard digits.utf8.count == 8, let day = Self.day(digits[...]) else { return nil }
        span = day
    }

    /// The span that a TM value names; `HH:MM:SS`, as before 1993, passes.
    package init?(time text: some StringProtocol) {
        let digits = text.contains(":") ? String(text).filter { $0 != ":" } : String(text)
        guard let span = Self.time(digits[...]) else { return nil }
        self.span = span
    }

    /// The span that a DT value names.
    ///
    /// - Parameter offset: minutes east of UTC, of values that do not say.
    package init?(dateTime text: some StringProtocol, offset: Int = 0) {
        var (digits, offset) = (String(text)[...], Int64(offset))
        if let sign = digits.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let own = Self.offset(digits[sign...]) else { return nil }
            offset = own
            digits = digits[..<sign]
        }
        guard let day = Self.day(digits.prefix(8)) else { return nil }
        var span = day
        let time = digits.dropFirst(8)
        if !time.isEmpty {
            guard let time = Self.time(time) else { return nil }
            span = (span.lowerBound + time.lowerBound)...(span.lowerBound + time.upperBound)
        }
        let shift = offset * Self.minute
        self.span = (span.lowerBound - shift)...(span.upperBound - shift)
    }

    /// The span that a value of that VR names; nil of other VRs.
    package init?(_ text: some StringProtocol, vr: VR, offset: Int = 0) {
        switch vr {
        case .DA: self.init(date: text)
        case .TM: self.init(time: text)
        case .DT: self.init(dateTime: text, offset: offset)
        default: return nil
        }
    }
}

extension Temporal {
    static let second: Int64 = 1_000_000
    static let minute = 60 * second
    static let hour = 60 * minute
    static let day = 24 * hour

    /// `YYYY[MM[DD]]`.
    private static func day(_ digits: Substring) -> ClosedRange<Int64>? {
        guard let fields = digits.fields(of: [4, 2, 2]), let year = fields.first else { return nil }
        let month = fields.count > 1 ? fields[1] : 1
        let date = fields.count > 2 ? fields[2] : 1
        guard (1...12).contains(month), (1...length(ofMonth: month, year: year)).contains(date) else { return nil }
        let first = dayNumber(year, month, date)
        let next =
            switch fields.count {
            case 1: dayNumber(year + 1, 1, 1)
            case 2: first + length(ofMonth: month, year: year)
            default: first + 1
            }
        return (Int64(first) * day)...(Int64(next) * day - 1)
    }

    /// `HH[MM[SS[.F…]]]`; a leap second counts as the one before it.
    private static func time(_ digits: Substring) -> ClosedRange<Int64>? {
        let whole = digits.prefix { $0 != "." }
        guard let fields = whole.fields(of: [2, 2, 2]), let hours = fields.first, hours < 24 else { return nil }
        let minutes = fields.count > 1 ? fields[1] : 0
        let seconds = fields.count > 2 ? fields[2] : 0
        guard minutes < 60, seconds <= 60 else { return nil }
        let start = Int64(hours) * hour + Int64(minutes) * minute + Int64(min(seconds, 59)) * second
        if whole.endIndex < digits.endIndex {
            guard fields.count == 3, let fraction = fraction(digits[whole.endIndex...].dropFirst()) else { return nil }
            return (start + fraction.lowerBound)...(start + fraction.upperBound)
        }
        let lengths = [hour, minute, second]
        return start...(start + lengths[fields.count - 1] - 1)
    }

    /// One to six digits after the full stop.
    private static func fraction(_ digits: Substring) -> ClosedRange<Int64>? {
        guard (1...6).contains(digits.utf8.count), let value = digits.decimal else { return nil }
        let unit = (digits.utf8.count..<6).reduce(Int64(1)) { unit, _ in unit * 10 }
        return (Int64(value) * unit)...(Int64(value) * unit + unit - 1)
    }

    /// `+HHMM` or `-HHMM` within the offsets that exist, in minutes.
    static func offset(_ text: Substring) -> Int64? {
        guard let fields = text.dropFirst().fields(of: [2, 2]), fields.count == 2, fields[1] < 60 else { return nil }
        let minutes = Int64(fields[0] * 60 + fields[1]) * (text.first == "-" ? -1 : 1)
        return (-720...840).contains(minutes) ? minutes : nil
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Substring {
    /// The number that ASCII digits spell.
    fileprivate var decimal: Int? {
        utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(self) : nil
    }

    /// Numbers of those widths, as many as there are; nil unless the text ends after one of them.
    fileprivate func fields(of widths: [Int]) -> [Int]? {
        var (fields, rest): ([Int], Substring) = ([], self)
        for width in widths where !rest.isEmpty {
            guard rest.utf8.count >= width, let field = rest.prefix(width).decimal else { return nil }
            fields.append(field)
            rest = rest.dropFirst(width)
        }
        return rest.isEmpty && !fields.isEmpty ? fields : nil
    }
}

/// A key of DA, TM or DT: a value, or a range open on either side (PS3.4 §C.2.2.2.5).
package struct TemporalRange: Hashable, Sendable {
    /// Both ends belong to the range; nil where it is open.
    package let first: Temporal?
    package let last: Temporal?

    /// The range that `a`, `a-b`, `a-` or `-b` spells; nil of anything else, a lone hyphen included.
    package init?(_ key: some StringProtocol, vr: VR, offset: Int = 0) {
        let text = String(key).filter { $0 != " " }
        if let single = Temporal(text, vr: vr, offset: offset) {
            (first, last) = (single, single)
            return
        }
        for hyphen in text.indices where text[hyphen] == "-" {
            let (left, right) = (text[..<hyphen], text[text.index(after: hyphen)...])
            let (first, last) = (Temporal(left, vr: vr, offset: offset), Temporal(right, vr: vr, offset: offset))
            guard first != nil || left.isEmpty, last != nil || right.isEmpty, first != nil || last != nil else {
                continue
            }
            (self.first, self.last) = (first, last)
            return
        }
        return nil
    }

    /// True of a single value rather than a range.
    package var isSingle: Bool { first != nil && first == last }

    /// True where this range of days and one of times are one range of moments: both ranges, open on the same sides
    /// (PS3.4 §C.2.2.2.5.4).
    package func combines(with times: TemporalRange) -> Bool {
        !isSingle && !times.isSingle && (first == nil) == (times.first == nil) && (last == nil) == (times.last == nil)
    }

    /// True where the value begins inside the range.
    package func contains(_ value: Temporal) -> Bool { contains(value.span.lowerBound) }

    /// Two ranges of days and of times as one range, from the first time of the first day to the last of the last
    /// (PS3.4 §C.2.2.2.5).
    static func combined(_ date: TemporalRange, _ time: TemporalRange, contain day: Temporal, _ moment: Temporal)
        -> Bool
    {
        let value = day.span.lowerBound + moment.span.lowerBound
        if let first = date.first, value < first.span.lowerBound + (time.first?.span.lowerBound ?? 0) { return false }
        guard let last = date.last else { return true }
        return value <= last.span.lowerBound + (time.last?.span.upperBound ?? Temporal.day - 1)
    }

    private func contains(_ moment: Int64) -> Bool {
        if let first, moment < first.span.lowerBound { return false }
        if let last, moment > last.span.upperBound { return false }
        return true
    }
}
