import DICOM
import NIOCore

/// JPEG Baseline, and JPEG Extended of eight bits (PS3.5 §A.4.1), by libjpeg-turbo.
enum JPEGBaseline {
    static let precision = 8
    /// Samples that one byte can stand for: a block of 64 takes a bit at least, and may be half as wide and high.
    static let maximumExpansion = 2048

    static func decode(
        _ bytes: ByteBuffer,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        try decode(bytes, JPEGCodestream(bytes), description, circumstances)
    }

    /// The samples by pixel, and colour as RGB: YCbCr of a lossy frame has no exact native form worth keeping, and
    /// RGB is what readers of native pixels are sure to draw.
    static func decode(
        _ bytes: ByteBuffer,
        _ codestream: JPEGCodestream,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        let least = description.frameLength / maximumExpansion
        guard least <= bytes.readableBytes else { throw .truncated(expected: least, found: bytes.readableBytes) }
        try check(codestream.frame, against: description)
        var decoded = description
        decoded.planarConfiguration = .byPixel
        decoded.bits = try eight(description.bits)
        if decoded.samplesPerPixel == 3 { decoded.photometricInterpretation = .rgb }
        let isYCbCr = JPEGColor.isYCbCr(
            names: codestream.frame.components.map(\.identifier),
            adobeTransform: codestream.adobeTransform,
            description.photometricInterpretation
        )
        let raster = Raster(decoded, precision: precision)
        let job = LibraryJob.decoding(raster, by: .jpeg, option: isYCbCr ? 1 : 0)
        return try Frame(decoded, circumstances.libraries.run(job, on: bytes))
    }

    /// The same samples in one byte each. Unsigned ones of fewer bits take all eight, since quantisation may go beyond theirs;
    /// signed ones have their sign where the data set says.
    private static func eight(_ bits: SampleBits) throws(PixelError) -> SampleBits {
        guard bits.allocated != 8 else { return bits }
        guard bits.isSigned else { return try SampleBits(allocated: 8) }
        return try SampleBits(allocated: 8, stored: bits.stored, high: bits.high, isSigned: true)
    }

    private static func check(_ frame: JPEGFrameHeader, against description: PixelDescription) throws(PixelError) {
        guard frame.precision == precision else { throw .unsupportedForm("JPEG of \(frame.precision) bits") }
        try compare(.rows, description.rows, frame.lines)
        try compare(.columns, description.columns, frame.samplesPerLine)
        try compare(.samplesPerPixel, description.samplesPerPixel, frame.components.count)
        guard description.bits.kind == .integer, description.bits.stored <= precision else {
            throw .mismatch(.bitsStored, expected: description.bits.stored, found: precision)
        }
    }

    private static func compare(_ tag: Tag, _ expected: Int, _ found: Int) throws(PixelError) {
        guard expected == found else { throw .mismatch(tag, expected: expected, found: found) }
    }
}
