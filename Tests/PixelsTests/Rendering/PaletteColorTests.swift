import DICOM
import NIOCore
import Pixels
import Testing

struct PaletteColorTests {
    @Test func sixteenBitEntriesGiveTheirUpperByteAndTheEndsClamp() throws {
        var dataSet = image("PALETTE COLOR", columns: 4, allocated: 8)
        dataSet.setPalette(
            [2, 10, 16],
            red: words([0x1234, 0xFFFF]),
            green: words([0x0000, 0x8000]),
            blue: words([0x00FF, 0x0100])
        )
        let shades = try dataSet.drawn(ByteBuffer(bytes: [0, 10, 11, 255]))
        #expect(shades == [0x12, 0, 0, 0x12, 0, 0, 0xFF, 0x80, 1, 0xFF, 0x80, 1])
    }

    @Test func eightBitEntriesMayLieInBytesOrInWords() throws {
        var dataSet = image("PALETTE COLOR", columns: 2, allocated: 8)
        let colors = [ByteBuffer(bytes: [1, 2]), ByteBuffer(bytes: [3, 4]), ByteBuffer(bytes: [5, 6])]
        dataSet.setPalette([2, 0, 8], red: colors[0], green: colors[1], blue: colors[2])
        #expect(try dataSet.drawn(ByteBuffer(bytes: [0, 1])) == [1, 3, 5, 2, 4, 6])
        dataSet.setPalette([2, 0, 8], red: words([1, 2]), green: words([3, 4]), blue: words([5, 6]))
        #expect(try dataSet.drawn(ByteBuffer(bytes: [0, 1])) == [1, 3, 5, 2, 4, 6])
    }

    @Test func unscaledColoursInATableOfSixteenBitsAreNotBlack() throws {
        var dataSet = image("PALETTE COLOR", columns: 1, allocated: 8)
        dataSet.setPalette([1, 0, 16], red: words([200]), green: words([100]), blue: words([50]))
        #expect(try dataSet.drawn(ByteBuffer(bytes: [0])) == [200, 100, 50])
    }

    @Test func aTableOf65536EntriesIsWrittenAsZero() throws {
        var dataSet = image("PALETTE COLOR", columns: 2)
        let ramp = words(Array(0...65_535))
        dataSet.setPalette([0, 0, 16], red: ramp, green: ramp, blue: ramp)
        #expect(try dataSet.drawn(words([0x1000, 0xFFFF])) == [0x10, 0x10, 0x10, 0xFF, 0xFF, 0xFF])
    }

    @Test func anImageWithoutItsPaletteIsAnError() {
        #expect(throws: PixelError.missing(.redPaletteColorLookupTableDescriptor)) {
            try image("PALETTE COLOR", columns: 1, allocated: 8).drawn(ByteBuffer(bytes: [0]))
        }
    }

    @Test func aPaletteLeftInTheStreamIsAnError() {
        var dataSet = image("PALETTE COLOR", columns: 1, allocated: 8)
        dataSet.setPalette([1, 0, 16], red: words([1]), green: words([1]), blue: words([1]))
        let deferred = Value.deferred(Deferred(range: 0..<2))
        dataSet.set(DataElement(.greenPaletteColorLookupTableData, .OW, deferred))
        #expect(throws: PixelError.missing(.greenPaletteColorLookupTableData)) {
            try dataSet.drawn(ByteBuffer(bytes: [0]))
        }
    }

    private static func segmented(_ count: Int, _ segments: [Int]) -> DataSet {
        var dataSet = image("PALETTE COLOR", columns: 6, allocated: 8)
        dataSet.setTable(
            [count, 0, 16],
            words(segments),
            at: .redPaletteColorLookupTableDescriptor,
            .segmentedRedPaletteColorLookupTableData
        )
        dataSet.setTable(
            [count, 0, 16],
            words(segments),
            at: .greenPaletteColorLookupTableDescriptor,
            .segmentedGreenPaletteColorLookupTableData
        )
        dataSet.setTable(
            [count, 0, 16],
            words(segments),
            at: .bluePaletteColorLookupTableDescriptor,
            .segmentedBluePaletteColorLookupTableData
        )
        return dataSet
    }

    /// PS3.3 §C.7.9.2: a discrete segment, a ramp, and both again.
    @Test func segmentsAreExpanded() throws {
        let dataSet = Self.segmented(6, [0, 1, 0, 1, 2, 0x8000, 2, 2, 0, 0])
        let shades = try dataSet.drawn(ByteBuffer(bytes: [0, 1, 2, 3, 4, 5]))
        #expect(shades == [0, 0x40, 0x80, 0, 0x40, 0x80].flatMap { [$0, $0, $0] })
    }

    @Test(arguments: [
        [1, 2, 0x8000], [3, 1, 0], [0, 0], [0, 7, 1, 1, 1, 1, 1, 1, 1], [0, 6, 1], [0, 5, 1, 1, 1, 1, 1],
        [0, 1, 0, 2, 1, 0, 1], [0, 1, 0, 2, 1, 6, 0], [2, 1, 0, 0], [0, 1, 0, 1, 65_535, 9], [],
    ])
    func segmentsThatDoNotGiveTheEntriesAreAnError(segments: [Int]) {
        #expect(throws: PixelError.invalid(.segmentedRedPaletteColorLookupTableData)) {
            try Self.segmented(6, segments).drawn(ByteBuffer(bytes: [0, 1, 2, 3, 4, 5]))
        }
    }

    /// PS3.3 §C.8.16.2.1.1.1.
    @Test func aSupplementalPaletteColoursTheUpperValuesOnly() throws {
        var dataSet = image(columns: 3)
        dataSet.set(DICOM.Tag(0x0008, 0x9205), .CS, "MIXED")
        dataSet.setPalette([1, 100, 16], red: words([0xFF00]), green: words([0]), blue: words([0x8000]))
        let shades = try dataSet.drawn(words([0, 50, 100]), window: Window(center: 50, width: 100))
        #expect(shades == [0, 0, 0, 129, 129, 129, 255, 0, 128])
    }
}
