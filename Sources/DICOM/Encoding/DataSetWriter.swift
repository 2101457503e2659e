import NIOCore

/// Writes elements one behind the other, and what is deferred as pieces between them.
struct DataSetWriter {
    private let encoding: Encoding
    private let isEncapsulated: Bool
    /// What has been written since the last deferred value.
    private(set) var bytes = ByteBuffer()
    private var pieces: [EncodedPiece] = []

    /// The longest value of a VR with a 16-bit length: even.
    private static let maximumShortLength = 65_534
    /// The longest value with a 32-bit length: even, and not the undefined length.
    private static let maximumLongLength = 0xFFFF_FFFE
    /// The most bytes written at a stretch, since a ``ByteBuffer`` ends at four gibibytes.
    private static let maximumStretch = 0xFFFF_0000

    init(_ transferSyntax: TransferSyntax) {
        encoding = Encoding(transferSyntax)
        isEncapsulated = transferSyntax.isEncapsulated
    }

    mutating func finish() -> [EncodedPiece] {
        flush()
        return pieces
    }

    private mutating func flush() {
        guard bytes.readableBytes > 0 else { return }
        pieces.append(.bytes(bytes))
        bytes = ByteBuffer()
    }

    mutating func write(_ dataSet: DataSet) throws(DataError) {
        for element in dataSet.elements { try write(element) }
    }

    private mutating func write(_ element: DataElement) throws(DataError) {
        let (tag, vr) = (element.tag, element.vr)
        switch element.value {
        case .bytes(let value): try write(value, tag, vr)
        case .items(let items): try write(items, tag)
        case .fragments(let fragments): try write(fragments, tag, vr)
        case .deferred(let deferred): try write(deferred, tag, vr)
        }
    }

    // MARK: Values

    private mutating func write(_ value: ByteBuffer, _ tag: Tag, _ vr: VR) throws(DataError) {
        let isOdd = !value.readableBytes.isMultiple(of: 2)
        let written = self.vr(for: vr, length: value.readableBytes)
        try writeHeader(tag, written, length: value.readableBytes + (isOdd ? 1 : 0))
        try reserve(value.readableBytes, tag)
        if encoding.byteOrder == .big, written.width > 1 {
            bytes.writeImmutableBuffer(value.swapped(width: written.width))
        } else {
            bytes.writeImmutableBuffer(value)
        }
        if isOdd { bytes.writeInteger(vr.padding) }
    }

    /// PS3.18 §8.7.3.4: a value too long for its VR's 16-bit length goes as UN.
    private func vr(for vr: VR, length: Int) -> VR {
        encoding.isImplicitVR || vr.hasLongLength || length <= Self.maximumShortLength ? vr : .UN
    }

    private mutating func write(_ items: [DataSet], _ tag: Tag) throws(DataError) {
        let sequence = try writeOpenHeader(tag, .SQ)
        for item in items {
            write(.item)
            let length = bytes.writerIndex
            write(UInt32(0))
            try write(item)
            try close(length, tag)
        }
        try close(sequence, tag)
    }

    private mutating func write(_ fragments: Fragments, _ tag: Tag, _ vr: VR) throws(DataError) {
        try checkEncapsulation(tag)
        try writeHeader(tag, vr, length: nil)
        write(.item)
        let table = fragments.basicOffsetTable
        write(try longLength(table.count * MemoryLayout<UInt32>.size, tag))
        for offset in table { write(offset) }
        for fragment in fragments.fragments {
            let isOdd = !fragment.readableBytes.isMultiple(of: 2)
            write(.item)
            write(try longLength(fragment.readableBytes + (isOdd ? 1 : 0), tag))
            try reserve(fragment.readableBytes, tag)
            bytes.writeImmutableBuffer(fragment)
            if isOdd { bytes.writeInteger(UInt8(0)) }
        }
        write(.sequenceDelimitationItem)
        write(UInt32(0))
    }

    /// Encapsulated Pixel Data in a native transfer syntax would be a file that nothing can read.
    private func checkEncapsulation(_ tag: Tag) throws(DataError) {
        guard isEncapsulated || tag != .pixelData else { throw DataError(reason: .invalidEncapsulation, tag: tag) }
    }

    private mutating func write(_ deferred: Deferred, _ tag: Tag, _ vr: VR) throws(DataError) {
        if let encapsulation = deferred.encapsulation {
            try checkEncapsulation(tag)
            // The headers of the fragments are copied with them, and no encapsulated syntax is big-endian.
            guard deferred.byteOrder == encoding.byteOrder else {
                throw DataError(reason: .invalidEncapsulation, tag: tag)
            }
            try writeHeader(tag, vr, length: nil)
            flush()
            pieces.append(.deferred(deferred, .OB))
            if !encapsulation.isDelimited(in: deferred.range) {
                write(.sequenceDelimitationItem)
                write(UInt32(0))
            }
            return
        }
        let isOdd = !deferred.range.count.isMultiple(of: 2)
        let written = self.vr(for: vr, length: deferred.range.count)
        try writeHeader(tag, written, length: deferred.range.count + (isOdd ? 1 : 0))
        flush()
        pieces.append(.deferred(deferred, written == .UN && encoding.byteOrder == .big ? .UN : vr))
        if isOdd { bytes.writeInteger(vr.padding) }
    }

    // MARK: Headers

    /// - Parameter length: nil for the undefined length.
    private mutating func writeHeader(_ tag: Tag, _ vr: VR, length: Int?) throws(DataError) {
        write(tag)
        let long = try length.map { length throws(DataError) in try longLength(length, tag) }
        if encoding.isImplicitVR {
            write(long ?? ElementHeader.undefinedLength)
            return
        }
        bytes.writeString(vr.rawValue)
        if vr.hasLongLength {
            write(UInt16(0))
            write(long ?? ElementHeader.undefinedLength)
        } else {
            guard let long, let short = UInt16(exactly: long) else { throw DataError(reason: .tooLarge, tag: tag) }
            write(short)
        }
    }

    /// - Returns: where the length stands, for ``close(_:_:)``.
    private mutating func writeOpenHeader(_ tag: Tag, _ vr: VR) throws(DataError) -> Int {
        try writeHeader(tag, vr, length: 0)
        return bytes.writerIndex - MemoryLayout<UInt32>.size
    }

    /// Puts the length of what was written since into its place.
    private mutating func close(_ index: Int, _ tag: Tag) throws(DataError) {
        let length = try longLength(bytes.writerIndex - index - MemoryLayout<UInt32>.size, tag)
        bytes.setInteger(length, at: index, endianness: encoding.byteOrder == .little ? .little : .big)
    }

    private func longLength(_ length: Int, _ tag: Tag) throws(DataError) -> UInt32 {
        guard length <= Self.maximumLongLength else { throw DataError(reason: .tooLarge, tag: tag) }
        return UInt32(length)
    }

    private func reserve(_ count: Int, _ tag: Tag) throws(DataError) {
        guard bytes.writerIndex + count <= Self.maximumStretch else { throw DataError(reason: .tooLarge, tag: tag) }
    }

    // MARK: Numbers

    private mutating func write(_ tag: Tag) {
        write(tag.group)
        write(tag.element)
    }

    private mutating func write(_ number: some FixedWidthInteger) {
        bytes.writeInteger(number, endianness: encoding.byteOrder == .little ? .little : .big)
    }
}

extension Deferred.Encapsulation {
    /// False when the value ended without its Sequence Delimitation Item.
    fileprivate func isDelimited(in range: Range<Int>) -> Bool {
        let table = range.lowerBound + ElementHeader.shortCount + basicOffsetTable.count * MemoryLayout<UInt32>.size
        return range.upperBound >= (fragments.last?.upperBound ?? table) + ElementHeader.shortCount
    }
}
