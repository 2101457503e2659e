package import NIOCore

/// Decodes a file as it arrives: preamble, file meta information and data set (PS3.10 §7).
///
/// Files without the preamble, and bare data sets without file meta information, are decoded too; their transfer
/// syntax is guessed from the first element.
package struct FileDecoder {
    private let limits: DecodingLimits
    private let threshold: Int?
    private var head = FileMetaParser()
    /// What came before the decoder of the data set could be made.
    private var pending = ByteBuffer()
    private var decoder: DataSetDecoder?
    /// The file meta information, once the data set begins; nil also when there is none.
    package private(set) var meta: FileMeta?
    /// How the data set is encoded, once it begins.
    package private(set) var transferSyntax: TransferSyntax?
    /// Where the data set begins, in bytes from the start of the file, once it does.
    package private(set) var dataSetOffset: Int?
    private var headTolerated: [Tolerance] = []

    /// - Parameter threshold: as of ``DataSetDecoder``; add ``dataSetOffset`` to the offsets of deferred values to get
    ///   those in the file.
    package init(limits: DecodingLimits = .default, deferringAbove threshold: Int? = nil) {
        self.limits = limits
        self.threshold = threshold
    }

    /// The top-level elements that are complete so far, without group 0002.
    package var dataSet: DataSet { decoder?.dataSet ?? DataSet() }
    /// As of ``DataSetDecoder``.
    package var reachedPixelData: Bool { decoder?.reachedPixelData ?? false }
    /// As of ``DataSetDecoder``: from the start of the data set, not of the file.
    package var pixelDataOffset: Int? { decoder?.pixelDataOffset }
    /// The damage accepted so far; offsets in the data set count from its start.
    package var tolerated: [Tolerance] { headTolerated + (decoder?.tolerated ?? []) }

    /// Decodes as far as the bytes go; chunks may end anywhere.
    ///
    /// - Throws: ``DataError/Reason/notDICOM`` when the beginning is that of nothing known.
    package mutating func feed(_ bytes: ByteBuffer) throws(DataError) {
        if decoder == nil {
            append(bytes)
            try begin(isComplete: false)
        } else {
            try decoder?.feed(bytes)
        }
    }

    /// The data set, without group 0002, when no more bytes will come.
    package mutating func finish() throws(DataError) -> DataSet {
        if decoder == nil { try begin(isComplete: true) }
        guard let dataSet = try decoder?.finish() else { throw DataError(reason: .notDICOM) }
        return dataSet
    }

    private mutating func append(_ bytes: ByteBuffer) {
        if pending.readableBytes == 0 {
            pending = bytes
        } else if pending.readerIndex == 0 {
            pending.writeImmutableBuffer(bytes)
        } else {
            // The values read so far lie in `pending`: writing there would copy them as well.
            var joined = ByteBufferAllocator().buffer(capacity: pending.readableBytes + bytes.readableBytes)
            joined.writeImmutableBuffer(pending)
            joined.writeImmutableBuffer(bytes)
            pending = joined
        }
    }

    /// Reads what precedes the data set, and the beginning of that.
    private mutating func begin(isComplete: Bool) throws(DataError) {
        guard try head.parse(&pending, isComplete: isComplete) else { return }
        let elements = head.meta
        var syntax = elements[.transferSyntaxUID].map { _ in FileMeta(elements, guessing: nil).transferSyntax }
        if syntax == nil || syntax?.uid.rawValue.isEmpty == true {
            guard pending.readableBytes >= ElementHeader.shortCount || isComplete else { return }
            syntax = try guess(hasMeta: !elements.isEmpty)
            headTolerated.note(.guessedTransferSyntax, offset: head.position)
        }
        guard let syntax else { return }
        head.checkGroupLength()
        headTolerated = head.tolerated + headTolerated
        meta = elements.isEmpty ? nil : FileMeta(elements, guessing: syntax)
        transferSyntax = syntax
        dataSetOffset = head.position
        var decoder = DataSetDecoder(syntax, limits: limits, deferringAbove: threshold)
        let bytes = pending
        pending = ByteBuffer()
        try decoder.feed(bytes)
        self.decoder = decoder
    }

    /// The transfer syntax that the first element of a data set suggests.
    private func guess(hasMeta: Bool) throws(DataError) -> TransferSyntax {
        guard let word = HeaderWord(peeking: pending) else {
            guard hasMeta, pending.readableBytes == 0 else { throw DataError(reason: .notDICOM, offset: head.position) }
            return .implicitVRLittleEndian
        }
        let (first, second) = word.letters
        if VR(first, second) != nil {
            // As pydicom: a group of 0004 read the wrong way round is 1024.
            return word.tag(.little).group >= 0x0400 && word.tag(.big).group < 0x0400
                ? .explicitVRBigEndian : .explicitVRLittleEndian
        }
        guard hasMeta || isPlausibleImplicitVR(word) else { throw DataError(reason: .notDICOM, offset: head.position) }
        return .implicitVRLittleEndian
    }

    /// A text or picture must not pass for a data set: its first element is one that the standard knows.
    private func isPlausibleImplicitVR(_ word: HeaderWord) -> Bool {
        let tag = word.tag(.little)
        let length = word.longLength(.little)
        return Dictionary.vr(tag) != nil && tag.group >= 0x0004 && tag.group < 0x0400
            && (length <= Self.longestFirstValue || length == ElementHeader.undefinedLength)
    }

    private static let longestFirstValue: UInt32 = 1 << 16
}

/// A file decoded in whole.
package struct File: Hashable, Sendable {
    /// Nil where the file has none.
    package var meta: FileMeta?
    package var transferSyntax: TransferSyntax
    /// Without group 0002.
    package var dataSet: DataSet

    /// Decodes a file that is at hand in whole; its values share the buffer's memory.
    package static func decode(_ buffer: ByteBuffer, limits: DecodingLimits = .default) throws(DataError) -> File {
        var decoder = FileDecoder(limits: limits)
        try decoder.feed(buffer)
        let dataSet = try decoder.finish()
        guard let transferSyntax = decoder.transferSyntax else { throw DataError(reason: .notDICOM) }
        return File(meta: decoder.meta, transferSyntax: transferSyntax, dataSet: dataSet)
    }
}
