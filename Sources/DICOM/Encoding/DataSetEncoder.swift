package import NIOCore

/// A part of an encoded data set: bytes at hand, or a range to copy from where the data set was stored.
package enum EncodedPiece: Hashable, Sendable {
    case bytes(ByteBuffer)
    /// Copy the range, turning numbers of `vr.width` bytes round where its byte order is not the transfer syntax's.
    case deferred(Deferred, VR)

    /// How many bytes the piece has.
    package var count: Int {
        switch self {
        case .bytes(let bytes): bytes.readableBytes
        case .deferred(let deferred, _): deferred.range.count
        }
    }
}

/// Encodes data sets (PS3.5 §7, §A).
///
/// Sequences and items get defined lengths: a reader can skip them, no delimiter can go missing, and since nested
/// values are in memory the lengths cost nothing but a look back.
package struct DataSetEncoder: Sendable {
    private let transferSyntax: TransferSyntax

    package init(_ transferSyntax: TransferSyntax) {
        self.transferSyntax = transferSyntax
    }

    /// The data set in one piece.
    ///
    /// - Throws: ``DataError/Reason/invalidValue`` when a value is deferred, since its bytes are not here;
    ///   ``DataError/Reason/tooLarge`` for lengths beyond 32 bits.
    package func encode(_ dataSet: DataSet) throws(DataError) -> ByteBuffer {
        guard transferSyntax.isDeflated else { return try inMemory(dataSet, transferSyntax) }
        return try Deflater.deflate(inMemory(dataSet, .explicitVRLittleEndian))
    }

    /// The data set with ranges for its deferred values, in the order in which to send them.
    ///
    /// - Throws: as ``encode(_:)``, but for deferred values only when the transfer syntax is deflated.
    package func pieces(_ dataSet: DataSet) throws(DataError) -> [EncodedPiece] {
        guard !transferSyntax.isDeflated else { return [.bytes(try encode(dataSet))] }
        var writer = DataSetWriter(transferSyntax)
        try writer.write(dataSet)
        return writer.finish()
    }

    private func inMemory(_ dataSet: DataSet, _ transferSyntax: TransferSyntax) throws(DataError) -> ByteBuffer {
        if let element = dataSet.elements.first(where: \.value.isDeferred) {
            throw DataError(reason: .invalidValue, tag: element.tag)
        }
        var writer = DataSetWriter(transferSyntax)
        try writer.write(dataSet)
        return writer.bytes
    }
}

extension Value {
    /// True of a value left in the stored data set.
    package var isDeferred: Bool {
        guard case .deferred = self else { return false }
        return true
    }
}
