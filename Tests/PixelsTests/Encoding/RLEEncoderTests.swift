import DICOM
import NIOCore
import Testing

@testable import Pixels

@Suite struct RLEEncoderTests {
    /// Runs, rows of unlike bytes, and slopes.
    private static let kinds: [@Sendable (Int) -> UInt8] = [
        { _ in 7 }, { UInt8(truncatingIfNeeded: $0 &* 0x9E37 >> 3) }, { UInt8(truncatingIfNeeded: $0 / 5) },
        { $0 % 7 < 2 ? 1 : UInt8(truncatingIfNeeded: $0) },
    ]

    @Test(arguments: [
        ("M", 8, 7), ("M", 16, 5), ("RGB", 8, 33), ("M", 16, 1), ("M", 8, 300), ("RGB", 32, 9), ("RGB", 16, 2),
    ])
    func whatIsEncodedDecodesToTheSame(_ photometric: String, _ allocated: Int, _ columns: Int) throws {
        let dataSet = image(
            photometric == "M" ? "MONOCHROME2" : photometric,
            rows: 9,
            columns: columns,
            allocated: allocated
        )
        let description = try PixelDescription(dataSet)
        for kind in Self.kinds {
            let native = ByteBuffer(bytes: (0..<description.frameLength).map(kind))
            let encoded = try Encoder.encode(Frame(description, native), as: .rleLossless)
            #expect(encoded.bytes.readableBytes.isMultiple(of: 2))
            #expect(try Frame(decoding: encoded.bytes, description, .rleLossless).bytes == native)
        }
    }

    @Test func planesBecomeTheSamePixels() throws {
        var dataSet = image("RGB", columns: 2, allocated: 8)
        dataSet.set(.planarConfiguration, integers: 1)
        let planes = ByteBuffer(bytes: [10, 11, 20, 21, 30, 31])
        let encoded = try Encoder.encode(Frame(PixelDescription(dataSet), planes), as: .rleLossless)
        #expect(encoded.description.planarConfiguration == .byPixel)
        let decoded = try Frame(decoding: encoded.bytes, encoded.description, .rleLossless)
        #expect(decoded.bytes == ByteBuffer(bytes: [10, 20, 30, 11, 21, 31]))
    }

    /// PS3.5 §G.3.1: each row is encoded by itself.
    @Test func noRunCrossesTheEndOfARow() throws {
        let description = try PixelDescription(image(rows: 2, columns: 3, allocated: 8))
        let encoded = try Encoder.encode(Frame(description, ByteBuffer(repeating: 9, count: 6)), as: .rleLossless)
        #expect(encoded.bytes.getBytes(at: 64, length: 4) == [254, 9, 254, 9])
    }
}
