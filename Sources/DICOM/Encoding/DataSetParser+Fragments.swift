import NIOCore

extension DataSetParser {
    /// Reads the header of a fragment, or the end of the encapsulated value (PS3.5 §A.4).
    mutating func readFragmentItem() throws(DataError) -> Bool {
        guard let open = fragments else {
            expected = .element
            return true
        }
        let remaining = dataSets[innermost].limit - position
        if remaining == 0 {
            note(.missingDelimiter, .sequenceDelimitationItem)
            try closeFragments()
            return true
        }
        guard remaining >= ElementHeader.shortCount else { throw failure(.invalidLength, open.tag) }
        guard let word = HeaderWord(peeking: input) else { return false }
        let (tag, length) = (word.tag(open.byteOrder), word.longLength(open.byteOrder))
        consume(ElementHeader.shortCount)
        switch tag {
        case .item:
            try beginFragment(length, open)
        case .sequenceDelimitationItem:
            if length != 0 { note(.delimiterLength, tag) }
            try closeFragments()
        default: throw failure(.unexpectedTag, tag)
        }
        return true
    }

    private mutating func beginFragment(_ length: UInt32, _ open: OpenFragments) throws(DataError) {
        let remaining = dataSets[innermost].limit - position
        guard length != ElementHeader.undefinedLength, Int(length) <= remaining else {
            throw failure(.invalidLength, open.tag)
        }
        let length = Int(length)
        if !length.isMultiple(of: 2) { note(.oddLength, .item) }
        try count(.item)
        if open.table != nil, open.isDeferred {
            fragments?.ranges.append(position..<position + length)
            expected = .skipped(remaining: length)
        } else {
            guard length <= limits.maximumElementLength else { throw failure(.tooLarge, open.tag) }
            expected = .fragment(length: length)
        }
    }

    /// The bytes of a fragment that is kept; the first is the Basic Offset Table.
    mutating func readFragment(_ length: Int) throws(DataError) -> Bool {
        guard let bytes = take(length) else { return false }
        expected = .fragmentItem
        let order = fragments?.byteOrder ?? .little
        if fragments?.table == nil {
            if !length.isMultiple(of: MemoryLayout<UInt32>.size) { note(.offsetTable, fragments?.tag) }
            fragments?.table = bytes.offsets(order)
        } else {
            fragments?.fragments.append(bytes)
        }
        return true
    }

    mutating func closeFragments() throws(DataError) {
        guard let open = fragments else { return }
        fragments = nil
        expected = .element
        try add(DataElement(open.tag, open.vr, open.value(end: position)))
    }
}

extension ByteBuffer {
    /// The numbers of a Basic Offset Table.
    fileprivate func offsets(_ order: ByteOrder) -> [UInt32] {
        let size = MemoryLayout<UInt32>.size
        return stride(from: readerIndex, through: writerIndex - size, by: size).compactMap {
            getInteger(at: $0, endianness: order == .little ? .little : .big)
        }
    }
}
