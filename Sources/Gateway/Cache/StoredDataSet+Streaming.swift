package import DICOM
package import NIOCore

extension StoredDataSet {
    /// How much is read from the spool, and written to a client, at a time.
    package static let chunk = 512 * 1024

    /// The syntax in which the data set leaves the gateway: Implicit VR and Big Endian never do (PS3.18 §8.7.3.3.2).
    package var outgoingSyntax: TransferSyntax {
        transferSyntax.isEncapsulated ? transferSyntax : .explicitVRLittleEndian
    }

    /// The data set in another native syntax, or as it is.
    ///
    /// - Returns: pieces in order; their sizes are known before any byte is read.
    /// - Throws: `DataError` when it cannot be encoded so, `SpoolError` when its header cannot be read.
    package func pieces(as target: TransferSyntax) throws -> [SpoolPiece] {
        guard target != transferSyntax else { return [.stored(0..<extent.count, swapping: 1)] }
        return try pieces(of: header(), as: target)
    }

    /// A data set that was made of this one's elements, in a syntax that is not deflated.
    ///
    /// - Throws: `DataError` when it cannot be encoded so.
    func pieces(of dataSet: DataSet, as target: TransferSyntax) throws -> [SpoolPiece] {
        let pixels = dataSet[.pixelData]
        return try DataSetEncoder(target).pieces(dataSet).map { piece in
            switch piece {
            case .bytes(let buffer): return .bytes(buffer)
            case .deferred(let deferred, let vr):
                guard deferred.byteOrder != target.byteOrder else { return .stored(deferred.range, swapping: 1) }
                let isPixels = pixels?.value == .deferred(deferred)
                return .stored(deferred.range, swapping: isPixels ? dataSet.pixelWidth(vr) : vr.width)
            }
        }
    }

    /// True when the bytes in the spool are the same.
    func isSame(as other: StoredDataSet) throws -> Bool {
        guard transferSyntax == other.transferSyntax, extent.count == other.extent.count else { return false }
        for start in stride(from: 0, to: extent.count, by: Self.chunk) {
            let range = start..<min(start + Self.chunk, extent.count)
            guard try extent.read(range) == other.extent.read(range) else { return false }
        }
        return true
    }

    /// The bytes of pieces, in chunks to be read one after the other.
    package func chunks(of pieces: [SpoolPiece]) -> SpoolChunks {
        SpoolChunks(extent: extent, rest: pieces[...])
    }
}

/// Pieces of a data set, read from the spool as far as they are wanted.
package struct SpoolChunks: Sendable {
    fileprivate let extent: SpoolExtent
    fileprivate var rest: ArraySlice<SpoolPiece>

    fileprivate init(extent: SpoolExtent, rest: ArraySlice<SpoolPiece>) {
        self.extent = extent
        self.rest = rest
    }

    /// A deflated data set's bytes as they are, and the NUL that makes their number even (PS3.5 §A.5).
    package init(deflated extent: SpoolExtent) {
        let padding: [SpoolPiece] = extent.count % 2 == 0 ? [] : [.bytes(ByteBuffer(bytes: [0]))]
        self.init(extent: extent, rest: [.stored(0..<extent.count, swapping: 1)] + padding)
    }

    /// The next bytes; nil after the last.
    package mutating func next() throws -> ByteBuffer? {
        guard let piece = rest.popFirst() else { return nil }
        switch piece {
        case .bytes(let buffer): return buffer
        case .stored(let range, let width):
            let end = min(range.lowerBound + StoredDataSet.chunk, range.upperBound)
            if end < range.upperBound {
                rest.insert(.stored(end..<range.upperBound, swapping: width), at: rest.startIndex)
            }
            var buffer = try extent.read(range.lowerBound..<end)
            buffer.swap(width: width)
            return buffer
        }
    }
}

/// A part of a data set on its way out.
package enum SpoolPiece: Sendable {
    case bytes(ByteBuffer)
    /// Bytes of the extent, to be reversed in groups of so many.
    case stored(Range<Int>, swapping: Int)

    package var count: Int {
        switch self {
        case .bytes(let buffer): buffer.readableBytes
        case .stored(let range, _): range.count
        }
    }
}

extension DataSet {
    /// The bytes of a number of native Pixel Data of that VR: of OW two, but one of 32 bits is written whole, as pydicom
    /// reads and writes it.
    func pixelWidth(_ vr: VR) -> Int {
        vr == .OW && integer(.bitsAllocated) == 32 ? MemoryLayout<UInt32>.size : vr.width
    }
}
