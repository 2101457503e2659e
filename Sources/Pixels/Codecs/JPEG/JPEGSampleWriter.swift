import NIOCore

/// Where decoded samples go: a frame in native form, by pixel.
struct JPEGSampleWriter {
    private let description: PixelDescription
    /// Bits of a codestream's sample.
    private let precision: Int
    private var bytes = ByteBuffer()

    /// - Parameter description: of bits allocated 8 or 16, and at most three samples a pixel.
    init(_ description: PixelDescription, precision: Int) {
        self.description = description
        self.precision = precision
        bytes.writeRepeatingByte(0, count: description.frameLength)
    }

    var frame: Frame {
        get throws(PixelError) { try Frame(description, bytes) }
    }

    /// Writes samples of one line.
    ///
    /// - Parameters:
    ///   - samples: of each pixel as many as there are places, each below 2 to the precision or, of signed samples,
    ///     what its lowest bits say.
    ///   - places: of the samples among the pixel's, ascending.
    mutating func write(_ samples: Span<UInt16>, line: Int, places: [Int]) {
        if description.bits.bytes == 1 {
            write(samples, line, places, as: UInt8.self)
        } else {
            write(samples, line, places, as: UInt16.self)
        }
    }

    @inline(__always)
    private mutating func write<Word: SampleWord>(
        _ samples: Span<UInt16>,
        _ line: Int,
        _ places: [Int],
        as _: Word.Type
    ) {
        let size = MemoryLayout<Word>.size
        let perPixel = description.samplesPerPixel
        let start = line &* description.columns &* perPixel
        let isSigned = description.bits.isSigned
        let free = UInt16(truncatingIfNeeded: 16 &- precision)
        var target = bytes.mutableReadableBytesSpan
        if places.count == perPixel, !isSigned {
            for index in samples.indices {
                let word = Word(truncatingIfNeeded: samples[index]).littleEndian
                target.storeBytes(of: word, toByteOffset: (start &+ index) &* size, as: Word.self)
            }
            return
        }
        for (position, place) in places.enumerated() {
            var index = position
            var offset = (start &+ place) &* size
            while index < samples.count {
                // Native samples have their sign in all the bits above: readers that take whole words see it, too.
                let pattern = samples[index]
                let signed = UInt16(bitPattern: Int16(bitPattern: pattern &<< free) &>> Int16(bitPattern: free))
                let word = Word(truncatingIfNeeded: isSigned ? signed : pattern).littleEndian
                target.storeBytes(of: word, toByteOffset: offset, as: Word.self)
                index &+= places.count
                offset &+= perPixel &* size
            }
        }
    }
}
