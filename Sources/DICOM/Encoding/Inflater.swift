import CZlib
package import NIOCore

/// Inflates raw deflate as it arrives (RFC 1951, PS3.5 §A.5), never beyond its limits.
///
/// A copy goes on from where the original was.
package struct Inflater {
    /// No more than this comes of one ``next()``.
    package static let outputLength = 64 << 10

    private var stream: Stream
    private var input = ByteBuffer()
    private var received = 0
    private var produced = 0
    private let limits: DecodingLimits
    /// True when the deflated data ended; what was fed after that is ignored.
    package private(set) var isFinished = false
    /// Bytes that came after the end.
    package private(set) var trailing = 0

    package init(limits: DecodingLimits = .default) throws(DataError) {
        guard let stream = Stream() else { throw DataError(reason: .invalidDeflate) }
        self.stream = stream
        self.limits = limits
    }

    /// Takes more deflated bytes; ``next()`` must have given nil before.
    package mutating func feed(_ bytes: ByteBuffer) {
        if isFinished {
            trailing += bytes.readableBytes
            return
        }
        received += bytes.readableBytes
        if input.readableBytes == 0 {
            input = bytes
        } else {
            input.writeImmutableBuffer(bytes)
        }
    }

    /// The next inflated bytes; nil when more must be fed first, or nothing is left.
    package mutating func next() throws(DataError) -> ByteBuffer? {
        guard !isFinished else { return nil }
        if !isKnownUniquelyReferenced(&stream) {
            guard let copy = Stream(copying: stream) else { throw DataError(reason: .invalidDeflate) }
            stream = copy
        }
        var output = ByteBufferAllocator().buffer(capacity: Self.outputLength)
        let status = stream.inflate(&input, into: &output)
        produced += output.readableBytes
        switch status {
        case Z_STREAM_END:
            isFinished = true
            trailing = input.readableBytes
            input = ByteBuffer()
        case Z_OK, Z_BUF_ERROR: break
        default: throw DataError(reason: .invalidDeflate, offset: produced)
        }
        let allowed = max(limits.freelyInflatedLength, limits.maximumInflatedRatio.multiplied(by: received))
        guard produced <= min(allowed, limits.maximumInflatedLength) else {
            throw DataError(reason: .tooLarge, offset: produced)
        }
        return output.readableBytes > 0 ? output : nil
    }
}

extension Int {
    /// The product, or the greatest number where it is too large for one.
    fileprivate func multiplied(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}

/// A `z_stream`: zlib keeps its address, so it lies in memory of its own.
private final class Stream {
    private let pointer: UnsafeMutablePointer<z_stream>

    init?() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: z_stream())
        // Negative: raw deflate, without the header of zlib.
        let status = inflateInit2_(pointer, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return nil }
    }

    init?(copying other: Stream) {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: z_stream())
        guard inflateCopy(pointer, other.pointer) == Z_OK else { return nil }
    }

    deinit {
        inflateEnd(pointer)
        pointer.deallocate()
    }

    /// Inflates what fits into the capacity of `output`.
    func inflate(_ input: inout ByteBuffer, into output: inout ByteBuffer) -> CInt {
        var status = Z_OK
        input.readWithUnsafeReadableBytes { bytes in
            // zlib does not write there: its header lacks the `const` only for old compilers.
            pointer.pointee.next_in = UnsafeMutablePointer(
                mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            )
            pointer.pointee.avail_in = UInt32(clamping: bytes.count)
            let given = pointer.pointee.avail_in
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: Inflater.outputLength) { room in
                pointer.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
                pointer.pointee.avail_out = UInt32(clamping: min(room.count, Inflater.outputLength))
                let before = pointer.pointee.avail_out
                status = CZlib.inflate(pointer, Z_NO_FLUSH)
                return Int(before - pointer.pointee.avail_out)
            }
            return Int(given - pointer.pointee.avail_in)
        }
        return status
    }
}
