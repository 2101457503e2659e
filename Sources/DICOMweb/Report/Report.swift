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
        items = dataSet.items(.contentSequence).map { Item($0, of: dataSet, depth: 1) }
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
            ("Report date", date(dataSet)),
            ("Completion", dataSet.string(.completionFlag)),
            ("Completion description", dataSet.string(.completionFlagDescription)),
            ("Preliminary", dataSet.string(.preliminaryFlag)),
            ("Verification", dataSet.string(.verificationFlag)),
        ]
        let verifications = dataSet.items(.verifyingObserverSequence).map { ("Verified by", verification($0)) }
        return (attributes + verifications).compactMap { name, value in value.map { Pair(name: name, value: $0) } }
    }

    private static func date(_ dataSet: DataSet) -> String? {
        joined(dataSet.string(.contentDate)?.readableDate, dataSet.string(.contentTime)?.readableTime, by: " ")
    }

    /// Who has answered for the report, and when (PS3.3 §C.17.2).
    private static func verification(_ observer: DataSet) -> String? {
        let name = observer.personName(.verifyingObserverName)?.readable
        let organization = observer.string(.verifyingOrganization)
        return joined(name, organization, observer.string(.verificationDateTime)?.readableDateTime, by: ", ")
    }

    private static func joined(_ parts: String?..., by separator: String) -> String? {
        let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: separator)
    }
}

extension Report.Item {
    fileprivate init(_ item: DataSet, of report: DataSet, depth: Int) {
        let reference = item.integers(.referencedContentItemIdentifier)
        let isReference = !reference.isEmpty
        isContainer = item.string(.valueType) == "CONTAINER" && !isReference
        name = isReference ? item.relationship : item.meaning(.conceptNameCodeSequence)
        if isReference {
            value = report.contentItem(reference)?.words ?? "another item"
        } else {
            value = item.contentValue
        }
        let items = depth < Report.maximumDepth && !isReference ? item.items(.contentSequence) : []
        children = items.map { Self($0, of: report, depth: depth + 1) }
    }
}

/// A relationship by reference is to an item that stands elsewhere, and is named where it is referred to
/// (PS3.3 §C.17.3.2.4).
extension DataSet {
    /// The item at those places in the tree, which count from 1, the report's own first.
    fileprivate func contentItem(_ places: [Int]) -> DataSet? {
        guard places.first == 1, places.count <= Report.maximumDepth else { return nil }
        return places.dropFirst().reduce(self) { item, place in
            let items = item?.items(.contentSequence) ?? []
            return (1...max(1, items.count)).contains(place) ? items.dropFirst(place - 1).first : nil
        }
    }

    /// `Inferred from`.
    fileprivate var relationship: String? {
        string(.relationshipType).map { "\($0.prefix(1))\($0.dropFirst().lowercased())" }
    }

    /// What the item is about and what it says; nil of one that has no words.
    fileprivate var words: String? {
        let words = [meaning(.conceptNameCodeSequence), contentValue].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: ": ")
    }
}

extension Tag {
    package static let valueType = Tag(0x0040, 0xA040)
    fileprivate static let relationshipType = Tag(0x0040, 0xA010)
    fileprivate static let verifyingOrganization = Tag(0x0040, 0xA027)
    fileprivate static let verificationDateTime = Tag(0x0040, 0xA030)
    fileprivate static let verifyingObserverSequence = Tag(0x0040, 0xA073)
    fileprivate static let verifyingObserverName = Tag(0x0040, 0xA075)
    fileprivate static let completionFlag = Tag(0x0040, 0xA491)
    fileprivate static let completionFlagDescription = Tag(0x0040, 0xA492)
    fileprivate static let verificationFlag = Tag(0x0040, 0xA493)
    fileprivate static let preliminaryFlag = Tag(0x0040, 0xA496)
    fileprivate static let referencedContentItemIdentifier = Tag(0x0040, 0xDB73)
}
