import NIOCore
import Testing

@testable import DICOM

@Suite struct MatchingTests {
    /// One element of a record, a key for it, and whether they match.
    struct Row: Sendable, CustomTestStringConvertible {
        var tag: Tag
        var value: String
        var key: String
        var matches: Bool

        init(_ tag: Tag, _ value: String, _ key: String, _ matches: Bool) {
            (self.tag, self.value, self.key, self.matches) = (tag, value, key, matches)
        }

        var testDescription: String { "\(tag) \(value) by \(key)" }
    }

    static let rows: [Row] = [
        // Universal and single value matching, PS3.4 §C.2.2.2.1 and §C.2.2.2.3.
        Row(.patientID, "A1", "", true), Row(.patientID, "A1", "*", true), Row(.patientID, "A1", "A1", true),
        Row(.patientID, "A1", "a1", false), Row(.patientID, "A1", "A", false),
        // Wild cards, §C.2.2.2.4.
        Row(.patientID, "A1", "A?", true), Row(.patientID, "A1", "A??", false), Row(.patientID, "ABCABD", "*ABD", true),
        Row(.patientID, "ABC", "A*B*C*", true), Row(.patientID, "ABC", "*?B?*", true),
        Row(.patientID, "ABC", "B*", false),
        Row(.accessionNumber, "", "A*", false), Row(.studyDescription, "Größe", "Gr??e", true),
        // Lists of UIDs, §C.2.2.2.2.
        Row(.studyInstanceUID, "1.2.3", #"1.2\1.2.3"#, true), Row(.studyInstanceUID, "1.2.3", "1.2", false),
        Row(.studyInstanceUID, "1.2.3", "1.2.*", false),
        // Values of which one matches.
        Row(.modalitiesInStudy, #"CT\SR"#, "SR", true), Row(.modalitiesInStudy, #"CT\SR"#, "MR", false),
        // Names, whatever the case and the group.
        Row(.patientName, "Yamada^Tarou=山田^太郎=やまだ^たろう", "YAMADA*", true),
        Row(.patientName, "Yamada^Tarou=山田^太郎=やまだ^たろう", "山田*", true),
        Row(.patientName, "Yamada^Tarou=山田^太郎=やまだ^たろう", "*=山田*", true),
        Row(.patientName, "Yamada^Tarou=山田^太郎=やまだ^たろう", "*=*=は*", false),
        Row(.patientName, "Buc^Jérôme^^", "buc^jÉrôme", true), Row(.patientName, "Smith^John", "Smith", false),
        Row(.patientName, "Wang", "*=王", false),
        // A wildcard may stand before what is seen as one with the character before it.
        Row(.patientName, "สมชาย^ใจดี", "ส*ี", true), Row(.patientName, "สมชาย^ใจดี", "สมชาย^ใจด?", true),
        Row(.patientName, "สมชาย^ใจดี", "ส*า", false),
        // Ranges, §C.2.2.2.5.
        Row(.studyDate, "20240102", "20240101-20240103", true), Row(.studyDate, "", "20240101-", false),
        Row(.studyDate, "20240102", "2024*", false), Row(.studyTime, "120000.5", "1200-", true),
        // Numbers.
        Row(.seriesNumber, "+05", "5", true), Row(.seriesNumber, "5", "6", false), Row(.rows, "512", "512", true),
        Row(.sliceThickness, "1.50", "1.5", true), Row(.patientAge, "040Y", "040Y", true),
        // Empty values, §C.2.2.2.9.
        Row(.accessionNumber, "", "\"\"", true), Row(.accessionNumber, "A", "\"\"", false),
    ]

    @Test(arguments: rows)
    func keysMatchAsTheirRepresentationSays(_ row: Row) {
        var (record, identifier) = (DataSet(characterSet: .utf8), DataSet(characterSet: .utf8))
        for (text, isKey) in [(row.value, false), (row.key, true)] {
            let strings = text.split(separator: "\\", omittingEmptySubsequences: false).map(String.init)
            if isKey { identifier.set(row.tag, strings: strings) } else { record.set(row.tag, strings: strings) }
        }
        #expect(record.matches(identifier) == row.matches)
    }

    @Test func keyAndRecordMayBeInDifferentCharacterSets() {
        var record = DataSet()
        record.set(.specificCharacterSet, "ISO_IR 126")
        record.set(.patientName, "Διονυσιος")
        var identifier = DataSet()
        identifier.set(.specificCharacterSet, "ISO_IR 192")
        identifier.set(.queryRetrieveLevel, "STUDY")
        identifier.set(.patientName, "διον*")
        #expect(record.matches(identifier))
    }

    @Test func oneItemMustMatchAllKeysOfTheSequence() {
        func request(_ step: String, _ procedure: String) -> DataSet {
            var item = DataSet()
            item.set(.scheduledProcedureStepID, step)
            item.set(.requestedProcedureID, procedure)
            return item
        }
        var record = DataSet()
        record.set(.requestAttributesSequence, items: [request("S1", "P1"), request("S2", "P2")])
        for (key, expected) in [(request("S2", "P2"), true), (request("S1", "P2"), false), (request("", "P1"), true)] {
            var identifier = DataSet()
            identifier.set(.requestAttributesSequence, items: [key])
            #expect(record.matches(identifier) == expected)
        }
        var universal = DataSet()
        universal.set(.requestAttributesSequence, items: [request("", "")])
        #expect(DataSet().matches(universal))
    }

    @Test func whatIsAbsentMatchesOnlyWhenAskedTo() {
        var identifier = DataSet()
        identifier.set(.accessionNumber, "A1")
        #expect(!DataSet().matches(identifier))
        #expect(DataSet().matches(identifier, Matching(absentMatches: true)))
    }

    @Test(arguments: [
        ("20240102", "230000", true), ("20240101", "090000", false), ("20240101", "100000", true),
        ("20240103", "120030", true), ("20240103", "1201", false), ("20240104", "1100", false),
    ])
    func dateAndTimeAreOneRangeWhenCombined(_ date: String, _ time: String, _ expected: Bool) {
        var (record, identifier) = (DataSet(), DataSet())
        record.set(.studyDate, date)
        record.set(.studyTime, time)
        identifier.set(.studyDate, "20240101-20240103")
        identifier.set(.studyTime, "1000-1200")
        #expect(record.matches(identifier, Matching(combinesDateAndTime: true)) == expected)
    }

    @Test func dateAndTimeHoldIndependentlyOtherwise() {
        var (record, identifier) = (DataSet(), DataSet())
        record.set(.studyDate, "20240102")
        record.set(.studyTime, "230000")
        identifier.set(.studyDate, "20240101-20240103")
        identifier.set(.studyTime, "1000-1200")
        #expect(!record.matches(identifier))
    }

    @Test func manyAsterisksAreMatchedInReasonableTime() {
        let pattern = Wildcard(String(repeating: "a*", count: 30) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
    }
}
