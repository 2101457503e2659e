import DICOM
import NIOCore
import Testing

@testable import DICOMweb

@Suite struct JSONWriterTests {
    /// An element's JSON, without the object around it.
    private func json(
        _ tag: Tag,
        _ vr: VR,
        _ bytes: [UInt8],
        characterSet: CharacterSet = .default,
        bulkData: JSONWriter.BulkData? = nil
    ) -> String {
        var dataSet = DataSet(characterSet: characterSet)
        dataSet.set(DataElement(tag, vr, .bytes(ByteBuffer(bytes: bytes))))
        var writer = JSONWriter(bulkData: bulkData)
        writer.write(dataSet)
        return String(String(buffer: writer.take()).dropFirst().dropLast())
    }

    static let uris = JSONWriter.BulkData { "u/\($0)" }

    static let texts: [(VR, String, String)] = [
        (.AE, " GANTRY ", #"["GANTRY"]"#),
        (.AS, "012Y", #"["012Y"]"#),
        (.CS, "ORIGINAL\\PRIMARY\\\\AXIAL ", #"["ORIGINAL","PRIMARY",null,"AXIAL"]"#),
        (.CS, "\\", "[null,null]"),
        (.DA, "20240102", #"["20240102"]"#),
        (.DT, "20240102101112.5+0100 ", #"["20240102101112.5+0100"]"#),
        (.LO, " a \\ b", #"["a","b"]"#),
        (.SH, "x", #"["x"]"#),
        (.TM, "101112.000000 ", #"["101112.000000"]"#),
        (.UI, "1.2.3\\1.2.4\u{0}", #"["1.2.3","1.2.4"]"#),
        (.UC, "a\\b ", #"["a","b"]"#),
        (.UR, "http://x/a\\b ", #"["http://x/a\\b"]"#),
        (.LT, " a\\b\r\nc ", #"[" a\\b\r\nc"]"#),
        (.ST, "say \"hi\"\t\u{8}\u{C}\u{1}", #"["say \"hi\"\t\b\f\u0001"]"#),
        (.UT, "a/b", #"["a/b"]"#),
        (.IS, "+05 ", "[5]"),
        (.IS, "-007\\0\\000\\12", "[-7,0,0,12]"),
        (.IS, "1.5\\x\\-\\ ", #"["1.5","x","-",null]"#),
        (.IS, "1234567890123456", #"["1234567890123456"]"#),
        (.DS, "3.0", "[3.0]"),
        (.DS, ".5\\1.\\+3\\007\\-.25\\-0", "[0.5,1,3,7,-0.25,-0]"),
        (.DS, "1E5\\2.5e-03\\1e+2", "[1E5,2.5e-03,1e+2]"),
        (.DS, "1e400\\.\\-\\1e\\abc\\1,5\\1.2.3", #"["1e400",".","-","1e","abc","1,5","1.2.3"]"#),
        (.DS, " 1.25 \\\\2", "[1.25,null,2]"),
        (.DS, "0000.10", "[0.10]"),
        (.PN, "Doe^John^^Dr", #"[{"Alphabetic":"Doe^John^^Dr"}]"#),
        (.PN, "A^B=C=D \\E", #"[{"Alphabetic":"A^B","Ideographic":"C","Phonetic":"D"},{"Alphabetic":"E"}]"#),
        (.PN, "==P", #"[{"Phonetic":"P"}]"#),
        (.PN, "=I=", #"[{"Ideographic":"I"}]"#),
        (.PN, "A=B=C=D", #"[{"Alphabetic":"A","Ideographic":"B","Phonetic":"C=D"}]"#),
        (.PN, "Doe^\\\\X^", #"[{"Alphabetic":"Doe^"},null,{"Alphabetic":"X^"}]"#),
    ]

    @Test(arguments: texts)
    func writesText(_ vr: VR, _ text: String, _ value: String) {
        #expect(json(Tag(0x0011, 0x1001), vr, Array(text.utf8)) == #""00111001":{"vr":"\#(vr)","Value":\#(value)}"#)
    }

    static let numbers: [(VR, [UInt8], String)] = [
        (.US, [0x34, 0x12, 0xFF, 0xFF], "[4660,65535]"),
        (.SS, [0xFF, 0xFF, 0x00, 0x80], "[-1,-32768]"),
        (.UL, [0xFF, 0xFF, 0xFF, 0xFF], "[4294967295]"),
        (.SL, [0x00, 0x00, 0x00, 0x80], "[-2147483648]"),
        (.UV, [0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x20, 0x00], "[9007199254740992]"),
        (.UV, Array(repeating: 0xFF, count: 8), #"["18446744073709551615"]"#),
        (.SV, [0, 0, 0, 0, 0, 0, 0, 0x80], #"["-9223372036854775808"]"#),
        (.SV, Array(repeating: 0xFF, count: 8), "[-1]"),
        (.FL, [0xCD, 0xCC, 0xCC, 0x3D, 0x00, 0x00, 0x80, 0x3F], "[0.1,1.0]"),
        (.FL, [0xFF, 0xFF, 0x7F, 0x7F], "[3.4028235e+38]"),
        (.FD, [0x9A, 0x99, 0x99, 0x99, 0x99, 0x99, 0xB9, 0x3F], "[0.1]"),
        (.FD, [1, 0, 0, 0, 0, 0, 0, 0], "[5e-324]"),
        (.FL, [0x00, 0x00, 0xC0, 0x7F, 0x00, 0x00, 0x80, 0x3F], "[null,1.0]"),
        (.AT, [0x10, 0x00, 0x20, 0x00, 0xE0, 0x7F, 0x10, 0x00], #"["00100020","7FE00010"]"#),
        (.US, [0x34, 0x12, 0xFF], "[4660]"),
    ]

    @Test(arguments: numbers)
    func writesNumbers(_ vr: VR, _ bytes: [UInt8], _ value: String) {
        #expect(json(Tag(0x0011, 0x1001), vr, bytes) == #""00111001":{"vr":"\#(vr)","Value":\#(value)}"#)
    }

    @Test(arguments: VR.allCases)
    func anEmptyElementIsOnlyItsVR(_ vr: VR) {
        #expect(json(Tag(0x0011, 0x1001), vr, []) == #""00111001":{"vr":"\#(vr)"}"#)
    }

    @Test(arguments: [VR.AE, .CS, .LO, .PN, .UI, .DS, .IS, .LT, .UT])
    func paddingAloneIsNoValue(_ vr: VR) {
        #expect(json(Tag(0x0011, 0x1001), vr, [0x20, 0x20]) == #""00111001":{"vr":"\#(vr)"}"#)
    }

    @Test(
        arguments: [
            ([], ""), ([0], "AA=="), ([0, 1], "AAE="), ([0xFB, 0xFF, 0xFE], "+//+"), (Array("foobar".utf8), "Zm9vYmFy"),
        ] as [([UInt8], String)]
    )
    func binaryIsBase64(_ bytes: [UInt8], _ text: String) {
        for vr in [VR.OB, .OD, .OF, .OL, .OV, .OW, .UN] where !bytes.isEmpty {
            #expect(json(Tag(0x0011, 0x1001), vr, bytes) == #""00111001":{"vr":"\#(vr)","InlineBinary":"\#(text)"}"#)
        }
    }

    @Test func largeBinaryHasAURI() {
        let tag = Tag(0x0028, 0x1201)
        let short = json(tag, .OW, Array(repeating: 0, count: 2048), bulkData: Self.uris)
        #expect(short.hasPrefix(#""00281201":{"vr":"OW","InlineBinary":"AAAA"#))
        let long = json(tag, .OW, Array(repeating: 0, count: 2050), bulkData: Self.uris)
        #expect(long == #""00281201":{"vr":"OW","BulkDataURI":"u/00281201"}"#)
    }

    @Test func pixelDataIsNeverInline() {
        #expect(
            json(.pixelData, .OW, [1, 2], bulkData: Self.uris) == #""7FE00010":{"vr":"OW","BulkDataURI":"u/7FE00010"}"#
        )
        #expect(json(.pixelData, .OW, [1, 2]) == #""7FE00010":{"vr":"OW"}"#)
        #expect(
            json(.floatPixelData, .OF, [1, 2, 3, 4], bulkData: Self.uris).hasSuffix(#""BulkDataURI":"u/7FE00008"}"#)
        )
    }

    @Test func whatIsNoNumberHasAURI() {
        let nan: [UInt8] = [0, 0, 0, 0, 0, 0, 0xF8, 0x7F]
        #expect(
            json(Tag(0x0011, 0x1001), .FD, nan, bulkData: Self.uris)
                == #""00111001":{"vr":"FD","BulkDataURI":"u/00111001"}"#
        )
        #expect(json(Tag(0x0011, 0x1001), .FL, [0, 0, 0x80, 0xFF], bulkData: Self.uris).contains("BulkDataURI"))
        #expect(json(Tag(0x0011, 0x1001), .FL, [0, 0, 0x80, 0x3F], bulkData: Self.uris).contains("[1.0]"))
    }

    @Test func aStandardAttributeRegainsItsVR() {
        #expect(json(.rows, .UN, [0, 2]) == #""00280010":{"vr":"US","Value":[512]}"#)
        #expect(json(.patientID, .UN, Array("X".utf8)) == #""00100020":{"vr":"LO","Value":["X"]}"#)
        #expect(json(Tag(0x0009, 0x1001), .UN, [1]) == #""00091001":{"vr":"UN","InlineBinary":"AQ=="}"#)
        #expect(json(.rows, .UN, [1, 2, 3]).contains("InlineBinary"))
    }

    @Test(
        arguments: [
            (["ISO_IR 100"], [0x4D, 0xFC, 0x6C], "Mül"),
            (["ISO_IR 192"], Array("Ωμ".utf8), "Ωμ"),
            (["ISO_IR 13"], [0xD4, 0xCF, 0xC0, 0xDE], "ﾔﾏﾀﾞ"),
        ] as [([String], [UInt8], String)]
    )
    func textBecomesUTF8(_ terms: [String], _ bytes: [UInt8], _ text: String) {
        let written = json(.patientID, .LO, bytes, characterSet: CharacterSet(terms: terms))
        #expect(
            written == #""00080005":{"vr":"CS","Value":["ISO_IR 192"]},"00100020":{"vr":"LO","Value":["\#(text)"]}"#
        )
    }

    @Test func aBackslashByteInsideACharacterSplitsNothing() {
        // GBK: 0x81 0x5C is one character.
        let written = json(.patientID, .LO, [0x81, 0x5C, 0x5C, 0x41], characterSet: CharacterSet(terms: ["GBK"]))
        #expect(written.hasSuffix(#""00100020":{"vr":"LO","Value":["乗","A"]}"#))
    }

    @Test func undecodableBytesStillGiveText() {
        let written = json(.patientID, .LO, [0x41, 0xC3, 0x28])
        #expect(written.utf8.allSatisfy { $0 >= 0x20 })
        #expect(written.contains("\u{FFFD}"))
    }

    @Test func theCharacterSetStandsInItsPlace() {
        var item = DataSet()
        item.set(.specificCharacterSet, .CS, "ISO_IR 100")
        item.set(.codeMeaning, .LO, "ü")
        var dataSet = DataSet()
        dataSet.set(Tag(0x0002, 0x0010), .UI, "1.2")
        dataSet.set(Tag(0x0008, 0x0000), .UL, integers: 4)
        dataSet.set(Tag(0x0008, 0x0001), .UL, integers: 4)
        dataSet.set(.conceptNameCodeSequence, items: [item, DataSet()])
        var writer = JSONWriter()
        writer.write(dataSet)
        #expect(
            String(buffer: writer.take())
                == #"{"00080001":{"vr":"UL","Value":[4]},"00080005":{"vr":"CS","Value":["ISO_IR 192"]},"#
                + #""0040A043":{"vr":"SQ","Value":[{"00080104":{"vr":"LO","Value":["ü"]}},{}]}}"#
        )
    }

    @Test func aCharacterSetAloneIsWritten() {
        var dataSet = DataSet()
        dataSet.set(.specificCharacterSet, .CS, "ISO_IR 100")
        var writer = JSONWriter()
        writer.write(dataSet)
        #expect(String(buffer: writer.take()) == #"{"00080005":{"vr":"CS","Value":["ISO_IR 192"]}}"#)
        writer.write(DataSet())
        #expect(String(buffer: writer.take()) == "{}")
    }

    @Test func placesInItemsAreInTheURI() {
        var inner = DataSet()
        inner.set(DataElement(.waveformData, .OW, .bytes(ByteBuffer(repeating: 0, count: 4000))))
        var dataSet = DataSet()
        dataSet.set(.waveformSequence, items: [DataSet(), inner])
        dataSet.set(DataElement(.encapsulatedDocument, .OB, .deferred(Deferred(range: 0..<10))))
        dataSet.set(DataElement(.pixelData, .OB, .fragments(Fragments(fragments: [ByteBuffer(bytes: [1, 2])]))))
        var writer = JSONWriter(bulkData: Self.uris)
        writer.write([dataSet, DataSet()])
        #expect(
            String(buffer: writer.take())
                == #"[{"00420011":{"vr":"OB","BulkDataURI":"u/00420011"},"#
                + #""54000100":{"vr":"SQ","Value":[{},{"54001010":{"vr":"OW","BulkDataURI":"u/54000100/2/54001010"}}]},"#
                + #""7FE00010":{"vr":"OB","BulkDataURI":"u/7FE00010"}},{}]"#
        )
    }

    @Test func whatIsNoAttributeIsLeftOut() {
        var dataSet = DataSet()
        dataSet.set(DataElement(Tag(0x0010, 0x0000), .UL, .bytes(ByteBuffer(bytes: [0, 0, 0, 0]))))
        dataSet.set(DataElement(.dataSetTrailingPadding, .OB, .bytes(ByteBuffer(bytes: [0, 0]))))
        dataSet.set(DataElement(.transferSyntaxUID, .UI, .bytes(ByteBuffer(string: "1.2"))))
        var writer = JSONWriter()
        writer.write(dataSet)
        #expect(String(buffer: writer.take()) == "{}")
        // Of a group that is not allowed either, yet is somebody's data.
        dataSet.set(Tag(0x0001, 0x0001), .LO, "x")
        writer.write(dataSet)
        #expect(String(buffer: writer.take()) == #"{"00010001":{"vr":"LO","Value":["x"]}}"#)
    }
}
