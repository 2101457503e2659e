import NIOCore

extension DataSetParser {
    var innermost: Int { dataSets.count - 1 }

    /// Reads a header, and decides what its value is.
    mutating func readElement() throws(DataError) -> Bool {
        if position == dataSets[innermost].limit {
            if !dataSets[innermost].hasLength { note(.missingDelimiter, .itemDelimitationItem) }
            closeItem()
            return true
        }
        guard let word = HeaderWord(peeking: input) else {
            guard dataSets[innermost].limit - position >= ElementHeader.shortCount else {
                throw failure(.invalidLength)
            }
            return false
        }
        if !dataSets[innermost].isEncodingSettled { settleEncoding(word) }
        let encoding = dataSets[innermost].encoding
        if word.rawValue == 0, sequences.isEmpty {
            skipZeros()
            return true
        }
        guard let header = try parseHeader(word, encoding) else { return false }
        if header.tag.group == Tag.item.group {
            return try readDelimiter(header)
        }
        guard dataSets[innermost].limit - position >= header.count else { throw failure(.invalidLength, header.tag) }
        if let damage = header.damage { note(damage, header.tag) }
        try count(header.tag)
        consume(header.count)
        try begin(header)
        return true
    }

    private func parseHeader(_ word: HeaderWord, _ encoding: Encoding) throws(DataError) -> ElementHeader? {
        do {
            return try ElementHeader(peeking: input, word: word, encoding: encoding)
        } catch {
            throw failure(error.reason, error.tag)
        }
    }

    /// Some writers fill the file up to a block.
    private mutating func skipZeros() {
        noteTrailingZeros()
        consume(ElementHeader.shortCount)
    }

    /// Once for all of them.
    mutating func noteTrailingZeros() {
        if tolerated.last?.kind != .trailingBytes { note(.trailingBytes) }
    }

    /// Decides how the value of the element comes, whose header has just been consumed.
    private mutating func begin(_ element: ElementHeader) throws(DataError) {
        let tag = element.tag
        if sequences.isEmpty, tag >= .floatPixelData, pixelDataOffset == nil {
            pixelDataOffset = position - element.count
        }
        let pixelRepresentation = dataSets[innermost].pixelRepresentation
        let vr = element.vr ?? ImplicitVR.vr(of: tag, pixelRepresentation: pixelRepresentation)
        if element.hasUndefinedLength {
            try beginUndefined(element, vr)
            return
        }
        let length = Int(element.length)
        guard length <= dataSets[innermost].limit - position else { throw failure(.invalidLength, tag) }
        if vr == .SQ {
            try openSequence(tag, end: position + length, encoding: dataSets[innermost].encoding)
            return
        }
        header = ValueHeader(
            tag: tag,
            vr: vr,
            length: length,
            // PS3.5 §6.2.2: what is unknown is little-endian in any transfer syntax.
            byteOrder: vr == .UN ? .little : dataSets[innermost].encoding.byteOrder,
            isKept: !isDroppedGroupLength(tag)
        )
        if !length.isMultiple(of: 2) { note(.oddLength, tag) }
        if !header.isKept || isDeferred(tag, vr, length) {
            if vr == .UN { header.vr = regained(tag, length, pixelRepresentation) }
            expected = .skipped(remaining: length)
        } else {
            guard length <= limits.maximumElementLength else { throw failure(.tooLarge, tag) }
            expected = .value
        }
    }

    /// PS3.5 §7.1.3: an undefined length is a sequence's or an encapsulated value's.
    private mutating func beginUndefined(_ element: ElementHeader, _ vr: VR) throws(DataError) {
        let (tag, encoding) = (element.tag, dataSets[innermost].encoding)
        switch vr {
        case .SQ: try openSequence(tag, end: nil, encoding: encoding)
        case .UN where !tag.isPixelData:
            // PS3.5 §6.2.2, Note 7: whatever the transfer syntax.
            try openSequence(tag, end: nil, encoding: .implicitLittleEndian)
        case .OB, .OW, .UN:
            fragments = OpenFragments(
                tag: tag,
                // PS3.5 §A.4: encapsulated Pixel Data is OB, also where a header cannot say so.
                vr: element.vr == nil || vr == .UN ? .OB : vr,
                byteOrder: encoding.byteOrder,
                start: position,
                isDeferred: threshold != nil && sequences.isEmpty
            )
            expected = .fragmentItem
        default:
            guard encoding.isImplicitVR, !tag.isGroupLength else { throw failure(.invalidLength, tag) }
            note(.undefinedLength, tag)
            try openSequence(tag, end: nil, encoding: encoding)
        }
    }

    private func isDeferred(_ tag: Tag, _ vr: VR, _ length: Int) -> Bool {
        guard let threshold, sequences.isEmpty else { return false }
        if tag.isPixelData { return true }
        // A sequence in the guise of UN is one.
        return length > threshold && !(vr == .UN && Dictionary.vr(tag) == .SQ)
    }

    /// Command sets and file meta information keep theirs; its reader wants it.
    private func isDroppedGroupLength(_ tag: Tag) -> Bool {
        tag.isGroupLength && tag.group > 2
    }

    // MARK: Values

    mutating func readValue() throws(DataError) -> Bool {
        guard var bytes = take(header.length) else { return false }
        let tag = header.tag
        if header.byteOrder == .big { bytes.swap(width: header.vr.width) }
        if header.length == 0 { bytes = ByteBuffer() }
        let element =
            header.vr == .UN ? unknown(tag, bytes) : DataElement(tag, header.vr, .bytes(bytes))
        if tag == .specificCharacterSet {
            dataSets[innermost].characterSet = CharacterSet(element)
        } else if tag == .pixelRepresentation {
            dataSets[innermost].pixelRepresentation =
                bytes.getInteger(at: bytes.readerIndex, endianness: .little) ?? dataSets[innermost].pixelRepresentation
        }
        expected = .element
        try add(element)
        return true
    }

    /// An element of VR UN, with the dictionary's VR where its bytes allow that.
    private mutating func unknown(_ tag: Tag, _ bytes: ByteBuffer) -> DataElement {
        let vr = regained(tag, bytes.readableBytes, dataSets[innermost].pixelRepresentation)
        guard Dictionary.vr(tag) == .SQ else { return DataElement(tag, vr, .bytes(bytes)) }
        guard let items = items(of: tag, in: bytes) else { return DataElement(tag, .UN, .bytes(bytes)) }
        return DataElement(tag, .SQ, .items(items))
    }

    /// The VR for a value of that length which came as UN; UN where the dictionary knows none or the length denies it.
    private func regained(_ tag: Tag, _ length: Int, _ pixelRepresentation: UInt16?) -> VR {
        let vr = ImplicitVR.vr(of: tag, pixelRepresentation: pixelRepresentation)
        return vr != .SQ && length.isMultiple(of: vr.width) ? vr : .UN
    }

    /// Puts the element into the innermost data set.
    mutating func add(_ element: DataElement) throws(DataError) {
        if let last = dataSets[innermost].elements.last, last.tag >= element.tag {
            if last.tag == element.tag {
                note(.duplicate, element.tag)
            } else {
                note(.outOfOrder, element.tag)
            }
        }
        dataSets[innermost].elements.append(element)
    }
}

extension Tag {
    /// True of the three attributes that hold pixels (PS3.3 §C.7.6.3, §C.7.6.24, §C.7.6.25).
    package var isPixelData: Bool {
        self == .pixelData || self == .floatPixelData || self == .doubleFloatPixelData
    }
}
