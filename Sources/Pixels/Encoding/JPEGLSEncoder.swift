import DICOM
import NIOCore

/// JPEG-LS Lossless (PS3.5 §A.4.3), by CharLS.
///
/// The codestream knows no sign: it holds the patterns of the stored bits, which Pixel Representation reads.
enum JPEGLSEncoder {
    static func takes(_ description: PixelDescription) -> Bool { CodedSamples.exist(for: description) }

    static func encode(_ frame: Frame, _ libraries: any LibraryRunner) throws(PixelError) -> EncodedFrame {
        let samples = try CodedSamples(frame)
        let bytes = try libraries.run(.encoding(samples.raster, by: .jpegLS), on: samples.bytes)
        return EncodedFrame(description: samples.description, bytes: bytes)
    }
}
