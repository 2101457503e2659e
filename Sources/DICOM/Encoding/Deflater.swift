import CZlib
import NIOCore

/// Deflates a data set that is at hand in whole (RFC 1951, PS3.5 §A.5).
enum Deflater {
    private static let outputLength = 64 << 10

    /// Raw deflate, with a zero behind it where that makes the length even.
    static func deflate(_ bytes: ByteBuffer) throws(DataError) -> ByteBuffer {
        var stream = z_stream()
        let status = deflateInit2_(
            &stream,
            Z_DEFAULT_COMPRESSION,
            Z_DEFLATED,
            // Negative: raw deflate, without the header of zlib.
            -MAX_WBITS,
            MAX_MEM_LEVEL,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK else { throw DataError(reason: .invalidDeflate) }
        defer { deflateEnd(&stream) }
        var output = ByteBuffer()
        let isComplete = bytes.withUnsafeReadableBytes { input in
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.avail_in = UInt32(clamping: input.count)
            return drain(&stream, into: &output)
        }
        guard isComplete else { throw DataError(reason: .invalidDeflate) }
        if !output.readableBytes.isMultiple(of: 2) { output.writeInteger(UInt8(0)) }
        return output
    }

    private static func drain(_ stream: inout z_stream, into output: inout ByteBuffer) -> Bool {
        var status = Z_OK
        while status == Z_OK {
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: outputLength) { room in
                stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = UInt32(clamping: room.count)
                let before = stream.avail_out
                status = CZlib.deflate(&stream, Z_FINISH)
                return Int(before - stream.avail_out)
            }
        }
        return status == Z_STREAM_END
    }
}
