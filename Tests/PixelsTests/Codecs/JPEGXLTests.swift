import Codestreams
import DICOM
import NIOCore
import Pixels
import Testing

struct JPEGXLTests {
    @Test func monochromeComesBack() throws {
        let frame = try decode(Codestreams.jpegXL, Codestreams.monochromeImage(), .jpegXLLossless)
        #expect(Codestreams.numbers(frame) == Codestreams.monochrome)
    }

    @Test(arguments: [TransferSyntax.jpegXLLossless, .jpegXL, .jpegXLJPEGRecompression])
    func colourComesBack(syntax: TransferSyntax) throws {
        let frame = try decode(Codestreams.jpegXLColour, Codestreams.colourImage, syntax)
        #expect(frame.bytes.readableBytesView.map(Int.init) == Codestreams.colour)
        #expect(frame.description.photometricInterpretation == .rgb)
    }

    @Test(arguments: [("XYB", "RGB"), ("RGB", "RGB"), ("YBR_FULL", "YBR_FULL")])
    func coloursThatTheCodecDidNotTransformStayWhatTheyAre(photometric: String, decoded: String) throws {
        let dataSet = image(photometric, rows: Codestreams.rows, columns: Codestreams.columns, allocated: 8)
        let frame = try decode(Codestreams.jpegXLColour, dataSet, .jpegXLLossless)
        #expect(frame.description.photometricInterpretation.rawValue == decoded)
    }

    @Test func theSignIsTheDataSets() throws {
        let frame = try decode(Codestreams.jpegXL, Codestreams.monochromeImage(isSigned: true), .jpegXLLossless)
        #expect(Codestreams.numbers(frame) == Codestreams.monochrome.map { $0 < 2048 ? $0 : $0 - 4096 })
    }

    @Test func oneCutAnywhereIsAnError() {
        for length in 0..<Codestreams.jpegXL.readableBytes {
            #expect(throws: PixelError.self, "cut at \(length)") {
                let cut = Codestreams.cut(Codestreams.jpegXL, to: length)
                _ = try decode(cut, Codestreams.monochromeImage(), .jpegXLLossless)
            }
        }
    }

    @Test(arguments: Codestreams.contradictions + [Codestreams.missingSign])
    func theHeaderMustAgreeWithTheDataSet(dataSet: DataSet, error: PixelError) {
        #expect(throws: error) { try Frame(decoding: Codestreams.jpegXL, PixelDescription(dataSet), .jpegXLLossless) }
    }
}
