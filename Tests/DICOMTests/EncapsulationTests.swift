import DICOM
import NIOCore
import Testing

/// Frames of encapsulated Pixel Data, in the order of trust of PS3.5 §A.4.
struct EncapsulationTests {
    static let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    static let middle: [UInt8] = [1, 2, 3, 4]

    /// The data set, its value in memory and left in its encoding.
    private func dataSets(
        frames: Int,
        table: [UInt32] = [],
        offsets: [UInt64] = [],
        lengths: [UInt64] = [],
        _ fragments: [[UInt8]]
    ) throws -> [(dataSet: DataSet, read: (Range<Int>) throws -> ByteBuffer)] {
        let bytes =
            Wire.explicit(.numberOfFrames, "IS", frames > 9 ? "\(frames)" : "\(frames) ")
            + (offsets.isEmpty ? [] : Wire.explicit(.extendedOffsetTable, "OV", offsets.flatMap { Wire.number($0) }))
            + (lengths.isEmpty
                ? [] : Wire.explicit(.extendedOffsetTableLengths, "OV", lengths.flatMap { Wire.number($0) }))
            + Wire.encapsulated(table: table, fragments)
        let kept = try DataSetDecoder.decode(bytes, as: .jpegBaseline8Bit).dataSet
        let deferred = try DataSetDecoder.decode(bytes, as: .jpegBaseline8Bit, deferringAbove: 1_000).dataSet
        return [
            (kept, { try PixelReader(kept)($0) }),
            (deferred, { ByteBuffer(bytes: bytes[$0]) }),
        ]
    }

    private func expect(
        _ expected: [[UInt8]],
        frames: Int,
        table: [UInt32] = [],
        offsets: [UInt64] = [],
        lengths: [UInt64] = [],
        _ fragments: [[UInt8]],
        in syntax: TransferSyntax = .jpegBaseline8Bit,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        for (dataSet, read) in try dataSets(frames: frames, table: table, offsets: offsets, lengths: lengths, fragments)
        {
            let index = try FrameIndex(dataSet, transferSyntax: syntax, firstBytes: read)
            #expect(index.count == expected.count, sourceLocation: location)
            for (number, frame) in expected.enumerated() {
                #expect(
                    try index.bytes(of: number, reading: read) == ByteBuffer(bytes: frame),
                    sourceLocation: location
                )
            }
            #expect(try index.frame(expected.count) == nil, sourceLocation: location)
            #expect(try index.frame(-1) == nil, sourceLocation: location)
        }
    }

    private func expectRefusal(
        frames: Int,
        table: [UInt32] = [],
        offsets: [UInt64] = [],
        lengths: [UInt64] = [],
        _ fragments: [[UInt8]],
        in syntax: TransferSyntax = .jpegBaseline8Bit,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        for (dataSet, read) in try dataSets(frames: frames, table: table, offsets: offsets, lengths: lengths, fragments)
        {
            #expect(throws: DataError(reason: .invalidEncapsulation, tag: .pixelData), sourceLocation: location) {
                try FrameIndex(dataSet, transferSyntax: syntax, firstBytes: read)
            }
        }
    }

    @Test func theBasicOffsetTableGivesTheFrames() throws {
        try expect([[1, 2, 3, 4], [5, 6]], frames: 2, table: [0, 20], [[1, 2], [3, 4], [5, 6]])
        try expect([[1, 2], [3, 4]], frames: 2, table: [0, 10], [[1, 2], [3, 4]])
    }

    @Test(
        arguments: [
            [0, 12], [0, 9], [0, 1_000_000], [0, 0], [10, 0], [10, 20], [0, 10, 20], [0], [0, .max],
        ] as [[UInt32]]
    )
    func aBasicOffsetTableThatLiesIsRefused(_ table: [UInt32]) throws {
        try expectRefusal(frames: 2, table: table, [[1, 2], [3, 4], [5, 6]])
    }

    @Test func theExtendedOffsetTableComesFirstAndCutsThePadding() throws {
        try expect(
            [[1, 2, 3], [5]],
            frames: 2,
            table: [0, 3],
            offsets: [0, 12],
            lengths: [3, 1],
            [[1, 2, 3, 0], [5, 6]]
        )
        try expect([[1, 2, 3, 4], [5, 6]], frames: 2, offsets: [0, 20], [[1, 2], [3, 4], [5, 6]])
    }

    @Test(
        arguments: [
            ([0, 11], [3, 1]), ([0, 12], [5, 1]), ([0, 12], [3]), ([0, 12], [3, .max]), ([0, .max], [3, 1]),
            ([12, 0], [1, 1]), ([0], [3]), ([0, 12, 24], [1, 1, 1]),
        ] as [([UInt64], [UInt64])]
    )
    func anExtendedOffsetTableThatLiesIsRefused(_ offsets: [UInt64], _ lengths: [UInt64]) throws {
        try expectRefusal(frames: 2, offsets: offsets, lengths: lengths, [[1, 2, 3, 0], [5, 6]])
    }

    @Test func aSingleFrameIsAllFragments() throws {
        try expect([[1, 2, 3, 4]], frames: 1, [[1, 2], [3, 4]])
        try expect([[1, 2, 3, 4]], frames: 1, table: [0], [[1, 2], [3, 4]])
    }

    @Test func asManyFragmentsAsFramesAreTheFrames() throws {
        try expect([[1, 2], [3, 4]], frames: 2, [[1, 2], [3, 4]])
        try expect([[1, 2], [3, 4]], frames: 2, [[1, 2], [3, 4]], in: .rleLossless)
    }

    @Test(
        arguments: [
            [0xFF, 0xD8, 0xFF, 0xE0], [0xFF, 0x4F, 0xFF, 0x51], [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20],
            [0xFF, 0x0A, 1, 2],
        ] as [[UInt8]]
    )
    func withoutATableTheCodestreamsTellTheFrames(_ start: [UInt8]) throws {
        let fragments = [start, Self.middle, start, Self.middle, Self.middle]
        try expect([start + Self.middle, start + Self.middle + Self.middle], frames: 2, fragments)
    }

    @Test func fragmentsThatDoNotAddUpAreRefused() throws {
        try expectRefusal(frames: 2, [Self.start])
        try expectRefusal(frames: 2, [])
        try expectRefusal(frames: 1, [])
        try expectRefusal(frames: 2, [Self.start, Self.middle, Self.middle])
        try expectRefusal(frames: 2, [Self.middle, Self.start, Self.start])
        try expectRefusal(frames: 2, [Self.start, Self.middle, Self.start], in: .rleLossless)
    }
}
