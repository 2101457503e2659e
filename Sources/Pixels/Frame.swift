package import DICOM
package import NIOCore

/// One frame in native form: the samples as Explicit VR Little Endian has them, and what they are (PS3.5 §8).
package struct Frame: Sendable {
    /// What ``bytes`` hold, which is what the data set must say when they replace the encapsulated frame: after
    /// decoding JPEG, for one, the Photometric Interpretation is RGB.
    package let description: PixelDescription
    /// The samples, little-endian, exactly ``PixelDescription/frameLength`` bytes; one-bit samples packed from the
    /// lowest bit on.
    package let bytes: ByteBuffer

    /// Decodes one frame.
    ///
    /// - Parameters:
    ///   - bytes: Of a native syntax, the frame's part of Pixel Data, little-endian and beginning at its first bit.
    ///     Of an encapsulated one, its fragments joined.
    ///   - description: what the data set says.
    ///   - libraries: does what is not done here.
    ///   - reduce: how often the size is to be halved, as far as the codestream holds smaller ones (JPEG 2000). What came
    ///     of it is said by the frame's ``description``.
    package init(
        decoding bytes: ByteBuffer,
        _ description: PixelDescription,
        _ transferSyntax: TransferSyntax,
        by libraries: any LibraryRunner = NoLibraries(),
        reduce: Int = 0
    ) throws(PixelError) {
        guard let decode = Codec.decoders[transferSyntax] else {
            throw .unsupported(transferSyntax: transferSyntax)
        }
        guard description.photometricInterpretation != .ybrPartial422 || !transferSyntax.isEncapsulated else {
            // No decoder knows its range, and each would draw it with another one.
            throw .unsupportedForm("YBR_PARTIAL_422 in a compressed form")
        }
        self = try decode(bytes, description, Codec.Circumstances(libraries: libraries, reduce: reduce))
    }

    /// Samples that a decoder made; those beyond the frame are cut off.
    init(_ description: PixelDescription, _ bytes: ByteBuffer) throws(PixelError) {
        let length = description.frameLength
        guard let frame = bytes.getSlice(at: bytes.readerIndex, length: length) else {
            throw .truncated(expected: length, found: bytes.readableBytes)
        }
        self.description = description
        self.bytes = frame
    }
}
