import DICOM
import NIOCore

/// A table from whole numbers to whole numbers: of a LUT sequence's item or of one palette colour
/// (PS3.3 §C.11.1.1, §C.7.6.3.1.5).
struct LookupTable: Hashable, Sendable {
    /// The number that the first entry stands for.
    let first: Int
    /// Never empty.
    let entries: [UInt16]
    /// What an entry can be at most.
    let maximum: Int

    /// The entry for a number; beyond the ends, the entry at the end.
    subscript(number: Int) -> Int {
        let (offset, overflow) = number.subtractingReportingOverflow(first)
        if overflow { return Int(entries[number < first ? 0 : entries.count &- 1]) }
        return Int(entries[min(max(offset, 0), entries.count &- 1)])
    }

    /// From the least to the greatest of the entries that stand for those numbers.
    func range(_ numbers: ClosedRange<Int>) -> ClosedRange<Int> {
        let ends = [self[numbers.lowerBound], self[numbers.upperBound]]
        let inside = entries.indices.lazy.filter { numbers.contains(first &+ $0) }.map { Int(entries[$0]) }
        return min(ends[0], ends[1], inside.min() ?? .max)...max(ends[0], ends[1], inside.max() ?? .min)
    }

    /// - Parameters:
    ///   - first: the number of the first entry.
    ///   - entries: at least one.
    init?(first: Int, entries: [UInt16], bits: Int) {
        guard let greatest = entries.max() else { return nil }
        self.first = first
        self.entries = entries
        // Tables whose descriptor understates the bits exist; white must not come before their greatest entry.
        maximum = max((1 << bits) &- 1, Int(greatest))
    }
}

extension LookupTable {
    /// The table in a data set or item, by the tags of its descriptor and its data.
    init(_ dataSet: DataSet, _ descriptorTag: Tag, _ dataTag: Tag, isSigned: Bool) throws(PixelError) {
        let descriptor = try LUTDescriptor(dataSet, descriptorTag, isSigned: isSigned)
        guard let data = dataSet.bytes(dataTag) else { throw .missing(dataTag) }
        guard let entries = descriptor.entries(of: data),
            let table = LookupTable(first: descriptor.first, entries: entries.values, bits: entries.bits)
        else { throw .invalid(dataTag) }
        self = table
    }
}

/// What a LUT Descriptor says: how many entries, the number of the first, and their bits (PS3.3 §C.7.6.3.1.5).
struct LUTDescriptor {
    let count: Int
    let first: Int
    let bits: Int

    /// Reads the three numbers from the bytes, since Implicit VR does not say which of them is signed.
    init(_ dataSet: DataSet, _ tag: Tag, isSigned: Bool) throws(PixelError) {
        guard var bytes = dataSet.bytes(tag) else { throw .missing(tag) }
        guard
            let (count, first, bits) = bytes.readMultipleIntegers(
                endianness: .little,
                as: (UInt16, UInt16, UInt16).self
            ), (1...16).contains(bits)
        else { throw .invalid(tag) }
        // Zero stands for 65,536, which sixteen bits do not hold.
        self.count = count == 0 ? 65_536 : Int(count)
        self.first = isSigned || dataSet[tag]?.vr == .SS ? Int(Int16(bitPattern: first)) : Int(first)
        self.bits = Int(bits)
    }

    /// The entries: one byte each where there are not bytes enough for two, whatever the descriptor says.
    func entries(of data: ByteBuffer) -> (values: [UInt16], bits: Int)? {
        var data = data
        if data.readableBytes >= count &* 2 {
            let values = (0..<count).compactMap { _ in data.readInteger(endianness: .little, as: UInt16.self) }
            return (values, bits)
        }
        guard let bytes = data.readBytes(length: count) else { return nil }
        return (bytes.map(UInt16.init), 8)
    }
}
