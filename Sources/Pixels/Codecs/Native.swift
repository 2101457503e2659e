import NIOCore

/// Pixels without compression (PS3.5 §8.1): only the length can be wrong.
enum Native {
    static func decode(_ bytes: ByteBuffer, _ description: PixelDescription) throws(PixelError) -> Frame {
        try Frame(description, bytes)
    }

    /// Big-endian values are swapped by the width of their VR, which of OW is two: numbers of 32 bits come with their
    /// halves exchanged.
    static func decodeBigEndian(_ bytes: ByteBuffer, _ description: PixelDescription) throws(PixelError) -> Frame {
        let frame = try Frame(description, bytes)
        guard description.bits.kind == .integer, description.bits.allocated == 32 else { return frame }
        var source = frame.bytes
        var swapped = ByteBuffer()
        swapped.reserveCapacity(source.readableBytes)
        while let pattern = source.readInteger(endianness: .little, as: UInt32.self) {
            swapped.writeInteger(pattern >> 16 | pattern << 16, endianness: .little)
        }
        return try Frame(description, swapped)
    }
}
