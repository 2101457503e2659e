import NIOCore

/// RLE Lossless (PS3.5 Annex G): PackBits segments, one for each byte of a sample, the most significant first.
enum RLE {
    /// Bytes of the header: how many segments, and where each begins (PS3.5 §G.5).
    static let headerLength = 64
    static let maximumSegments = 15

    /// The samples by pixel, whatever the Planar Configuration was. No colour is converted: YBR stays YBR.
    static func decode(_ bytes: ByteBuffer, _ description: PixelDescription) throws(PixelError) -> Frame {
        var description = description
        description.planarConfiguration = .byPixel
        if description.photometricInterpretation == .ybrFull422 {
            // Each segment is a whole plane, so nothing is subsampled here.
            description.photometricInterpretation = .ybrFull
        }
        let sampleBytes = description.bits.bytes
        let stride = sampleBytes &* description.samplesPerPixel
        // PackBits makes at most 128 bytes of two.
        guard description.frameLength / 64 <= bytes.readableBytes else {
            throw .truncated(expected: description.frameLength / 64, found: bytes.readableBytes)
        }
        let segments = try segmentTable(bytes, expected: stride)
        var samples = [UInt8](repeating: 0, count: description.frameLength)
        for (index, segment) in segments.enumerated() {
            let (sample, byte) = index.quotientAndRemainder(dividingBy: sampleBytes)
            let first = sample &* sampleBytes &+ (sampleBytes &- 1 &- byte)
            try unpack(
                bytes.readableBytesUInt8Span.extracting(segment),
                into: &samples,
                from: first,
                stride: stride
            )
        }
        return try Frame(description, ByteBuffer(bytes: samples))
    }

    /// Where the segments lie, none outside the bytes or before the one in front of it.
    private static func segmentTable(_ bytes: ByteBuffer, expected: Int) throws(PixelError) -> [Range<Int>] {
        var header = bytes
        guard bytes.readableBytes >= headerLength else {
            throw .truncated(expected: headerLength, found: bytes.readableBytes)
        }
        let numbers = (0...maximumSegments).compactMap { _ in
            header.readInteger(endianness: .little, as: UInt32.self).map(Int.init)
        }
        guard numbers.first == expected, expected <= maximumSegments else {
            throw .damaged("RLE header with \(numbers.first ?? 0) segments instead of \(expected)")
        }
        let starts = numbers.dropFirst().prefix(expected)
        guard starts.first == headerLength else { throw .damaged("RLE segment in the header") }
        var segments: [Range<Int>] = []
        for (start, end) in zip(starts, starts.dropFirst() + [bytes.readableBytes]) {
            guard start < end, end <= bytes.readableBytes else { throw .damaged("RLE segments out of order") }
            segments.append(start..<end)
        }
        return segments
    }

    /// Fills every `stride`th byte from `first` on (PS3.5 §G.3.2). What follows the last is padding.
    private static func unpack(
        _ segment: Span<UInt8>,
        into samples: inout [UInt8],
        from first: Int,
        stride: Int
    ) throws(PixelError) {
        var output = samples.mutableSpan
        var (read, write) = (0, first)
        while write < output.count {
            guard read < segment.count else { throw .damaged("RLE segment ends early") }
            let control = Int(Int8(bitPattern: segment[read]))
            read &+= 1
            if control == -128 { continue }
            let count = abs(control) &+ 1
            let room = (output.count &- write &+ stride &- 1) / stride
            guard count <= room else { throw .damaged("RLE run beyond the frame") }
            guard read &+ (control < 0 ? 1 : count) <= segment.count else { throw .damaged("RLE segment ends early") }
            if control < 0 {
                let byte = segment[read]
                read &+= 1
                for _ in 0..<count {
                    output[write] = byte
                    write &+= stride
                }
            } else {
                for _ in 0..<count {
                    output[write] = segment[read]
                    read &+= 1
                    write &+= stride
                }
            }
        }
    }
}
