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

    private static func sequence(_ tag: Tag, _ set: (inout DataSet) -> Void) -> DataElement {
        var item = DataSet()
        set(&item)
        return DataElement(tag, .SQ, .items([item]))
    }

    private static func number(_ value: String, unit code: String, _ meaning: String, scheme: String) -> DataSet {
        item("NUM", "Score") {
            $0.set(
                sequence(Tag(0x0040, 0xA300)) {
                    $0.set(Tag(0x0040, 0xA30A), .DS, value)
                    $0.set(
                        sequence(Tag(0x0040, 0x08EA)) {
                            $0.set(.codeValue, code)
                            $0.set(.codingSchemeDesignator, scheme)
                            $0.set(.codeMeaning, meaning)
                        }
                    )
                }
            )
        }
    }

    @Test(arguments: [
        ("mm", "millimeter", "UCUM", "Score: 3 mm"), ("1", "no units", "UCUM", "Score: 3"),
        ("{ratio}", "ratio", "UCUM", "Score: 3 ratio"), ("T-123", "stars", "99ACME", "Score: 3 stars"),
        ("1", "ones", "99ACME", "Score: 3 ones"),
    ])
    func aUnitIsWhatPeopleWrite(_ code: String, _ meaning: String, _ scheme: String, _ line: String) throws {
        let text = try Self.report([Self.number("3", unit: code, meaning, scheme: scheme)]).plainText
        #expect(text.hasSuffix("\n\(line)\n"))
    }

    @Test func aRelationshipByReferenceNamesItsItem() throws {
        let reference = { (places: [Int]) in
            var item = DataSet()
            item.set(Tag(0x0040, 0xA010), .CS, "INFERRED FROM")
            item.set(Tag(0x0040, 0xDB73), .UL, integers: places)
            return item
        }
        let finding = Self.item("CODE", "Finding") {
            $0.set(Self.sequence(Tag(0x0040, 0xA168)) { $0.set(.codeMeaning, "Nodule") })
            $0.set(DataElement(.contentSequence, .SQ, .items([[1, 2, 1], [1, 2, 9], [2], []].map(reference))))
        }
        let section = Self.item("CONTAINER", "Measurements") {
            let size = Self.number("3", unit: "mm", "millimeter", scheme: "UCUM")
            $0.set(DataElement(.contentSequence, .SQ, .items([size])))
        }
        let lines = try Self.report([finding, section]).plainText.split(separator: "\n")
        #expect(lines.contains("  Inferred from: Score: 3 mm"))
        #expect(lines.filter { $0 == "  Inferred from: another item" }.count == 2)
    }

    @Test func referencesSayWhatIsMeantOfTheObject() throws {
        let image = Self.item("IMAGE", "Key image") {
            $0.set(
                Self.sequence(.referencedSOPSequence) {
                    $0.set(.referencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.66.4")
                    $0.set(.referencedSOPInstanceUID, "1.2.3")
                    $0.set(.referencedFrameNumber, .IS, "4", "7")
                    $0.set(Tag(0x0062, 0x000B), .US, integers: 2)
                }
            )
        }
        let outline = Self.item("SCOORD", "Outline") {
            $0.set(Tag(0x0070, 0x0022), .FL, numbers: 1, 1, 5, 5, 9, 1)
            $0.set(Tag(0x0070, 0x0023), .CS, "POLYLINE")
        }
        let moment = Self.item("TCOORD", "Beat") {
            $0.set(Tag(0x0040, 0xA130), .CS, "MULTIPOINT")
            $0.set(Tag(0x0040, 0xA138), .DS, "0.5", "1.25")
        }
        let table = Self.item("TABLE", "Doses")
        let lines = try Self.report([image, outline, moment, table]).plainText.split(separator: "\n").suffix(4)
        #expect(
            Array(lines) == [
                "Key image: Segmentation Storage 1.2.3 frames 4, 7 segment 2", "Outline: polyline of 3 points",
                "Beat: multipoint: 0.5 s, 1.25 s", "Doses: TABLE, which is not shown",
            ]
        )
    }

    @Test func whoVerifiedTheReportIsSaid() throws {
        var dataSet = DataSet()
        dataSet.set(.valueType, .CS, "CONTAINER")
        dataSet.set(.contentDate, "20240131")
        dataSet.set(.contentTime, "140509")
        dataSet.set(Tag(0x0040, 0xA493), .CS, "VERIFIED")
        dataSet.set(
            Self.sequence(Tag(0x0040, 0xA073)) {
                $0.set(Tag(0x0040, 0xA027), .LO, "Clinic <North>")
                $0.set(Tag(0x0040, 0xA030), .DT, "20240201080000")
                $0.set(Tag(0x0040, 0xA075), .PN, "Who^Ann")
            }
        )
        let report = try #require(Report(dataSet))
        let lines = report.plainText.split(separator: "\n")
        #expect(lines.contains("Report date: 2024-01-31 14:05:09"))
        #expect(lines.contains("Verified by: Ann Who, Clinic <North>, 2024-02-01 08:00:00"))
        #expect(report.html.contains("<dt>Verified by</dt><dd>Ann Who, Clinic &lt;North&gt;, 2024-02-01 08:00:00</dd>"))
    }

    /// CR alone and tabs part words too.
    @Test func noTwoWordsGrowTogether() throws {
        let text = Self.item("TEXT", "Impression") { $0.set(Tag(0x0040, 0xA160), .UT, "one\rtwo\tthree\r\nfour") }
        let report = try Self.report([text])
        #expect(report.plainText.hasSuffix("Impression: one\ntwo three\nfour\n"))
        #expect(report.html.contains("one\ntwo\tthree\nfour</p>"))
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

    @Test(arguments: [
        ("140509.123", "14:05:09"), ("14", "14"), ("1405", "14:05"), ("x", "x"), ("1", "1"), ("14:05:09", "14:05:09"),
    ])
    func timesAreReadable(_ text: String, _ expected: String) { #expect(text.readableTime == expected) }

    @Test(arguments: [
        ("20240131140509.5+0100", "2024-01-31 14:05:09 +01:00"), ("2024", "2024"), ("202401", "2024-01"),
        ("2024013114-0330", "2024-01-31 14 -03:30"), ("20240131", "2024-01-31"), ("soon", "soon"), ("20240", "20240"),
        ("2024-01-31", "2024-01-31"), ("20240131 1405", "20240131 1405"), ("", ""),
    ])
    func momentsAreReadable(_ text: String, _ expected: String) { #expect(text.readableDateTime == expected) }

    @Test(arguments: [
        ("Smith^Ann^Mary^Dr.^MD", "Dr. Ann Mary Smith, MD"), ("Smith", "Smith"), ("", ""), ("=山田^太郎", "山田 太郎"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Tarou Yamada (山田 太郎, やまだ たろう)"), ("^^^^", ""), ("A^B==C^D", "B A (C D)"),
    ])
    func namesAreReadable(_ name: String, _ expected: String) { #expect(PersonName(name).readable == expected) }
}
