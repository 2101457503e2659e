import CodecShims
import DICOM
import NIOCore

/// JPEG Baseline, and JPEG Extended of eight bits (PS3.5 §A.4.1), by libjpeg-turbo.
enum JPEGBaseline {
    /// Samples that one byte can stand for: a block of 64 takes a bit at least, and may be half as wide and high.
    static let maximumExpansion = 2048

    /// The samples by pixel, and colour as RGB: YCbCr of a lossy frame has no exact native form worth keeping, and
    /// RGB is what readers of native pixels are sure to draw.
    static func decode(_ bytes: ByteBuffer, _ description: PixelDescription) throws(PixelError) -> Frame {
        let least = description.frameLength / maximumExpansion
        guard least <= bytes.readableBytes else { throw .truncated(expected: least, found: bytes.readableBytes) }
        let header = try readHeader(bytes)
        try check(header, against: description)
        var decoded = description
        decoded.planarConfiguration = .byPixel
        decoded.bits = description.bits.allocated == 8 ? description.bits : .eight
        if decoded.samplesPerPixel == 3 { decoded.photometricInterpretation = .rgb }
        let samples = try decode(bytes, length: decoded.frameLength, toRGB: isYCbCr(header, description))
        return try Frame(decoded, samples)
    }

    /// Whether the components are YCbCr. The library's own guess would take RGB without a marker for YCbCr.
    static func isYCbCr(_ header: shim_jpeg_header, _ description: PixelDescription) -> Bool {
        let names = header.component_ids
        return JPEGColor.isYCbCr(
            names: [names.0, names.1, names.2, names.3].prefix(Int(header.components)),
            adobeTransform: header.adobe_transform < 0 ? nil : UInt8(truncatingIfNeeded: header.adobe_transform),
            description.photometricInterpretation
        )
    }

    private static func check(_ header: shim_jpeg_header, against description: PixelDescription) throws(PixelError) {
        guard header.precision == 8 else { throw unsupported(header.precision) }
        try compare(.rows, description.rows, header.height)
        try compare(.columns, description.columns, header.width)
        try compare(.samplesPerPixel, description.samplesPerPixel, header.components)
        guard description.bits.stored <= 8 else {
            throw .mismatch(.bitsStored, expected: description.bits.stored, found: 8)
        }
    }

    private static func unsupported(_ precision: Int32) -> PixelError {
        .unsupportedForm("JPEG of \(precision) bits")
    }

    private static func compare(_ tag: Tag, _ expected: Int, _ found: some BinaryInteger) throws(PixelError) {
        guard expected == found else { throw .mismatch(tag, expected: expected, found: Int(clamping: found)) }
    }

    private static func readHeader(_ bytes: ByteBuffer) throws(PixelError) -> shim_jpeg_header {
        var header = shim_jpeg_header()
        do throws(PixelError) {
            try Shim.call { message in
                bytes.withUnsafeReadableBytes { source in
                    let start = source.bindMemory(to: UInt8.self).baseAddress
                    return shim_jpeg_read_header(start, source.count, &header, message)
                }
            } failure: {
                .damaged($0)
            }
        } catch {
            throw [0, 8].contains(header.precision) ? error : unsupported(header.precision)
        }
        return header
    }

    private static func decode(_ bytes: ByteBuffer, length: Int, toRGB: Bool) throws(PixelError) -> ByteBuffer {
        var samples = ByteBuffer()
        try Shim.call { message in
            var result: CInt = -1
            _ = bytes.withUnsafeReadableBytes { source in
                samples.writeWithUnsafeMutableBytes(minimumWritableBytes: length) { target in
                    let start = source.bindMemory(to: UInt8.self).baseAddress
                    let output = target.bindMemory(to: UInt8.self).baseAddress
                    result = shim_jpeg_decode(start, source.count, toRGB, output, length, message)
                    return result == 0 ? length : 0
                }
            }
            return result
        } failure: {
            .damaged($0)
        }
        return samples
    }
}
