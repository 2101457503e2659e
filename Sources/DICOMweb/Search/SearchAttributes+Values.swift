import DICOM

/// Which values a key of each VR can be matched with (PS3.4 §C.2.2.2).
extension SearchAttributes {
    /// True of a value that can go into an identifier: no control characters, of the VR's own form, and with
    /// wildcards or a range only where the VR has them.
    static func isValid(_ value: String, _ vr: VR) -> Bool {
        guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return false }
        switch vr {
        case .UI: return UID(validating: value) != nil
        case .DA, .TM, .DT: return isRange(value, vr)
        case .AS: return isAge(value)
        case .IS: return Int(value) != nil
        case .DS: return Double(decimal: value) != nil
        case .AT: return Tag(hex: value) != nil
        case .SQ, .OB, .OD, .OF, .OL, .OV, .OW: return false
        default: return isNumber(value, vr)
        }
    }

    /// True of what a binary number of that VR can be, and of all text.
    private static func isNumber(_ value: String, _ vr: VR) -> Bool {
        switch vr {
        case .FL, .FD: Double(decimal: value) != nil
        case .US: UInt16(value) != nil
        case .SS: Int16(value) != nil
        case .UL: UInt32(value) != nil
        case .SL: Int32(value) != nil
        // Set through a 64-bit integer, which is beyond what any query asks for.
        case .UV: (Int(value) ?? -1) >= 0
        case .SV: Int(value) != nil
        default: true
        }
    }

    /// `a`, `a-b`, `a-` or `-b`, not ending before it begins (PS3.4 §C.2.2.2.5); not in the spellings of old.
    private static func isRange(_ text: String, _ vr: VR) -> Bool {
        let others: [VR: String] = [.DA: "-", .TM: "-.", .DT: "-.+"]
        let isOfVR = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (others[vr] ?? "").utf8.contains($0) }
        guard isOfVR, let range = TemporalRange(text, vr: vr) else { return false }
        guard let first = range.first, let last = range.last else { return true }
        return first.span.lowerBound <= last.span.upperBound
    }

    /// `nnnD`, `nnnW`, `nnnM` or `nnnY` (PS3.5 §6.2).
    private static func isAge(_ text: String) -> Bool {
        text.utf8.count == 4 && text.prefix(3).utf8.allSatisfy { (0x30...0x39).contains($0) }
            && "DWMY".contains(text.suffix(1))
    }
}
