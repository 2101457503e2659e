/// What the defined terms of (0008,0005) come to (PS3.3 §C.12.1.1.2, PS3.5 §6.1.2.5).
enum Repertoire: Hashable, Sendable {
    /// Sets that code extension switches between: those that hold at the start, and all that are listed.
    case extended(g0: GraphicSet, g1: GraphicSet?, listed: [GraphicSet])
    /// ISO_IR 192.
    case utf8
    /// GB18030, and GBK, of which it is a superset.
    case chinese(Conversion.Encoding)

    /// A set without code extension stands alone: in a list, it is the one that is meant (PS3.5 §6.1.2.5.4).
    init(terms: [String]) {
        var initial: (g0: GraphicSet, g1: GraphicSet?) = (.ascii, nil)
        var listed: [GraphicSet] = []
        for (index, term) in terms.enumerated() {
            switch Term(term) {
            case .utf8:
                self = .utf8
                return
            case .chinese(let encoding):
                self = .chinese(encoding)
                return
            case .sets(let g0, let g1):
                listed += [g0, g1].compactMap(\.self)
                if index == 0 { initial = (g0?.isDoubleByteG0 == false ? g0 ?? .ascii : .ascii, g1) }
            case nil: continue
            }
        }
        let all = [initial.g0, initial.g1].compactMap(\.self) + listed
        self = .extended(g0: initial.g0, g1: initial.g1, listed: all.uniqued())
    }
}

extension GraphicSet {
    fileprivate var isDoubleByteG0: Bool { self == .kanji || self == .supplementaryKanji }
}

/// What one defined term stands for.
private enum Term {
    case sets(g0: GraphicSet?, g1: GraphicSet?)
    case utf8
    case chinese(Conversion.Encoding)

    /// The term in any of the spellings that archives use: `ISO IR 100`, `iso_ir_100`, `ISO 2022-IR-100`, `ISO 8859-1`.
    init?(_ term: String) {
        let words = term.uppercased().split { !$0.isLetter && !$0.isNumber }
        let compact = words.joined()
        if compact.isEmpty { return nil }
        if compact.hasSuffix("GB18030") {
            self = .chinese(.gb18030)
        } else if compact.hasSuffix("GBK") {
            self = .chinese(.gbk)
        } else if compact == "UTF8" {
            self = .utf8
        } else if let number = words.last?.trailingNumber {
            self.init(number: words.contains { $0.hasSuffix("8859") } ? Self.registration(ofPart: number) : number)
        } else {
            return nil
        }
    }

    /// The set of that number in the ISO registry.
    private init?(number: Int) {
        switch number {
        case 6: self = .sets(g0: .ascii, g1: nil)
        case 13: self = .sets(g0: .romaji, g1: .katakana)
        case 58: self = .sets(g0: .ascii, g1: .hanzi)
        case 87: self = .sets(g0: .kanji, g1: nil)
        case 149: self = .sets(g0: .ascii, g1: .hangul)
        case 159: self = .sets(g0: .supplementaryKanji, g1: nil)
        case 192: self = .utf8
        default:
            guard let set = Self.upperHalves[number] else { return nil }
            self = .sets(g0: .ascii, g1: set)
        }
    }

    private static let upperHalves: [Int: GraphicSet] = [
        100: .latin1, 101: .latin2, 109: .latin3, 110: .latin4, 126: .greek, 127: .arabic, 138: .hebrew,
        144: .cyrillic, 148: .latin5, 166: .thai, 203: .latin9,
    ]

    /// The registration number of a part of ISO 8859, as which some write it.
    private static func registration(ofPart part: Int) -> Int {
        let parts = [1: 100, 2: 101, 3: 109, 4: 110, 5: 144, 6: 127, 7: 126, 8: 138, 9: 148, 11: 166, 15: 203]
        return parts[part] ?? part
    }
}

extension Substring {
    fileprivate var trailingNumber: Int? {
        Int(String(reversed().prefix { $0.isASCII && $0.isNumber }.reversed()))
    }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
