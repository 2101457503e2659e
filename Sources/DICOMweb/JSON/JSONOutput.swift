import DICOM

/// JSON text under construction (RFC 8259), always valid UTF-8.
struct JSONOutput {
    var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ byte: UInt8) { bytes.append(byte) }

    /// A string that holds ASCII.
    mutating func string(_ ascii: Span<UInt8>, _ range: Range<Int>) {
        raw(UInt8(ascii: "\""))
        escaped(ascii.extracting(range))
        raw(UInt8(ascii: "\""))
    }

    mutating func string(_ text: some StringProtocol) {
        raw(UInt8(ascii: "\""))
        var text = String(text)
        text.withUTF8 { escaped($0.span) }
        raw(UInt8(ascii: "\""))
    }

    /// Appends runs without a byte to escape whole.
    private mutating func escaped(_ text: Span<UInt8>) {
        var start = 0
        for index in text.indices where text[index].needsEscape {
            verbatim(text.extracting(start..<index))
            escape(text[index])
            start = index + 1
        }
        verbatim(text.extracting(start..<text.count))
    }

    mutating func verbatim(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// RFC 8259 §7.
    private mutating func escape(_ byte: UInt8) {
        raw(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): raw(byte)
        case 0x08: raw(UInt8(ascii: "b"))
        case 0x09: raw(UInt8(ascii: "t"))
        case 0x0A: raw(UInt8(ascii: "n"))
        case 0x0C: raw(UInt8(ascii: "f"))
        case 0x0D: raw(UInt8(ascii: "r"))
        default:
            raw("u00")
            raw(Self.hexDigit(byte >> 4))
            raw(Self.hexDigit(byte & 0xF))
        }
    }

    mutating func integer(_ value: some FixedWidthInteger) {
        if value < 0 { raw(UInt8(ascii: "-")) }
        var rest = UInt64(value.magnitude)
        let start = bytes.count
        repeat {
            raw(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// The shortest decimal that reads back as the same number; the number is finite.
    mutating func number(_ value: some LosslessStringConvertible & BinaryFloatingPoint) {
        var text = value.description
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Eight digits in quotes.
    mutating func tag(_ tag: Tag) {
        raw(UInt8(ascii: "\""))
        for shift in stride(from: 28, through: 0, by: -4) {
            raw(Self.hexDigit(UInt8(truncatingIfNeeded: tag.rawValue >> UInt32(shift)) & 0xF))
        }
        raw(UInt8(ascii: "\""))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// A string of RFC 4648 §4.
    mutating func base64(_ data: Span<UInt8>) {
        raw(UInt8(ascii: "\""))
        var index = 0
        while index < data.count {
            let count = min(3, data.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 {
                group = group << 8 | (offset < count ? UInt32(data[index + offset]) : 0)
            }
            for position in 0...3 {
                let sextet = UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * position)) & 0x3F
                raw(position <= count ? Self.base64Digit(sextet) : UInt8(ascii: "="))
            }
            index += count
        }
        raw(UInt8(ascii: "\""))
    }

    private static func base64Digit(_ sextet: UInt8) -> UInt8 {
        switch sextet {
        case 0..<26: UInt8(ascii: "A") + sextet
        case 26..<52: UInt8(ascii: "a") + sextet - 26
        case 52..<62: UInt8(ascii: "0") + sextet - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
