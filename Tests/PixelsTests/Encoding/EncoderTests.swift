import DICOM
import NIOCore
import Testing

@testable import Pixels

@Suite struct EncoderTests {
    @Test func eachSyntaxIsLosslessAndEncapsulated() {
        #expect(Encoder.syntaxes.count == 6)
        #expect(Encoder.syntaxes.allSatisfy { $0.isEncapsulated && !$0.isLossy })
    }

    /// What each kind of sample can be put into: all, RLE alone, nothing.
    @Test(arguments: [
        ("MONOCHROME2", 8, 8, 6), ("MONOCHROME2", 16, 12, 6), ("MONOCHROME1", 16, 16, 6), ("PALETTE COLOR", 8, 8, 6),
        ("RGB", 8, 8, 6), ("RGB", 16, 16, 6), ("YBR_FULL", 8, 8, 6), ("MONOCHROME2", 32, 32, 1), ("RGB", 32, 32, 1),
        ("MONOCHROME2", 32, 16, 6), ("MONOCHROME2", 1, 1, 0), ("MONOCHROME2", 8, 1, 1), ("YBR_FULL_422", 8, 8, 0),
        ("YBR_PARTIAL_422", 8, 8, 0),
    ])
    func theTargetsFollowFromTheSamples(_ photometric: String, _ allocated: Int, _ stored: Int, _ count: Int) throws {
        let description = try PixelDescription(image(photometric, columns: 4, allocated: allocated, stored: stored))
        #expect(Encoder.syntaxes(for: description).count == count)
        #expect(count != 1 || Encoder.syntaxes(for: description) == [.rleLossless])
    }

    @Test func halvedChrominanceIsGoneOnceItIsDecoded() throws {
        let description = try PixelDescription(image("YBR_FULL_422", columns: 4, allocated: 8))
        #expect(Encoder.syntaxes(for: description, storedAs: .jpegBaseline8Bit) == Encoder.syntaxes)
        #expect(Encoder.syntaxes(for: description, storedAs: .explicitVRLittleEndian).isEmpty)
    }

    /// Overlay Bit Position, whether there is Overlay Data, High Bit of 12 stored in 16 bits, and whether that is an
    /// overlay in unused bits.
    @Test(arguments: [
        (12, false, 11, true), (15, false, 11, true), (0, false, 15, true), (3, false, 15, true), (0, false, 11, false),
        (11, false, 11, false), (4, false, 15, false), (16, false, 11, false), (12, true, 11, false),
        (0, true, 15, false),
    ])
    func overlaysInUnusedBitsAreKeptOrNotEncoded(_ position: Int, _ hasData: Bool, _ high: Int, _ isOne: Bool) throws {
        var dataSet = image(columns: 4, allocated: 16, stored: 12, high: high)
        dataSet.set(Tag(0x6002, 0x0102), .US, integers: position)
        if hasData { dataSet.set(Tag(0x6002, 0x3000), .OW, bytes: words([5])) }
        let description = try PixelDescription(dataSet)
        #expect(Encoder.syntaxes(for: description) == (isOne ? [.rleLossless] : Encoder.syntaxes))
        let frame = try Frame(description, words([0x1234, 0xF00F, 0x8001, 0xFFFF]))
        let rle = try Encoder.encode(frame, as: .rleLossless)
        #expect(try Frame(decoding: rle.bytes, rle.description, .rleLossless).bytes == frame.bytes)
        guard isOne else { return }
        for syntax in Encoder.syntaxes where syntax != .rleLossless {
            #expect(throws: PixelError.unsupportedForm("12 of 16 bits in \(syntax.name)")) {
                try Encoder.encode(frame, as: syntax, by: LocalLibraries())
            }
        }
    }

    @Test func bitsBesideTheStoredOnesAreNoPartOfTheSample() throws {
        for (high, samples) in [(11, [0x1234, 0xF00F, 0x8001, 0x0FFF]), (15, [0x2345, 0x00F0, 0x0011, 0xFFFC])] {
            let dataSet = image(columns: 4, allocated: 16, stored: 12, high: high)
            let frame = try Frame(PixelDescription(dataSet), words(samples))
            for syntax in Encoder.syntaxes where syntax != .rleLossless {
                let coded = try Encoder.encode(frame, as: syntax, by: LocalLibraries())
                let back = try Frame(decoding: coded.bytes, coded.description, syntax, by: LocalLibraries())
                #expect(back.bytes == words([0x234, 0x00F, 0x001, 0xFFF]))
            }
        }
    }

    @Test func whatASyntaxCannotHoldIsRefused() throws {
        let description = try PixelDescription(image(columns: 2, allocated: 32))
        let frame = try Frame(description, ByteBuffer(repeating: 1, count: 8))
        for syntax in Encoder.syntaxes where syntax != .rleLossless {
            #expect(throws: PixelError.self) { try Encoder.encode(frame, as: syntax) }
        }
        #expect(throws: PixelError.unsupported(transferSyntax: .jpegBaseline8Bit)) {
            try Encoder.encode(frame, as: .jpegBaseline8Bit)
        }
    }

    /// The codestreams' own headers: size, components and precision, which JPEG 2000 says with the sign.
    @Test(arguments: [(12, false), (12, true), (16, true), (7, false)])
    func theHeadersSayWhatTheSamplesAre(_ stored: Int, _ isSigned: Bool) throws {
        let dataSet = image(rows: 70, columns: 130, allocated: 16, stored: stored, isSigned: isSigned)
        let description = try PixelDescription(dataSet)
        let frame = try Frame(description, words((0..<9100).map { $0 * 37 & (1 << stored - 1) }))

        let jpegLS = try Encoder.encode(frame, as: .jpegLSLossless, by: LocalLibraries())
        #expect(jpegLS.bytes.getBytes(at: 0, length: 4) == [0xFF, 0xD8, 0xFF, 0xF7])
        #expect(jpegLS.bytes.getInteger(at: 6, as: UInt8.self) == UInt8(stored))
        #expect(jpegLS.bytes.getInteger(at: 7, as: UInt16.self) == 70)
        #expect(jpegLS.bytes.getInteger(at: 9, as: UInt16.self) == 130)

        for syntax in [TransferSyntax.jpeg2000Lossless, .htj2kLossless, .htj2kLosslessRPCL] {
            let encoded = try Encoder.encode(frame, as: syntax, by: LocalLibraries())
            #expect(encoded.bytes.getInteger(at: 0, as: UInt32.self) == 0xFF4F_FF51)
            #expect(encoded.bytes.getInteger(at: 8, as: UInt32.self) == 130)
            #expect(encoded.bytes.getInteger(at: 12, as: UInt32.self) == 70)
            #expect(encoded.bytes.getInteger(at: 42, as: UInt8.self) == UInt8(stored - 1 | (isSigned ? 0x80 : 0)))
            #expect(encoded.description.bits.allocated == (stored <= 8 ? 8 : 16))
            #expect(encoded.description.bits.stored == stored)
        }
    }

    @Test func colourGoesThroughTheReversibleTransform() throws {
        let description = try PixelDescription(image("RGB", rows: 8, columns: 8, allocated: 8))
        let frame = try Frame(description, ByteBuffer(bytes: (0..<192).map { UInt8($0) }))
        for syntax in [TransferSyntax.jpeg2000Lossless, .htj2kLossless] {
            #expect(
                try Encoder.encode(frame, as: syntax, by: LocalLibraries()).description.photometricInterpretation
                    == .ybrRCT
            )
        }
        for syntax in [TransferSyntax.jpegLSLossless, .jpegLosslessFirstOrder, .rleLossless] {
            #expect(
                try Encoder.encode(frame, as: syntax, by: LocalLibraries()).description.photometricInterpretation
                    == .rgb
            )
        }
    }

    /// Side to halvings: until 64 are left (PS3.5 §10.18).
    @Test(arguments: [(1, 0), (64, 0), (65, 1), (128, 1), (129, 2), (512, 3), (2500, 6), (65_535, 10)])
    func theSmallestResolutionIsAtMost64(_ side: Int, _ count: Int) {
        #expect(HTJ2KEncoder.decompositions(rows: side, columns: 1) == count)
        #expect(HTJ2KEncoder.decompositions(rows: 1, columns: side) == count)
    }
}
