package import DICOM
import NIOCore

/// Which transfer syntaxes are decoded, and by what: the one table.
///
/// Decoders of our own are safe Swift, and run where they are called. The others only check what a codestream says of
/// itself; the library does its work elsewhere, as a ``LibraryJob``.
package enum Codec {
    /// What a decoder has at hand beside the bytes and their description.
    struct Circumstances: Sendable {
        var libraries: any LibraryRunner
        /// How often the size may be halved, where the syntax holds smaller sizes.
        var reduce = 0
    }

    typealias Decoder = @Sendable (ByteBuffer, PixelDescription, Circumstances) throws(PixelError) -> Frame

    static let decoders: [TransferSyntax: Decoder] = [
        .implicitVRLittleEndian: own(Native.decode),
        .explicitVRLittleEndian: own(Native.decode),
        .deflatedExplicitVRLittleEndian: own(Native.decode),
        .explicitVRBigEndian: own(Native.decodeBigEndian),
        .rleLossless: own(RLE.decode),
        .deflatedImageFrame: own(DeflatedFrame.decode),
        .jpegBaseline8Bit: JPEGBaseline.decode,
        .jpegExtended12Bit: JPEGExtended.decode,
        .jpegLossless: own(JPEGLossless.decode),
        .jpegLosslessFirstOrder: own(JPEGLossless.decode),
        .jpegLSLossless: JPEGLS.decode,
        .jpegLSNearLossless: JPEGLS.decode,
        .jpeg2000Lossless: JPEG2000.decode,
        .jpeg2000: JPEG2000.decode,
        .htj2kLossless: JPEG2000.decode,
        .htj2kLosslessRPCL: JPEG2000.decode,
        .htj2k: JPEG2000.decode,
        .jpegXLLossless: JPEGXL.decode,
        .jpegXLJPEGRecompression: JPEGXL.decodeRecompressed,
        .jpegXL: JPEGXL.decode,
    ]

    /// A decoder that needs no library.
    private static func own(
        _ decode: @Sendable @escaping (ByteBuffer, PixelDescription) throws(PixelError) -> Frame
    ) -> Decoder {
        { (bytes, description, _) throws(PixelError) in try decode(bytes, description) }
    }

    package static func isSupported(_ transferSyntax: TransferSyntax) -> Bool { decoders[transferSyntax] != nil }

    /// True of the decoded syntaxes that always lose: what was decoded from them is lossy from then on.
    static func isLossy(_ transferSyntax: TransferSyntax) -> Bool {
        transferSyntax == .jpegBaseline8Bit || transferSyntax == .jpegExtended12Bit
    }
}
