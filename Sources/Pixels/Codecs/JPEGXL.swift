import DICOM
import NIOCore

/// JPEG XL (PS3.5 §A.4.12 to §A.4.14; ISO/IEC 18181), by libjxl.
enum JPEGXL {
    /// The samples by pixel. Colour that the codec transformed, as it does for what may lose, comes as RGB.
    static func decode(
        _ bytes: ByteBuffer,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        let header = try JPEGXLHeader(bytes)
        try header.check(against: description)
        try DecodingBounds.check(description.frameLength, of: bytes.readableBytes)
        var decoded = description
        decoded.planarConfiguration = .byPixel
        decoded.bits = description.bits.lowered(to: header.precision)
        let isTransformed = header.isTransformed && description.samplesPerPixel == 3
        if isTransformed || description.photometricInterpretation == .xyb { decoded.photometricInterpretation = .rgb }
        // Every sample is coded, so nothing is subsampled here.
        if decoded.photometricInterpretation == .ybrFull422 { decoded.photometricInterpretation = .ybrFull }
        let raster = Raster(decoded, precision: header.precision)
        return try Frame(decoded, circumstances.libraries.run(.decoding(raster, by: .jpegXL), on: bytes))
    }

    /// The samples of a recompressed JPEG, which are what the JPEG's are: RGB, where they are of colours.
    static func decodeRecompressed(
        _ bytes: ByteBuffer,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        var description = description
        if description.samplesPerPixel == 3 { description.photometricInterpretation = .rgb }
        return try decode(bytes, description, circumstances)
    }
}
