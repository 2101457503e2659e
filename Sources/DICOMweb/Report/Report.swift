package import DICOM

/// A structured report as a tree to be read (PS3.3 §C.17.3).
package struct Report: Hashable, Sendable {
    /// One content item.
    package struct Item: Hashable, Sendable {
        /// What it is about: the meaning of its concept name; nil where it has none.
        package var name: String?
        /// What it says; nil of a container.
        package var value: String?
        package var isContainer: Bool
        package var children: [Item]
    }

    package var title: String
    /// Whose and when: names and values in the order in which they are shown.
    package var heading: [(name: String, value: String)] { pairs.map { ($0.name, $0.value) } }
    package var items: [Item]
    private var pairs: [Pair]

    private struct Pair: Hashable, Sendable {
        var name: String
        var value: String
    }

    /// How deep items are nested in what is shown; the data set's decoder has a limit of its own.
    static let maximumDepth = 64

    /// Nil of a data set that is no structured report.
    package init?(_ dataSet: DataSet) {
        guard dataSet.string(.valueType) == "CONTAINER" else { return nil }
        title = dataSet.meaning(.conceptNameCodeSequence) ?? "Report"
        items = dataSet.items(.contentSequence).map { Item($0, depth: 1) }
        pairs = Self.pairs(dataSet)
    }

    private static func pairs(_ dataSet: DataSet) -> [Pair] {
        let attributes: [(String, String?)] = [
            ("Patient", dataSet.personName(.patientName)?.readable),
            ("Patient ID", dataSet.string(.patientID)),
            ("Date of birth", dataSet.string(.patientBirthDate)?.readableDate),
            ("Sex", dataSet.string(.patientSex)),
            ("Study", dataSet.string(.studyDescription)),
            ("Study date", dataSet.string(.studyDate)?.readableDate),
            ("Accession number", dataSet.string(.accessionNumber)),
            ("Referring physician", dataSet.personName(.referringPhysicianName)?.readable),
            ("Institution", dataSet.string(.institutionName)),
            ("Report date", dataSet.string(.contentDate)?.readableDate),
            ("Completion", dataSet.string(.completionFlag)),
            ("Verification", dataSet.string(.verificationFlag)),
        ]
        return attributes.compactMap { name, value in value.map { Pair(name: name, value: $0) } }
    }
}

extension Report.Item {
    fileprivate init(_ item: DataSet, depth: Int) {
        name = item.meaning(.conceptNameCodeSequence)
        isContainer = item.string(.valueType) == "CONTAINER"
        value = isContainer ? nil : item.contentValue
        children =
            depth < Report.maximumDepth ? item.items(.contentSequence).map { Self($0, depth: depth + 1) } : []
    }
}

extension DataSet {
    /// The meaning of the first code of a sequence, else its value.
    fileprivate func meaning(_ sequence: Tag) -> String? {
        guard let code = items(sequence).first else { return nil }
        return code.string(.codeMeaning) ?? code.string(.longCodeValue) ?? code.string(.codeValue)
    }

    /// What a content item says, by its Value Type (PS3.3 Table C.17.3-7).
    fileprivate var contentValue: String? {
        switch string(.valueType) {
        case "TEXT": wholeText(.textValue)
        case "CODE": meaning(.conceptCodeSequence)
        case "NUM": measured
        case "PNAME": personName(.personName)?.readable
        case "DATE": string(.date)?.readableDate
        case "TIME": string(.time)?.readableTime
        case "DATETIME":
            string(.dateTime).map { "\($0.prefix(8))".readableDate + " " + "\($0.dropFirst(8))".readableTime }
        case "UIDREF": string(.uid)
        case "IMAGE", "COMPOSITE", "WAVEFORM": reference
        case "SCOORD", "SCOORD3D":
            string(.graphicType).map { "\($0.lowercased()) of \(numbers(.graphicData).count) numbers" }
        case "TCOORD": string(.temporalRangeType)?.lowercased()
        default: nil
        }
    }

    /// A number with its unit, or why there is none.
    private var measured: String? {
        guard let measurement = items(.measuredValueSequence).first, let number = measurement.string(.numericValue)
        else {
            return meaning(.numericValueQualifierCodeSequence)
        }
        let unit = measurement.items(.measurementUnitsCodeSequence).first
        let name = unit?.string(.codeValue) == "1" ? nil : unit?.string(.codeValue) ?? unit?.string(.codeMeaning)
        return name.map { "\(number) \($0)" } ?? number
    }

    /// Which object is meant, by its class and UID.
    private var reference: String? {
        guard let item = items(.referencedSOPSequence).first, let instance = item.uid(.referencedSOPInstanceUID) else {
            return nil
        }
        let name = item.uid(.referencedSOPClassUID).flatMap(SOPClass.name)
        let frames = item.integers(.referencedFrameNumber).map(String.init).joined(separator: ", ")
        return [name, instance.rawValue, frames.isEmpty ? nil : "frame \(frames)"].compactMap(\.self)
            .joined(separator: " ")
    }

    /// A text with its backslashes, which are no delimiters in UT.
    private func wholeText(_ tag: Tag) -> String? {
        let text = strings(tag).joined(separator: "\\")
        return text.isEmpty ? nil : text
    }
}

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
        guard [2, 4, 6].contains(digits.count) else { return self }
        return stride(from: 0, to: digits.count, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
            .joined(separator: ":")
    }
}

extension Tag {
    fileprivate static let longCodeValue = Tag(0x0008, 0x0119)
    package static let valueType = Tag(0x0040, 0xA040)
    fileprivate static let measurementUnitsCodeSequence = Tag(0x0040, 0x08EA)
    fileprivate static let dateTime = Tag(0x0040, 0xA120)
    fileprivate static let date = Tag(0x0040, 0xA121)
    fileprivate static let time = Tag(0x0040, 0xA122)
    fileprivate static let personName = Tag(0x0040, 0xA123)
    fileprivate static let uid = Tag(0x0040, 0xA124)
    fileprivate static let temporalRangeType = Tag(0x0040, 0xA130)
    fileprivate static let textValue = Tag(0x0040, 0xA160)
    fileprivate static let conceptCodeSequence = Tag(0x0040, 0xA168)
    fileprivate static let measuredValueSequence = Tag(0x0040, 0xA300)
    fileprivate static let numericValueQualifierCodeSequence = Tag(0x0040, 0xA301)
    fileprivate static let numericValue = Tag(0x0040, 0xA30A)
    fileprivate static let completionFlag = Tag(0x0040, 0xA491)
    fileprivate static let verificationFlag = Tag(0x0040, 0xA493)
    fileprivate static let graphicData = Tag(0x0070, 0x0022)
    fileprivate static let graphicType = Tag(0x0070, 0x0023)
}
