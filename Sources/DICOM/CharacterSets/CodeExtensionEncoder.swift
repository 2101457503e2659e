/// Writes one value of text, with escape sequences between character sets (PS3.5 §6.1.2.5.3).
struct CodeExtensionEncoder {
    private(set) var bytes: [UInt8] = []
    /// False once a character became a question mark.
    private(set) var isFaithful = true

    private let initialG0: GraphicSet
    private let initialG1: GraphicSet?
    private let listed: [GraphicSet]
    private let vr: VR
    private var g0: GraphicSet
    private var g1: GraphicSet?

    init(g0: GraphicSet, g1: GraphicSet?, listed: [GraphicSet], vr: VR) {
        (initialG0, initialG1) = (g0, g1)
        self.g0 = g0
        self.listed = listed
        self.vr = vr
        // A two-byte set must be designated in every component in which it occurs (PS3.5 §I.3).
        self.g1 = g1?.extendedUnixCode == nil ? g1 : nil
    }

    mutating func encode(_ value: String) {
        for scalar in value.unicodeScalars {
            if isDelimiter(scalar) {
                restoreG0()
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
                g1 = initialG1?.extendedUnixCode == nil ? initialG1 : nil
            } else {
                encode(scalar)
            }
        }
        restoreG0()
    }

    private func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\u{0C}", "\r": true
        case "^", "=": vr == .PN
        default: false
        }
    }

    /// True of the yen sign of JIS X 0201, whose byte separates values.
    private func separates(_ code: [UInt8]) -> Bool { vr.splitsValues && code == [UInt8(ascii: "\\")] }

    /// Before a delimiter and at the end, G0 is what it was at the start.
    private mutating func restoreG0() {
        if g0 != initialG0 { designate(initialG0) }
    }

    /// The sets in use come first, then the listed ones in their order: the fewest escape sequences that will do.
    private mutating func encode(_ scalar: Unicode.Scalar) {
        for set in [g0, g1].compactMap(\.self) + listed {
            guard let code = set.code(scalar), !separates(code) else { continue }
            if set != g0, set != g1 { designate(set) }
            bytes += code
            return
        }
        if g0.extendedUnixCode != nil { restoreG0() }
        bytes.append(UInt8(ascii: "?"))
        isFaithful = false
    }

    private mutating func designate(_ set: GraphicSet) {
        bytes.append(0x1B)
        bytes += set.designation
        if set.isG0 {
            g0 = set
        } else {
            g1 = set
        }
    }
}

extension GraphicSet {
    /// The bytes of the character as they stand in the set's half; nil where the set does not have it.
    fileprivate func code(_ scalar: Unicode.Scalar) -> [UInt8]? {
        guard let encoding = extendedUnixCode else { return byte(scalar).map { [$0] } }
        guard !scalar.isASCII, let code = Conversion(from: .utf8, to: encoding)?.encode(scalar) else { return nil }
        switch self {
        case .kanji: return code.count == 2 && code.first != 0x8E ? code.map { $0 & 0x7F } : nil
        case .supplementaryKanji: return code.count == 3 ? code.dropFirst().map { $0 & 0x7F } : nil
        default: return code.count == 2 ? code : nil
        }
    }
}
