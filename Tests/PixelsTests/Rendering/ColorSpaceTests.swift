import DICOM
import NIOCore
import Pixels
import Testing

struct ColorSpaceTests {
    @Test func planesBecomePixels() throws {
        var dataSet = image("RGB", columns: 2, allocated: 8)
        let bytes = ByteBuffer(bytes: [1, 2, 3, 4, 5, 6])
        #expect(try dataSet.drawn(bytes) == [1, 2, 3, 4, 5, 6])
        dataSet.set(.planarConfiguration, integers: 1)
        #expect(try dataSet.drawn(bytes) == [1, 3, 5, 2, 4, 6])
    }

    @Test func sixteenBitsAreScaledFromTheBitsStored() throws {
        #expect(try image("RGB", columns: 1).drawn(words([0, 0x8000, 0xFFFF])) == [0, 128, 255])
        #expect(try image("RGB", columns: 1, stored: 12).drawn(words([0, 0x800, 0xFFF])) == [0, 128, 255])
    }

    @Test func thirtyTwoBitsAreScaledToo() throws {
        var bytes = ByteBuffer()
        for number: UInt32 in [0, 0x8000_0000, .max] { bytes.writeInteger(number, endianness: .little) }
        #expect(try image("RGB", columns: 1, allocated: 32).drawn(bytes) == [0, 128, 255])
    }

    /// PS3.3 §C.7.6.3.1.2: grey, then the three primaries of the equations.
    @Test(arguments: [
        ([128, 128, 128], [128, 128, 128]), ([76, 85, 255], [254, 0, 0]), ([150, 44, 21], [0, 255, 1]),
        ([29, 255, 107], [0, 0, 254]), ([255, 255, 255], [255, 121, 255]), ([0, 0, 0], [0, 135, 0]),
    ])
    func yBRFullIsConverted(ybr: [UInt8], rgb: [UInt8]) throws {
        #expect(try image("YBR_FULL", columns: 1, allocated: 8).drawn(ByteBuffer(bytes: ybr)) == rgb)
    }

    @Test func aPairOf422SharesItsChrominance() throws {
        let dataSet = image("YBR_FULL_422", columns: 2, allocated: 8)
        let expected = try image("YBR_FULL", columns: 2, allocated: 8)
            .drawn(ByteBuffer(bytes: [100, 90, 200, 50, 90, 200]))
        #expect(try dataSet.drawn(ByteBuffer(bytes: [100, 50, 90, 200])) == expected)
    }

    @Test func pairsRunOnOverTheEndOfARowOfAnOddWidth() throws {
        let dataSet = image("YBR_FULL_422", rows: 2, columns: 3, allocated: 8)
        let pairs: [UInt8] = [10, 20, 128, 128, 30, 40, 128, 128, 50, 60, 128, 128]
        #expect(try dataSet.drawn(ByteBuffer(bytes: pairs)) == [10, 20, 30, 40, 50, 60].flatMap { [$0, $0, $0] })
    }

    @Test(arguments: [
        (1, [77, 0], [77, 77, 77]),
        (3, [10, 20, 128, 128, 30, 0], [10, 10, 10, 20, 20, 20, 30, 30, 30]),
    ])
    func anOddNumberOfPixelsIsDrawnToTheLast(columns: Int, bytes: [UInt8], rgb: [UInt8]) throws {
        let dataSet = image("YBR_FULL_422", columns: columns, allocated: 8)
        #expect(try dataSet.drawn(ByteBuffer(bytes: bytes)) == rgb)
    }

    /// By the equations of PS3.3-2011 §C.7.6.3.1.2 from RGB, and back.
    @Test func partial422HasRoomBelowBlackAndAboveWhite() throws {
        let dataSet = image("YBR_PARTIAL_422", columns: 2, allocated: 8)
        #expect(try dataSet.drawn(ByteBuffer(bytes: [16, 235, 128, 128])) == [0, 0, 0, 255, 255, 255])
        #expect(try dataSet.drawn(ByteBuffer(bytes: [0, 255, 128, 128])) == [0, 0, 0, 255, 255, 255])
        for (r, g, b) in [(255, 0, 0), (0, 255, 0), (0, 0, 255), (200, 120, 40), (17, 99, 180)]
            as [(Double, Double, Double)]
        {
            let y = 0.2568 * r + 0.5041 * g + 0.0979 * b + 16
            let cb = -0.1482 * r - 0.2910 * g + 0.4392 * b + 128
            let cr = 0.4392 * r - 0.3678 * g - 0.0714 * b + 128
            let coded = [y, y, cb, cr].map { UInt8($0.rounded()) }
            let drawn = try dataSet.drawn(ByteBuffer(bytes: coded))
            // Half a level of chrominance is a level of blue.
            #expect(zip(drawn, [r, g, b, r, g, b]).allSatisfy { abs(Double($0) - $1) <= 2 }, "\(drawn)")
        }
    }

    @Test func partialRangesAreRefusedWhereNoDecoderKnowsThem() throws {
        let bytes = ByteBuffer(repeating: 0, count: 400)
        let description = try PixelDescription(image("YBR_PARTIAL_422", columns: 2, allocated: 8))
        for syntax in [TransferSyntax.rleLossless, .jpegBaseline8Bit] {
            #expect(throws: PixelError.unsupportedForm("YBR_PARTIAL_422 in a compressed form")) {
                try Frame(decoding: bytes, description, syntax)
            }
        }
        #expect(throws: PixelError.unsupportedForm("Photometric Interpretation YBR_PARTIAL_420")) {
            try PixelDescription(image("YBR_PARTIAL_420", columns: 2, allocated: 8))
        }
    }

    @Test func aWindowDoesNotTouchColour() throws {
        let drawn = try image("RGB", columns: 1, allocated: 8)
            .drawn(ByteBuffer(bytes: [1, 2, 3]), window: Window(center: 1, width: 1))
        #expect(drawn == [1, 2, 3])
    }
}
