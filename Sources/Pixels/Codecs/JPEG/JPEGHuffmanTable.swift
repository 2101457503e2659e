import NIOCore

/// A Huffman table as a codestream gives it: how many codes of each length, and what they mean (ITU-T T.81 §B.2.4.2).
struct JPEGHuffmanSpecification {
    static let maximumLength = 16

    /// Codes of 1 to 16 bits.
    let counts: [UInt8]
    /// What the codes mean, the shortest first.
    let symbols: [UInt8]

    init(counts: [UInt8], symbols: [UInt8]) {
        self.counts = counts
        self.symbols = symbols
    }

    init(_ bytes: inout ByteBuffer) throws(PixelError) {
        guard let counts = bytes.readBytes(length: Self.maximumLength),
            let symbols = bytes.readBytes(length: counts.reduce(0) { $0 &+ Int($1) })
        else { throw .damaged("JPEG Huffman table ends early") }
        self.counts = counts
        self.symbols = symbols
    }
}

/// A Huffman table to decode with (ITU-T T.81 Annex C, §F.2.2.3).
///
/// Short codes, which are nearly all, are looked up by the bits that come; the others by comparing with the last code
/// of each length.
struct JPEGHuffmanTable {
    /// Codes up to this long are looked up.
    static let lookupBits = 10

    /// For each beginning of ``lookupBits`` bits an ``entry(symbol:length:)``; zero where the code is longer or none.
    let lookup: [UInt16]
    let symbols: [UInt8]
    /// For each length, what all codes up to it are below when they stand at the head of sixteen bits.
    private let limits: [UInt32]
    /// For each length, what to add to a code for its symbol's place.
    private let offsets: [Int]

    @inline(__always)
    static func entry(symbol: UInt8, length: Int) -> UInt16 { UInt16(symbol) << 8 | UInt16(truncatingIfNeeded: length) }

    /// - Throws: when there are more codes than their lengths leave room for.
    init(_ specification: JPEGHuffmanSpecification) throws(PixelError) {
        var lookup = [UInt16](repeating: 0, count: 1 << Self.lookupBits)
        var (limits, offsets): ([UInt32], [Int]) = ([0], [0])
        var (code, place) = (0, 0)
        for (length, count) in zip(1..., specification.counts) {
            offsets.append(place &- code)
            for _ in 0..<count {
                guard code < 1 << length else { throw .damaged("JPEG Huffman table with too many codes") }
                if length <= Self.lookupBits {
                    let free = Self.lookupBits &- length
                    let entry = Self.entry(symbol: specification.symbols[place], length: length)
                    for index in code << free..<(code &+ 1) << free { lookup[index] = entry }
                }
                code &+= 1
                place &+= 1
            }
            limits.append(UInt32(truncatingIfNeeded: code << (JPEGHuffmanSpecification.maximumLength &- length)))
            code <<= 1
        }
        self.lookup = lookup
        self.limits = limits
        self.offsets = offsets
        symbols = specification.symbols
    }

    /// The code at the head of sixteen bits as an ``entry(symbol:length:)``; zero when it is none.
    func search(_ bits: UInt16) -> UInt16 {
        for length in 1...JPEGHuffmanSpecification.maximumLength where UInt32(bits) < limits[length] {
            let code = Int(bits >> UInt16(truncatingIfNeeded: JPEGHuffmanSpecification.maximumLength &- length))
            return Self.entry(symbol: symbols[code &+ offsets[length]], length: length)
        }
        return 0
    }
}
