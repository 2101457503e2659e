import DICOM
import DICOMweb
import Testing

@Suite struct ReportTests {
    private static func code(_ meaning: String) -> DataElement {
        var item = DataSet()
        item.set(.codeValue, "1")
        item.set(.codeMeaning, meaning)
        return DataElement(.conceptNameCodeSequence, .SQ, .items([item]))
    }

    private static func item(_ type: String, _ name: String, _ set: (inout DataSet) -> Void = { _ in }) -> DataSet {
        var item = DataSet()
        item.set(.valueType, .CS, type)
        item.set(code(name))
        set(&item)
        return item
    }

    private static func report(_ items: [DataSet]) throws -> Report {
        var dataSet = DataSet()
        dataSet.set(.specificCharacterSet, "ISO_IR 192")
        dataSet.set(.patientName, "Doe^Jane^^Dr.=\u{5C71}\u{7530}^\u{592A}\u{90CE}")
        dataSet.set(.patientBirthDate, "19700131")
        dataSet.set(.valueType, .CS, "CONTAINER")
        dataSet.set(code("Findings <script>alert(1)</script>"))
        dataSet.set(DataElement(.contentSequence, .SQ, .items(items)))
        return try #require(Report(dataSet))
    }

    @Test func itemsSayWhatTheyAreAndWhatTheySay() throws {
        var unit = DataSet()
        unit.set(.codeValue, "mm")
        var measured = DataSet()
        measured.set(Tag(0x0040, 0xA30A), .DS, "12.5")
        measured.set(DataElement(Tag(0x0040, 0x08EA), .SQ, .items([unit])))
        let number = Self.item("NUM", "Diameter") { $0.set(DataElement(Tag(0x0040, 0xA300), .SQ, .items([measured]))) }
        let text = Self.item("TEXT", "Impression") {
            $0.set(Tag(0x0040, 0xA160), .UT, "First line\r\nsecond \\ line")
            $0.set(DataElement(.contentSequence, .SQ, .items([number])))
        }
        let section = Self.item("CONTAINER", "Lungs") { $0.set(DataElement(.contentSequence, .SQ, .items([text]))) }
        let report = try Self.report([section])
        let lines = report.plainText.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains("Patient: Dr. Jane Doe (\u{5C71}\u{7530} \u{592A}\u{90CE})"))
        #expect(lines.contains("Date of birth: 1970-01-31"))
        #expect(
            Array(lines.suffix(5)) == [
                "Lungs", "  Impression: First line", "  second \\ line", "    Diameter: 12.5 mm", "",
            ]
        )
        let html = report.html
        #expect(html.contains("<h2>Lungs</h2>"))
        #expect(html.contains("<b>Diameter:</b> 12.5 mm"))
    }

    @Test func whatTheDataSetSaysIsNeverMarkup() throws {
        let evil = Self.item("TEXT", "\"><img src=x onerror='alert(1)'>") {
            $0.set(Tag(0x0040, 0xA160), .UT, "</p><script>alert(\"&amp;\")</script>\u{1B}[2J\u{0}")
        }
        let report = try Self.report([evil])
        #expect(!report.html.contains("<script") && !report.html.contains("<img") && !report.html.contains("\u{1B}"))
        #expect(report.html.contains("&lt;/p&gt;&lt;script&gt;alert(&quot;&amp;amp;&quot;)&lt;/script&gt;"))
        #expect(!report.plainText.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func deepNestingEnds() throws {
        var item = Self.item("CONTAINER", "innermost")
        for _ in 0..<200 {
            let inner = item
            item = Self.item("CONTAINER", "level") { $0.set(DataElement(.contentSequence, .SQ, .items([inner]))) }
        }
        let text = try Self.report([item]).plainText
        #expect(text.split(separator: "\n").filter { $0.contains("level") }.count == 64)
    }

    @Test func whatIsNoReportIsNone() {
        #expect(Report(DataSet()) == nil)
    }

    @Test(arguments: [("20240131", "2024-01-31"), ("2024.01.31", "2024.01.31"), ("", "")])
    func datesAreReadable(_ text: String, _ expected: String) { #expect(text.readableDate == expected) }

    @Test(arguments: [("140509.123", "14:05:09"), ("14", "14"), ("1405", "14:05"), ("x", "x"), ("1", "1")])
    func timesAreReadable(_ text: String, _ expected: String) { #expect(text.readableTime == expected) }

    @Test(arguments: [
        ("Smith^Ann^Mary^Dr.^MD", "Dr. Ann Mary Smith, MD"), ("Smith", "Smith"), ("", ""), ("=山田^太郎", "山田 太郎"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Tarou Yamada (山田 太郎, やまだ たろう)"), ("^^^^", ""), ("A^B==C^D", "B A (C D)"),
    ])
    func namesAreReadable(_ name: String, _ expected: String) { #expect(PersonName(name).readable == expected) }
}
