package import NIOCore

/// Decodes a data set from bytes as they arrive (PS3.5 §7, §A).
///
/// Nothing is allocated from a length that a header declares: memory grows by what has come. Damage that is common
/// and harmless is accepted and recorded in ``tolerated``; anything else throws, and the decoder is then spent.
package struct DataSetDecoder {
    private var parser: DataSetParser
    private var inflater: Inflater?
    private let isEncapsulated: Bool
    /// A failure comes again at every further call.
    private var failure: DataError?

    /// A decoder for one data set.
    ///
    /// - Parameters:
    ///   - threshold: top-level values longer than this, but for sequences, are not kept and become
    ///     ``Value/deferred(_:)``, their offsets from the first byte fed, of a deflated data set from the first byte
    ///     inflated; Pixel Data always does. Nil keeps everything.
    ///   - characterSet: what governs text until a (0008,0005) says otherwise.
    package init(
        _ transferSyntax: TransferSyntax,
        limits: DecodingLimits = .default,
        deferringAbove threshold: Int? = nil,
        characterSet: CharacterSet = .default
    ) {
        parser = DataSetParser(
            Encoding(transferSyntax),
            limits: limits,
            threshold: threshold,
            characterSet: characterSet
        )
        isEncapsulated = transferSyntax.isEncapsulated
        guard transferSyntax.isDeflated else { return }
        do {
            inflater = try Inflater(limits: limits)
        } catch {
            failure = error
        }
    }

    /// The top-level elements that are complete so far.
    package var dataSet: DataSet { parser.dataSets[0].dataSet }
    /// True once all that precedes Pixel Data is in ``dataSet``.
    package var reachedPixelData: Bool { parser.pixelDataOffset != nil }
    /// How many bytes precede Pixel Data, or the first element that stands in its place or after it; nil until then.
    package var pixelDataOffset: Int? { parser.pixelDataOffset }
    /// The damage accepted so far, as far as ``Tolerance/maximumKept``.
    package var tolerated: [Tolerance] { parser.tolerated }
    /// The bytes decoded so far; of a deflated data set, inflated.
    package var offset: Int { parser.position }

    /// Decodes as far as the bytes go; chunks may end anywhere.
    package mutating func feed(_ bytes: ByteBuffer) throws(DataError) {
        if let failure { throw failure }
        do {
            if inflater == nil {
                try parser.parse(bytes)
            } else {
                try inflate(bytes)
            }
        } catch {
            failure = error
            throw error
        }
    }

    /// The whole data set, when no more bytes will come.
    ///
    /// - Throws: ``DataError/Reason/truncated`` when they end too early.
    package mutating func finish() throws(DataError) -> DataSet {
        if let failure { throw failure }
        if let inflater {
            guard inflater.isFinished else { throw DataError(reason: .truncated, offset: parser.position) }
            // One byte makes the length of the whole even (PS3.5 §A.5).
            if inflater.trailing > 1 { parser.note(.trailingBytes) }
        }
        try parser.finish()
        let dataSet = dataSet
        if !isEncapsulated, dataSet[.pixelData]?.value.isEncapsulated == true {
            parser.note(.encapsulated, .pixelData)
        }
        return dataSet
    }

    private mutating func inflate(_ bytes: ByteBuffer) throws(DataError) {
        inflater?.feed(bytes)
        while let inflated = try inflater?.next() {
            try parser.parse(inflated)
        }
    }
}

extension DataSetParser {
    /// Closes what may be left open when the bytes end, and refuses the rest.
    mutating func finish() throws(DataError) {
        if sequences.count == 1, case .item = expected, input.readableBytes == 0, !sequences[0].hasLength {
            note(.missingDelimiter, .sequenceDelimitationItem)
            _ = try closeSequence()
        }
        if sequences.isEmpty, case .fragmentItem = expected, input.readableBytes == 0, fragments?.table != nil {
            note(.missingDelimiter, .sequenceDelimitationItem)
            try closeFragments()
        }
        guard sequences.isEmpty, case .element = expected else { throw failure(.truncated, openTag) }
        guard input.readableBytes > 0 else { return }
        guard dataSets[0].encoding.byteOrder == .little, input.readableBytesView.allSatisfy({ $0 == 0 }) else {
            throw failure(.truncated)
        }
        noteTrailingZeros()
    }

    /// Of what was being read.
    private var openTag: Tag? {
        switch expected {
        case .value, .skipped: fragments?.tag ?? header.tag
        case .fragmentItem, .fragment: fragments?.tag
        case .element, .item: sequences.last?.tag
        }
    }
}

extension Value {
    /// True of a value in fragments, in memory or not.
    package var isEncapsulated: Bool {
        switch self {
        case .fragments: true
        case .deferred(let deferred): deferred.encapsulation != nil
        case .bytes, .items: false
        }
    }
}

extension DataSet {
    /// Decodes a data set that is at hand in whole; its values share the buffer's memory.
    package static func decode(
        _ buffer: ByteBuffer,
        as transferSyntax: TransferSyntax,
        limits: DecodingLimits = .default,
        characterSet: CharacterSet = .default
    ) throws(DataError) -> DataSet {
        var decoder = DataSetDecoder(transferSyntax, limits: limits, characterSet: characterSet)
        try decoder.feed(buffer)
        return try decoder.finish()
    }
}
