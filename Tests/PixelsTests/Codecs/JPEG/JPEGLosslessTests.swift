import DICOM
import NIOCore
import Pixels
import Testing

/// The photometric interpretation of one or three components, and the data set of such an image.
private func lossless(
    _ encoder: JPEGLosslessEncoder,
    components: Int = 1,
    allocated: Int? = nil,
    isSigned: Bool = false
) -> DataSet {
    image(
        components == 1 ? "MONOCHROME2" : "RGB",
        rows: encoder.rows,
        columns: encoder.columns,
        allocated: allocated ?? (encoder.precision > 8 ? 16 : 8),
        stored: encoder.precision,
        isSigned: isSigned
    )
}

/// Samples that jump and creep over their whole range; the first is zero, half the range from its prediction.
private func planes(_ encoder: JPEGLosslessEncoder, components: Int = 1, seed: UInt64 = 1) -> [[Int]] {
    var random = Random(seed: seed)
    let maximum = 1 << encoder.precision - 1
    let step = 1 << encoder.pointTransform
    return (0..<components).map { _ in
        var (plane, last) = ([0], 0)
        for _ in 1..<encoder.rows * encoder.columns {
            let isJump = Int.random(in: 0..<6, using: &random) == 0
            let next =
                isJump ? Int.random(in: 0...maximum, using: &random) : last + Int.random(in: -9...9, using: &random)
            last = min(max(next, 0), maximum) / step * step
            plane.append(last)
        }
        return plane
    }
}

/// The native form: by pixel, signs in all the bits above.
private func native(_ planes: [[Int]], _ dataSet: DataSet) throws -> ByteBuffer {
    let bits = try PixelDescription(dataSet).bits
    var bytes = ByteBuffer()
    for index in planes[0].indices {
        for plane in planes {
            let isNegative = bits.isSigned && plane[index] >> (bits.stored - 1) == 1
            let sample = isNegative ? plane[index] - 1 << bits.stored : plane[index]
            if bits.allocated == 8 {
                bytes.writeInteger(UInt8(truncatingIfNeeded: sample))
            } else {
                bytes.writeInteger(UInt16(truncatingIfNeeded: sample), endianness: .little)
            }
        }
    }
    return bytes
}

private func decode(_ bytes: ByteBuffer, _ dataSet: DataSet) throws -> Frame {
    try Frame(decoding: bytes, PixelDescription(dataSet), .jpegLossless)
}

struct JPEGLosslessTests {
    static let encoder = JPEGLosslessEncoder(rows: 6, columns: 9, precision: 12)
    static let codes = [HuffmanCodes.flat(Array(0...16)), .uneven(Array(0...16)), .uneven((0...16).reversed())]

    @Test(arguments: 1...7, 2...16)
    func everyFormOfEveryPredictorAndPrecisionComesBack(predictor: Int, precision: Int) throws {
        var encoder = JPEGLosslessEncoder(rows: 11, columns: 13, precision: precision, predictor: predictor)
        for (components, isInterleaved) in [(1, true), (3, true), (3, false)] {
            for (index, codes) in Self.codes.enumerated() {
                encoder.isInterleaved = isInterleaved
                encoder.codes = codes
                encoder.rowsPerInterval = [0, 1, 3][index]
                let samples = planes(encoder, components: components, seed: UInt64(predictor * 100 + precision))
                let jpeg = encoder.encode(samples)
                for allocated in precision > 8 ? [16] : [8, 16] {
                    for isSigned in [false, true] {
                        let dataSet = lossless(
                            encoder,
                            components: components,
                            allocated: allocated,
                            isSigned: isSigned
                        )
                        #expect(try decode(jpeg, dataSet).bytes == native(samples, dataSet))
                    }
                }
            }
        }
    }

    @Test(arguments: 1...7, 0..<11)
    func thePointTransformDropsTheLowestBits(predictor: Int, pointTransform: Int) throws {
        var encoder = Self.encoder
        encoder.predictor = predictor
        encoder.pointTransform = pointTransform
        let samples = planes(encoder)
        let dataSet = lossless(encoder)
        #expect(try decode(encoder.encode(samples), dataSet).bytes == native(samples, dataSet))
    }

    @Test(arguments: [(1, 1), (1, 200), (200, 1), (2, 3)])
    func smallSizesHaveNothingBesideOrAbove(rows: Int, columns: Int) throws {
        for predictor in 1...7 {
            let encoder = JPEGLosslessEncoder(rows: rows, columns: columns, precision: 16, predictor: predictor)
            for components in [1, 3] {
                let samples = planes(encoder, components: components)
                let dataSet = lossless(encoder, components: components)
                #expect(try decode(encoder.encode(samples), dataSet).bytes == native(samples, dataSet))
            }
        }
    }

    @Test func tablesMayBeDefinedAnewBetweenScans() throws {
        var encoder = Self.encoder
        encoder.isInterleaved = false
        encoder.laterCodes = .uneven((0...16).reversed())
        let samples = planes(encoder, components: 3)
        let dataSet = lossless(encoder, components: 3)
        #expect(try decode(encoder.encode(samples), dataSet).bytes == native(samples, dataSet))
    }

    @Test func fillBytesAndWhatFollowsTheEndSayNothing() throws {
        var encoder = Self.encoder
        encoder.fill = 3
        encoder.rowsPerInterval = 2
        encoder.trailing = [0xFF, 0xD8, 0, 7]
        let samples = planes(encoder)
        let dataSet = lossless(encoder)
        #expect(try decode(encoder.encode(samples), dataSet).bytes == native(samples, dataSet))
    }

    @Test func theNumberOfLinesMayComeBehindTheFirstScan() throws {
        for (isInterleaved, components) in [(true, 1), (true, 3), (false, 3)] {
            var encoder = Self.encoder
            encoder.isInterleaved = isInterleaved
            encoder.numberOfLines = encoder.rows
            let samples = planes(encoder, components: components)
            let dataSet = lossless(encoder, components: components)
            #expect(try decode(encoder.encode(samples), dataSet).bytes == native(samples, dataSet))
        }
    }

    @Test func aNumberOfLinesMustBeTheDataSetsAndMustCome() throws {
        var encoder = Self.encoder
        encoder.numberOfLines = 7
        let dataSet = lossless(encoder)
        #expect(throws: PixelError.mismatch(.rows, expected: 6, found: 7)) {
            try decode(encoder.encode(planes(encoder)), dataSet)
        }
        var bytes = Array(Self.encoder.encode(planes(encoder)).readableBytesView)
        let header = bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC3 } ?? 0
        bytes[header + 6] = 0
        #expect(throws: PixelError.damaged("JPEG ends before its components do")) {
            try decode(ByteBuffer(bytes: bytes), dataSet)
        }
    }

    @Test func colourStaysWhatTheDataSetSays() throws {
        let encoder = JPEGLosslessEncoder(rows: 2, columns: 4, precision: 8)
        let jpeg = encoder.encode(planes(encoder, components: 3))
        for (said, becomes) in [
            ("RGB", PhotometricInterpretation.rgb), ("YBR_FULL", .ybrFull), ("YBR_FULL_422", .ybrFull),
        ] {
            var dataSet = image(said, rows: 2, columns: 4, allocated: 8)
            dataSet.set(.planarConfiguration, integers: 1)
            let frame = try decode(jpeg, dataSet)
            #expect(frame.description.photometricInterpretation == becomes)
            #expect(frame.description.planarConfiguration == .byPixel)
            #expect(try frame.bytes == native(planes(encoder, components: 3), image("RGB", columns: 1, allocated: 8)))
        }
    }

    @Test func samplesLieLowestWhereTheHighBitIsBeyondThem() throws {
        let encoder = Self.encoder
        let dataSet = image(rows: 6, columns: 9, allocated: 16, stored: 12, high: 15)
        let frame = try decode(encoder.encode(planes(encoder)), dataSet)
        #expect(frame.description.bits.high == 11)
    }
}

/// What is refused, and that nothing else than an error comes of damage.
struct JPEGLosslessDamageTests {
    static let encoder = JPEGLosslessTests.encoder

    @Test(arguments: [
        (image(rows: 7, columns: 9, stored: 12), PixelError.mismatch(.rows, expected: 7, found: 6)),
        (image(rows: 6, columns: 8, stored: 12), .mismatch(.columns, expected: 8, found: 9)),
        (image("RGB", rows: 6, columns: 9, stored: 12), .mismatch(.samplesPerPixel, expected: 3, found: 1)),
        (image(rows: 6, columns: 9, allocated: 8), .mismatch(.bitsStored, expected: 8, found: 12)),
        (image(rows: 6, columns: 9, stored: 16, isSigned: true), .mismatch(.bitsStored, expected: 16, found: 12)),
        (image(rows: 6, columns: 9, allocated: 32), .unsupportedForm("JPEG in Bits Allocated 32")),
        (image(rows: 6, columns: 9, allocated: 1), .unsupportedForm("JPEG in Bits Allocated 1")),
    ])
    func theHeaderMustAgreeWithTheDataSet(dataSet: DataSet, error: PixelError) {
        #expect(throws: error) { try decode(Self.encoder.encode(planes(Self.encoder)), dataSet) }
    }

    private static func variant(_ change: (inout JPEGLosslessEncoder) -> Void) -> JPEGLosslessEncoder {
        var encoder = encoder
        change(&encoder)
        return encoder
    }

    @Test(arguments: [
        (variant { $0.predictor = 0 }, PixelError.damaged("lossless JPEG with predictor 0")),
        (variant { $0.predictor = 8 }, .damaged("lossless JPEG with predictor 8")),
        (variant { $0.process = 0xC7 }, .unsupportedForm("JPEG process 0xFFC7")),
        (variant { $0.process = 0xCB }, .unsupportedForm("JPEG process 0xFFCB")),
        (variant { $0.sampling = (2, 1) }, .unsupportedForm("lossless JPEG with several samples in a unit")),
        (
            variant { ($0.rowsPerInterval, $0.restartMarker) = (2, { _ in nil }) },
            .damaged("JPEG with more data than samples")
        ),
        (
            variant { ($0.rowsPerInterval, $0.restartMarker) = (2, { 0xD0 | UInt8(($0 + 1) & 7) }) },
            .damaged("JPEG without restart marker 0")
        ),
        (
            variant { ($0.rowsPerInterval, $0.restartMarker) = (2, { _ in 0xD0 }) },
            .damaged("JPEG without restart marker 1")
        ),
    ])
    func whatIsNotLosslessOrOutOfOrderIsRefused(encoder: JPEGLosslessEncoder, error: PixelError) {
        let dataSet = lossless(encoder, components: 3)
        #expect(throws: error) { try decode(encoder.encode(planes(Self.encoder, components: 3)), dataSet) }
    }

    @Test func subsampledComponentsAreRefused() {
        var bytes = Array(Self.encoder.encode(planes(Self.encoder, components: 3)).readableBytesView)
        let header = bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC3 } ?? 0
        bytes[header + 11] = 0x22
        #expect(throws: PixelError.unsupportedForm("lossless JPEG with subsampled components")) {
            try decode(ByteBuffer(bytes: bytes), lossless(Self.encoder, components: 3))
        }
    }

    @Test func aRestartWithinALineIsRefused() {
        var encoder = Self.encoder
        encoder.rowsPerInterval = 2
        var bytes = Array(encoder.encode(planes(encoder)).readableBytesView)
        let interval = bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDD } ?? 0
        bytes[interval + 5] += 1
        #expect(throws: PixelError.damaged("lossless JPEG with a restart within a line")) {
            try decode(ByteBuffer(bytes: bytes), lossless(encoder))
        }
    }

    @Test func samplesBeyondThePrecisionAreDamage() {
        var encoder = Self.encoder
        encoder.precision = 13
        var samples = planes(Self.encoder)
        samples[0][30] = 4096
        var bytes = Array(encoder.encode(samples).readableBytesView)
        let header = bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC3 } ?? 0
        bytes[header + 4] = 12
        // The first sample is predicted by half of the range said: all are shifted by that, the one above out of it.
        #expect(throws: PixelError.damaged("lossless JPEG with samples beyond 12 bits")) {
            try decode(ByteBuffer(bytes: bytes), lossless(Self.encoder))
        }
    }

    @Test func aFewBytesDoNotAllocateAHugeFrame() throws {
        var encoder = Self.encoder
        let jpeg = encoder.encode(planes(encoder))
        var bytes = Array(jpeg.readableBytesView)
        let header = bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC3 } ?? 0
        bytes.replaceSubrange(header + 5..<header + 9, with: [0x4E, 0x20, 0x4E, 0x20])
        (encoder.rows, encoder.columns) = (20_000, 20_000)
        #expect(throws: PixelError.truncated(expected: 50_000_000, found: bytes.count)) {
            try decode(ByteBuffer(bytes: bytes), lossless(encoder))
        }
    }

    /// Streams of every kind, small, and their data sets.
    static let streams: [(bytes: ByteBuffer, dataSet: DataSet)] = (1...7).flatMap { predictor in
        [(1, true), (3, true), (3, false)].map { components, isInterleaved in
            var encoder = JPEGLosslessEncoder(rows: 9, columns: 7, precision: predictor + 9, predictor: predictor)
            encoder.isInterleaved = isInterleaved
            encoder.rowsPerInterval = predictor % 3
            encoder.codes = JPEGLosslessTests.codes[(predictor + components) % 3]
            encoder.numberOfLines = predictor == 5 ? encoder.rows : nil
            let bytes = encoder.encode(planes(encoder, components: components))
            return (bytes, lossless(encoder, components: components, isSigned: predictor == 4))
        }
    }

    @Test func aStreamCutAnywhereIsAnError() {
        Trial.expectCutsToFail(Self.streams, everywhere: 4, decode)
    }

    @Test func changedBytesNeverTrap() {
        Trial.expectNoTrap(Self.streams, decode)
    }
}
