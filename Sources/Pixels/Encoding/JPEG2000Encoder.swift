import DICOM
import NIOCore

/// JPEG 2000 without loss (PS3.5 §A.4.4), by OpenJPEG; RGB through the reversible transform.
enum JPEG2000Encoder {
    static func takes(_ description: PixelDescription) -> Bool { CodedSamples.exist(for: description) }

    static func encode(_ frame: Frame, _ libraries: any LibraryRunner) throws(PixelError) -> EncodedFrame {
        let samples = try CodedSamples(frame)
        let options = LibraryJob.Options(hasColorTransform: samples.isRGB)
        let bytes = try libraries.run(.encoding(samples.raster, by: .jpeg2000, options), on: samples.bytes)
        return EncodedFrame(description: samples.transformed, bytes: bytes)
    }
}
