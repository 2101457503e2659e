/// The bits of an entropy-coded segment, the next ones in the highest places (ITU-T T.81 §F.2.2.5).
///
/// Behind the segment's last byte come zeros, as many as are asked for: whoever reads checks ``isBeyondEnd`` once in a
/// while, not at every code.
struct JPEGBitReader {
    /// What one filling gives at least.
    static let filled = 56

    /// Where the next byte is taken from.
    private(set) var position = 0
    private(set) var bits: UInt64 = 0
    /// How many of ``bits`` count; those behind them belong to bytes that are not taken yet.
    private var count = 0
    /// Zeros that no byte stands for.
    private var missing = 0

    /// Makes at least ``filled`` bits available.
    @inline(__always)
    mutating func fill(from bytes: RawSpan) {
        if position &+ 8 <= bytes.byteCount {
            let word = bytes.bigEndianWord(at: position)
            if !word.hasByteOfOnes {
                bits |= word &>> UInt64(truncatingIfNeeded: count)
                position &+= (63 &- count) &>> 3
                count |= Self.filled
                return
            }
        }
        self = filledByBytes(from: bytes)
    }

    /// The next bits as a number.
    @inline(__always)
    func peek(_ length: Int) -> Int { Int(truncatingIfNeeded: bits &>> UInt64(truncatingIfNeeded: 64 &- length)) }

    @inline(__always)
    mutating func skip(_ length: Int) {
        bits &<<= UInt64(truncatingIfNeeded: length)
        count &-= length
    }

    /// The number that the next bits, 0 to 15, stand for in their category (§F.2.2.1 RECEIVE and EXTEND).
    @inline(__always)
    mutating func number(_ category: Int) -> Int32 {
        let value = Int32(truncatingIfNeeded: (bits &>> 1) &>> UInt64(truncatingIfNeeded: 63 &- category))
        let isNegative = ~Int32(truncatingIfNeeded: Int64(bitPattern: bits) &>> 63)
        skip(category)
        return value &+ (isNegative & (1 &- (1 &<< Int32(truncatingIfNeeded: category))))
    }

    /// The next Huffman code as an entry of its table, not yet skipped; zero when it is none.
    @inline(__always)
    func code(_ lookup: Span<UInt16>, _ table: JPEGHuffmanTable) -> UInt16 {
        let entry = lookup[peek(JPEGHuffmanTable.lookupBits)]
        return entry != 0 ? entry : table.search(UInt16(truncatingIfNeeded: peek(16)))
    }

    /// True once bits were skipped that no byte stands for.
    var isBeyondEnd: Bool { missing > count }
}

extension JPEGBitReader {
    /// Takes bytes one at a time, drops the zero that follows a byte of ones, and stops before a marker.
    ///
    /// By value, so that what is read with stays in registers.
    @inline(never)
    private func filledByBytes(from bytes: RawSpan) -> JPEGBitReader {
        var reader = self
        while reader.count < Self.filled {
            if let (byte, length) = bytes.entropyCodedByte(at: reader.position) {
                reader.bits |= UInt64(byte) &<< UInt64(truncatingIfNeeded: Self.filled &- reader.count)
                reader.position &+= length
            } else {
                reader.missing &+= 8
            }
            reader.count &+= 8
        }
        return reader
    }

    /// Checks that the interval's codes end where its bytes do (§F.1.2.3: what is left of the last byte is padding).
    mutating func finishInterval(_ bytes: RawSpan) throws(PixelError) {
        fill(from: bytes)
        guard !isBeyondEnd else { throw .damaged("JPEG ends early") }
        guard count &- missing < 8 else { throw .damaged("JPEG with more data than samples") }
    }

    /// Passes from one restart interval to the next (§F.2.1.3.1, §E.2.4).
    mutating func restart(_ number: Int, _ bytes: RawSpan) throws(PixelError) {
        try finishInterval(bytes)
        var place = position &+ 1
        while place < bytes.byteCount, bytes.byte(at: place) == 0xFF { place &+= 1 }
        guard place < bytes.byteCount else { throw .damaged("JPEG ends early") }
        guard JPEGMarker(bytes.byte(at: place)) == .restart(number) else {
            throw .damaged("JPEG without restart marker \(number & 7)")
        }
        self = JPEGBitReader()
        position = place &+ 1
    }
}

extension RawSpan {
    /// Eight bytes as a number. A place outside traps, as of any span.
    @inline(__always)
    fileprivate func bigEndianWord(at offset: Int) -> UInt64 {
        UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    fileprivate func byte(at offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

    /// The byte at that place, and how many bytes stand for it; nil at a marker and at the end.
    fileprivate func entropyCodedByte(at offset: Int) -> (byte: UInt8, length: Int)? {
        guard offset < byteCount else { return nil }
        let byte = byte(at: offset)
        guard byte == 0xFF else { return (byte, 1) }
        guard offset &+ 1 < byteCount, self.byte(at: offset &+ 1) == 0 else { return nil }
        return (byte, 2)
    }
}

extension UInt64 {
    /// Whether one of the eight bytes is 0xFF: subtracting one from each of the complement's bytes borrows from it.
    @inline(__always)
    fileprivate var hasByteOfOnes: Bool { (~self &- 0x0101_0101_0101_0101) & self & 0x8080_8080_8080_8080 != 0 }
}
