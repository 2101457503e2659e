import DICOM
import NIOCore

/// RLE Lossless (PS3.5 Annex G).
enum RLEEncoder {
    /// One frame of samples by pixel, each of `sampleBytes` little-endian bytes, as the bytes of a fragment.
    static func encode(_ frame: ByteBufferView, sampleBytes: Int, samplesPerPixel: Int, columns: Int) -> ByteBuffer {
        let bytes = Array(frame)
        let stride = sampleBytes * samplesPerPixel
        var segments: [[UInt8]] = []
        for sample in 0..<samplesPerPixel {
            for byte in (0..<sampleBytes).reversed() {
                segments.append(pack(bytes, from: sample * sampleBytes + byte, stride: stride, row: columns))
            }
        }
        var result = ByteBuffer()
        result.writeInteger(UInt32(segments.count), endianness: .little)
        var offset = 64
        for index in 0..<15 {
            result.writeInteger(UInt32(index < segments.count ? offset : 0), endianness: .little)
            if index < segments.count { offset += segments[index].count }
        }
        for segment in segments { result.writeBytes(segment) }
        return result
    }

    /// One plane of bytes in PackBits, row by row, padded to an even length (PS3.5 §G.3.1).
    private static func pack(_ bytes: [UInt8], from first: Int, stride: Int, row: Int) -> [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(bytes.count / stride)
        for start in Swift.stride(from: first, to: bytes.count, by: row * stride) {
            packRow(bytes, start, min(start + row * stride, bytes.count), stride, &packed)
        }
        if packed.count % 2 == 1 { packed.append(0) }
        return packed
    }

    private static func packRow(_ bytes: [UInt8], _ start: Int, _ end: Int, _ stride: Int, _ packed: inout [UInt8]) {
        var place = start
        while place < end {
            let run = runLength(bytes, place, end, stride)
            if run > 1 {
                packed.append(UInt8(truncatingIfNeeded: 1 - run))
                packed.append(bytes[place])
                place += run * stride
                continue
            }
            let header = packed.count
            packed.append(0)
            var count = 0
            while place < end, count < 128, runLength(bytes, place, end, stride) < 3 {
                packed.append(bytes[place])
                place += stride
                count += 1
            }
            packed[header] = UInt8(count - 1)
        }
    }

    /// How often the byte stands there in a row, up to the 128 that one code can say.
    @inline(__always)
    private static func runLength(_ bytes: [UInt8], _ place: Int, _ end: Int, _ stride: Int) -> Int {
        var (length, next) = (1, place + stride)
        while next < end, length < 128, bytes[next] == bytes[place] {
            length += 1
            next += stride
        }
        return length
    }
}

extension MadeInstance {
    /// The instance with its pixels compressed as its transfer syntax says, one fragment for each frame.
    func compressed() -> MadeInstance {
        guard transferSyntax == .rleLossless, let pixels = dataSet.bytes(.pixelData),
            let bits = dataSet.integer(.bitsAllocated), let samples = dataSet.integer(.samplesPerPixel),
            let rows = dataSet.integer(.rows), let columns = dataSet.integer(.columns)
        else { return self }
        let length = rows * columns * samples * bits / 8
        var fragments: [ByteBuffer] = []
        var view = pixels.readableBytesView
        while length > 0, view.count >= length {
            fragments.append(
                RLEEncoder.encode(
                    view.prefix(length),
                    sampleBytes: bits / 8,
                    samplesPerPixel: samples,
                    columns: columns
                )
            )
            view = view.dropFirst(length)
        }
        var result = self
        result.dataSet.set(DataElement(.pixelData, .OB, .fragments(.oneEach(fragments))))
        return result
    }
}

extension Fragments {
    /// Fragments of which each is a frame, with the offset table that says so (PS3.5 §A.4).
    static func oneEach(_ frames: [ByteBuffer]) -> Fragments {
        var offsets: [UInt32] = []
        var offset = 0
        for frame in frames {
            offsets.append(UInt32(clamping: offset))
            offset += 8 + frame.readableBytes + frame.readableBytes % 2
        }
        return Fragments(basicOffsetTable: offsets, fragments: frames)
    }
}
