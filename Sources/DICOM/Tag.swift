/// An attribute's tag: a group and an element number (PS3.5 §7.1).
package struct Tag: Hashable, Sendable {
    /// The group in the upper, the element in the lower sixteen bits: tags sort by it as a data set does.
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package init(_ group: UInt16, _ element: UInt16) {
        rawValue = UInt32(group) << 16 | UInt32(element)
    }

    /// The tag that eight hexadecimal digits spell, in either case: `00100010`.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 8, hex.utf8.allSatisfy(\.isHexDigit), let value = UInt32(hex, radix: 16) else {
            return nil
        }
        rawValue = value
    }

    package var group: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 16) }
    package var element: UInt16 { UInt16(truncatingIfNeeded: rawValue) }

    /// True of odd groups, whose meaning a private creator gives (PS3.5 §7.8).
    package var isPrivate: Bool { group & 1 == 1 }

    /// True of `(gggg,0010-00FF)` in an odd group, the elements that reserve a block (PS3.5 §7.8.1).
    package var isPrivateCreator: Bool { isPrivate && (0x10...0xFF).contains(element) }

    /// The element that names the creator of this private element's block; nil for any other tag.
    package var privateCreator: Tag? {
        guard isPrivate, element >= 0x1000 else { return nil }
        return Tag(group, element >> 8)
    }

    /// True of `(gggg,0000)` (PS3.5 §7.2).
    package var isGroupLength: Bool { element == 0 }

    /// Eight upper-case hexadecimal digits, as DICOM JSON writes a tag (PS3.18 §F.2.2).
    package var hex: String {
        let digits = String(rawValue, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}

extension Tag: Comparable {
    package static func < (left: Tag, right: Tag) -> Bool { left.rawValue < right.rawValue }
}

extension Tag: CustomStringConvertible {
    package var description: String { "(\(hex.prefix(4)),\(hex.suffix(4)))" }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }
}
