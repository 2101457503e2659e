import DICOM
import NIOCore
import Pixels
import Testing

struct FramingTests {
    private static func picture(_ part: PicturePart) throws -> Picture {
        let dataSet = image(rows: 2, columns: 4, allocated: 8)
        let bytes = ByteBuffer(bytes: [0, 10, 20, 30, 100, 110, 120, 130])
        return try Frame(decoding: bytes, PixelDescription(dataSet), .explicitVRLittleEndian)
            .rendered(Presentation(dataSet, frame: 1), framing: .part(part))
    }

    /// PS3.18 §9.5.1.2.6: fractions of the picture, cut before it is scaled.
    @Test(
        arguments: [
            (PicturePart(), 4, [0, 10, 20, 30, 100, 110, 120, 130]),
            (PicturePart(left: 0.25, right: 0.75, bottom: 0.5), 2, [10, 20]),
            (PicturePart(left: 0.5, top: 0.5), 2, [120, 130]),
            (PicturePart(right: 0.5, width: 1, height: 1), 1, [55]),
            (PicturePart(width: 2), 2, [55, 75]),
            (PicturePart(height: 1), 2, [55, 75]),
        ] as [(PicturePart, Int, [UInt8])]
    )
    func aPartIsCutAndFitsItsBounds(part: PicturePart, width: Int, samples: [UInt8]) throws {
        let picture = try Self.picture(part)
        #expect(picture.width == width && picture.samples == samples)
    }

    @Test(arguments: [
        PicturePart(left: 0.5, right: 0.5), PicturePart(top: -0.1), PicturePart(right: 1.1), PicturePart(left: .nan),
        PicturePart(width: 0),
    ])
    func whatIsNoPartIsAnError(part: PicturePart) {
        #expect(throws: PixelError.invalidViewport) { try Self.picture(part) }
    }

    @Test(arguments: [
        (512, 0), (257, 0), (256, 1), (129, 1), (128, 2), (100, 2), (64, 3), (1, 9),
    ])
    func aFrameIsHalvedAsLongAsItIsLargerThanThePicture(side: Int, times: Int) throws {
        var dataSet = image(rows: 512, columns: 512)
        let framing = Framing.viewport(Viewport(width: side, height: 4 * side))
        func reduction(_ framing: Framing?) throws -> Int {
            try Presentation(dataSet, frame: 1).reduction(of: PixelDescription(dataSet), for: framing)
        }
        // The window is found out from all of the values.
        #expect(try reduction(framing) == 0)
        dataSet.set(.windowCenter, .DS, "50")
        dataSet.set(.windowWidth, .DS, "100")
        #expect(try reduction(framing) == times)
        #expect(try reduction(nil) == 0)
        #expect(try reduction(.viewport(Viewport(width: side, height: side, x: 1))) == 0)
        dataSet.set(DICOM.Tag(0x0018, 0x1600), .CS, "CIRCULAR")
        dataSet.set(DICOM.Tag(0x0018, 0x1610), .IS, "3", "3")
        dataSet.set(DICOM.Tag(0x0018, 0x1612), .IS, "9")
        #expect(try reduction(framing) == 0)
    }
}
