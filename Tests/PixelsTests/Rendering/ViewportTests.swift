import DICOM
import NIOCore
import Pixels
import Testing

struct ViewportTests {
    /// 4 x 2 bytes: 0 to 3, then 10 to 13, times ten.
    static let bytes = ByteBuffer(bytes: [0, 10, 20, 30, 100, 110, 120, 130])

    static func picture(_ viewport: Viewport, _ change: (inout DataSet) -> Void = { _ in }) throws -> Picture {
        var dataSet = image(rows: 2, columns: 4, allocated: 8)
        change(&dataSet)
        return try Frame(decoding: bytes, PixelDescription(dataSet), .explicitVRLittleEndian)
            .rendered(Presentation(dataSet, frame: 1), viewport: viewport)
    }

    @Test(arguments: [
        (Viewport(width: 4, height: 2), 4, 2), (Viewport(width: 8, height: 8), 8, 4),
        (Viewport(width: 3, height: 100), 3, 2), (Viewport(width: 100, height: 1), 2, 1),
        (Viewport(width: 1, height: 1), 1, 1), (Viewport(width: 10, height: 10, x: 2), 10, 10),
        (Viewport(width: 10, height: 10, y: 1), 10, 3),
        (Viewport(width: 10, height: 10, x: 1.5, y: 0.5, regionWidth: 2, regionHeight: 1), 10, 5),
    ])
    func thePictureKeepsItsShapeInsideTheViewport(viewport: Viewport, width: Int, height: Int) throws {
        let picture = try Self.picture(viewport)
        #expect((picture.width, picture.height) == (width, height))
        #expect(picture.samples.count == width * height)
    }

    @Test(
        arguments: [
            (Viewport(width: 4, height: 2), [0, 10, 20, 30, 100, 110, 120, 130]),
            (Viewport(width: 4, height: 2, regionWidth: -4), [30, 20, 10, 0, 130, 120, 110, 100]),
            (Viewport(width: 4, height: 2, regionHeight: -2), [100, 110, 120, 130, 0, 10, 20, 30]),
            (Viewport(width: 2, height: 2, x: 1, regionWidth: 2), [10, 20, 110, 120]),
            (Viewport(width: 2, height: 2, x: 1, regionWidth: -2), [20, 10, 120, 110]),
            (Viewport(width: 2, height: 1), [55, 75]),
            (Viewport(width: 1, height: 1), [65]),
            (Viewport(width: 2, height: 1, x: 0.5, y: 1, regionWidth: 2, regionHeight: 1), [105, 115]),
            (Viewport(width: 4, height: 1, x: 1, y: 0, regionWidth: 2, regionHeight: 0.5), [10, 13, 18, 20]),
        ] as [(Viewport, [UInt8])]
    )
    func theRegionIsCutFlippedAndScaled(viewport: Viewport, samples: [UInt8]) throws {
        #expect(try Self.picture(viewport).samples == samples)
    }

    @Test(arguments: [
        Viewport(width: 0, height: 1), Viewport(width: 1, height: -1), Viewport(width: 4, height: 4, x: -1),
        Viewport(width: 4, height: 4, x: 4), Viewport(width: 4, height: 4, y: 3),
        Viewport(width: 4, height: 4, regionWidth: 5), Viewport(width: 4, height: 4, x: 1, regionWidth: -4),
        Viewport(width: 4, height: 4, regionWidth: 0), Viewport(width: 4, height: 4, regionHeight: .nan),
        Viewport(width: 4, height: 4, x: .infinity),
        Viewport(width: 4, height: 4, x: 4, regionWidth: 5e-300),
        Viewport(width: 4, height: 4, y: 2, regionHeight: -5e-300),
    ])
    func aRegionOutsideTheImageIsAnError(viewport: Viewport) {
        #expect(throws: PixelError.invalidViewport) { try Self.picture(viewport) }
    }

    @Test func aHugePictureIsRefused() {
        #expect(throws: PixelError.tooLarge) { try Self.picture(Viewport(width: 1_000_000, height: 1_000_000)) }
        #expect(throws: PixelError.tooLarge) { try Self.picture(Viewport(width: .max, height: .max)) }
    }

    @Test func aSliverOfAPixelStillGivesAPicture() throws {
        let picture = try Self.picture(Viewport(width: 10, height: 10, regionWidth: .leastNonzeroMagnitude))
        #expect(picture.width >= 1 && picture.height >= 1)
    }

    @Test func numbersAtTheEdgesOfTheirRangeNeverTrap() {
        let numbers = [0, -0.0, 0.5, 1, 2, 3.999, 4, -1, -4, 5e-300, -5e-300, 1e300, -.infinity, .nan, 1e-9, 2 - 1e-16]
        var random = Random(seed: 3)
        for _ in 0..<4_000 {
            let picked = (0..<4).map { _ in numbers.randomElement(using: &random) ?? 0 }
            let viewport = Viewport(
                width: [1, 3, 40, .max].randomElement(using: &random) ?? 1,
                height: [1, 2, 50, .max].randomElement(using: &random) ?? 1,
                x: picked[0],
                y: picked[1],
                regionWidth: picked[2],
                regionHeight: picked[3]
            )
            _ = try? Self.picture(viewport)  // Either answer is right; a trap is not.
        }
    }

    /// Twice as high as wide: the picture of four by two pixels is square.
    @Test(arguments: [DICOM.Tag.pixelSpacing, .imagerPixelSpacing, .pixelAspectRatio])
    func pixelsThatAreNotSquareAreDrawnInTheirShape(tag: DICOM.Tag) throws {
        let picture = try Self.picture(Viewport(width: 8, height: 8)) { $0.set(tag, "2", "1") }
        #expect((picture.width, picture.height) == (8, 8))
    }

    @Test func aShrunkenPictureIsTheMeanOfItsParts() throws {
        let dataSet = image(rows: 64, columns: 64, allocated: 8)
        let checks = ByteBuffer(bytes: (0..<64 * 64).map { ($0 / 64 + $0) % 2 == 0 ? UInt8(0) : 200 })
        let shades = try dataSet.drawn(checks, viewport: Viewport(width: 7, height: 7))
        #expect(shades.allSatisfy { abs(Int($0) - 100) <= 1 })
    }

    @Test func anEnlargedPictureInventsNoValue() throws {
        let dataSet = image("RGB", columns: 2, allocated: 8)
        let samples = try dataSet.drawn(
            ByteBuffer(bytes: [0, 100, 255, 255, 100, 0]),
            viewport: Viewport(width: 9, height: 9)
        )
        #expect(samples.count == 9 * 5 * 3 || samples.count == 9 * 4 * 3)
        #expect(stride(from: 1, to: samples.count, by: 3).allSatisfy { samples[$0] == 100 })
        let reds = stride(from: 0, to: 27, by: 3).map { samples[$0] }
        #expect(reds == reds.sorted() && reds.first == 0 && reds.last == 255)
    }
}
