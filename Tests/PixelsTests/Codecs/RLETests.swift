import DICOM
import NIOCore
import Pixels
import Testing

struct RLETests {
    /// Header and segments, each padded to an even length (PS3.5 §G.4).
    static func encoded(_ segments: [[UInt8]], count: Int? = nil, starts: [Int]? = nil) -> ByteBuffer {
        var bytes = ByteBuffer()
        var (offsets, next) = ([Int](), 64)
        for segment in segments {
            offsets.append(next)
            next += (segment.count + 1) / 2 * 2
        }
        bytes.writeInteger(UInt32(count ?? segments.count), endianness: .little)
        let table = starts ?? offsets
        for index in 0..<15 {
            bytes.writeInteger(UInt32(index < table.count ? table[index] : 0), endianness: .little)
        }
        for segment in segments { bytes.writeBytes(segment + (segment.count % 2 == 0 ? [] : [0])) }
        return bytes
    }

    @Test func wordsComeFromASegmentOfHighAndOneOfLowBytes() throws {
        // 0x0102 three times, then 0x0304: a run and a literal; a literal and a run with a byte that says nothing.
        let bytes = Self.encoded([[254, 1, 0, 3], [3, 2, 2, 2, 4]])
        let frame = try Frame(decoding: bytes, PixelDescription(image(columns: 4)), .rleLossless)
        #expect(frame.bytes == words([0x0102, 0x0102, 0x0102, 0x0304]))
    }

    @Test func theByteMinus128SaysNothing() throws {
        let bytes = Self.encoded([[128, 1, 7, 8, 128, 255, 9]])
        let frame = try Frame(decoding: bytes, PixelDescription(image(columns: 4, allocated: 8)), .rleLossless)
        #expect(frame.bytes == ByteBuffer(bytes: [7, 8, 9, 9]))
    }

    @Test func planesOfColourBecomePixels() throws {
        var dataSet = image("RGB", columns: 2, allocated: 8)
        dataSet.set(.planarConfiguration, integers: 1)
        let bytes = Self.encoded([[1, 10, 11], [1, 20, 21], [1, 30, 31]])
        let frame = try Frame(decoding: bytes, PixelDescription(dataSet), .rleLossless)
        #expect(frame.bytes == ByteBuffer(bytes: [10, 20, 30, 11, 21, 31]))
        #expect(frame.description.planarConfiguration == .byPixel)
    }

    @Test func yBRStaysYBR() throws {
        let description = try PixelDescription(image("YBR_FULL", columns: 1, allocated: 8))
        let frame = try Frame(decoding: Self.encoded([[0, 1], [0, 2], [0, 3]]), description, .rleLossless)
        #expect(frame.description.photometricInterpretation == .ybrFull)
        #expect(frame.bytes == ByteBuffer(bytes: [1, 2, 3]))
    }

    @Test(arguments: [
        encoded([[3, 1, 2, 3, 4]], count: 2),
        encoded([[3, 1, 2, 3, 4]], count: 0),
        encoded([[3, 1, 2, 3, 4]], count: 4_294_967_295),
        encoded([[3, 1, 2, 3, 4]], starts: [0]),
        encoded([[3, 1, 2, 3, 4]], starts: [66]),
        encoded([[3, 1, 2, 3, 4]], starts: [4_294_967_295]),
        encoded([[3, 1, 2, 3]]),
        encoded([[3, 1, 2]]),
        encoded([[1, 1, 2, 255]]),
        encoded([[252, 1]]),
        encoded([[4, 1, 2, 3, 4, 5]]),
        encoded([[128, 128, 128]]),
        encoded([[]]),
        ByteBuffer(repeating: 0, count: 63),
        ByteBuffer(),
    ])
    func whatTheHeaderOrARunClaimsIsCheckedAgainstTheBytes(bytes: ByteBuffer) throws {
        let description = try PixelDescription(image(columns: 4, allocated: 8))
        #expect(throws: PixelError.self) { try Frame(decoding: bytes, description, .rleLossless) }
    }

    @Test func segmentsMustAscend() throws {
        let description = try PixelDescription(image(columns: 2))
        let bytes = Self.encoded([[1, 1, 2, 0], [1, 3, 4, 0]], starts: [64, 64])
        #expect(throws: PixelError.damaged("RLE segments out of order")) {
            try Frame(decoding: bytes, description, .rleLossless)
        }
    }

    @Test func aFewBytesDoNotAllocateAHugeFrame() throws {
        let description = try PixelDescription(image(rows: 20_000, columns: 20_000, allocated: 8))
        #expect(throws: PixelError.truncated(expected: 6_250_000, found: 66)) {
            try Frame(decoding: Self.encoded([[129, 0]]), description, .rleLossless)
        }
    }

    @Test func randomBytesNeverTrap() throws {
        var random = Random(seed: 1)
        let description = try PixelDescription(image(rows: 8, columns: 8))
        for _ in 0..<5_000 {
            var bytes = Self.encoded([[193, 5, 0, 1], [193, 5, 0, 1]])
            for _ in 0..<4 {
                bytes.setInteger(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0..<72, using: &random))
            }
            _ = try? Frame(decoding: bytes, description, .rleLossless)  // Either answer is right; a trap is not.
        }
    }
}

/// A generator whose numbers a failure can be repeated with.
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
