import DICOM
import NIOCore
import Pixels
import Testing

struct JPEGBaselineTests {
    static func frame(_ jpeg: ByteBuffer, _ photometric: String) throws -> Frame {
        let description = try PixelDescription(image(photometric, rows: 8, columns: 16, allocated: 8))
        return try Frame(decoding: jpeg, description, .jpegBaseline8Bit, by: LocalLibraries())
    }

    /// Whether both halves have their colours, within what the quantisation may lose, and but for the columns at
    /// their border, where halved chrominance is smoothed.
    static func hasItsColors(_ frame: Frame) -> Bool {
        let samples = Array(frame.bytes.readableBytesView)
        guard samples.count == 8 * 16 * 3 else { return false }
        return samples.indices.allSatisfy { index in
            let column = index / 3 % 16
            let expected = (column < 8 ? [200, 30, 60] : [20, 180, 90])[index % 3]
            return (6...9).contains(column) || abs(Int(samples[index]) - expected) <= 2
        }
    }

    @Test(arguments: [
        (JPEGs.rgbUnmarked, "RGB"), (JPEGs.rgbNamed, "RGB"), (JPEGs.rgbAdobe, "RGB"),
        (JPEGs.rgbNamed, "YBR_FULL_422"), (JPEGs.rgbAdobe, "YBR_FULL"),
        (JPEGs.ycc420, "YBR_FULL_422"), (JPEGs.ycc420, "YBR_FULL"),
    ])
    func colourIsWhatTheMarkerTheNamesOrTheDataSetSay(jpeg: ByteBuffer, photometric: String) throws {
        let frame = try Self.frame(jpeg, photometric)
        #expect(frame.description.photometricInterpretation == .rgb)
        #expect(Self.hasItsColors(frame))
    }

    @Test func withoutMarkerAndNamesTheDataSetDecides() throws {
        #expect(try !Self.hasItsColors(Self.frame(JPEGs.rgbUnmarked, "YBR_FULL")))
    }

    @Test func aJPEGCutAnywhereIsAnError() {
        for length in 0..<JPEGs.ycc420.readableBytes {
            #expect(throws: PixelError.self, "cut at \(length)") {
                try Self.frame(JPEGs.ycc420.getSlice(at: 0, length: length) ?? ByteBuffer(), "YBR_FULL_422")
            }
        }
    }

    /// A frame of JPEG takes a byte a sample where the data set allocates two: the pattern of bits is the same, and so is
    /// what the data set says of its sign.
    @Test(arguments: [(8, true), (8, false), (16, true), (16, false)])
    func samplesKeepTheirSign(allocated: Int, isSigned: Bool) throws {
        let values = [-128, -100, -1, 0, 1, 27, 100, 127]
        let stored = values.flatMap { value in (0..<64).map { _ in UInt8(isSigned ? value & 0xFF : value + 128) } }
        let plain = try PixelDescription(image(rows: 64, columns: 8, allocated: 8))
        let jpeg = try Frame(decoding: ByteBuffer(bytes: stored), plain, .explicitVRLittleEndian)
            .rendered(Presentation(image(rows: 64, columns: 8, allocated: 8), frame: 1)).jpeg(quality: 100)
        let dataSet = image(rows: 64, columns: 8, allocated: allocated, stored: 8, isSigned: isSigned)
        let frame = try Frame(decoding: jpeg, PixelDescription(dataSet), .jpegBaseline8Bit, by: LocalLibraries())
        #expect(frame.description.bits == (try SampleBits(allocated: 8, isSigned: isSigned)))
        #expect(frame.bytes == ByteBuffer(bytes: stored))
    }

    @Test(arguments: [(8, 7), (7, 6), (7, 7), (1, 7)]) func signedSamplesAreWhereTheDataSetSays(stored: Int, high: Int)
        throws
    {
        let dataSet = image(rows: 8, columns: 8, stored: stored, high: high, isSigned: true)
        let jpeg = try ExportTests.picture("MONOCHROME2", rows: 8, columns: 8).jpeg(quality: 90)
        let frame = try Frame(decoding: jpeg, PixelDescription(dataSet), .jpegBaseline8Bit, by: LocalLibraries())
        let expected = try SampleBits(allocated: 8, stored: stored, high: high, isSigned: true)
        #expect(frame.description.bits == expected)
    }

    @Test func paddingBehindAJPEGIsHarmless() throws {
        var jpeg = JPEGs.ycc420
        jpeg.writeBytes([0, 0])
        #expect(try Self.hasItsColors(Self.frame(jpeg, "YBR_FULL_422")))
    }

    @Test(arguments: [
        (image("YBR_FULL", rows: 9, columns: 16, allocated: 8), PixelError.mismatch(.rows, expected: 9, found: 8)),
        (image("YBR_FULL", rows: 8, columns: 17, allocated: 8), .mismatch(.columns, expected: 17, found: 16)),
        (image(rows: 8, columns: 16, allocated: 8), .mismatch(.samplesPerPixel, expected: 1, found: 3)),
        (image("RGB", rows: 8, columns: 16, stored: 12), .mismatch(.bitsStored, expected: 12, found: 8)),
    ])
    func theHeaderMustAgreeWithTheDataSet(dataSet: DataSet, error: PixelError) {
        #expect(throws: error) {
            try Frame(decoding: JPEGs.ycc420, PixelDescription(dataSet), .jpegBaseline8Bit, by: LocalLibraries())
        }
    }

    @Test func twelveBitsAreNotDamageButAnotherForm() {
        var jpeg = JPEGs.ycc420
        // The precision, behind the frame header's marker and length.
        let marker = jpeg.readableBytesView.indices.first {
            jpeg.getInteger(at: $0, as: UInt16.self) == 0xFFC0
        }
        jpeg.setInteger(UInt8(12), at: (marker ?? 0) + 4)
        #expect(throws: PixelError.unsupportedForm("JPEG of 12 bits")) { try Self.frame(jpeg, "YBR_FULL") }
    }

    @Test func aHugeDescriptionIsRefusedBeforeTheDecoderRuns() throws {
        let description = try PixelDescription(image("RGB", rows: 18_000, columns: 18_000, allocated: 8))
        #expect(throws: PixelError.truncated(expected: 474_609, found: JPEGs.ycc420.readableBytes)) {
            try Frame(decoding: JPEGs.ycc420, description, .jpegBaseline8Bit, by: LocalLibraries())
        }
    }

    @Test func randomBytesNeverTrap() {
        var random = Random(seed: 2)
        let length = JPEGs.ycc420.readableBytes
        for _ in 0..<3_000 {
            var jpeg = JPEGs.ycc420
            for _ in 0..<3 {
                jpeg.setInteger(
                    UInt8.random(in: 0...255, using: &random),
                    at: Int.random(in: 0..<length, using: &random)
                )
            }
            _ = try? Self.frame(jpeg, "YBR_FULL")  // Either answer is right; a trap is not.
        }
    }
}
