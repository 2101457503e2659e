import DICOM
import NIOCore

extension TransferSyntax {
    /// In which a data set that is stored in this one can be sent, the best first.
    var sendable: [TransferSyntax] {
        guard !isEncapsulated else { return [self] }
        return [self] + [.explicitVRLittleEndian, .implicitVRLittleEndian].filter { $0 != self }
    }
}

extension StoredReader {
    /// All bytes as they lie there.
    func read(_ body: (ByteBuffer) async throws -> Void) async throws {
        try await read(0..<count, body)
    }

    /// The data set in another native transfer syntax, its large values copied by pieces.
    func convert(
        from source: TransferSyntax,
        to target: TransferSyntax,
        _ body: (ByteBuffer) async throws -> Void
    ) async throws {
        // The ranges of what was inflated are not those of the file.
        var decoder = DataSetDecoder(source, deferringAbove: source.isDeflated ? nil : Self.pieceLength)
        try await read { try decoder.feed($0) }
        for piece in try DataSetEncoder(target).pieces(decoder.finish()) {
            switch piece {
            case .bytes(let bytes): try await body(bytes)
            case .deferred(let deferred, let vr):
                let isSwapped = deferred.byteOrder != target.byteOrder
                try await read(deferred.range) { try await body(isSwapped ? $0.swapped(width: vr.width) : $0) }
            }
        }
    }
}
