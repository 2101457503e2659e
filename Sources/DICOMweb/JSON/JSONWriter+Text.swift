import DICOM
import NIOCore

/// Values that are strings (PS3.18 §F.2.3, §F.2.4).
extension JSONWriter {
    mutating func writeText(_ bytes: ByteBuffer, _ vr: VR, in characterSet: CharacterSet) {
        if bytes.isPlainText {
            writePlain(bytes.readableBytesUInt8Span, vr)
            return
        }
        let values = characterSet.decode(bytes, vr: vr)
        guard values.contains(where: { !$0.isEmpty }) || values.count > 1 else { return }
        writeValues(values) { writer, value in
            if value.utf8.contains(where: { $0 >= 0x80 }) { writer.needsCharacterSet = true }
            if vr == .PN {
                writer.writeName(value)
            } else {
                writer.output.string(value)
            }
        }
    }

    private mutating func writeValues(_ values: [String], _ body: (inout Self, String) -> Void) {
        output.raw(#","Value":["#)
        for (index, value) in values.enumerated() {
            if index > 0 { output.raw(UInt8(ascii: ",")) }
            if value.isEmpty {
                output.raw("null")
            } else {
                body(&self, value)
            }
        }
        output.raw(UInt8(ascii: "]"))
    }

    /// Writes a PN value as an object of its groups (PS3.18 §F.2.3.1).
    private mutating func writeName(_ value: String) {
        let name = PersonName(value)
        var isFirst = true
        output.raw(UInt8(ascii: "{"))
        for (key, group) in zip(Self.groupNames, [name.alphabetic, name.ideographic, name.phonetic]) {
            guard let group else { continue }
            if !isFirst { output.raw(UInt8(ascii: ",")) }
            isFirst = false
            output.raw(key)
            output.string(group)
        }
        output.raw(UInt8(ascii: "}"))
    }

    private static let groupNames: [StaticString] = [#""Alphabetic":"#, #""Ideographic":"#, #""Phonetic":"#]

    /// Writes text whose bytes mean the same in every character set, straight from them.
    private mutating func writePlain(_ text: Span<UInt8>, _ vr: VR) {
        var end = vr.splitsValues ? text.firstIndex(of: UInt8(ascii: "\\"), from: 0) : text.count
        var range = text.trimmed(0..<end, vr)
        guard !range.isEmpty || end < text.count else { return }
        output.raw(#","Value":["#)
        writePlainValue(text, range, vr)
        while end < text.count {
            let start = end + 1
            end = text.firstIndex(of: UInt8(ascii: "\\"), from: start)
            range = text.trimmed(start..<end, vr)
            output.raw(UInt8(ascii: ","))
            writePlainValue(text, range, vr)
        }
        output.raw(UInt8(ascii: "]"))
    }

    private mutating func writePlainValue(_ text: Span<UInt8>, _ range: Range<Int>, _ vr: VR) {
        guard !range.isEmpty else {
            output.raw("null")
            return
        }
        switch vr {
        case .PN: writePlainName(text, range)
        case .IS where output.integer(text, range): break
        case .DS where output.decimal(text, range): break
        default: output.string(text, range)
        }
    }

    private mutating func writePlainName(_ text: Span<UInt8>, _ range: Range<Int>) {
        output.raw(UInt8(ascii: "{"))
        var (start, isFirst) = (range.lowerBound, true)
        for (index, key) in Self.groupNames.enumerated() {
            guard start <= range.upperBound else { break }
            let isLast = index == Self.groupNames.count - 1
            let next = isLast ? range.upperBound : text.firstIndex(of: UInt8(ascii: "="), from: start)
            let end = min(next, range.upperBound)
            if start < end {
                if !isFirst { output.raw(UInt8(ascii: ",")) }
                isFirst = false
                output.raw(key)
                output.string(text, start..<end)
            }
            start = end + 1
        }
        output.raw(UInt8(ascii: "}"))
    }
}

extension JSONOutput {
    /// The most digits that readers' doubles all have.
    private static let exactDigits = 15

    /// An IS value as a number; false when it is none or too long, and nothing was written.
    fileprivate mutating func integer(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var digits = text.unsigned(range)
        let isNegative = text[range.lowerBound] == UInt8(ascii: "-")
        guard !digits.isEmpty, text.endOfDigits(digits) == digits.upperBound else { return false }
        digits = text.withoutLeadingZeros(digits)
        guard digits.count <= Self.exactDigits else { return false }
        if isNegative { raw(UInt8(ascii: "-")) }
        verbatim(text.extracting(digits))
        return true
    }

    /// A DS value as a number, respelt where JSON wants it, with all its digits; false when it is none, and nothing
    /// was written.
    fileprivate mutating func decimal(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let number = text.unsigned(range)
        let whole = number.lowerBound..<text.endOfDigits(number)
        var fraction = whole.upperBound..<whole.upperBound
        if whole.upperBound < number.upperBound, text[whole.upperBound] == UInt8(ascii: ".") {
            let start = whole.upperBound + 1
            fraction = start..<text.endOfDigits(start..<number.upperBound)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return false }
        let exponent = fraction.upperBound..<number.upperBound
        guard exponent.isEmpty || text.isExponent(exponent) else { return false }
        if text[range.lowerBound] == UInt8(ascii: "-") { raw(UInt8(ascii: "-")) }
        if whole.isEmpty {
            raw(UInt8(ascii: "0"))
        } else {
            verbatim(text.extracting(text.withoutLeadingZeros(whole)))
        }
        if !fraction.isEmpty {
            raw(UInt8(ascii: "."))
            verbatim(text.extracting(fraction))
        }
        verbatim(text.extracting(exponent))
        return true
    }
}

extension ByteBuffer {
    /// True when no byte is one that character sets differ in, or begins an escape sequence.
    fileprivate var isPlainText: Bool {
        let text = readableBytesUInt8Span
        for index in text.indices where text[index] >= 0x7E || text[index] == 0x1B { return false }
        return true
    }
}

extension Span<UInt8> {
    /// The end when it is not there.
    fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int {
        var index = start
        while index < count, self[index] != byte { index += 1 }
        return index
    }

    /// Without padding, and without leading spaces where the VR gives them no meaning (PS3.5 §6.2).
    fileprivate func trimmed(_ range: Range<Int>, _ vr: VR) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[end - 1] == UInt8(ascii: " ") || self[end - 1] == 0 { end -= 1 }
        switch vr {
        case .AE, .CS, .DS, .IS, .LO, .SH:
            while start < end, self[start] == UInt8(ascii: " ") { start += 1 }
        default: break
        }
        return start..<end
    }

    /// The range without a sign at its start.
    fileprivate func unsigned(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, self[first] == UInt8(ascii: "+") || self[first] == UInt8(ascii: "-") else {
            return range
        }
        return range.dropFirst().startIndex..<range.upperBound
    }

    /// Where the digits that begin the range end.
    fileprivate func endOfDigits(_ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self[index]) { index += 1 }
        return index
    }

    /// The last digit stays, whatever it is.
    fileprivate func withoutLeadingZeros(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start + 1 < range.upperBound, self[start] == UInt8(ascii: "0") { start += 1 }
        return start..<range.upperBound
    }

    /// True of `E`, a sign or none, and digits, few enough for a double.
    fileprivate func isExponent(_ range: Range<Int>) -> Bool {
        guard let first = range.first, self[first] | 0x20 == UInt8(ascii: "e") else { return false }
        let digits = unsigned(first + 1..<range.upperBound)
        return (1...2).contains(digits.count) && endOfDigits(digits) == digits.upperBound
    }
}
