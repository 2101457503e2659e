import Codestreams
import DICOM
import NIOCore
import Pixels
import Testing

struct JPEG2000Tests {
    @Test(arguments: [
        (Codestreams.jpeg2000, TransferSyntax.jpeg2000Lossless), (Codestreams.highThroughput, .htj2kLossless),
    ])
    func monochromeComesBack(bytes: ByteBuffer, syntax: TransferSyntax) throws {
        let frame = try decode(bytes, Codestreams.monochromeImage(), syntax)
        #expect(Codestreams.numbers(frame) == Codestreams.monochrome)
    }

    @Test func signedNumbersComeBackWithTheirSignInEveryBitAbove() throws {
        for stored in [12, 16] {
            let dataSet = Codestreams.monochromeImage(stored: stored, isSigned: true)
            let frame = try decode(Codestreams.jpeg2000Signed, dataSet, .jpeg2000Lossless)
            #expect(Codestreams.numbers(frame) == Codestreams.signed)
        }
    }

    /// As pydicom has it: the codestream's bits mean what the data set says, where the two differ about the sign.
    @Test func whereTheSignsDifferTheDataSetDecides() throws {
        let signed = Codestreams.monochromeImage(isSigned: true)
        #expect(
            try Codestreams.numbers(decode(Codestreams.jpeg2000, signed, .jpeg2000))
                == Codestreams.monochrome.map { $0 < 2048 ? $0 : $0 - 4096 }
        )
        let unsigned = Codestreams.monochromeImage()
        #expect(
            try Codestreams.numbers(decode(Codestreams.jpeg2000Signed, unsigned, .jpeg2000))
                == Codestreams.signed.map { $0 & 0xFFF }
        )
    }

    /// The data set's sign is one of sixteen bits, and the codestream's twelve have none.
    @Test func fewerBitsWithoutASignAreNotNegative() throws {
        let dataSet = Codestreams.monochromeImage(stored: 16, isSigned: true)
        #expect(
            try Codestreams.numbers(decode(Codestreams.jpeg2000, dataSet, .jpeg2000)) == Codestreams.monochrome
        )
    }

    @Test(arguments: ["YBR_RCT", "RGB", "YBR_FULL"])
    func colourThatTheCodecTransformedIsRGB(photometric: String) throws {
        let dataSet = image(photometric, rows: Codestreams.rows, columns: Codestreams.columns, allocated: 8)
        let frame = try decode(Codestreams.jpeg2000RGB, dataSet, .jpeg2000Lossless)
        #expect(frame.description.photometricInterpretation == .rgb)
        #expect(frame.bytes.readableBytesView.map(Int.init) == Codestreams.colour)
    }

    @Test func smallerSizesAreWhatTheFrameSays() throws {
        for (reduce, columns, rows) in [(1, 10, 7), (2, 5, 4), (9, 5, 4)] {
            let frame = try decode(
                Codestreams.jpeg2000,
                Codestreams.monochromeImage(),
                .jpeg2000Lossless,
                reduce: reduce
            )
            #expect(frame.description.columns == columns && frame.description.rows == rows)
            #expect(frame.bytes.readableBytes == columns * rows * 2)
        }
    }

    /// A column at 33 is none of a grid of every second place.
    @Test func nothingIsHalvedAway() throws {
        let size = Codestreams.offset(of: 0xFF51, in: Codestreams.jpeg2000)
        let ends: [UInt8] = [0, 0, 0, 34, 0, 0, 0, 13, 0, 0, 0, 33, 0, 0, 0, 0, 0, 0, 0, 34, 0, 0, 0, 13]
        let column = Codestreams.changed(Codestreams.jpeg2000, at: size + 6, to: ends)
        let description = try PixelDescription(image(rows: 13, columns: 1, stored: 12))
        let frame = try Frame(decoding: column, description, .jpeg2000, by: Zeros(), reduce: 2)
        #expect((frame.description.columns, frame.description.rows) == (1, 13))
    }

    /// Takes the library's place.
    private struct Zeros: LibraryRunner {
        func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
            ByteBuffer(repeating: 0, count: job.outputLength)
        }
    }

    @Test func theFileFormatAroundACodestreamIsLeftOut() throws {
        var file = ByteBuffer(bytes: [0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A])
        file.writeInteger(UInt32(8 + Codestreams.jpeg2000.readableBytes))
        file.writeString("jp2c")
        file.writeImmutableBuffer(Codestreams.jpeg2000)
        let frame = try decode(file, Codestreams.monochromeImage(), .jpeg2000)
        #expect(Codestreams.numbers(frame) == Codestreams.monochrome)
        for length in 8..<file.readableBytes - Codestreams.jpeg2000.readableBytes {
            let cut = Codestreams.cut(file, to: length)
            #expect(throws: PixelError.self) { try decode(cut, Codestreams.monochromeImage(), .jpeg2000) }
        }
    }

    @Test func oneCutAnywhereIsAnError() {
        for whole in [Codestreams.jpeg2000, Codestreams.highThroughput] {
            // The library does without the marker at the end.
            for length in 0..<whole.readableBytes - 3 {
                #expect(throws: PixelError.self, "cut at \(length)") {
                    _ = try decode(Codestreams.cut(whole, to: length), Codestreams.monochromeImage(), .jpeg2000)
                }
            }
        }
    }

    @Test(arguments: Codestreams.contradictions)
    func theHeaderMustAgreeWithTheDataSet(dataSet: DataSet, error: PixelError) {
        #expect(throws: error) {
            try Frame(decoding: Codestreams.jpeg2000, PixelDescription(dataSet), .jpeg2000Lossless)
        }
    }

    /// A codestream of a few bytes that is all tiles, or says to be as large as the data set.
    @Test func bombsAreRefusedBeforeTheLibrarySeesThem() throws {
        let size = Codestreams.offset(of: 0xFF51, in: Codestreams.jpeg2000)
        let tiles = Codestreams.changed(Codestreams.jpeg2000, at: size + 22, to: [0, 0, 0, 1, 0, 0, 0, 1])
        let description = try PixelDescription(Codestreams.monochromeImage())
        #expect(throws: PixelError.damaged("JPEG 2000 of 260 tiles in \(tiles.readableBytes) bytes")) {
            try Frame(decoding: tiles, description, .jpeg2000)
        }
        let side: [UInt8] = [0, 0, 0x4E, 0x20]
        let large = Codestreams.changed(Codestreams.jpeg2000, at: size + 6, to: side + side)
        let larger = Codestreams.changed(large, at: size + 22, to: side + side)
        let agreeing = try PixelDescription(image(rows: 20_000, columns: 20_000, stored: 12))
        #expect(throws: PixelError.truncated(expected: 12_207, found: larger.readableBytes)) {
            try Frame(decoding: larger, agreeing, .jpeg2000)
        }
    }
}
