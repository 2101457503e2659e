import DICOM
import NIOCore
import Testing

@testable import Pixels

@Suite struct EncoderTests {
    @Test func eachSyntaxIsLosslessAndEncapsulated() {
        #expect(Encoder.syntaxes.count == 5)
        #expect(Encoder.syntaxes.allSatisfy { $0.isEncapsulated && !$0.isLossy })
    }

    /// What each kind of sample can be put into: all, RLE alone, nothing.
    @Test(arguments: [
        ("MONOCHROME2", 8, 8, 5), ("MONOCHROME2", 16, 12, 5), ("MONOCHROME1", 16, 16, 5), ("PALETTE COLOR", 8, 8, 5),
        ("RGB", 8, 8, 5), ("RGB", 16, 16, 5), ("YBR_FULL", 8, 8, 5), ("MONOCHROME2", 32, 32, 1), ("RGB", 32, 32, 1),
        ("MONOCHROME2", 32, 16, 5), ("MONOCHROME2", 1, 1, 0), ("MONOCHROME2", 8, 1, 1), ("YBR_FULL_422", 8, 8, 0),
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
        for syntax in [TransferSyntax.jpegLSLossless, .rleLossless] {
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
