/// A set of graphic characters as code extension designates it, to G0 (bytes 21-7E) or to G1 (A0-FF) (PS3.5 §6.1.2).
enum GraphicSet: Hashable, Sendable, CaseIterable {
    /// G0: ISO 646, JIS X 0201 romaji, JIS X 0208 kanji, JIS X 0212 supplementary kanji.
    case ascii, romaji, kanji, supplementaryKanji
    /// G1, two bytes: KS X 1001 and GB 2312.
    case hangul, hanzi
    /// G1, one byte: JIS X 0201 katakana and the parts of ISO 8859.
    case katakana, latin1, latin2, latin3, latin4, latin5, latin9, cyrillic, arabic, greek, hebrew, thai
}

extension GraphicSet {
    /// What follows ESC in the set's escape sequence (PS3.3 Tables C.12-3 and C.12-4).
    var designation: [UInt8] {
        switch self {
        case .ascii: Array("(B".utf8)
        case .romaji: Array("(J".utf8)
        case .kanji: Array("$B".utf8)
        case .supplementaryKanji: Array("$(D".utf8)
        case .hangul: Array("$)C".utf8)
        case .hanzi: Array("$)A".utf8)
        case .katakana: Array(")I".utf8)
        case .latin1: Array("-A".utf8)
        case .latin2: Array("-B".utf8)
        case .latin3: Array("-C".utf8)
        case .latin4: Array("-D".utf8)
        case .greek: Array("-F".utf8)
        case .arabic: Array("-G".utf8)
        case .hebrew: Array("-H".utf8)
        case .cyrillic: Array("-L".utf8)
        case .latin5: Array("-M".utf8)
        case .thai: Array("-T".utf8)
        case .latin9: Array("-b".utf8)
        }
    }

    /// True of sets that go to G0.
    var isG0: Bool {
        switch self {
        case .ascii, .romaji, .kanji, .supplementaryKanji: true
        default: false
        }
    }

    /// Two-byte sets are converted by the system in their Extended Unix Code form, with the high bits set.
    var extendedUnixCode: Conversion.Encoding? {
        switch self {
        case .kanji, .supplementaryKanji: .japanese
        case .hangul: .korean
        case .hanzi: .simplifiedChinese
        default: nil
        }
    }

    /// The set that an escape sequence names, and the length of the sequence after ESC.
    static func designated(by bytes: ArraySlice<UInt8>) -> (set: GraphicSet, length: Int)? {
        designations.first { bytes.starts(with: $0.bytes) }.map { ($0.set, $0.bytes.count) }
    }

    private static let designations = allCases.map { (set: $0, bytes: $0.designation) }
}

extension GraphicSet {
    /// The character of one byte of a single-byte set; nil where the set has none.
    func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        switch self {
        case .ascii: byte < 0x80 ? Unicode.Scalar(byte) : nil
        case .romaji: Self.romaji(byte)
        case .katakana: (0xA1...0xDF).contains(byte) ? Unicode.Scalar(0xFF61 + UInt32(byte - 0xA1)) : nil
        // C1 controls keep their code points, as everybody reads them.
        case _ where (0x80..<0xA0).contains(byte): Unicode.Scalar(byte)
        case _ where byte >= 0xA0: Self.upperHalves[self]?[Int(byte - 0xA0)]
        default: nil
        }
    }

    /// The byte of a character in a single-byte set; nil where the set does not have it.
    func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch self {
        case .ascii: scalar.isASCII && scalar != Self.escape ? UInt8(scalar.value) : nil
        case .romaji: Self.romajiByte(scalar)
        case .katakana: (0xFF61...0xFF9F).contains(scalar.value) ? UInt8(scalar.value - 0xFF61) + 0xA1 : nil
        default: Self.upperHalves[self]?.firstIndex(of: scalar).map { UInt8($0) + 0xA0 }
        }
    }

    /// The control that begins an escape sequence is not text.
    private static let escape: Unicode.Scalar = "\u{1B}"

    /// JIS X 0201 has a yen sign and an overline where ISO 646 has a backslash and a tilde.
    private static func romaji(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x5C: "\u{A5}"
        case 0x7E: "\u{203E}"
        default: byte < 0x80 ? Unicode.Scalar(byte) : nil
        }
    }

    /// A tilde goes where the overline is: systems in the field mean it so, and queries must be able to say it.
    private static func romajiByte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "\u{A5}": 0x5C
        case "\u{203E}": 0x7E
        default: scalar.isASCII && scalar != escape ? UInt8(scalar.value) : nil
        }
    }

    private static let upperHalves: [GraphicSet: [Unicode.Scalar?]] = [
        .latin1: parse(latin1Table), .latin2: parse(latin2Table), .latin3: parse(latin3Table),
        .latin4: parse(latin4Table), .latin5: parse(latin5Table), .latin9: parse(latin9Table),
        .cyrillic: parse(cyrillicTable), .arabic: parse(arabicTable), .greek: parse(greekTable),
        .hebrew: parse(hebrewTable), .thai: parse(thaiTable),
    ]

    private static func parse(_ table: String) -> [Unicode.Scalar?] {
        table.split(whereSeparator: \.isWhitespace).map { code in
            UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).flatMap { $0 == "\u{FFFD}" ? nil : $0 }
        }
    }
}
