import DICOM

extension DataSet {
    /// The meaning of the first code of a sequence, else its value.
    func meaning(_ sequence: Tag) -> String? {
        guard let code = items(sequence).first else { return nil }
        return code.string(.codeMeaning) ?? code.string(.longCodeValue) ?? code.string(.codeValue)
            ?? code.string(.urnCodeValue)
    }

    /// What a content item says, by its Value Type (PS3.3 Table C.17.3-7).
    var contentValue: String? {
        switch string(.valueType) {
        case "CONTAINER", nil: nil
        case "TEXT": wholeText(.textValue)
        case "CODE": meaning(.conceptCodeSequence)
        case "NUM": measured
        case "PNAME": personName(.personName)?.readable
        case "DATE": string(.date)?.readableDate
        case "TIME": string(.time)?.readableTime
        case "DATETIME": string(.dateTime)?.readableDateTime
        case "UIDREF": string(.uid)
        case "IMAGE", "COMPOSITE", "WAVEFORM": reference
        case "SCOORD": points(of: 2)
        case "SCOORD3D": points(of: 3)
        case "TCOORD": moments
        case .some(let other): "\(other), which is not shown"
        }
    }

    /// A number with its unit, or why there is none.
    private var measured: String? {
        guard let measurement = items(.measuredValueSequence).first, let number = measurement.string(.numericValue)
        else {
            return meaning(.numericValueQualifierCodeSequence)
        }
        return measurement.unit.map { "\(number) \($0)" } ?? number
    }

    /// The unit's sign, where it is one of UCUM that people write; else what it means. None of a mere number.
    private var unit: String? {
        guard let unit = items(.measurementUnitsCodeSequence).first else { return nil }
        let code = unit.string(.codeValue)
        guard unit.string(.codingSchemeDesignator) ?? "UCUM" == "UCUM", let code, !code.contains("{") else {
            return unit.string(.codeMeaning) ?? code
        }
        return code == "1" ? nil : code
    }

    /// Which object is meant, by its class and UID, and what of it.
    private var reference: String? {
        guard let item = items(.referencedSOPSequence).first, let instance = item.uid(.referencedSOPInstanceUID) else {
            return nil
        }
        let parts = [
            item.uid(.referencedSOPClassUID).flatMap(SOPClass.name), instance.rawValue,
            item.numbered(.referencedFrameNumber, "frame"), item.numbered(.referencedSegmentNumber, "segment"),
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    private func numbered(_ tag: Tag, _ noun: String) -> String? {
        let numbers = integers(tag)
        guard !numbers.isEmpty else { return nil }
        return "\(noun)\(numbers.count > 1 ? "s" : "") \(numbers.map(String.init).joined(separator: ", "))"
    }

    private func points(of dimensions: Int) -> String? {
        let count = numbers(.graphicData).count / dimensions
        return string(.graphicType).map { "\($0.lowercased()) of \(count) point\(count == 1 ? "" : "s")" }
    }

    /// When something was, as a time or a part of a recording (PS3.3 §C.18.7).
    private var moments: String? {
        let dates = strings(.referencedDateTime).map(\.readableDateTime)
        let offsets = strings(.referencedTimeOffsets).map { "\($0) s" }
        let places = numbered(.referencedSamplePositions, "sample").map { [$0] } ?? []
        let all = (dates + offsets + places).joined(separator: ", ")
        guard let range = string(.temporalRangeType)?.lowercased() else { return all.isEmpty ? nil : all }
        return all.isEmpty ? range : "\(range): \(all)"
    }

    /// A text with its backslashes, which are no delimiters in UT, and one sign for the end of a line.
    private func wholeText(_ tag: Tag) -> String? {
        let text = strings(tag).joined(separator: "\\").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return text.isEmpty ? nil : text
    }
}

extension Tag {
    fileprivate static let longCodeValue = Tag(0x0008, 0x0119)
    fileprivate static let urnCodeValue = Tag(0x0008, 0x0120)
    fileprivate static let measurementUnitsCodeSequence = Tag(0x0040, 0x08EA)
    fileprivate static let dateTime = Tag(0x0040, 0xA120)
    fileprivate static let date = Tag(0x0040, 0xA121)
    fileprivate static let time = Tag(0x0040, 0xA122)
    fileprivate static let personName = Tag(0x0040, 0xA123)
    fileprivate static let uid = Tag(0x0040, 0xA124)
    fileprivate static let temporalRangeType = Tag(0x0040, 0xA130)
    fileprivate static let referencedSamplePositions = Tag(0x0040, 0xA132)
    fileprivate static let referencedTimeOffsets = Tag(0x0040, 0xA138)
    fileprivate static let referencedDateTime = Tag(0x0040, 0xA13A)
    fileprivate static let textValue = Tag(0x0040, 0xA160)
    fileprivate static let conceptCodeSequence = Tag(0x0040, 0xA168)
    fileprivate static let measuredValueSequence = Tag(0x0040, 0xA300)
    fileprivate static let numericValueQualifierCodeSequence = Tag(0x0040, 0xA301)
    fileprivate static let numericValue = Tag(0x0040, 0xA30A)
    fileprivate static let referencedSegmentNumber = Tag(0x0062, 0x000B)
    fileprivate static let graphicData = Tag(0x0070, 0x0022)
    fileprivate static let graphicType = Tag(0x0070, 0x0023)
}
