import NIOCore

extension DataSetParser {
    /// - Parameter end: where the sequence's own length says that it ends; nil when it is undefined.
    mutating func openSequence(_ tag: Tag, end: Int?, encoding: Encoding) throws(DataError) {
        guard sequences.count < limits.maximumDepth else { throw failure(.nestedTooDeep, tag) }
        sequences.append(
            OpenSequence(
                tag: tag,
                encoding: encoding,
                limit: end ?? dataSets[innermost].limit,
                hasLength: end != nil
            )
        )
        expected = .item
    }

    /// Reads an item's header, or the end of the sequence (PS3.5 §7.5).
    mutating func readItem() throws(DataError) -> Bool {
        let sequence = sequences.count - 1
        if position == sequences[sequence].limit {
            if !sequences[sequence].hasLength { note(.missingDelimiter, .sequenceDelimitationItem) }
            return try closeSequence()
        }
        let remaining = sequences[sequence].limit - position
        guard let word = HeaderWord(peeking: input) else {
            guard remaining >= ElementHeader.shortCount else {
                throw failure(.invalidLength, sequences[sequence].tag)
            }
            return false
        }
        let order = sequences[sequence].encoding.byteOrder
        let (tag, length) = (word.tag(order), word.longLength(order))
        guard remaining >= ElementHeader.shortCount else { throw failure(.invalidLength, tag) }
        switch tag {
        case .item: return try openItem(length)
        case .sequenceDelimitationItem where !sequences[sequence].hasLength:
            if length != 0 { note(.delimiterLength, tag) }
            consume(ElementHeader.shortCount)
            return try closeSequence()
        case .sequenceDelimitationItem, .itemDelimitationItem:
            note(.strayDelimiter, tag)
            consume(ElementHeader.shortCount)
            return true
        default:
            // The data set goes on without the delimiter: only a tag that is next in order is taken for that.
            guard !sequences[sequence].hasLength, tag > sequences[sequence].tag, tag.group != Tag.item.group else {
                throw failure(.unexpectedTag, tag)
            }
            note(.missingDelimiter, .sequenceDelimitationItem)
            return try closeSequence()
        }
    }

    private mutating func openItem(_ length: UInt32) throws(DataError) -> Bool {
        let sequence = sequences.count - 1
        try count(.item)
        consume(ElementHeader.shortCount)
        let hasLength = length != ElementHeader.undefinedLength
        if hasLength, Int(length) > sequences[sequence].limit - position {
            // Writers that change an item forget the length of the sequence: what is around it must hold the item yet.
            guard sequences[sequence].hasLength, Int(length) <= dataSets[innermost].limit - position else {
                throw failure(.invalidLength, .item)
            }
            note(.sequenceLength, sequences[sequence].tag)
            sequences[sequence].limit = position + Int(length)
        }
        let limit = sequences[sequence].limit
        dataSets.append(
            OpenDataSet(
                encoding: sequences[sequence].encoding,
                limit: hasLength ? position + Int(length) : limit,
                hasLength: hasLength,
                characterSet: dataSets[innermost].characterSet,
                pixelRepresentation: dataSets[innermost].pixelRepresentation
            )
        )
        expected = .element
        return true
    }

    /// An item or delimiter where an element may stand.
    mutating func readDelimiter(_ header: ElementHeader) throws(DataError) -> Bool {
        let item = dataSets[innermost]
        switch header.tag {
        case .itemDelimitationItem where !sequences.isEmpty && !item.hasLength:
            if header.length != 0 { note(.delimiterLength, header.tag) }
            consume(header.count)
            closeItem()
        case .sequenceDelimitationItem where !sequences.isEmpty && !item.hasLength,
            .item where !sequences.isEmpty && !item.hasLength:
            // The item's own delimiter is missing; this one belongs to the sequence.
            note(.missingDelimiter, .itemDelimitationItem)
            closeItem()
        case .itemDelimitationItem, .sequenceDelimitationItem:
            guard item.limit - position >= header.count else { throw failure(.invalidLength, header.tag) }
            note(.strayDelimiter, header.tag)
            consume(header.count)
        default: throw failure(.unexpectedTag, header.tag)
        }
        return true
    }

    mutating func closeItem() {
        guard !sequences.isEmpty, let item = dataSets.popLast() else { return }
        sequences[sequences.count - 1].items.append(item.dataSet)
        expected = .item
    }

    mutating func closeSequence() throws(DataError) -> Bool {
        guard let sequence = sequences.popLast() else { return false }
        expected = .element
        try add(DataElement(sequence.tag, .SQ, .items(sequence.items)))
        return true
    }

    // MARK: Encoding

    /// Compares the first header of a data set with the encoding that it should have, and believes the header.
    ///
    /// As pydicom does: there are writers that declare one VR encoding and use the other, and writers whose sequences
    /// in UN are not Implicit VR.
    mutating func settleEncoding(_ word: HeaderWord) {
        dataSets[innermost].isEncodingSettled = true
        let encoding = dataSets[innermost].encoding
        let tag = word.tag(encoding.byteOrder)
        guard encoding.byteOrder == .little, tag.group != Tag.item.group, word.rawValue != 0 else { return }
        let (first, second) = word.letters
        if !encoding.isImplicitVR {
            guard !VR.areCapitals(first, second) else { return }
            note(.implicitVR, tag)
        } else {
            // As a length these letters would be a rare one; with the VR that the tag has, they are no accident.
            guard let vr = VR(first, second), vr == Dictionary.vr(tag) else { return }
            note(.explicitVR, tag)
        }
        dataSets[innermost].encoding.isImplicitVR.toggle()
    }

    /// The items of a sequence whose value is at hand, in Implicit VR; nil when it is none.
    mutating func items(of tag: Tag, in bytes: ByteBuffer) -> [DataSet]? {
        guard bytes.readableBytes > 0 else { return [] }
        var limits = limits
        limits.maximumDepth -= sequences.count
        limits.maximumElements -= elementCount
        limits.maximumDataSetLength = .max
        var parser = DataSetParser(
            .implicitLittleEndian,
            limits: limits,
            characterSet: dataSets[innermost].characterSet,
            pixelRepresentation: dataSets[innermost].pixelRepresentation,
            position: position - bytes.readableBytes
        )
        // Bytes that are no sequence stay what they are: unknown.
        guard (try? parser.parse(bytes, asSequence: tag)) != nil,
            case .items(let items)? = parser.dataSets.first?.elements.first?.value
        else { return nil }
        elementCount += parser.elementCount
        for tolerance in parser.tolerated {
            tolerated.note(tolerance.kind, tag: tolerance.tag, offset: tolerance.offset)
        }
        return items
    }

    private mutating func parse(_ bytes: ByteBuffer, asSequence tag: Tag) throws(DataError) {
        try openSequence(tag, end: position + bytes.readableBytes, encoding: .implicitLittleEndian)
        try parse(bytes)
    }
}
