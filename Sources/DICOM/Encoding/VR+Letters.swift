extension VR {
    /// The VR of two bytes of an Explicit VR header; nil when the standard knows none (PS3.5 §6.2).
    init?(_ first: UInt8, _ second: UInt8) {
        guard VR.areCapitals(first, second) else { return nil }
        let index = Int(first &- 0x41) * 26 + Int(second &- 0x41)
        guard let vr = VR.byLetters[index] else { return nil }
        self = vr
    }

    /// True of the letters A to Z, which every VR, known or to come, is made of.
    static func areCapitals(_ first: UInt8, _ second: UInt8) -> Bool {
        (0x41...0x5A).contains(first) && (0x41...0x5A).contains(second)
    }

    private static let byLetters: [VR?] = {
        var table = [VR?](repeating: nil, count: 26 * 26)
        for vr in VR.allCases {
            let letters = vr.rawValue.utf8.map { Int($0) - 0x41 }
            table[letters[0] * 26 + letters[1]] = vr
        }
        return table
    }()
}
