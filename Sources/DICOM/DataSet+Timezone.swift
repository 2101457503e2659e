/// Dates and times of one zone as those of another (PS3.3 §C.12.1.1.8).
extension DataSet {
    /// The data set with its dates and times of day as clocks of another zone show them.
    ///
    /// What does not say in which zone it was made, or has a date without a time, stays as it is.
    ///
    /// - Parameter zone: minutes east of UTC.
    package func inZone(_ zone: Int) -> DataSet {
        guard let own = string(.timezoneOffsetFromUTC).flatMap(Temporal.zone), own != zone else { return self }
        var moved = self
        for (date, time) in Tag.datesWithTimes {
            guard let day = string(date).flatMap({ Temporal(date: $0) }), let text = string(time),
                let moment = Temporal(time: text)
            else { continue }
            let shifted = day.span.lowerBound + moment.span.lowerBound + Int64(zone - own) * Temporal.minute
            let ofDay = ((shifted % Temporal.day) + Temporal.day) % Temporal.day
            moved.set(date, Temporal.date(ofDay: (shifted - ofDay) / Temporal.day))
            // Offsets are whole minutes: what follows them stays.
            let minutes = ofDay / Temporal.minute
            let rest = text.filter { $0 != ":" }.dropFirst(4)
            moved.set(time, "\((minutes / 60).twoDigits)\((minutes % 60).twoDigits)\(rest)")
        }
        return moved
    }
}

extension Temporal {
    /// The minutes east of UTC that `+HHMM` or `-HHMM` names; nil of anything else.
    package static func zone(_ text: String) -> Int? {
        guard text.utf8.count == 5, text.first == "+" || text.first == "-" else { return nil }
        return offset(text[...]).map(Int.init)
    }

    /// `YYYYMMDD` of the day that so many days have passed before, since 1970-01-01.
    static func date(ofDay number: Int64) -> String {
        // Years that begin in March, in eras of 400 years, as in the reverse.
        let days = Int(number) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let digits = String(max(year, 0))
        let fourDigits = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(fourDigits)\(Int64(month).twoDigits)\(Int64(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1).twoDigits)"
    }

    /// The range of days with a day more on each side: what is one day in some zone is another in the next.
    package static func widened(_ range: String) -> String? {
        guard let range = TemporalRange(range, vr: .DA) else { return nil }
        let first = range.first.map { date(ofDay: $0.span.lowerBound / day - 1) } ?? ""
        let last = range.last.map { date(ofDay: $0.span.lowerBound / day + 1) } ?? ""
        return "\(first)-\(last)"
    }
}

extension Int64 {
    fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
