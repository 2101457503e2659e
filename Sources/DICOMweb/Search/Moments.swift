/// The moments that a date or time may mean: one that leaves out its end means all that begin as it does
/// (PS3.5 §6.2).
///
/// Microseconds, counted so that later is more: of a time from midnight, of a date from some day.
struct Moments: Hashable {
    var first: Int
    var last: Int

    private static let second = 1_000_000
    private static let dayLength = 24 * 3600 * second

    /// A whole day's.
    static let day = Moments(first: 0, last: dayLength - 1)

    private init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    /// Reads `YYYYMMDD`, and `YYYY.MM.DD` of old.
    init?(date text: String) {
        let digits = text.filter { $0 != "." }
        guard digits.utf8.count == 8, let days = Self.days(digits) else { return nil }
        self.init(first: days * Self.dayLength, last: (days + 1) * Self.dayLength - 1)
    }

    /// Reads `HH[MM[SS[.FFFFFF]]]`, and `HH:MM:SS` of old.
    init?(time text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let clock = parts.first?.filter({ $0 != ":" }), [2, 4, 6].contains(clock.utf8.count) else { return nil }
        var (moment, unit) = (0, 3600 * Self.second)
        for offset in stride(from: 0, to: clock.utf8.count, by: 2) {
            guard let number = Self.number(clock.dropFirst(offset).prefix(2)) else { return nil }
            moment += number * unit
            unit /= 60
        }
        // From here the unit is that of the last field read.
        unit *= 60
        if parts.count == 2, clock.utf8.count == 6 {
            for digit in parts[1].prefix(6) {
                guard let number = Self.number("\(digit)") else { return nil }
                unit /= 10
                moment += number * unit
            }
        }
        self.init(first: moment, last: moment + unit - 1)
    }

    /// Reads `YYYY[MM[DD[HH[MM[SS[.FFFFFF]]]]]]`; nil with an offset from UTC, since the other may have none.
    init?(dateTime text: String) {
        let date = text.prefix(8)
        guard [4, 6, 8].contains(date.utf8.count), !text.contains(where: { "+-".contains($0) }),
            let first = Self.days(date + "0101".suffix(8 - date.utf8.count)),
            let last = Self.days(date + "1231".suffix(8 - date.utf8.count))
        else { return nil }
        let clock = String(text.dropFirst(8))
        guard let times = clock.isEmpty ? .day : Moments(time: clock) else { return nil }
        self.init(first: first * Self.dayLength + times.first, last: last * Self.dayLength + times.last)
    }

    /// Of a date: its moments at that time of the day.
    func atTime(_ time: Moments) -> Moments {
        Moments(first: first + time.first, last: first + time.last)
    }

    /// Counts days as if all months had 31: in order, which is all that comparing needs.
    private static func days(_ digits: some StringProtocol) -> Int? {
        guard let year = number(digits.prefix(4)), let month = number(digits.dropFirst(4).prefix(2)),
            let day = number(digits.dropFirst(6))
        else { return nil }
        return (year * 12 + month) * 31 + day
    }

    private static func number(_ digits: some StringProtocol) -> Int? {
        guard !digits.isEmpty, digits.utf8.count <= 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}

/// Matching with `*` for any characters and `?` for one (PS3.4 §C.2.2.2.4).
enum Wildcard {
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let (text, pattern) = (Array(text), Array(pattern))
        var (position, index) = (0, 0)
        // Where the last asterisk was, and up to where it has taken the text: only it can take more.
        var asterisk: (index: Int, position: Int)?
        while position < text.count {
            if index < pattern.count, pattern[index] == "*" {
                asterisk = (index, position)
                index += 1
            } else if index < pattern.count, pattern[index] == "?" || pattern[index] == text[position] {
                index += 1
                position += 1
            } else if let last = asterisk {
                asterisk = (last.index, last.position + 1)
                (index, position) = (last.index + 1, last.position + 1)
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == "*" }
    }
}
