package import DICOM

extension PersonName {
    /// As it is read aloud: `Dr. Ann Mary Smith, MD (山田 太郎)`.
    package var readable: String {
        let others = [ideographic, phonetic].compactMap { $0.map { Components($0).familyFirst } }
            .filter { !$0.isEmpty }
        let first = alphabetic.map { Components($0).givenFirst } ?? ""
        if first.isEmpty { return others.joined(separator: ", ") }
        return others.isEmpty ? first : "\(first) (\(others.joined(separator: ", ")))"
    }
}

extension PersonName.Components {
    fileprivate var givenFirst: String {
        let parts = [prefix, givenName, middleName, familyName].filter { !$0.isEmpty }.joined(separator: " ")
        return suffix.isEmpty ? parts : "\(parts), \(suffix)"
    }

    /// As the languages have it whose scripts stand in the other two groups.
    fileprivate var familyFirst: String {
        [familyName, givenName, middleName].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension String {
    /// `2024-05-31` of a DA value; any other text as it is.
    package var readableDate: String {
        guard utf8.count == 8, utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return self }
        return "\(prefix(4))-\(dropFirst(4).prefix(2))-\(suffix(2))"
    }

    /// `14:05:09` of a TM value; any other text as it is.
    package var readableTime: String {
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard [2, 4, 6].contains(digits.count), digits.endIndex == endIndex || self[digits.endIndex] == "." else {
            return self
        }
        return stride(from: 0, to: digits.count, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
            .joined(separator: ":")
    }

    /// `2024-05-31 14:05:09 +01:00` of a DT value, as far as it goes; any other text as it is.
    package var readableDateTime: String {
        let zoneStart = firstIndex { $0 == "+" || $0 == "-" } ?? endIndex
        let (moment, zone) = (self[..<zoneStart], self[zoneStart...])
        let digits = moment.prefix { $0.isASCII && $0.isNumber }
        guard [4, 6, 8, 10, 12, 14].contains(digits.count), zone.isEmpty || zone.utf8.count == 5,
            digits.endIndex == moment.endIndex || moment[digits.endIndex] == "."
        else { return self }
        let date = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6).prefix(2)]
        let parts = [
            date.filter { !$0.isEmpty }.joined(separator: "-"), String(digits.dropFirst(8)).readableTime,
            zone.isEmpty ? "" : "\(zone.prefix(3)):\(zone.suffix(2))",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
