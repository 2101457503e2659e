import NIOCore
import Testing

@testable import Pixels

@Suite struct TilePartLengthsTests {
    /// SOC, a marker segment, two tile-parts, EOC; the second may say that it runs to the end.
    private static func codestream(lastLength: UInt32) -> ByteBuffer {
        var bytes = ByteBuffer(bytes: [0xFF, 0x4F, 0xFF, 0x64, 0x00, 0x04, 0x01, 0x02])
        for (tile, length) in [(UInt16(0), UInt32(16)), (1, lastLength)] {
            bytes.writeMultipleIntegers(UInt16(0xFF90), UInt16(10), tile, length, UInt8(0), UInt8(1))
            bytes.writeMultipleIntegers(UInt16(0xFF93), UInt16(0xABCD))
        }
        bytes.writeInteger(UInt16(0xFFD9))
        return bytes
    }

    @Test(arguments: [16, 0] as [UInt32])
    func theLengthsStandBeforeTheFirstTilePart(_ lastLength: UInt32) throws {
        let source = Self.codestream(lastLength: lastLength)
        let result = try #require(TilePartLengths.inserted(into: source))
        #expect(result.readableBytes == source.readableBytes + 18)
        #expect(result.getSlice(at: 0, length: 8) == source.getSlice(at: 0, length: 8))
        let segment: [UInt8] = [0xFF, 0x55, 0, 16, 0, 0x60, 0, 0, 0, 0, 0, 16, 0, 1, 0, 0, 0, 16]
        #expect(result.getBytes(at: 8, length: 18) == segment)
        #expect(result.getSlice(at: 26, length: 34) == source.getSlice(at: 8, length: 34))
    }

    @Test(
        arguments: [
            [], [0xFF, 0x4F], [0xFF, 0x4F, 0xFF, 0xD9], [0xFF, 0x4F, 0xFF, 0x64, 0, 0],
            [0xFF, 0x4F, 0xFF, 0x90, 0, 10, 0],
            [0xFF, 0x4F, 0xFF, 0x90, 0, 10, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 1], [0xFF, 0x4F, 0xFF, 0x64, 0xFF, 0xFF],
        ] as [[UInt8]]
    )
    func whatHasNoTilePartIsNoCodestream(_ bytes: [UInt8]) {
        #expect(TilePartLengths.inserted(into: ByteBuffer(bytes: bytes)) == nil)
    }
}
