import NIOCore

/// Reads what precedes the data set in a file: the preamble and group 0002, each of which may be missing.
struct FileMetaParser {
    /// Bytes from the start of the file.
    private(set) var position = 0
    private(set) var elements: [DataElement] = []
    private(set) var tolerated: [Tolerance] = []
    private var isPastPreamble = false
    /// Where the group ends by its own (0002,0000).
    private var declaredEnd: Int?

    /// The longest group 0002, in bytes: private information may be in it, pixels may not.
    static let maximumLength = 1 << 20

    var meta: DataSet { DataSet(sorting: elements) }

    /// Reads as far as the bytes go.
    ///
    /// - Parameter isComplete: true when no more bytes will come.
    /// - Returns: true when the data set begins at the front of `bytes`.
    mutating func parse(_ bytes: inout ByteBuffer, isComplete: Bool) throws(DataError) -> Bool {
        if !isPastPreamble {
            guard bytes.readableBytes >= Self.headLength || isComplete else { return false }
            skipPreamble(&bytes)
        }
        while let element = try next(&bytes) {
            if element.tag == .fileMetaInformationGroupLength, case .bytes(let length) = element.value {
                declaredEnd = length.getInteger(at: length.readerIndex, endianness: .little, as: UInt32.self)
                    .map { position + Int($0) }
            }
            elements.append(element)
        }
        guard isAtEnd(bytes) || isComplete else { return false }
        if isComplete, !isAtEnd(bytes), bytes.readableBytes > 0 {
            throw DataError(reason: elements.isEmpty ? .notDICOM : .truncated, offset: position)
        }
        return true
    }

    /// Compares the group length with where the group has ended.
    mutating func checkGroupLength() {
        guard !elements.isEmpty, declaredEnd != position else { return }
        tolerated.note(.fileMetaGroupLength, tag: .fileMetaInformationGroupLength, offset: position)
    }

    private static let headLength = FileMeta.preambleLength + FileMeta.prefix.utf8.count

    private mutating func skipPreamble(_ bytes: inout ByteBuffer) {
        isPastPreamble = true
        let prefix = FileMeta.prefix
        let start = bytes.readerIndex
        if bytes.getString(at: start + FileMeta.preambleLength, length: prefix.utf8.count) == prefix {
            consume(Self.headLength, &bytes)
            return
        }
        tolerated.note(.noPreamble, offset: 0)
        if bytes.getString(at: start, length: prefix.utf8.count) == prefix {
            consume(prefix.utf8.count, &bytes)
        }
    }

    private mutating func consume(_ count: Int, _ bytes: inout ByteBuffer) {
        bytes.moveReaderIndex(forwardBy: count)
        position += count
    }

    /// True when what follows is not of group 0002.
    ///
    /// Writers get the group length wrong, so the tags decide; only in front of a deflated data set the bytes after
    /// the group may look like anything, and the length is believed.
    private func isAtEnd(_ bytes: ByteBuffer) -> Bool {
        if position == declaredEnd, isDeflated { return true }
        guard let group = bytes.getInteger(at: bytes.readerIndex, endianness: .little, as: UInt16.self) else {
            return false
        }
        return group != Tag.transferSyntaxUID.group
    }

    private var isDeflated: Bool {
        FileMeta(meta, guessing: nil).transferSyntax.isDeflated
    }

    /// The next element of group 0002; nil when the group ends or more bytes are needed.
    private mutating func next(_ bytes: inout ByteBuffer) throws(DataError) -> DataElement? {
        guard let word = HeaderWord(peeking: bytes), !isAtEnd(bytes),
            let header = try ElementHeader(peeking: bytes, word: word, encoding: .explicitLittleEndian)
        else { return nil }
        guard !header.hasUndefinedLength else {
            throw DataError(reason: .invalidLength, tag: header.tag, offset: position)
        }
        guard header.length <= Self.maximumLength, position + Int(header.length) <= Self.maximumLength else {
            throw DataError(reason: .tooLarge, tag: header.tag, offset: position)
        }
        let length = Int(header.length)
        guard let value = bytes.getSlice(at: bytes.readerIndex + header.count, length: length) else { return nil }
        if let damage = header.damage { tolerated.note(damage, tag: header.tag, offset: position) }
        consume(header.count + length, &bytes)
        let vr = header.vr ?? ImplicitVR.vr(of: header.tag, pixelRepresentation: nil)
        return DataElement(header.tag, vr, .bytes(value))
    }
}
