import DICOM
import NIOCore

/// Deflated Image Frame Compression (PS3.5 §A.4.13): the native frame, deflated (RFC 1951).
enum DeflatedFrame {
    static func decode(_ bytes: ByteBuffer, _ description: PixelDescription) throws(PixelError) -> Frame {
        // Deflate makes at most 258 bytes of two bits.
        let least = description.frameLength / 1032
        guard least <= bytes.readableBytes else { throw .truncated(expected: least, found: bytes.readableBytes) }
        return try Frame(description, inflated(bytes, to: description.frameLength))
    }

    /// As many bytes as there are, and not many more than asked for: what follows is padding.
    private static func inflated(_ bytes: ByteBuffer, to length: Int) throws(PixelError) -> ByteBuffer {
        var native = ByteBuffer()
        do throws(DataError) {
            var inflater = try Inflater(limits: DecodingLimits(maximumInflatedLength: .max, freelyInflatedLength: .max))
            inflater.feed(bytes)
            while native.readableBytes < length, let more = try inflater.next() {
                native.writeImmutableBuffer(more)
            }
        } catch {
            throw .damaged("deflated frame: \(error.reason)")
        }
        return native
    }
}
