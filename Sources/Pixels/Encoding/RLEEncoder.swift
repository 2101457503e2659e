import DICOM
import NIOCore

/// RLE Lossless (PS3.5 Annex G): a segment for each byte of a sample, the most significant first.
enum RLEEncoder {
    /// The longest run or row of unlike bytes that one code can say.
    private static let longest = 128
    /// A shorter run costs less inside a row of unlike bytes.
    private static let shortestRun = 3

    /// Whole bytes, in no more segments than the header has room for, each pixel with samples of its own.
    static func takes(_ description: PixelDescription) -> Bool {
        description.bits.kind == .integer && description.bits.allocated >= 8
            && !description.photometricInterpretation.isSubsampled
            && description.bits.bytes &* description.samplesPerPixel <= RLE.maximumSegments
    }

    static func encode(_ frame: Frame) throws(PixelError) -> EncodedFrame {
        var description = frame.description
        let samples = description.samplesPerPixel
        let sampleBytes = description.bits.bytes
        let isByPlane = description.planarConfiguration == .byPlane
        let layout = Layout(
            pixels: description.pixels,
            columns: description.columns,
            stride: isByPlane ? sampleBytes : sampleBytes &* samples
        )
        var segments: [[UInt8]] = []
        for sample in 0..<samples {
            let start = isByPlane ? sample &* description.pixels &* sampleBytes : sample &* sampleBytes
            for byte in (0..<sampleBytes).reversed() {
                segments.append(segment(frame.bytes.readableBytesUInt8Span, from: start &+ byte, layout))
            }
        }
        description.planarConfiguration = .byPixel
        return EncodedFrame(description: description, bytes: joined(segments))
    }

    /// How the bytes of one segment lie in a frame.
    private struct Layout {
        var pixels: Int
        var columns: Int
        /// From one to the next.
        var stride: Int
    }

    /// The header and the segments behind it (PS3.5 §G.5).
    private static func joined(_ segments: [[UInt8]]) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(segments.reduce(RLE.headerLength) { $0 + $1.count })
        bytes.writeInteger(UInt32(segments.count), endianness: .little)
        var offset = RLE.headerLength
        for index in 0..<RLE.maximumSegments {
            guard index < segments.count else {
                bytes.writeInteger(UInt32(0), endianness: .little)
                continue
            }
            bytes.writeInteger(UInt32(offset), endianness: .little)
            offset += segments[index].count
        }
        for segment in segments { bytes.writeBytes(segment) }
        return bytes
    }

    /// One plane of bytes in PackBits, no code across the end of a row, even in length (PS3.5 §G.3.1).
    private static func segment(_ source: Span<UInt8>, from start: Int, _ layout: Layout) -> [UInt8] {
        var plane = [UInt8](repeating: 0, count: layout.pixels)
        var output = plane.mutableSpan
        var place = start
        for index in output.indices {
            output[index] = source[place]
            place &+= layout.stride
        }
        var packed: [UInt8] = []
        packed.reserveCapacity(layout.pixels / 2)
        for row in stride(from: 0, to: layout.pixels, by: layout.columns) {
            pack(plane.span, row..<row &+ layout.columns, into: &packed)
        }
        if packed.count % 2 == 1 { packed.append(0) }
        return packed
    }

    private static func pack(_ plane: Span<UInt8>, _ row: Range<Int>, into packed: inout [UInt8]) {
        var place = row.lowerBound
        while place < row.upperBound {
            let run = runLength(plane, at: place, row.upperBound)
            if run >= shortestRun || place &+ run == row.upperBound && run > 1 {
                packed.append(UInt8(truncatingIfNeeded: 1 &- run))
                packed.append(plane[place])
                place &+= run
            } else {
                let count = unlikeLength(plane, at: place, row.upperBound)
                packed.append(UInt8(truncatingIfNeeded: count &- 1))
                for index in place..<place &+ count { packed.append(plane[index]) }
                place &+= count
            }
        }
    }

    /// How often the byte stands there in a row.
    @inline(__always)
    private static func runLength(_ plane: Span<UInt8>, at place: Int, _ end: Int) -> Int {
        let limit = min(end, place &+ longest)
        let byte = plane[place]
        var next = place &+ 1
        while next < limit, plane[next] == byte { next &+= 1 }
        return next &- place
    }

    /// How many bytes stand before the next run that is worth a code of its own; at least one.
    @inline(__always)
    private static func unlikeLength(_ plane: Span<UInt8>, at place: Int, _ end: Int) -> Int {
        let limit = min(end, place &+ longest)
        var next = place &+ 1
        while next < limit {
            if next &+ 2 < end, plane[next] == plane[next &+ 1], plane[next] == plane[next &+ 2] { break }
            next &+= 1
        }
        return next &- place
    }
}
