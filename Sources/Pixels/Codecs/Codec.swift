package import DICOM
import NIOCore

/// Which transfer syntaxes are decoded, and by what.
package enum Codec {
    typealias Decoder = @Sendable (ByteBuffer, PixelDescription) throws(PixelError) -> Frame

    static let decoders: [TransferSyntax: Decoder] = [
        .implicitVRLittleEndian: Native.decode,
        .explicitVRLittleEndian: Native.decode,
        .deflatedExplicitVRLittleEndian: Native.decode,
        .explicitVRBigEndian: Native.decodeBigEndian,
        .rleLossless: RLE.decode,
        .jpegBaseline8Bit: JPEGBaseline.decode,
        .jpegExtended12Bit: JPEGExtended.decode,
        .jpegLossless: JPEGLossless.decode,
        .jpegLosslessFirstOrder: JPEGLossless.decode,
    ]

    package static func isSupported(_ transferSyntax: TransferSyntax) -> Bool { decoders[transferSyntax] != nil }

    /// True of the decoded syntaxes that always lose: what was decoded from them is lossy from then on.
    static func isLossy(_ transferSyntax: TransferSyntax) -> Bool {
        transferSyntax == .jpegBaseline8Bit || transferSyntax == .jpegExtended12Bit
    }
}
