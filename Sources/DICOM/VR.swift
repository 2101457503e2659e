/// A value representation (PS3.5 §6.2), named as on the wire.
package enum VR: String, CaseIterable, Hashable, Sendable {
    case AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN
    case SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL, UN, UR, US, UT, UV
}

extension VR {
    /// True where Explicit VR has two reserved bytes and a 32-bit length (PS3.5 Table 7.1-1).
    package var hasLongLength: Bool {
        switch self {
        case .OB, .OD, .OF, .OL, .OV, .OW, .SQ, .SV, .UC, .UN, .UR, .UT, .UV: true
        default: false
        }
    }

    /// True where (0008,0005) governs the bytes (PS3.5 §6.1.2.3).
    package var isText: Bool {
        switch self {
        case .LO, .LT, .PN, .SH, .ST, .UC, .UT: true
        default: false
        }
    }

    /// True where the value is a string, encoded by (0008,0005) or in the default repertoire.
    package var isString: Bool {
        switch self {
        case .AE, .AS, .CS, .DA, .DS, .DT, .IS, .TM, .UI, .UR: true
        default: isText
        }
    }

    /// True of strings in which a backslash separates values (PS3.5 §6.4).
    package var splitsValues: Bool {
        switch self {
        case .LT, .ST, .UT, .UR: false
        default: isString
        }
    }

    /// The bytes of one number, as which the value swaps between byte orders; 1 for strings, items and OB.
    package var width: Int {
        switch self {
        case .AT, .OW, .SS, .US: 2
        case .FL, .OF, .OL, .SL, .UL: 4
        case .FD, .OD, .OV, .SV, .UV: 8
        default: 1
        }
    }

    /// The byte that makes an odd value even (PS3.5 §6.2).
    package var padding: UInt8 {
        isString && self != .UI ? UInt8(ascii: " ") : 0
    }
}
