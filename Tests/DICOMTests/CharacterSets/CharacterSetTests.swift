import NIOCore
import Testing

@testable import DICOM

/// A name and its bytes, each octet written as the character of that code.
struct NamedBytes: Sendable, CustomTestStringConvertible {
    var terms: String
    var text: String
    var octets: String

    init(_ terms: String, _ text: String, _ octets: String) {
        (self.terms, self.text, self.octets) = (terms, text, octets)
    }

    var characterSet: CharacterSet { CharacterSet(listed: terms) }
    var bytes: [UInt8] { .octets(octets) }
    var testDescription: String { "\(terms): \(text)" }

    static let names: [NamedBytes] = [
        // PS3.5 §H.3.1
        .init(
            #"\ISO 2022 IR 87"#,
            "Yamada^Tarou=山田^太郎=やまだ^たろう",
            "Yamada^Tarou=\u{1B}$B;3ED\u{1B}(B^\u{1B}$BB@O:\u{1B}(B=\u{1B}$B$d$^$@\u{1B}(B^\u{1B}$B$?$m$&\u{1B}(B"
        ),
        // PS3.5 §H.3.2
        .init(
            #"ISO 2022 IR 13\ISO 2022 IR 87"#,
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
            "\u{D4}\u{CF}\u{C0}\u{DE}^\u{C0}\u{DB}\u{B3}=\u{1B}$B;3ED\u{1B}(J^\u{1B}$BB@O:\u{1B}(J=\u{1B}$B$d$^$@\u{1B}(J^\u{1B}$B$?$m$&\u{1B}(J"
        ),
        // PS3.5 §I.2
        .init(
            #"\ISO 2022 IR 149"#,
            "Hong^Gildong=洪^吉洞=홍^길동",
            "Hong^Gildong=\u{1B}$)C\u{FB}\u{F3}^\u{1B}$)C\u{D1}\u{CE}\u{D4}\u{D7}=\u{1B}$)C\u{C8}\u{AB}^\u{1B}$)C\u{B1}\u{E6}\u{B5}\u{BF}"
        ),
        // PS3.5 §J.1
        .init(
            "ISO_IR 192",
            "Wang^XiaoDong=王^小東=",
            "Wang^XiaoDong=\u{E7}\u{8E}\u{8B}^\u{E5}\u{B0}\u{8F}\u{E6}\u{9D}\u{B1}="
        ),
        // PS3.5 §J.3
        .init("GB18030", "Wang^XiaoDong=王^小东=", "Wang^XiaoDong=\u{CD}\u{F5}^\u{D0}\u{A1}\u{B6}\u{AB}="),
        // PS3.5 §K.2
        .init(
            #"\ISO 2022 IR 58"#,
            "Zhang^XiaoDong=张^小东=",
            "Zhang^XiaoDong=\u{1B}$)A\u{D5}\u{C5}^\u{1B}$)A\u{D0}\u{A1}\u{B6}\u{AB}="
        ),
        // PS3.5 §K.3
        .init("GBK", "Wang^XiaoDong=王^小东=", "Wang^XiaoDong=\u{CD}\u{F5}^\u{D0}\u{A1}\u{B6}\u{AB}="),
        .init("ISO_IR 100", "Buc^Jérôme", "Buc^J\u{E9}r\u{F4}me"),
        .init("ISO_IR 100", "Äneas^Rüdiger", "\u{C4}neas^R\u{FC}diger"),
        .init("ISO_IR 101", "Wałęsa^Lech", "Wa\u{B3}\u{EA}sa^Lech"),
        .init("ISO_IR 109", "Ħamrun^Ġorġ", "\u{A1}amrun^\u{D5}or\u{F5}"),
        .init("ISO_IR 110", "Bērziņš^Jānis", "B\u{BA}rzi\u{F1}\u{B9}^J\u{E0}nis"),
        .init("ISO_IR 144", "Люкceмбypг", "\u{BB}\u{EE}\u{DA}ce\u{DC}\u{D1}yp\u{D3}"),
        .init("ISO_IR 127", "قباني^لنزار", "\u{E2}\u{C8}\u{C7}\u{E6}\u{EA}^\u{E4}\u{E6}\u{D2}\u{C7}\u{D1}"),
        .init("ISO_IR 126", "Διονυσιος", "\u{C4}\u{E9}\u{EF}\u{ED}\u{F5}\u{F3}\u{E9}\u{EF}\u{F2}"),
        .init("ISO_IR 138", "שרון^דבורה", "\u{F9}\u{F8}\u{E5}\u{EF}^\u{E3}\u{E1}\u{E5}\u{F8}\u{E4}"),
        .init("ISO_IR 148", "Çavuşoğlu^Işık", "\u{C7}avu\u{FE}o\u{F0}lu^I\u{FE}\u{FD}k"),
        .init("ISO_IR 203", "Œuvre^Šárka €", "\u{BC}uvre^\u{A6}\u{E1}rka \u{A4}"),
        .init("ISO_IR 166", "นามสกุล^ชื่อ", "\u{B9}\u{D2}\u{C1}\u{CA}\u{A1}\u{D8}\u{C5}^\u{AA}\u{D7}\u{E8}\u{CD}"),
        .init("ISO_IR 13", "ﾔﾏﾀﾞ^ﾀﾛｳ", "\u{D4}\u{CF}\u{C0}\u{DE}^\u{C0}\u{DB}\u{B3}"),
        .init(#"\ISO 2022 IR 159"#, "丂^丄", "\u{1B}$(D0!\u{1B}(B^\u{1B}$(D0\u{22}\u{1B}(B"),
        .init(#"ISO 2022 IR 100\ISO 2022 IR 144"#, "Jérôme^Люк", "J\u{E9}r\u{F4}me^\u{1B}-L\u{BB}\u{EE}\u{DA}"),
        .init(
            #"ISO 2022 IR 6\ISO 2022 IR 126"#,
            "Nikos^Διονυσιος=Ion",
            "Nikos^\u{1B}-F\u{C4}\u{E9}\u{EF}\u{ED}\u{F5}\u{F3}\u{E9}\u{EF}\u{F2}=Ion"
        ),
    ]
}

extension CharacterSet {
    init(listed terms: String) {
        self.init(terms: terms.split(separator: "\\", omittingEmptySubsequences: false).map(String.init))
    }
}

extension [UInt8] {
    /// The low eight bits of each character's code.
    static func octets(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}

@Suite struct CharacterSetTests {
    @Test(arguments: NamedBytes.names)
    func namesOfTheAnnexesAreRead(_ name: NamedBytes) {
        let bytes = ByteBuffer(bytes: name.bytes)
        let decoded = name.characterSet.decoding(bytes, vr: .PN)
        #expect(decoded.values == [name.text])
        #expect(decoded.undecodable == 0)
    }

    @Test(arguments: NamedBytes.names)
    func namesOfTheAnnexesAreWrittenByteForByte(_ name: NamedBytes) throws {
        let padding: [UInt8] = name.bytes.count % 2 == 1 ? [0x20] : []
        let encoded = try name.characterSet.encode([name.text], vr: .PN)
        #expect(Array(encoded.readableBytesView) == name.bytes + padding)
    }

    @Test func koreanTextDesignatesItsSetInEveryLine() throws {
        let korean = CharacterSet(listed: #"\ISO 2022 IR 149"#)
        let text = "The first line includes 길동.\r\nThe second line includes 길동, too.\r\nThe third line."
        let bytes = try korean.encode([text], vr: .LT)
        #expect(korean.decode(bytes, vr: .LT) == [text])
        let escapes = bytes.readableBytesView.count { $0 == 0x1B }
        #expect(escapes == 2)
    }

    @Test func koreanThatIsDesignatedOnceOnlyIsStillRead() {
        let bytes = ByteBuffer(bytes: [UInt8].octets("Hong=\u{1B}$)C\u{FB}\u{F3}^\u{D1}\u{CE}\u{D4}\u{D7}"))
        #expect(CharacterSet(listed: #"\ISO 2022 IR 149"#).decode(bytes, vr: .PN) == ["Hong=洪^吉洞"])
    }

    @Test func theHalvesOfTwoByteCharactersAreNoSeparators() throws {
        // Each has 5C, 5E or 3D as a byte: in JIS X 0208 of either half, in GB 18030 of the second.
        let names = ["構^能", "劃=宗", "本充弐"]
        let japanese = CharacterSet(listed: #"\ISO 2022 IR 87"#)
        #expect(japanese.decode(try japanese.encode(names, vr: .PN), vr: .PN) == names)
        let chinese = CharacterSet(terms: ["GB18030"])
        let trailing = ["俓", "梊", "誠"]
        let bytes = try chinese.encode(trailing, vr: .LO)
        #expect(chinese.decode(bytes, vr: .LO) == trailing)
        #expect(bytes.readableBytesView.count { $0 == UInt8(ascii: "\\") } > trailing.count - 1)
    }

    @Test func everyValueStartsWithTheInitialSets() {
        let bytes = ByteBuffer(bytes: [UInt8].octets("\u{1B}-F\u{C4}\u{E9}\\\u{C4}\u{E9}"))
        let characterSet = CharacterSet(listed: #"ISO 2022 IR 100\ISO 2022 IR 126"#)
        #expect(characterSet.decode(bytes, vr: .LO) == ["Δι", "Äé"])
    }

    @Test(arguments: [
        "ISO_IR 100", "ISO IR 100", "ISO_IR_100", "ISO-IR 100", "iso_ir 100", "ISO_IR 100  ", "ISO 2022 IR 100",
        "ISO_2022_IR_100", "ISO 2022-IR-100", "ISO 8859-1", "ISO2022 IR100", "ISO_IR100",
    ])
    func termsAreKnownInTheSpellingsOfTheField(_ term: String) {
        #expect(CharacterSet(terms: [term]).decode(ByteBuffer(bytes: [0x4A, 0xE9]), vr: .LO) == ["Jé"])
    }

    @Test(arguments: ["UTF-8", "utf8", "ISO_IR 192", "ISO IR 192", "ISO 2022 IR 192", "ISO_IR192"])
    func utf8IsKnownInTheSpellingsOfTheField(_ term: String) {
        #expect(CharacterSet(terms: [term]).repertoire == .utf8)
    }

    @Test func aSetWithoutCodeExtensionStandsAloneEvenInAList() {
        #expect(CharacterSet(listed: #"ISO_IR 100\ISO_IR 192"#).repertoire == .utf8)
        #expect(CharacterSet(listed: #"\GB18030"#).repertoire == .chinese(.gb18030))
        #expect(CharacterSet(terms: ["ISO 2022 GBK"]).repertoire == .chinese(.gbk))
    }

    @Test func bytesThatAreNotOfTheSetButAreUTF8AreTakenForIt() {
        let bytes = ByteBuffer(string: "Jérôme")
        for terms in [[], ["ISO_IR 6"], ["", "ISO 2022 IR 87"]] {
            let decoded = CharacterSet(terms: terms).decoding(bytes, vr: .PN)
            #expect(decoded == .init(values: ["Jérôme"], undecodable: 0), "\(terms)")
        }
    }

    @Test(arguments: ["", "ISO_IR 192", "GB18030", #"\ISO 2022 IR 149"#, "ISO_IR 127", #"\ISO 2022 IR 87"#])
    func whatCannotBeReadIsCountedAndReplaced(_ terms: String) {
        let bytes = ByteBuffer(bytes: [0x41, 0xFF, 0x42, 0x1B, 0x24, 0x99])
        let decoded = CharacterSet(listed: terms).decoding(bytes, vr: .LO)
        #expect(decoded.undecodable > 0)
        #expect(decoded.values.first?.unicodeScalars.contains("\u{FFFD}") == true)
        #expect(decoded.values.first?.hasPrefix("A") == true)
    }

    @Test func anySequenceOfBytesIsRead() {
        var generator = SystemRandomNumberGenerator()
        for name in NamedBytes.names {
            for _ in 0..<50 {
                let bytes = (0..<40).map { _ in
                    [0x1B, 0x24, 0x42, 0x28, 0x29, 0x5C, UInt8.random(in: 0...255, using: &generator)].randomElement()
                        ?? 0
                }
                _ = name.characterSet.decode(ByteBuffer(bytes: bytes), vr: .PN)
            }
        }
    }

    @Test func whatASetDoesNotHaveIsRefusedOrBecomesAQuestionMark() throws {
        let latin1 = CharacterSet(terms: ["ISO_IR 100"])
        #expect(throws: DataError(reason: .invalidValue)) { try latin1.encode(["山田"], vr: .PN) }
        #expect(latin1.encodeReplacing(["Ü山"], vr: .PN) == ByteBuffer(bytes: [0xDC, 0x3F]))
        #expect(throws: DataError(reason: .invalidValue)) { try CharacterSet.utf8.encode(["Ü"], vr: .CS) }
        #expect(throws: DataError(reason: .invalidValue)) { try CharacterSet.utf8.encode(["a\\b"], vr: .LO) }
        #expect(latin1.canEncode("Jérôme") && !latin1.canEncode("Люк"))
    }

    @Test func aYenSignIsNotWrittenWhereItsByteSeparates() throws {
        let romaji = CharacterSet(terms: ["ISO_IR 13"])
        #expect(throws: DataError.self) { try romaji.encode(["¥100"], vr: .LO) }
        #expect(romaji.decode(try romaji.encode(["¥100"], vr: .ST), vr: .ST) == ["¥100"])
    }

    @Test(arguments: [
        (VR.LO, "  a b  ", ["a b"]), (.SH, " x", ["x"]), (.CS, " A \\ B ", ["A", "B"]), (.LT, "  a  ", ["  a"]),
        (.ST, " a\\b ", [" a\\b"]), (.PN, " Doe^J ", [" Doe^J"]), (.UI, "1.2\0", ["1.2"]), (.AE, " X ", ["X"]),
        (.IS, " 5 \\", ["5", ""]), (.UR, "http://x ", ["http://x"]), (.LO, "", []), (.UC, " a\\b ", [" a", "b"]),
    ])
    func paddingGoesAsTheRepresentationSays(_ vr: VR, _ text: String, _ expected: [String]) {
        #expect(CharacterSet.default.decode(ByteBuffer(string: text), vr: vr) == expected)
    }

    @Test func transcodingReachesItemsAndLeavesOneCharacterSet() throws {
        var item = DataSet(characterSet: .default)
        item.set(.specificCharacterSet, "ISO_IR 126")
        item.set(.patientName, "Διονυσιος")
        var source = DataSet()
        source.set(.specificCharacterSet, "ISO_IR 100")
        source.set(.patientName, "Buc^Jérôme")
        source.set(.otherPatientIDsSequence, items: [item])
        let result = try source.transcoded(to: .utf8)
        #expect(result.string(.specificCharacterSet) == "ISO_IR 192")
        #expect(result.bytes(.patientName) == ByteBuffer(string: "Buc^Jérôme"))
        #expect(result.items(.otherPatientIDsSequence).first?.string(.patientName) == "Διονυσιος")
        #expect(result.items(.otherPatientIDsSequence).first?[.specificCharacterSet] == nil)
        #expect(throws: DataError(reason: .invalidValue, tag: .patientName)) {
            try source.transcoded(to: CharacterSet(terms: ["ISO_IR 127"]))
        }
    }

    @Test func theSystemHasAllConversions() {
        #expect(CharacterSet.missingSystemEncodings.isEmpty)
    }
}
