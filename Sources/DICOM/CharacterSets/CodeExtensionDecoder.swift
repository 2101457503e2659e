/// Reads text in which escape sequences switch between character sets (PS3.5 §6.1.2.5).
///
/// Separators are looked for while decoding: where a two-byte set stands in G0, the bytes of `\`, `^` and `=` are halves
/// of characters.
struct CodeExtensionDecoder {
    private(set) var values: [String] = []
    private(set) var undecodable = 0

    private let initialG0: GraphicSet
    private let initialG1: GraphicSet?
    /// What bytes of G1 mean where nothing is designated: writers of Korean and Chinese often escape once only.
    private let assumedG1: GraphicSet?
    private let vr: VR
    private var g0: GraphicSet
    private var g1: GraphicSet?
    private var value = String.UnicodeScalarView()
    /// Two-byte characters not yet converted, as Extended Unix Code.
    private var run: [UInt8] = []
    private var runSet: GraphicSet?

    init(g0: GraphicSet, g1: GraphicSet?, listed: [GraphicSet], vr: VR) {
        (initialG0, initialG1) = (g0, g1)
        (self.g0, self.g1) = (g0, g1)
        assumedG1 = listed.first { !$0.isG0 }
        self.vr = vr
    }

    mutating func decode(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let byte = rest.first {
            if byte == 0x1B {
                rest = rest.dropFirst()
                rest = rest.dropFirst(escape(rest))
            } else if let length = pair(rest) {
                rest = rest.dropFirst(length)
            } else {
                single(byte)
                rest = rest.dropFirst()
            }
        }
        endValue()
    }

    /// Takes the designation after an ESC, and says how long it is.
    private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let (set, length) = GraphicSet.designated(by: bytes) else {
            appendUndecodable()
            return 0
        }
        if set.isG0 {
            g0 = set
        } else {
            g1 = set
        }
        return length
    }

    /// Takes a two-byte character, if the sets in use have such and the bytes are one.
    private mutating func pair(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first, let second = bytes.dropFirst().first else { return nil }
        let set = first < 0x80 ? g0 : g1 ?? assumedG1
        guard let set, set.extendedUnixCode != nil else { return nil }
        let range: ClosedRange<UInt8> = set.isG0 ? 0x21...0x7E : 0xA1...0xFE
        guard range.contains(first), range.contains(second) else { return nil }
        if runSet != set { flush() }
        runSet = set
        // Single shift three calls JIS X 0212 in.
        if set == .supplementaryKanji { run.append(0x8F) }
        run += [first | 0x80, second | 0x80]
        return 2
    }

    private mutating func single(_ byte: UInt8) {
        flush()
        switch byte {
        case UInt8(ascii: "\\") where vr.splitsValues: endValue()
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x0C, UInt8(ascii: "\r"): delimit(byte)
        case UInt8(ascii: "^") where vr == .PN, UInt8(ascii: "=") where vr == .PN: delimit(byte)
        default: append(byte)
        }
    }

    /// Every delimiter brings the initial sets back (PS3.5 §6.1.2.5.3).
    private mutating func delimit(_ byte: UInt8) {
        value.append(Unicode.Scalar(byte))
        (g0, g1) = (initialG0, initialG1)
    }

    private mutating func append(_ byte: UInt8) {
        let set = byte < 0x80 ? g0 : g1 ?? assumedG1
        // A space or a control among two-byte characters is itself.
        if byte <= 0x20, set?.extendedUnixCode != nil {
            value.append(Unicode.Scalar(byte))
        } else if let scalar = set?.scalar(byte) {
            value.append(scalar)
        } else {
            appendUndecodable()
        }
    }

    private mutating func appendUndecodable() {
        flush()
        value.append("\u{FFFD}")
        undecodable += 1
    }

    private mutating func flush() {
        guard let set = runSet, let encoding = set.extendedUnixCode else { return }
        let (text, bad) = Conversion.decode(run, as: encoding, unit: set == .supplementaryKanji ? 3 : 2)
        value.append(contentsOf: text.unicodeScalars)
        undecodable += bad
        run.removeAll(keepingCapacity: true)
        runSet = nil
    }

    private mutating func endValue() {
        flush()
        values.append(String(value))
        value = String.UnicodeScalarView()
        (g0, g1) = (initialG0, initialG1)
    }
}
