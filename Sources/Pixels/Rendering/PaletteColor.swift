import DICOM
import NIOCore

/// The colours of a PALETTE COLOR image, or those of a monochrome image's upper values (PS3.3 §C.7.9, §C.8.16.2.1.1.1).
struct PaletteColor: Hashable, Sendable {
    private let red: LookupTable
    private let green: LookupTable
    private let blue: LookupTable

    /// The number that the first colour stands for: of a supplemental palette, values below it are grey.
    var first: Int { red.first }

    init(_ dataSet: DataSet, isSigned: Bool) throws(PixelError) {
        let tables = try [Channel.red, .green, .blue].map { channel throws(PixelError) in
            try channel.table(dataSet, isSigned: isSigned)
        }
        // Some writers put colours of eight bits unscaled into tables of sixteen.
        let isUnscaled = tables.allSatisfy { $0.entries.allSatisfy { $0 <= 255 } }
        let eight = tables.compactMap { $0.scaledToEightBits(isUnscaled: isUnscaled) }
        guard eight.count == 3 else { throw .invalid(.redPaletteColorLookupTableData) }
        (red, green, blue) = (eight[0], eight[1], eight[2])
    }

    /// The colour of a stored value: red in the lowest eight bits, then green, then blue.
    subscript(stored: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: red[stored] | green[stored] << 8 | blue[stored] << 16)
    }

    private struct Channel {
        let descriptor, data, segmented: Tag

        static let red = Channel(
            descriptor: .redPaletteColorLookupTableDescriptor,
            data: .redPaletteColorLookupTableData,
            segmented: .segmentedRedPaletteColorLookupTableData
        )
        static let green = Channel(
            descriptor: .greenPaletteColorLookupTableDescriptor,
            data: .greenPaletteColorLookupTableData,
            segmented: .segmentedGreenPaletteColorLookupTableData
        )
        static let blue = Channel(
            descriptor: .bluePaletteColorLookupTableDescriptor,
            data: .bluePaletteColorLookupTableData,
            segmented: .segmentedBluePaletteColorLookupTableData
        )

        func table(_ dataSet: DataSet, isSigned: Bool) throws(PixelError) -> LookupTable {
            guard dataSet[data] == nil, dataSet[segmented] != nil else {
                return try LookupTable(dataSet, descriptor, data, isSigned: isSigned)
            }
            let descriptor = try LUTDescriptor(dataSet, descriptor, isSigned: isSigned)
            guard let bytes = dataSet.bytes(segmented) else { throw .missing(segmented) }
            guard let entries = SegmentedTable.expand(bytes, descriptor),
                let table = LookupTable(first: descriptor.first, entries: entries, bits: descriptor.bits)
            else { throw .invalid(segmented) }
            return table
        }
    }
}

extension LookupTable {
    /// The same table with entries of at most 255; nil cannot be, since there are entries.
    fileprivate func scaledToEightBits(isUnscaled: Bool) -> LookupTable? {
        if isUnscaled { return LookupTable(first: first, entries: entries, bits: 8) }
        let shift = max(0, Int.bitWidth &- maximum.leadingZeroBitCount &- 8)
        return LookupTable(first: first, entries: entries.map { min($0 >> UInt16(shift), 255) }, bits: 8)
    }
}
