import DICOM
import NIOCore

/// JPEG-LS, lossless and near-lossless (PS3.5 §A.4.3; ITU-T T.87), by CharLS.
enum JPEGLS {
    /// The samples by pixel, whatever the interleaving was. No colour is converted, and no sign is known: the data set
    /// says what they mean.
    static func decode(
        _ bytes: ByteBuffer,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        let header = try JPEGLSHeader(bytes)
        try header.frame.check(against: description)
        guard header.frame.components.allSatisfy({ $0.horizontalSampling == 1 && $0.verticalSampling == 1 }) else {
            throw .unsupportedForm("JPEG-LS with subsampled components")
        }
        // A line takes a bit at least, however long its runs are.
        let least = description.rows / 8
        guard least <= bytes.readableBytes else { throw .truncated(expected: least, found: bytes.readableBytes) }
        var decoded = description
        decoded.planarConfiguration = .byPixel
        // Every sample is coded, so nothing is subsampled here.
        if description.photometricInterpretation == .ybrFull422 { decoded.photometricInterpretation = .ybrFull }
        decoded.bits = description.bits.lowered(to: header.frame.precision)
        let raster = Raster(decoded, precision: header.frame.precision)
        return try Frame(decoded, circumstances.libraries.run(.decoding(raster, by: .jpegLS), on: bytes))
    }
}
