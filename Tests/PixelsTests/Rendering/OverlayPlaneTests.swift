import DICOM
import NIOCore
import Pixels
import Testing

private typealias Tag = DICOM.Tag

extension DataSet {
    /// Sets an overlay plane of three columns and two rows.
    mutating func setOverlay(_ group: UInt16 = 0x6000, origin: [Int], bits: UInt8) {
        set(Tag(group, 0x0010), .US, integers: 2)
        set(Tag(group, 0x0011), .US, integers: 3)
        set(Tag(group, 0x0040), .CS, "G")
        set(Tag(group, 0x0050), .SS, integers: origin)
        set(Tag(group, 0x0100), .US, integers: 1)
        set(Tag(group, 0x0102), .US, integers: 0)
        set(Tag(group, 0x3000), .OW, bytes: ByteBuffer(bytes: [bits, 0]))
    }
}

struct OverlayPlaneTests {
    private static func drawn(_ dataSet: DataSet, _ bytes: ByteBuffer, frame: Int = 1) throws -> [UInt8] {
        try Frame(decoding: bytes, PixelDescription(dataSet), .explicitVRLittleEndian)
            .rendered(Presentation(dataSet, frame: frame, showsOverlays: true)).samples
    }

    private static let grey = ByteBuffer(repeating: 10, count: 12)

    /// The lowest bit first, rows without padding (PS3.3 §C.9.2).
    @Test func setBitsAreWhite() throws {
        var dataSet = image(rows: 3, columns: 4, allocated: 8)
        dataSet.setOverlay(origin: [2, 1], bits: 0b101_011)
        #expect(try Self.drawn(dataSet, Self.grey) == [10, 10, 10, 10, 255, 255, 10, 10, 255, 10, 255, 10])
        #expect(try dataSet.drawn(Self.grey) == [UInt8](repeating: 10, count: 12))
    }

    @Test(arguments: [([0, 0], [10, 255, 10, 10]), ([-1, 1], [10, 10, 10, 10])] as [([Int], [UInt8])])
    func whatLiesOutsideTheImageIsCut(origin: [Int], firstRow: [UInt8]) throws {
        var dataSet = image(rows: 3, columns: 4, allocated: 8)
        // Only the last bit of the second row is set.
        dataSet.setOverlay(origin: origin, bits: 0b100_000)
        #expect(Array(try Self.drawn(dataSet, Self.grey).prefix(4)) == firstRow)
    }

    @Test func framesHaveTheirOwnBits() throws {
        var dataSet = image(rows: 2, columns: 3, allocated: 8)
        dataSet.set(.numberOfFrames, "3")
        dataSet.setOverlay(origin: [1, 1], bits: 0)
        dataSet.set(Tag(0x6000, 0x0015), .IS, "2")
        dataSet.set(Tag(0x6000, 0x0051), .US, integers: 2)
        dataSet.set(Tag(0x6000, 0x3000), .OW, bytes: ByteBuffer(bytes: [0b01_000001, 0b0]))
        let grey = ByteBuffer(repeating: 10, count: 6)
        #expect(try Self.drawn(dataSet, grey, frame: 1) == [10, 10, 10, 10, 10, 10])
        #expect(try Self.drawn(dataSet, grey, frame: 2) == [255, 10, 10, 10, 10, 10])
        #expect(try Self.drawn(dataSet, grey, frame: 3) == [255, 10, 10, 10, 10, 10])
    }

    /// Retired: bits of the samples above those stored.
    @Test func bitsInTheSamplesAreFound() throws {
        var dataSet = image(columns: 3, stored: 8)
        dataSet.setOverlay(origin: [1, 1], bits: 0)
        dataSet.remove(Tag(0x6000, 0x3000))
        dataSet.set(Tag(0x6000, 0x0010), .US, integers: 1)
        dataSet.set(Tag(0x6000, 0x0102), .US, integers: 12)
        #expect(try Self.drawn(dataSet, words([0x1005, 0x0005, 0xE005])) == [255, 5, 5])
    }

    @Test func aPlaneThatIsTooShortEndsWhereItEnds() throws {
        var dataSet = image(rows: 3, columns: 4, allocated: 8)
        dataSet.setOverlay(origin: [1, 1], bits: 0xFF)
        dataSet.set(Tag(0x6000, 0x0010), .US, integers: 65_535)
        dataSet.set(Tag(0x6000, 0x0011), .US, integers: 65_535)
        #expect(Array(try Self.drawn(dataSet, Self.grey).prefix(5)) == [255, 255, 255, 255, 10])
    }

    /// The VR is what the file says it is.
    @Test(arguments: ["-9223372036854775808", "9223372036854775807"])
    func anOriginBeyondEveryImageIsNoPlane(origin: String) throws {
        var dataSet = image(rows: 3, columns: 4, allocated: 8)
        dataSet.setOverlay(origin: [1, 1], bits: 0xFF)
        dataSet.set(Tag(0x6000, 0x0050), .IS, origin, "1")
        #expect(try Self.drawn(dataSet, Self.grey) == [UInt8](repeating: 10, count: 12))
    }

    @Test func allSixteenGroupsAreDrawnOnColourToo() throws {
        var dataSet = image("RGB", columns: 3, allocated: 8)
        dataSet.setOverlay(0x601E, origin: [1, 1], bits: 0b010)
        let drawn = try Self.drawn(dataSet, ByteBuffer(repeating: 10, count: 9))
        #expect(drawn == [10, 10, 10, 255, 255, 255, 10, 10, 10])
    }
}
