import CodecShims
package import NIOCore

extension Picture {
    /// A PNG of 8 bits, grey or RGB.
    package func png() throws(PixelError) -> ByteBuffer {
        var bytes = shim_bytes()
        defer { shim_bytes_free(&bytes) }
        try Shim.call { message in
            samples.withUnsafeBufferPointer { source in
                shim_png_encode(
                    source.baseAddress,
                    UInt32(width),
                    UInt32(height),
                    CInt(components),
                    &bytes,
                    message
                )
            }
        } failure: {
            .notEncoded($0)
        }
        return ByteBuffer(bytes: UnsafeRawBufferPointer(start: bytes.data, count: bytes.count))
    }
}
