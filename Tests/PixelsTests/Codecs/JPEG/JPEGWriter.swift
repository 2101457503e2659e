import NIOCore

/// Huffman codes for encoders of tests: every symbol has one, short or long as is asked.
struct HuffmanCodes: Sendable {
    let counts: [UInt8]
    let symbols: [UInt8]
    private let codes: [UInt8: (code: UInt64, length: Int)]

    /// Codes of one length.
    static func flat(_ symbols: [UInt8]) -> HuffmanCodes {
        let length = (1...16).first { 1 << $0 > symbols.count } ?? 16
        return HuffmanCodes(symbols.map { ($0, length) })
    }

    /// Codes of 1, 2, 3 and more bits, and of 16 for what is left: a decoder that looks short ones up has to search.
    static func uneven(_ symbols: [UInt8]) -> HuffmanCodes {
        let short = min(symbols.count, (1...14).last { 1 << (16 - $0) > symbols.count - $0 } ?? 1)
        return HuffmanCodes(symbols.enumerated().map { ($1, $0 < short ? $0 + 1 : 16) })
    }

    private init(_ lengths: [(symbol: UInt8, length: Int)]) {
        counts = (1...16).map { length in UInt8(lengths.count { $0.length == length }) }
        symbols = lengths.map(\.symbol)
        var codes: [UInt8: (code: UInt64, length: Int)] = [:]
        var (next, last) = (UInt64(0), lengths.first?.length ?? 1)
        for (symbol, length) in lengths {
            next <<= UInt64(length - last)
            codes[symbol] = (next, length)
            (next, last) = (next + 1, length)
        }
        self.codes = codes
    }

    subscript(symbol: UInt8) -> (code: UInt64, length: Int) { codes[symbol] ?? (0, 0) }
}

/// Writes marker segments and entropy-coded bits (ITU-T T.81 Annex B), and nothing that is not asked for.
struct JPEGWriter {
    private(set) var bytes = ByteBuffer()
    private var bits: UInt64 = 0
    private var count = 0

    mutating func marker(_ code: UInt8, fill: Int = 0) {
        bytes.writeRepeatingByte(0xFF, count: 1 + fill)
        bytes.writeInteger(code)
    }

    mutating func segment(_ code: UInt8, _ content: [UInt8], fill: Int = 0) {
        marker(code, fill: fill)
        bytes.writeInteger(UInt16(content.count + 2))
        bytes.writeBytes(content)
    }

    mutating func huffmanTable(_ selector: UInt8, _ codes: HuffmanCodes) {
        segment(0xC4, [selector] + codes.counts + codes.symbols)
    }

    mutating func frame(_ process: UInt8, precision: Int, rows: Int, columns: Int, sampling: [(Int, Int)]) {
        var content = [
            UInt8(precision), UInt8(rows >> 8), UInt8(rows & 255), UInt8(columns >> 8), UInt8(columns & 255),
        ]
        content.append(UInt8(sampling.count))
        for (index, factors) in sampling.enumerated() {
            content += [UInt8(index + 1), UInt8(factors.0 << 4 | factors.1), index == 0 ? 0 : 1]
        }
        segment(process, content)
    }

    /// - Parameter components: counted from 0, as their tables are.
    mutating func scan(_ components: [Int], start: Int, end: Int, low: Int) {
        let selectors = components.flatMap { [UInt8($0 + 1), UInt8($0 << 4 | $0)] }
        segment(0xDA, [UInt8(components.count)] + selectors + [UInt8(start), UInt8(end), UInt8(low)])
    }

    mutating func put(_ value: UInt64, _ length: Int) {
        for place in stride(from: length - 1, through: 0, by: -1) {
            bits = bits << 1 | value >> UInt64(place) & 1
            count += 1
            if count == 8 {
                bytes.writeInteger(UInt8(truncatingIfNeeded: bits))
                if bits & 255 == 255 { bytes.writeInteger(UInt8(0)) }
                (bits, count) = (0, 0)
            }
        }
    }

    /// The category's code, and the number's bits in it (T.81 §F.1.2.1); `run` stands above the category.
    mutating func put(_ number: Int, _ codes: HuffmanCodes, run: Int = 0) {
        let category = number == 0 ? 0 : (1...16).first { abs(number) < 1 << $0 } ?? 16
        let code = codes[UInt8(run << 4 | category)]
        put(code.code, code.length)
        guard category < 16 else { return }
        put(UInt64(number < 0 ? number + (1 << category) - 1 : number), category)
    }

    /// Fills the last byte with ones.
    mutating func align() {
        while count != 0 { put(1, 1) }
    }
}
