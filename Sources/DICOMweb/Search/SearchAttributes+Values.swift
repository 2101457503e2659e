import DICOM

/// Which values a key of each VR can be matched with (PS3.4 §C.2.2.2).
extension SearchAttributes {
    /// True of a value that can go into an identifier: no control characters, of the VR's own form, and with
    /// wildcards or a range only where the VR has them.
    static func isValid(_ value: String, _ vr: VR) -> Bool {
        guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return false }
        switch vr {
        case .UI: return UID(validating: value) != nil
        case .DA: return isRange(value, of: isDate)
        case .TM: return isRange(value, of: isTime)
        case .DT: return isRange(value, of: isDateTime)
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

    /// `a`, `a-b`, `a-` or `-b`, not ending before it begins (PS3.4 §C.2.2.2.5).
    private static func isRange(_ text: String, of isValue: (Substring) -> Bool) -> Bool {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.contains(where: { !$0.isEmpty }), ends.allSatisfy({ $0.isEmpty || isValue($0) }) else {
            return false
        }
        guard ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty else { return true }
        // Digits compare as their moments do; a shorter end covers all that it begins.
        return ends[0] <= ends[1] || ends[0].hasPrefix(ends[1])
    }

    private static func isDate(_ text: Substring) -> Bool {
        text.utf8.count == 8 && isDigits(text) && isMonth(text.dropFirst(4).prefix(2)) && isDay(text.suffix(2))
    }

    private static func isMonth(_ text: Substring) -> Bool { (1...12).contains(Int(text) ?? 0) }

    private static func isDay(_ text: Substring) -> Bool { (1...31).contains(Int(text) ?? 0) }

    /// `HH[MM[SS[.FFFFFF]]]` (PS3.5 §6.2).
    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let clock = parts.first, [2, 4, 6].contains(clock.utf8.count), isDigits(clock) else { return false }
        if parts.count == 2 {
            guard clock.utf8.count == 6, (1...6).contains(parts[1].utf8.count), isDigits(parts[1]) else { return false }
        }
        let limits = [23, 59, 60]
        return stride(from: 0, to: clock.utf8.count, by: 2).allSatisfy { offset in
            (Int(clock.dropFirst(offset).prefix(2)) ?? .max) <= limits[offset / 2]
        }
    }

    /// `YYYY[MM[DD[HH[MM[SS[.FFFFFF]]]]]][+ZZXX]`; an offset west of Greenwich would read as a range.
    private static func isDateTime(_ text: Substring) -> Bool {
        let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let moment = parts.first else { return false }
        if parts.count == 2 {
            guard parts[1].utf8.count == 4, isDigits(parts[1]) else { return false }
        }
        let date = moment.prefix(8)
        guard [4, 6, 8].contains(date.utf8.count), isDigits(date) else { return false }
        if date.utf8.count > 4, !isMonth(date.dropFirst(4).prefix(2)) { return false }
        if date.utf8.count > 6, !isDay(date.suffix(2)) { return false }
        return moment.utf8.count <= 8 || isTime(moment.dropFirst(8))
    }

    /// `nnnD`, `nnnW`, `nnnM` or `nnnY` (PS3.5 §6.2).
    private static func isAge(_ text: String) -> Bool {
        text.utf8.count == 4 && isDigits(text.prefix(3)) && "DWMY".contains(text.suffix(1))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
