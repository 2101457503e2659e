import NIOCore

/// A frame's samples as numbers to compute with.
enum StoredSamples {
    case patterns(StoredPatterns)
    /// Float and double float pixel data.
    case numbers([Double])
}

/// Whole-number samples where they lie, with the bits that count.
struct StoredPatterns {
    /// Up to this many stored bits, a table of every pattern is smaller than most frames.
    static let maximumTableBits = 16

    /// Samples of 1, 2 or 4 bytes.
    let bytes: ByteBuffer
    let count: Int
    let bits: SampleBits
}

extension Frame {
    var storedSamples: StoredSamples {
        let count = description.pixels &* description.samplesPerPixel
        var reader = bytes
        return switch description.bits.kind {
        case .integer: .patterns(StoredPatterns(bytes: unpackedBytes, count: count, bits: description.bits))
        case .float:
            .numbers(
                (0..<count).map { _ in
                    Double(Float(bitPattern: reader.readInteger(endianness: .little) ?? 0))
                }
            )
        case .double:
            .numbers((0..<count).map { _ in Double(bitPattern: reader.readInteger(endianness: .little) ?? 0) })
        }
    }

    /// The bytes; of one-bit samples, a byte for each, the lowest bit first (PS3.5 §8.1.1).
    private var unpackedBytes: ByteBuffer {
        guard description.bits.allocated == 1 else { return bytes }
        let count = description.pixels &* description.samplesPerPixel
        var unpacked = [UInt8](repeating: 0, count: count)
        let packed = bytes.readableBytesUInt8Span
        var output = unpacked.mutableSpan
        for index in output.indices {
            output[index] = packed[index >> 3] >> UInt8(truncatingIfNeeded: index & 7) & 1
        }
        return ByteBuffer(bytes: unpacked)
    }
}

extension StoredSamples {
    /// The least and the greatest number, without those in the padding; nil when none is left.
    func range(without padding: ClosedRange<Double>?) -> ClosedRange<Double>? {
        switch self {
        case .patterns(let patterns): return patterns.range(without: padding)
        case .numbers(let numbers):
            let kept = numbers.filter { $0.isFinite && padding?.contains($0) != true }
            guard let least = kept.min(), let greatest = kept.max() else { return nil }
            return least...greatest
        }
    }
}

extension StoredPatterns {
    /// Some of the samples, which lie within.
    subscript(range: Range<Int>) -> StoredPatterns {
        let slice = bytes.getSlice(
            at: bytes.readerIndex &+ range.lowerBound &* bits.bytes,
            length: range.count &* bits.bytes
        )
        return StoredPatterns(bytes: slice ?? ByteBuffer(), count: slice == nil ? 0 : range.count, bits: bits)
    }

    /// Each sample through a table with an entry for every pattern of the stored bits.
    func mapped(_ table: [UInt8]) -> [UInt8] {
        switch bits.bytes {
        case 1: mapped(table, as: UInt8.self)
        case 2: mapped(table, as: UInt16.self)
        default: mapped(table, as: UInt32.self)
        }
    }

    private func mapped<Word: SampleWord>(_ table: [UInt8], as _: Word.Type) -> [UInt8] {
        let source = bytes.readableBytesSpan.extracting(0..<count &* MemoryLayout<Word>.size)
        let (shift, mask) = (Word(truncatingIfNeeded: bits.shift), Word(truncatingIfNeeded: bits.mask))
        let entries = table.span
        // Together with the length of the source, what makes every place below one inside.
        precondition(entries.count > Int(mask))
        return [UInt8](unsafeUninitializedCapacity: count) { room, written in
            for index in 0..<count {
                let pattern = Int(source.word(unchecked: index, as: Word.self) &>> shift & mask)
                room[index] = entries[unchecked: pattern]
            }
            written = count
        }
    }

    /// Each sample's colour from a table with an entry for every pattern of the stored bits.
    ///
    /// - Parameter table: red in the lowest eight bits, then green, then blue.
    /// - Returns: Three bytes for each sample.
    func colored(_ table: [UInt32]) -> [UInt8] {
        switch bits.bytes {
        case 1: colored(table, as: UInt8.self)
        case 2: colored(table, as: UInt16.self)
        default: colored(table, as: UInt32.self)
        }
    }

    private func colored<Word: SampleWord>(_ table: [UInt32], as _: Word.Type) -> [UInt8] {
        var colored = [UInt8](repeating: 0, count: count &* 3)
        let source = bytes.readableBytesSpan.extracting(0..<count &* MemoryLayout<Word>.size)
        let (shift, mask) = (Word(truncatingIfNeeded: bits.shift), Word(truncatingIfNeeded: bits.mask))
        let colors = table.span
        precondition(colors.count > Int(mask))
        var output = colored.mutableSpan
        for index in 0..<count {
            let color = colors[unchecked: Int(source.word(unchecked: index, as: Word.self) &>> shift & mask)]
            output[unchecked: index &* 3] = UInt8(truncatingIfNeeded: color)
            output[unchecked: index &* 3 &+ 1] = UInt8(truncatingIfNeeded: color >> 8)
            output[unchecked: index &* 3 &+ 2] = UInt8(truncatingIfNeeded: color >> 16)
        }
        return colored
    }

    /// Each sample's stored bits through a function: for the few images whose patterns no table holds, which lie in four
    /// bytes each.
    func map(_ transform: (UInt32) -> UInt8) -> [UInt8] {
        let source = bytes.readableBytesSpan
        let (shift, mask) = (UInt32(truncatingIfNeeded: bits.shift), bits.mask)
        return (0..<count).map { transform(source.word($0, as: UInt32.self) &>> shift & mask) }
    }

    fileprivate func range(without padding: ClosedRange<Double>?) -> ClosedRange<Double>? {
        switch bits.bytes {
        case 1: range(without: padding, as: UInt8.self)
        case 2: range(without: padding, as: UInt16.self)
        default: range(without: padding, as: UInt32.self)
        }
    }

    private func range<Word: SampleWord>(without padding: ClosedRange<Double>?, as _: Word.Type) -> ClosedRange<Double>?
    {
        let source = bytes.readableBytesSpan.extracting(0..<count &* MemoryLayout<Word>.size)
        let (shift, mask) = (Word(truncatingIfNeeded: bits.shift), Word(truncatingIfNeeded: bits.mask))
        // Adding the sign bit's weight turns the order of signed numbers into that of the patterns.
        let bias = bits.isSigned ? 1 << (bits.stored &- 1) : 0
        let sign = Word(truncatingIfNeeded: bias)
        let excluded = padding.flatMap { storable($0) }
        let first = Word(truncatingIfNeeded: excluded.map { $0.lowerBound &+ bias } ?? Int(Word.max))
        let last = Word(truncatingIfNeeded: excluded.map { $0.upperBound &+ bias } ?? 0)
        var (least, greatest) = (Word.max, Word.zero)
        for index in 0..<count {
            let pattern = (source.word(unchecked: index, as: Word.self) &>> shift & mask) ^ sign
            let isExcluded = pattern >= first && pattern <= last
            least = min(least, isExcluded ? .max : pattern)
            greatest = max(greatest, isExcluded ? 0 : pattern)
        }
        return least <= greatest ? Double(Int(least) &- bias)...Double(Int(greatest) &- bias) : nil
    }
}

extension StoredPatterns {
    /// The part of the range that the stored bits can mean; nil when there is none.
    private func storable(_ range: ClosedRange<Double>) -> ClosedRange<Int>? {
        let low = max(Int(saturating: range.lowerBound), bits.range.lowerBound)
        let high = min(Int(saturating: range.upperBound), bits.range.upperBound)
        return low <= high ? low...high : nil
    }
}

/// The unsigned integers in which samples lie.
protocol SampleWord: FixedWidthInteger, UnsignedInteger, BitwiseCopyable {}
extension UInt8: SampleWord {}
extension UInt16: SampleWord {}
extension UInt32: SampleWord {}

extension RawSpan {
    /// The little-endian number at that place in a row of numbers. A place outside traps, as of any span.
    @inline(__always)
    func word<Word: SampleWord>(_ index: Int, as _: Word.Type) -> Word {
        Word(
            littleEndian: unsafeLoadUnaligned(fromByteOffset: index &* MemoryLayout<Word>.size, as: Word.self)
        )
    }

    /// The same of a place that is known to be inside.
    @inline(__always)
    func word<Word: SampleWord>(unchecked index: Int, as _: Word.Type) -> Word {
        Word(
            littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: index &* MemoryLayout<Word>.size, as: Word.self)
        )
    }
}
