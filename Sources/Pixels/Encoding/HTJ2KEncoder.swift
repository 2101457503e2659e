import DICOM
import NIOCore

/// High-Throughput JPEG 2000 without loss (PS3.5 §A.4.12), by OpenJPH's encoder.
enum HTJ2KEncoder {
    static func takes(_ description: PixelDescription) -> Bool { CodedSamples.exist(for: description) }

    static func encode(_ frame: Frame, _ libraries: any LibraryRunner) throws(PixelError) -> EncodedFrame {
        let samples = try CodedSamples(frame)
        let options = LibraryJob.Options(
            hasColorTransform: samples.isRGB,
            decompositions: decompositions(rows: samples.raster.rows, columns: samples.raster.columns)
        )
        let bytes = try libraries.run(.encoding(samples.raster, by: .htj2k, options), on: samples.bytes)
        return EncodedFrame(description: samples.transformed, bytes: bytes)
    }

    /// The same with the marker that tells each tile's length, which the RPCL syntax asks for (PS3.5 §A.4.12).
    static func encodeRPCL(_ frame: Frame, _ libraries: any LibraryRunner) throws(PixelError) -> EncodedFrame {
        let encoded = try encode(frame, libraries)
        guard let bytes = TilePartLengths.inserted(into: encoded.bytes) else {
            throw .notEncoded("No tile in the codestream")
        }
        return EncodedFrame(description: encoded.description, bytes: bytes)
    }

    /// The least side that the smallest resolution must not exceed in the RPCL syntax.
    private static let smallestSide = 64

    /// How often the image is halved until both sides are that short.
    static func decompositions(rows: Int, columns: Int) -> Int {
        var (side, count) = (max(rows, columns), 0)
        while side > smallestSide {
            side = (side &+ 1) / 2
            count &+= 1
        }
        return count
    }
}
