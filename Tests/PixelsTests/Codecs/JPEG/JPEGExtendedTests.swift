import DICOM
import NIOCore
import Testing

@testable import Pixels

extension JPEGSequentialEncoder {
    /// Smooth samples with noise, edges, and both ends of the range, of each component.
    fileprivate func planes() -> [[Int]] {
        var random = Random(seed: 1)
        return sampling.indices.map { component in
            let (width, height) = size(component)
            return (0..<width * height).map { place in
                let (column, row) = (place % width, place / width)
                if column > width * 3 / 4, row > height / 2 { return component == 0 ? 4095 : 600 }
                let slope = 300 + 40 * column + 25 * row + component * 700
                return min(max(slope + Int.random(in: -60...60, using: &random), 0), 4095)
            }
        }
    }

    fileprivate var dataSet: DataSet { dataSet(sampling.count == 1 ? "MONOCHROME2" : "RGB") }

    fileprivate func dataSet(_ photometric: String) -> DataSet {
        image(photometric, rows: rows, columns: columns, stored: 12)
    }
}

private func decode(_ bytes: ByteBuffer, _ dataSet: DataSet) throws -> Frame {
    try Frame(decoding: bytes, PixelDescription(dataSet), .jpegExtended12Bit, by: LocalLibraries())
}

private func samples(_ frame: Frame) -> [Int] {
    let bytes = Array(frame.bytes.readableBytesView)
    return stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
}

/// What the decoded components are at the image's resolution: a sample that stands for two pixels stands between them.
private func spread(_ plane: [Double], _ encoder: JPEGSequentialEncoder, _ component: Int) -> [Double] {
    let (width, height) = encoder.size(component)
    let across = (encoder.sampling.map(\.0).max() ?? 1) / encoder.sampling[component].0
    let down = (encoder.sampling.map(\.1).max() ?? 1) / encoder.sampling[component].1
    /// Two places and how much the second counts.
    func weights(_ pixel: Int, _ ratio: Int, _ count: Int) -> (Int, Int, Double) {
        guard ratio == 2 else { return (pixel / ratio, pixel / ratio, 0) }
        let near = pixel / 2
        return (near, min(max(near + (pixel % 2 == 0 ? -1 : 1), 0), count - 1), 0.25)
    }
    return (0..<encoder.rows * encoder.columns).map { pixel in
        let (left, right, horizontal) = weights(pixel % encoder.columns, across, width)
        let (top, bottom, vertical) = weights(pixel / encoder.columns, down, height)
        let upper = plane[top * width + left] * (1 - horizontal) + plane[top * width + right] * horizontal
        let lower = plane[bottom * width + left] * (1 - horizontal) + plane[bottom * width + right] * horizontal
        return upper * (1 - vertical) + lower * vertical
    }
}

/// By pixel, as real numbers.
private func expected(_ planes: [[Double]], _ encoder: JPEGSequentialEncoder, isYCbCr: Bool = false) -> [Double] {
    let full = planes.indices.map { spread(planes[$0], encoder, $0) }
    var pixels: [Double] = []
    for pixel in full[0].indices {
        guard isYCbCr else {
            pixels += full.map { $0[pixel] }
            continue
        }
        let (luminance, blue, red) = (full[0][pixel], full[1][pixel] - 2048, full[2][pixel] - 2048)
        let green = luminance - 0.344136 * blue - 0.714136 * red
        for color in [luminance + 1.402 * red, green, luminance + 1.772 * blue] {
            pixels.append(min(max(color, 0), 4095))
        }
    }
    return pixels
}

private func difference(_ samples: [Int], _ expected: [Double]) -> Double {
    guard samples.count == expected.count else { return .infinity }
    return zip(samples, expected).map { abs(Double($0) - $1.rounded()) }.max() ?? .infinity
}

struct JPEGExtendedTests {
    static let encoder = JPEGSequentialEncoder(rows: 21, columns: 35)
    /// Pairs of factors for which a component is whole, halved one way or both, or a quarter.
    static let samplings: [[(Int, Int)]] = [
        [(1, 1)], [(2, 2)], [(1, 1), (1, 1), (1, 1)], [(2, 1), (1, 1), (1, 1)], [(1, 2), (1, 1), (1, 1)],
        [(2, 2), (1, 1), (1, 1)], [(2, 2), (2, 1), (1, 2)], [(4, 1), (1, 1), (2, 1)], [(1, 4), (1, 1), (1, 2)],
        [(1, 1), (2, 2), (1, 1)],
    ]

    @Test(arguments: samplings.indices, [true, false])
    func everySamplingComesBackWithinOneStep(sampling: Int, isInterleaved: Bool) throws {
        var encoder = Self.encoder
        encoder.sampling = Self.samplings[sampling]
        encoder.isInterleaved = isInterleaved
        for (interval, isUneven) in [(0, false), (1, true), (3, false)] {
            encoder.restartInterval = interval
            encoder.isUneven = isUneven
            encoder.areDivisorsWide = isUneven
            let (bytes, planes) = encoder.encode(encoder.planes())
            let frame = try decode(bytes, encoder.dataSet)
            #expect(difference(samples(frame), expected(planes, encoder)) <= 1)
        }
    }

    @Test func yCbCrBecomesRGB() throws {
        var encoder = Self.encoder
        let cases: [([(Int, Int)], String, UInt8?)] = [
            ([(1, 1), (1, 1), (1, 1)], "YBR_FULL", nil), ([(2, 1), (1, 1), (1, 1)], "YBR_FULL_422", nil),
            ([(1, 1), (1, 1), (1, 1)], "RGB", 1),
        ]
        for (sampling, photometric, adobeTransform) in cases {
            encoder.sampling = sampling
            encoder.adobeTransform = adobeTransform
            let (bytes, planes) = encoder.encode(encoder.planes())
            let frame = try decode(bytes, encoder.dataSet(photometric))
            #expect(frame.description.photometricInterpretation == .rgb)
            // One step of chrominance is nearly two of blue.
            #expect(difference(samples(frame), expected(planes, encoder, isYCbCr: true)) <= 3)
        }
    }

    @Test func adobesMarkerMaySayThatItIsRGB() throws {
        var encoder = Self.encoder
        encoder.sampling = [(1, 1), (1, 1), (1, 1)]
        encoder.adobeTransform = 0
        let (bytes, planes) = encoder.encode(encoder.planes())
        #expect(try difference(samples(decode(bytes, encoder.dataSet("YBR_FULL"))), expected(planes, encoder)) <= 1)
    }

    @Test func divisorsOfSixteenBitsAreRead() throws {
        var encoder = Self.encoder
        encoder.divisors = [[Int](repeating: 300, count: 64), [Int](repeating: 1, count: 64)]
        encoder.areDivisorsWide = true
        let (bytes, planes) = encoder.encode(encoder.planes())
        #expect(try difference(samples(decode(bytes, encoder.dataSet)), expected(planes, encoder)) <= 1)
    }

    @Test func anEndOfTheSpectrumOfZeroIsTakenForTheWhole() throws {
        var encoder = Self.encoder
        encoder.spectralEnd = 0
        let (bytes, planes) = encoder.encode(encoder.planes())
        #expect(try difference(samples(decode(bytes, encoder.dataSet)), expected(planes, encoder)) <= 1)
    }

    @Test func theNumberOfLinesMayComeBehindTheScan() throws {
        var encoder = Self.encoder
        encoder.numberOfLines = encoder.rows
        encoder.trailing = [0]
        let (bytes, planes) = encoder.encode(encoder.planes())
        #expect(try difference(samples(decode(bytes, encoder.dataSet)), expected(planes, encoder)) <= 1)
        encoder.numberOfLines = encoder.rows + 1
        #expect(throws: PixelError.mismatch(.rows, expected: 21, found: 22)) {
            try decode(encoder.encode(Self.encoder.planes()).bytes, encoder.dataSet)
        }
    }

    @Test func eightBitsAreStillReadByTheLibrary() throws {
        let description = try PixelDescription(image("YBR_FULL", rows: 8, columns: 16, allocated: 8))
        let frame = try Frame(decoding: JPEGs.ycc420, description, .jpegExtended12Bit, by: LocalLibraries())
        #expect(
            try frame.bytes == Frame(decoding: JPEGs.ycc420, description, .jpegBaseline8Bit, by: LocalLibraries()).bytes
        )
    }

    @Test(arguments: [
        (image(rows: 22, columns: 35, stored: 12), PixelError.mismatch(.rows, expected: 22, found: 21)),
        (image(rows: 21, columns: 36, stored: 12), .mismatch(.columns, expected: 36, found: 35)),
        (image("RGB", rows: 21, columns: 35, stored: 12), .mismatch(.samplesPerPixel, expected: 3, found: 1)),
        (image(rows: 21, columns: 35, allocated: 8), .mismatch(.bitsStored, expected: 8, found: 12)),
        (image(rows: 21, columns: 35, stored: 13, isSigned: true), .mismatch(.bitsStored, expected: 13, found: 12)),
    ])
    func theHeaderMustAgreeWithTheDataSet(dataSet: DataSet, error: PixelError) {
        #expect(throws: error) { try decode(Self.encoder.encode(Self.encoder.planes()).bytes, dataSet) }
    }

    @Test func otherProcessesAndSamplingsAreRefused() {
        var encoder = Self.encoder
        encoder.process = 0xC2
        #expect(throws: PixelError.unsupportedForm("JPEG process 0xFFC2")) {
            try decode(encoder.encode(Self.encoder.planes()).bytes, encoder.dataSet)
        }
        encoder = Self.encoder
        encoder.sampling = [(3, 1), (2, 1), (1, 1)]
        #expect(throws: PixelError.unsupportedForm("JPEG with sampling 2 x 1 beside 3 x 1")) {
            try decode(encoder.encode(encoder.planes()).bytes, encoder.dataSet)
        }
        encoder.sampling = [(4, 2), (2, 1), (1, 1)]
        #expect(throws: PixelError.damaged("JPEG with more than 10 blocks in a unit")) {
            try decode(encoder.encode(encoder.planes()).bytes, encoder.dataSet)
        }
    }

    @Test func aFewBytesDoNotAllocateAHugeFrame() throws {
        var encoder = Self.encoder
        var bytes = Array(encoder.encode(Self.encoder.planes()).bytes.readableBytesView)
        let header = bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC1 } ?? 0
        bytes.replaceSubrange(header + 5..<header + 9, with: [0x4E, 0x20, 0x4E, 0x20])
        (encoder.rows, encoder.columns) = (20_000, 20_000)
        #expect { try decode(ByteBuffer(bytes: bytes), encoder.dataSet) } throws: { error in
            guard case PixelError.truncated(expected: 1_562_500, found: _) = error else { return false }
            return true
        }
    }

    /// Streams of every kind, small, and their data sets.
    static let streams: [(bytes: ByteBuffer, dataSet: DataSet)] = samplings.flatMap { sampling in
        [true, false].map { isInterleaved in
            var encoder = JPEGSequentialEncoder(rows: 19, columns: 17)
            encoder.sampling = sampling
            encoder.isInterleaved = isInterleaved
            encoder.restartInterval = isInterleaved ? 2 : 0
            encoder.isUneven = !isInterleaved
            return (encoder.encode(encoder.planes()).bytes, encoder.dataSet)
        }
    }

    @Test func aStreamCutAnywhereIsAnError() {
        Trial.expectCutsToFail(Self.streams, everywhere: 6, decode)
    }

    @Test func changedBytesNeverTrap() {
        Trial.expectNoTrap(Self.streams, decode)
    }
}

struct JPEGInverseDCTTests {
    /// In the manner of IEEE 1180: blocks of noise of several heights through an exact transform, rounded, and back.
    @Test(arguments: [5, 300, 2047])
    func itIsWithinOneOfRealNumbers(height: Int) {
        var random = Random(seed: UInt64(height))
        var (greatest, total, count) = (0.0, 0.0, 0)
        for _ in 0..<400 {
            let samples = (0..<64).map { _ in Double(Int.random(in: -height...height, using: &random)) }
            let coefficients = SequentialBlock.transform(samples).map { Int32($0.rounded()) }
            var block = coefficients
            var span = block.mutableSpan
            JPEGInverseDCT.transform(&span)
            for (found, exact) in zip(block, SequentialBlock.inverse(coefficients.map(Double.init))) {
                let error = abs(Double(found) - exact.rounded())
                greatest = max(greatest, error)
                total += error
                count += 1
            }
        }
        print("inverse DCT, samples to \(height): greatest error \(greatest), mean \(total / Double(count))")
        #expect(greatest <= 1)
        #expect(total / Double(count) < 0.1)
    }

    @Test func numbersThatNoEncoderMakesDoNotTrap() {
        for value in [Int32.max, .min, 32_767, -32_767] {
            var block = [Int32](repeating: value, count: 64)
            var span = block.mutableSpan
            JPEGInverseDCT.transform(&span)
            #expect(block.count == 64)
        }
    }

    @Test func theZigzagIsThatOfTheDiagonals() {
        #expect(JPEGBlockDecoder.zigzag.map(Int.init) == SequentialBlock.zigzag)
    }
}
