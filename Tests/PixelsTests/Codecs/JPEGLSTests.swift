import Codestreams
import DICOM
import NIOCore
import Pixels
import Testing

/// Decodes in this process, as no gateway does.
func decode(_ bytes: ByteBuffer, _ dataSet: DataSet, _ syntax: TransferSyntax, reduce: Int = 0) throws -> Frame {
    try Frame(decoding: bytes, PixelDescription(dataSet), syntax, by: LocalLibraries(), reduce: reduce)
}

extension Codestreams {
    static func monochromeImage(allocated: Int = 16, stored: Int = 12, isSigned: Bool = false) -> DataSet {
        image(rows: rows, columns: columns, allocated: allocated, stored: stored, isSigned: isSigned)
    }

    /// Data sets that do not agree with the codestreams of ``monochrome``, and what is said of each.
    static let contradictions: [(DataSet, PixelError)] = [
        (image(rows: 14, columns: 20, stored: 12), .mismatch(.rows, expected: 14, found: 13)),
        (image(rows: 13, columns: 21, stored: 12), .mismatch(.columns, expected: 21, found: 20)),
        (image("RGB", rows: 13, columns: 20, stored: 12), .mismatch(.samplesPerPixel, expected: 3, found: 1)),
        (image(rows: 13, columns: 20, allocated: 8), .mismatch(.bitsStored, expected: 8, found: 12)),
    ]
    /// Of bits that a codestream without a sign has not, the sign would be lost.
    static let missingSign: (DataSet, PixelError) =
        (image(rows: 13, columns: 20, stored: 14, isSigned: true), .mismatch(.bitsStored, expected: 14, found: 12))

    static let colourImage = image("RGB", rows: rows, columns: columns, allocated: 8)

    /// The numbers of 16-bit samples.
    static func numbers(_ frame: Frame) -> [Int] {
        var bytes = frame.bytes
        return (0..<bytes.readableBytes / 2).map { _ in
            let word = bytes.readInteger(endianness: .little, as: UInt16.self) ?? 0
            return frame.description.bits.isSigned ? Int(Int16(bitPattern: word)) : Int(word)
        }
    }
}

struct JPEGLSTests {
    @Test func monochromeComesBack() throws {
        let frame = try decode(Codestreams.jpegLS12, Codestreams.monochromeImage(), .jpegLSLossless)
        #expect(Codestreams.numbers(frame) == Codestreams.monochrome)
    }

    @Test(arguments: [Codestreams.jpegLSPlanes, Codestreams.jpegLSLines, Codestreams.jpegLSPixels])
    func everyInterleavingComesByPixel(bytes: ByteBuffer) throws {
        var dataSet = Codestreams.colourImage
        dataSet.set(.planarConfiguration, integers: 1)
        let frame = try decode(bytes, dataSet, .jpegLSNearLossless)
        #expect(frame.bytes.readableBytesView.map(Int.init) == Codestreams.colour)
        #expect(frame.description.planarConfiguration == .byPixel)
    }

    /// JPEG-LS knows no sign: the data set says what the patterns mean, and all bits above repeat it.
    @Test func theSignIsTheDataSets() throws {
        let frame = try decode(Codestreams.jpegLS12, Codestreams.monochromeImage(isSigned: true), .jpegLSLossless)
        #expect(Codestreams.numbers(frame) == Codestreams.monochrome.map { $0 < 2048 ? $0 : $0 - 4096 })
    }

    @Test func aByteASampleBecomesTheWordThatTheDataSetAllocates() throws {
        let dataSet = image("RGB", rows: Codestreams.rows, columns: Codestreams.columns, allocated: 16, stored: 8)
        for bytes in [Codestreams.jpegLSPlanes, Codestreams.jpegLSPixels] {
            #expect(try Codestreams.numbers(decode(bytes, dataSet, .jpegLSLossless)) == Codestreams.colour)
        }
    }

    /// CharLS alone does not end on some of these.
    @Test func oneCutAnywhereIsAnError() {
        let whole = Codestreams.jpegLS12
        // The last byte before the marker of two may be all padding.
        for length in 0..<whole.readableBytes - 3 {
            #expect(throws: PixelError.self, "cut at \(length)") {
                _ = try decode(Codestreams.cut(whole, to: length), Codestreams.monochromeImage(), .jpegLSLossless)
            }
        }
    }

    @Test(arguments: Codestreams.contradictions + [Codestreams.missingSign])
    func theHeaderMustAgreeWithTheDataSet(dataSet: DataSet, error: PixelError) {
        #expect(throws: error) { try Frame(decoding: Codestreams.jpegLS12, PixelDescription(dataSet), .jpegLSLossless) }
    }

    /// 39 bytes that ask for four billion samples.
    @Test func aBombIsRefusedBeforeTheLibrarySeesIt() throws {
        let frame = Codestreams.offset(of: 0xFFF7, in: Codestreams.jpegLS12) + 5
        let bomb = Codestreams.changed(Codestreams.jpegLS12, at: frame, to: [0xFF, 0xFF, 0xFF, 0xFF])
        let short = Codestreams.cut(bomb, to: 39)
        #expect(throws: PixelError.mismatch(.rows, expected: 13, found: 65_535)) {
            try Frame(decoding: short, PixelDescription(Codestreams.monochromeImage()), .jpegLSLossless)
        }
        let agreeing = try PixelDescription(image(rows: 65_535, columns: 8192, allocated: 8))
        #expect(throws: PixelError.self) { try Frame(decoding: short, agreeing, .jpegLSLossless) }
    }

    @Test func mappingTablesAndRestartsAreAnotherForm() throws {
        for segment: [UInt8] in [[0xFF, 0xF8, 0, 5, 2, 0, 0], [0xFF, 0xDD, 0, 4, 0, 4]] {
            var bytes = ByteBuffer(bytes: [0xFF, 0xD8] + segment)
            bytes.writeBytes(Codestreams.jpegLS12.readableBytesView.dropFirst(2))
            let description = try PixelDescription(Codestreams.monochromeImage())
            let error = #expect(throws: PixelError.self) { try Frame(decoding: bytes, description, .jpegLSLossless) }
            guard case .unsupportedForm = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }
}
