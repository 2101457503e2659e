package import NIOCore

/// Reads Pixel Data that is in memory by the ranges of a ``FrameIndex``.
///
/// Offsets in fragments count as if each lay behind its eight bytes of item header, the table's item left out.
package struct PixelReader: Sendable {
    private var parts: [ByteBuffer] = []
    /// Of the parts, ascending.
    private var ranges: [Range<Int>] = []

    /// A reader of the data set's ``DataSet/pixelElement``; of one that has nothing when that is not in memory.
    package init(_ dataSet: DataSet) {
        switch dataSet.pixelElement?.value {
        case .bytes(let bytes)?:
            parts = [bytes]
            ranges = [0..<bytes.readableBytes]
        case .fragments(let fragments)?:
            parts = fragments.fragments
            ranges = fragments.ranges
        case .items?, .deferred?, nil: break
        }
    }

    /// The bytes in the range, which must lie in one fragment.
    ///
    /// - Throws: ``DataError/Reason/invalidValue`` when there are no such bytes.
    package func callAsFunction(_ range: Range<Int>) throws(DataError) -> ByteBuffer {
        guard let index = part(at: range.lowerBound), range.upperBound <= ranges[index].upperBound,
            let bytes = parts[index].getSlice(
                at: parts[index].readerIndex + range.lowerBound - ranges[index].lowerBound,
                length: range.count
            )
        else { throw DataError(reason: .invalidValue, tag: .pixelData) }
        return bytes
    }

    /// The last part that begins at the offset or before it.
    private func part(at offset: Int) -> Int? {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > 0 ? low - 1 : nil
    }
}

extension DataSet {
    /// The element that holds the pixels: (7FE0,0010), else (7FE0,0008) or (7FE0,0009).
    package var pixelElement: DataElement? {
        self[.pixelData] ?? self[.floatPixelData] ?? self[.doubleFloatPixelData]
    }

    /// Number of Frames; one where it is missing or no number.
    var frameCount: Int { max(1, integer(.numberOfFrames) ?? 1) }
}

extension Fragments {
    /// Where the fragments' bytes would lie in the encoded value, without the table.
    package var ranges: [Range<Int>] {
        var end = 0
        return fragments.map { fragment in
            let start = end + ElementHeader.shortCount
            // Written, an odd one gets a byte more.
            end = start + fragment.readableBytes + fragment.readableBytes % 2
            return start..<start + fragment.readableBytes
        }
    }
}
