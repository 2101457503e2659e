package import DICOM
package import NIOCore

// A command set is always Implicit VR Little Endian, its tags in group 0000 and ascending (PS3.7 §6.3.1). It is small
// and its VRs are fixed, so it has a codec of its own, stricter than that of data sets.
extension CommandSet {
    /// No command of the standard reaches a thousand bytes, but Orthanc 1.10 puts the list of failed instances into the
    /// final response of a C-GET; what a peer sends beyond this is refused.
    package static let maximumLength = 1 << 20

    /// (0000,0800) when no data set follows (PS3.7 §E.1).
    private static let noDataSet: UInt16 = 0x0101
    private static let someDataSet: UInt16 = 0x0001
    /// (0000,0902) is an LO (PS3.5 §6.2).
    private static let maximumCommentLength = 64

    /// Reads a command set. Elements of other groups, which have no business there, are read past.
    ///
    /// - Throws: `truncated`, `unexpectedTag` (out of order), `invalidLength`, `invalidValue`, or
    ///   `truncated` at (0000,0100) where that field, which every command has, is missing.
    package init(decoding buffer: ByteBuffer) throws(DataError) {
        var fields = CommandFields()
        var rest = buffer
        var last: Tag?
        while rest.readableBytes > 0 {
            let offset = rest.readerIndex - buffer.readerIndex
            guard let group = rest.readInteger(endianness: .little, as: UInt16.self),
                let element = rest.readInteger(endianness: .little, as: UInt16.self),
                let length = rest.readInteger(endianness: .little, as: UInt32.self)
            else { throw DataError(reason: .truncated, tag: last, offset: offset) }
            let tag = Tag(group, element)
            guard let count = Int(exactly: length), let value = rest.readSlice(length: count) else {
                throw DataError(reason: .truncated, tag: tag, offset: offset)
            }
            guard group == 0 else { continue }
            guard last.map({ $0 < tag }) ?? true else {
                throw DataError(reason: .unexpectedTag, tag: tag, offset: offset)
            }
            fields.values[tag] = value
            last = tag
        }
        try self.init(fields)
    }

    private init(_ fields: CommandFields) throws(DataError) {
        guard let field = try fields.number(.commandField) else {
            throw DataError(reason: .truncated, tag: .commandField)
        }
        self.init(CommandField(rawValue: field))
        sopClassUID = try fields.uid(.affectedSOPClassUID, or: .requestedSOPClassUID)
        messageID = try fields.number(.messageID)
        messageIDBeingRespondedTo = try fields.number(.messageIDBeingRespondedTo)
        moveDestination = fields.text(.moveDestination)
        priority = try fields.number(.priority).flatMap(Priority.init)
        let dataSetType = try fields.number(.commandDataSetType)
        hasDataSet = dataSetType != nil && dataSetType != Self.noDataSet
        status = try fields.number(.status).map(Status.init)
        offendingElements = try fields.tags(.offendingElement)
        errorComment = fields.text(.errorComment)
        sopInstanceUID = try fields.uid(.affectedSOPInstanceUID, or: .requestedSOPInstanceUID)
        actionTypeID = try fields.number(.actionTypeID)
        subOperations.remaining = try fields.number(.numberOfRemainingSuboperations)
        subOperations.completed = try fields.number(.numberOfCompletedSuboperations)
        subOperations.failed = try fields.number(.numberOfFailedSuboperations)
        subOperations.warning = try fields.number(.numberOfWarningSuboperations)
        let originator = MoveOriginator(
            aeTitle: fields.text(.moveOriginatorApplicationEntityTitle),
            messageID: try fields.number(.moveOriginatorMessageID)
        )
        moveOriginator = originator == MoveOriginator() ? nil : originator
    }

    /// The command set's bytes, its group length at their head.
    package func encoded() -> ByteBuffer {
        var body = CommandWriter()
        body.write(field.tagOfSOPClassUID, sopClassUID?.rawValue, padding: 0)
        body.write(.commandField, field.rawValue)
        body.write(.messageID, messageID)
        body.write(.messageIDBeingRespondedTo, messageIDBeingRespondedTo)
        body.write(.moveDestination, moveDestination)
        body.write(.priority, priority?.rawValue)
        body.write(.commandDataSetType, hasDataSet ? Self.someDataSet : Self.noDataSet)
        body.write(.status, status?.rawValue)
        body.write(.offendingElement, offendingElements)
        body.write(.errorComment, errorComment.map { String($0.prefix(Self.maximumCommentLength)) })
        body.write(field.tagOfSOPInstanceUID, sopInstanceUID?.rawValue, padding: 0)
        body.write(.actionTypeID, actionTypeID)
        body.write(.numberOfRemainingSuboperations, subOperations.remaining)
        body.write(.numberOfCompletedSuboperations, subOperations.completed)
        body.write(.numberOfFailedSuboperations, subOperations.failed)
        body.write(.numberOfWarningSuboperations, subOperations.warning)
        body.write(.moveOriginatorApplicationEntityTitle, moveOriginator?.aeTitle)
        body.write(.moveOriginatorMessageID, moveOriginator?.messageID)
        return body.finished()
    }
}

extension CommandField {
    /// Requests about an instance that is there name it as requested, all else as affected (PS3.7 §10.3).
    private var namesWhatIsRequested: Bool {
        [.attributeGetRequest, .setRequest, .actionRequest, .deleteRequest].contains(self)
    }

    fileprivate var tagOfSOPClassUID: Tag { namesWhatIsRequested ? .requestedSOPClassUID : .affectedSOPClassUID }
    fileprivate var tagOfSOPInstanceUID: Tag {
        namesWhatIsRequested ? .requestedSOPInstanceUID : .affectedSOPInstanceUID
    }
}

/// The values of a command set as they came.
private struct CommandFields {
    var values: [Tag: ByteBuffer] = [:]

    /// A US of one value; nil when absent or empty.
    func number(_ tag: Tag) throws(DataError) -> UInt16? {
        guard let value = values[tag], value.readableBytes > 0 else { return nil }
        guard value.readableBytes == 2 else { throw DataError(reason: .invalidLength, tag: tag) }
        return value.getInteger(at: value.readerIndex, endianness: .little)
    }

    /// The UI of the first tag, else of the second, its padding removed; nil when both are absent or empty.
    func uid(_ tag: Tag, or other: Tag) throws(DataError) -> UID? {
        guard let text = text(tag) ?? text(other) else { return nil }
        guard let uid = UID(validating: text) else { throw DataError(reason: .invalidValue, tag: tag) }
        return uid
    }

    /// A string, without the NULs and spaces about it; nil when absent or empty.
    func text(_ tag: Tag) -> String? {
        guard let value = values[tag] else { return nil }
        let isPadding = { (byte: UInt8) in byte == 0 || byte == UInt8(ascii: " ") }
        let bytes = value.readableBytesView.drop(while: isPadding)
        guard let end = bytes.lastIndex(where: { !isPadding($0) }) else { return nil }
        return String(decoding: bytes[...end], as: UTF8.self)
    }

    /// An AT of any number of values.
    func tags(_ tag: Tag) throws(DataError) -> [Tag] {
        guard var value = values[tag] else { return [] }
        guard value.readableBytes % 4 == 0 else { throw DataError(reason: .invalidLength, tag: tag) }
        var tags: [Tag] = []
        while let group = value.readInteger(endianness: .little, as: UInt16.self),
            let element = value.readInteger(endianness: .little, as: UInt16.self)
        {
            tags.append(Tag(group, element))
        }
        return tags
    }
}

/// Writes elements of group 0000, and their length before them.
private struct CommandWriter {
    private var body = ByteBuffer()

    mutating func write(_ tag: Tag, _ number: UInt16?) {
        guard let number else { return }
        writeHeader(tag, length: 2)
        body.writeInteger(number, endianness: .little)
    }

    mutating func write(_ tag: Tag, _ text: String?, padding: UInt8 = UInt8(ascii: " ")) {
        guard let text, !text.isEmpty else { return }
        let length = text.utf8.count
        writeHeader(tag, length: length + length % 2)
        body.writeString(text)
        if length % 2 == 1 {
            body.writeInteger(padding)
        }
    }

    mutating func write(_ tag: Tag, _ tags: [Tag]) {
        guard !tags.isEmpty else { return }
        writeHeader(tag, length: tags.count * 4)
        for value in tags {
            body.writeMultipleIntegers(value.group, value.element, endianness: .little)
        }
    }

    private mutating func writeHeader(_ tag: Tag, length: Int) {
        body.writeMultipleIntegers(tag.group, tag.element, UInt32(clamping: length), endianness: .little)
    }

    func finished() -> ByteBuffer {
        var whole = CommandWriter()
        whole.writeHeader(.commandGroupLength, length: 4)
        whole.body.writeInteger(UInt32(clamping: body.readableBytes), endianness: .little)
        whole.body.writeImmutableBuffer(body)
        return whole.body
    }
}
