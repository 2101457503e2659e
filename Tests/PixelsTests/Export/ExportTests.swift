import DICOM
import NIOCore
import Testing

@testable import Pixels

struct ExportTests {
    static func picture(_ photometric: String, rows: Int = 8, columns: Int = 16) throws -> Picture {
        let dataSet = image(photometric, rows: rows, columns: columns, allocated: 8)
        let description = try PixelDescription(dataSet)
        let bytes = ByteBuffer(bytes: (0..<description.frameLength).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        return try Frame(decoding: bytes, description, .explicitVRLittleEndian).rendered(
            Presentation(dataSet, frame: 1)
        )
    }

    /// The start of a baseline frame: marker, length, precision, height, width, components (ISO/IEC 10918-1 B.2.2).
    @Test(arguments: [("MONOCHROME2", [1, 1, 0x11]), ("RGB", [3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1])])
    func jPEGIsBaselineAndKeepsGreyGreyAndColourWhole(photometric: String, components: [UInt8]) throws {
        let jpeg = Array(try Self.picture(photometric).jpeg(quality: 90).readableBytesView)
        let header: [UInt8] = [8, 0, 8, 0, 16] + components
        let start = try #require(zip(jpeg, jpeg.dropFirst()).enumerated().first { $0.element == (0xFF, 0xC0) }).offset
        #expect(Array(jpeg[(start + 4)..<(start + 4 + header.count)]) == header)
        #expect(jpeg.suffix(2) == [0xFF, 0xD9])
    }

    @Test func quality100IsCloseAndQuality1IsSmall() throws {
        let picture = try Self.picture("MONOCHROME2", rows: 64, columns: 64)
        let best = try picture.jpeg(quality: 100)
        let description = try PixelDescription(image(rows: 64, columns: 64, allocated: 8))
        let frame = try Frame(decoding: best, description, .jpegBaseline8Bit, by: LocalLibraries())
        #expect(zip(frame.bytes.readableBytesView, picture.samples).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
        #expect(try picture.jpeg(quality: 1).readableBytes * 3 < best.readableBytes)
    }

    /// Else the stripes would find nothing to look up, and one core would do it before.
    @Test func shadesOfAPictureThatNothingIsDrawnOnAreLookedUpLate() throws {
        var dataSet = image(rows: 8, columns: 16, allocated: 8)
        let bytes = ByteBuffer(repeating: 7, count: 128)
        func drawn(showsOverlays: Bool) throws -> Picture {
            try Frame(decoding: bytes, PixelDescription(dataSet), .explicitVRLittleEndian)
                .rendered(Presentation(dataSet, frame: 1, showsOverlays: showsOverlays))
        }
        #expect(try !drawn(showsOverlays: true).isSettled)
        dataSet.setOverlay(origin: [1, 1], bits: 0b1)
        #expect(try !drawn(showsOverlays: false).isSettled)
        #expect(try drawn(showsOverlays: true).isSettled)
    }

    @Test(arguments: [(1, 1), (512, 512), (2500, 2000), (65_500, 65_500), (65_500, 8), (8, 65_500), (1, 65_500)])
    func stripesHaveRestartIntervalsThatCanBeWritten(width: Int, height: Int) {
        let stripes = JPEGStripes(width: width, height: height)
        #expect(stripes.rows.isMultiple(of: 8))
        #expect(Int(stripes.interval) == stripes.rows / 8 * ((width + 7) / 8))
        #expect((stripes.count - 1) * stripes.rows < height && height <= stripes.count * stripes.rows)
    }

    @Test(arguments: [("MONOCHROME2", UInt8(0)), ("RGB", 2)])
    func pNGHasItsHeaderAndItsEnd(photometric: String, colorType: UInt8) throws {
        let png = Array(try Self.picture(photometric).png().readableBytesView)
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(Array(png[16..<29]) == [0, 0, 0, 16, 0, 0, 0, 8, 8, colorType, 0, 0, 0])
        #expect(png.suffix(8).prefix(4) == Array("IEND".utf8)[...])
    }
}
