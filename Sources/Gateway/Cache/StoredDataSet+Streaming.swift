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
        return try DataSetEncoder(target).pieces(header()).map { piece in
            switch piece {
            case .bytes(let buffer): .bytes(buffer)
            case .deferred(let deferred, let vr):
                .stored(deferred.range, swapping: deferred.byteOrder == target.byteOrder ? 1 : vr.width)
            }
        }
    }

    /// Writes pieces in chunks.
    package func stream(_ pieces: [SpoolPiece], to write: (ByteBuffer) async throws -> Void) async throws {
        for piece in pieces {
            switch piece {
            case .bytes(let buffer): try await write(buffer)
            case .stored(let range, let width): try await stream(range, swapping: width, to: write)
            }
        }
    }

    private func stream(
        _ range: Range<Int>,
        swapping width: Int,
        to write: (ByteBuffer) async throws -> Void
    ) async throws {
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.chunk) {
            var buffer = try extent.read(start..<min(start + Self.chunk, range.upperBound))
            buffer.swapBytes(of: width)
            try await write(buffer)
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

extension ByteBuffer {
    /// Reverses the bytes of each number; a rest shorter than a number stays as it is.
    package mutating func swapBytes(of width: Int) {
        guard width > 1 else { return }
        withUnsafeMutableReadableBytes { bytes in
            for start in stride(from: 0, to: bytes.count - bytes.count % width, by: width) {
                bytes[start..<start + width].reverse()
            }
        }
    }
}
