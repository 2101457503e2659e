package import NIOCore

/// Which bytes of Pixel Data are which frame (PS3.5 §8, §A.4; PS3.3 §C.7.6.3).
///
/// Ranges are offsets in the stored data set when the value is deferred, else as ``PixelReader`` takes them. Frames
/// count from zero.
package struct FrameIndex: Hashable, Sendable {
    private var layout: Layout

    fileprivate enum Layout: Hashable, Sendable {
        /// Frames of so many bits, one behind the other without padding.
        case native(start: Int, length: Int, frameBits: Int, count: Int)
        case fragmented([[Range<Int>]])
    }

    /// The frames of the data set's Pixel Data, Float Pixel Data or Double Float Pixel Data.
    ///
    /// - Parameter firstBytes: the first bytes, at least four where there are as many, of the fragment in that range;
    ///   called only where no table tells the frames. Nil for a value in memory.
    /// - Throws: ``DataError/Reason/invalidEncapsulation`` when table, fragments and Number of Frames disagree;
    ///   ``DataError/Reason/invalidValue`` when the image is not described or there is none; what `firstBytes` throws.
    package init(
        _ dataSet: DataSet,
        transferSyntax: TransferSyntax,
        firstBytes: ((Range<Int>) throws -> ByteBuffer)? = nil
    ) throws {
        guard let element = dataSet.pixelElement else { throw DataError(reason: .invalidValue, tag: .pixelData) }
        let first = firstBytes ?? PixelReader(dataSet).callAsFunction
        switch element.value {
        case .bytes(let bytes):
            layout = try dataSet.nativeLayout(start: 0, length: bytes.readableBytes)
        case .deferred(let deferred):
            if let encapsulation = deferred.encapsulation {
                let table = encapsulation.basicOffsetTable
                let frames = FragmentedFrames(encapsulation.fragments, dataSet, transferSyntax)
                layout = try .fragmented(frames.frames(table, ExtendedOffsetTable(dataSet), firstBytes: first))
            } else {
                layout = try dataSet.nativeLayout(start: deferred.range.lowerBound, length: deferred.range.count)
            }
        case .fragments(let fragments):
            let table = fragments.basicOffsetTable
            let frames = FragmentedFrames(fragments.ranges, dataSet, transferSyntax)
            layout = try .fragmented(frames.frames(table, ExtendedOffsetTable(dataSet), firstBytes: first))
        case .items: throw DataError(reason: .invalidValue, tag: element.tag)
        }
    }

    /// How many frames there are by Number of Frames; a native value may yet be too short for the last of them.
    package var count: Int {
        switch layout {
        case .native(_, _, _, let count): count
        case .fragmented(let frames): frames.count
        }
    }

    package var isEncapsulated: Bool {
        guard case .fragmented = layout else { return false }
        return true
    }

    /// Where the frame lies; nil when there is no such frame.
    ///
    /// - Throws: ``DataError/Reason/truncated`` when a native value is too short.
    package func frame(_ index: Int) throws(DataError) -> FrameLocation? {
        guard (0..<count).contains(index) else { return nil }
        switch layout {
        case .fragmented(let frames): return FrameLocation(ranges: frames[index])
        case .native(let start, let length, let frameBits, _):
            let (first, isTooLarge) = frameBits.multipliedReportingOverflow(by: index)
            guard !isTooLarge, frameBits <= Int.max - 7 - first else { throw Self.truncated }
            let bytes = (first / 8)..<(first + frameBits + 7) / 8
            guard bytes.upperBound <= length else { throw Self.truncated }
            let range = (start + bytes.lowerBound)..<(start + bytes.upperBound)
            guard frameBits % 8 != 0 else { return FrameLocation(ranges: [range]) }
            return FrameLocation(ranges: [range], bits: FrameLocation.Bits(offset: first % 8, count: frameBits))
        }
    }

    /// The bytes of the frame, of an encapsulated one its codestream; nil when there is no such frame.
    ///
    /// - Parameter read: gives the bytes in a range.
    package func bytes(of index: Int, reading read: (Range<Int>) throws -> ByteBuffer) throws -> ByteBuffer? {
        guard let location = try frame(index) else { return nil }
        return location.joined(try location.ranges.map(read))
    }

    private static let truncated = DataError(reason: .truncated, tag: .pixelData)
}

extension DataSet {
    /// PS3.3 §C.7.6.3.1: Rows, Columns, Samples per Pixel and Bits Allocated give a frame's size.
    fileprivate func nativeLayout(start: Int, length: Int) throws(DataError) -> FrameIndex.Layout {
        var samples = integer(.samplesPerPixel) ?? 1
        // PS3.3 §C.7.6.3.1.2: two pixels share their chrominance, so that a pixel has two samples, not three.
        let subsampled = ["YBR_FULL_422", "YBR_PARTIAL_422"]
        if subsampled.contains(string(.photometricInterpretation) ?? ""), samples == 3 { samples = 2 }
        var frameBits = 1
        for (tag, factor) in [
            (Tag.rows, integer(.rows)), (.columns, integer(.columns)), (.bitsAllocated, integer(.bitsAllocated)),
            (.samplesPerPixel, samples),
        ] {
            let (product, isTooLarge) = frameBits.multipliedReportingOverflow(by: factor ?? 0)
            guard !isTooLarge, product > 0 else { throw DataError(reason: .invalidValue, tag: tag) }
            frameBits = product
        }
        return .native(start: start, length: length, frameBits: frameBits, count: frameCount)
    }
}

/// Where a frame lies: what to read, and how to make it one.
package struct FrameLocation: Hashable, Sendable {
    /// In the order of the frame's bytes.
    package var ranges: [Range<Int>]
    /// Of bit-packed frames: the first bit, lowest first, and how many.
    var bits: Bits?

    struct Bits: Hashable, Sendable {
        var offset: Int
        var count: Int
    }

    /// How many bytes the frame has.
    package var count: Int {
        bits.map { ($0.count + 7) / 8 } ?? ranges.reduce(0) { $0 + $1.count }
    }

    /// The frame, of the bytes read from ``ranges``; a bit-packed one begins at bit 0 (PS3.5 §8.1.1).
    package func joined(_ parts: [ByteBuffer]) -> ByteBuffer {
        var joined = parts.first ?? ByteBuffer()
        for part in parts.dropFirst() { joined.writeImmutableBuffer(part) }
        return bits.map { joined.bits($0) } ?? joined
    }
}

extension ByteBuffer {
    /// The bits from `offset` on, moved to begin at bit 0 of the first byte; the rest of the last byte is zero.
    fileprivate func bits(_ bits: FrameLocation.Bits) -> ByteBuffer {
        let source = readableBytesView
        var moved = ByteBufferAllocator().buffer(capacity: (bits.count + 7) / 8)
        var low = source.first ?? 0
        for high in source.dropFirst() {
            moved.writeInteger(low >> UInt8(bits.offset) | UInt8(truncatingIfNeeded: UInt16(high) << (8 - bits.offset)))
            low = high
        }
        if moved.readableBytes < (bits.count + 7) / 8 { moved.writeInteger(low >> UInt8(bits.offset)) }
        let used = bits.count % 8
        if used != 0, let last: UInt8 = moved.getInteger(at: moved.writerIndex - 1) {
            moved.setInteger(last & (1 << used - 1), at: moved.writerIndex - 1)
        }
        return moved
    }
}
