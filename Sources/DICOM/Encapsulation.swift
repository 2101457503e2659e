import NIOCore

/// Which fragments of encapsulated Pixel Data are which frame (PS3.5 §A.4, PS3.3 §C.7.6.3.1.8).
///
/// Every way is checked against the fragments that are there: a table that points elsewhere is an error, never a
/// read beside them.
struct FragmentedFrames {
    /// Where the fragments' bytes lie, ascending, each eight bytes behind the one before.
    var fragments: [Range<Int>]
    var frameCount: Int
    var transferSyntax: TransferSyntax

    init(_ fragments: [Range<Int>], _ dataSet: DataSet, _ transferSyntax: TransferSyntax) {
        self.fragments = fragments
        frameCount = dataSet.frameCount
        self.transferSyntax = transferSyntax
    }

    /// The frames by the first of: Extended Offset Table, a single frame, Basic Offset Table, a fragment for each
    /// frame, the fragments that begin a codestream.
    ///
    /// - Parameter firstBytes: the first bytes of the fragment in that range, at least four where it has them.
    func frames(
        _ basicOffsetTable: [UInt32],
        _ extended: ExtendedOffsetTable?,
        firstBytes: (Range<Int>) throws -> ByteBuffer
    ) throws -> [[Range<Int>]] {
        if let extended { return try frames(by: extended) }
        if frameCount == 1, !fragments.isEmpty { return [fragments] }
        if !basicOffsetTable.isEmpty { return try frames(by: basicOffsetTable.map(UInt64.init)) }
        if fragments.count == frameCount { return fragments.map { [$0] } }
        // PS3.5 §A.4.2: one fragment for each frame, and nothing in its bytes that tells a frame's beginning.
        guard transferSyntax != .rleLossless, fragments.count > frameCount else { throw Self.failure }
        return try frames(startingWith: firstBytes)
    }

    private static let failure = DataError(reason: .invalidEncapsulation, tag: .pixelData)

    /// By offsets of item tags, from the first item tag after the Basic Offset Table.
    private func frames(by offsets: [UInt64]) throws(DataError) -> [[Range<Int>]] {
        guard offsets.count == frameCount, offsets.first == 0 else { throw Self.failure }
        var starts: [Int] = []
        var index = 0
        for offset in offsets {
            while index < fragments.count, self.offset(of: index) < offset { index += 1 }
            guard index < fragments.count, self.offset(of: index) == offset, index != starts.last else {
                throw Self.failure
            }
            starts.append(index)
        }
        return frames(from: starts)
    }

    /// By offsets and lengths in bytes; the length is without the padding of the fragment.
    private func frames(by table: ExtendedOffsetTable) throws(DataError) -> [[Range<Int>]] {
        var frames = try frames(by: table.offsets)
        guard let lengths = table.lengths else { return frames }
        guard lengths.count == frames.count else { throw Self.failure }
        for (index, length) in lengths.enumerated() {
            // PS3.3 §C.7.6.3.1.8: with this table each frame is one fragment.
            guard frames[index].count == 1, let length = Int(exactly: length), length <= frames[index][0].count else {
                throw Self.failure
            }
            let start = frames[index][0].lowerBound
            frames[index][0] = start..<start + length
        }
        return frames
    }

    /// By the fragments that begin with a codestream's first marker.
    private func frames(startingWith firstBytes: (Range<Int>) throws -> ByteBuffer) throws -> [[Range<Int>]] {
        var starts: [Int] = []
        for (index, fragment) in fragments.enumerated() where try firstBytes(fragment).beginsCodestream {
            starts.append(index)
        }
        guard starts.first == 0, starts.count == frameCount else { throw Self.failure }
        return frames(from: starts)
    }

    /// - Parameter starts: the first fragment of each frame, ascending, beginning with 0.
    private func frames(from starts: [Int]) -> [[Range<Int>]] {
        zip(starts, starts.dropFirst() + [fragments.count]).map { Array(fragments[$0..<$1]) }
    }

    /// Of the fragment's item tag, as the tables count.
    private func offset(of index: Int) -> UInt64 {
        UInt64(fragments[index].lowerBound - fragments[0].lowerBound)
    }
}

/// The values of (7FE0,0001) and (7FE0,0002).
struct ExtendedOffsetTable {
    var offsets: [UInt64]
    var lengths: [UInt64]?

    /// Nil when the data set has none, or an empty one.
    init?(_ dataSet: DataSet) {
        guard let offsets = dataSet.unsignedLongs(.extendedOffsetTable), !offsets.isEmpty else { return nil }
        self.offsets = offsets
        lengths = dataSet.unsignedLongs(.extendedOffsetTableLengths)
    }
}

extension DataSet {
    fileprivate func unsignedLongs(_ tag: Tag) -> [UInt64]? {
        guard case .bytes(let bytes)? = self[tag]?.value else { return nil }
        let size = MemoryLayout<UInt64>.size
        return stride(from: bytes.readerIndex, through: bytes.writerIndex - size, by: size).compactMap {
            bytes.getInteger(at: $0, endianness: .little)
        }
    }
}

extension ByteBuffer {
    /// True of the first bytes of a JPEG or JPEG-LS image (SOI and a marker), a JPEG 2000 codestream (SOC and SIZ), a
    /// JP2 file, and a JPEG XL codestream or file.
    var beginsCodestream: Bool {
        guard let word = getInteger(at: readerIndex, as: UInt32.self) else { return false }
        switch word {
        case 0xFFD8_FF00...0xFFD8_FFFF, 0xFF4F_FF51, 0x0000_000C: return true
        default: return word >> 16 == 0xFF0A
        }
    }
}
