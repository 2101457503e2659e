package import NIOCore

/// The file meta information of a Part 10 file (PS3.10 §7.1).
package struct FileMeta: Hashable, Sendable {
    package var mediaStorageSOPClassUID: UID
    package var mediaStorageSOPInstanceUID: UID
    package var transferSyntax: TransferSyntax
    package var implementationClassUID: UID
    package var implementationVersionName: String?
    package var sourceApplicationEntityTitle: String?
    package var sendingApplicationEntityTitle: String?
    package var receivingApplicationEntityTitle: String?

    /// Meta information for a file that Gantry writes.
    package init(
        mediaStorageSOPClassUID: UID,
        mediaStorageSOPInstanceUID: UID,
        transferSyntax: TransferSyntax,
        sourceApplicationEntityTitle: String? = nil
    ) {
        self.mediaStorageSOPClassUID = mediaStorageSOPClassUID
        self.mediaStorageSOPInstanceUID = mediaStorageSOPInstanceUID
        self.transferSyntax = transferSyntax
        self.sourceApplicationEntityTitle = sourceApplicationEntityTitle
        implementationClassUID = Implementation.classUID
        implementationVersionName = Implementation.versionName
    }

    /// What the elements of group 0002 say; UIDs that are missing are empty.
    ///
    /// - Parameter transferSyntax: the one found out otherwise, where (0002,0010) is missing.
    init(_ elements: DataSet, guessing transferSyntax: TransferSyntax?) {
        mediaStorageSOPClassUID = elements.metaUID(.mediaStorageSOPClassUID) ?? ""
        mediaStorageSOPInstanceUID = elements.metaUID(.mediaStorageSOPInstanceUID) ?? ""
        self.transferSyntax =
            elements.metaUID(.transferSyntaxUID).map(TransferSyntax.init) ?? transferSyntax ?? .implicitVRLittleEndian
        implementationClassUID = elements.metaUID(.implementationClassUID) ?? ""
        implementationVersionName = elements.metaText(.implementationVersionName)
        sourceApplicationEntityTitle = elements.metaText(.sourceApplicationEntityTitle)
        sendingApplicationEntityTitle = elements.metaText(.sendingApplicationEntityTitle)
        receivingApplicationEntityTitle = elements.metaText(.receivingApplicationEntityTitle)
    }

    /// The bytes of the file up to the data set.
    ///
    /// - Parameter preamble: whether the 128 zeros and the prefix come first, as in a file they must.
    package func encoded(preamble: Bool = true) -> ByteBuffer {
        var group = ByteBuffer()
        group.writeMeta(.fileMetaInformationVersion, .OB, ByteBuffer(bytes: [0, 1]))
        group.writeMeta(.mediaStorageSOPClassUID, mediaStorageSOPClassUID)
        group.writeMeta(.mediaStorageSOPInstanceUID, mediaStorageSOPInstanceUID)
        group.writeMeta(.transferSyntaxUID, transferSyntax.uid)
        group.writeMeta(.implementationClassUID, implementationClassUID)
        group.writeMeta(.implementationVersionName, .SH, implementationVersionName)
        group.writeMeta(.sourceApplicationEntityTitle, .AE, sourceApplicationEntityTitle)
        group.writeMeta(.sendingApplicationEntityTitle, .AE, sendingApplicationEntityTitle)
        group.writeMeta(.receivingApplicationEntityTitle, .AE, receivingApplicationEntityTitle)

        var bytes = ByteBuffer()
        if preamble {
            bytes.writeRepeatingByte(0, count: Self.preambleLength)
            bytes.writeString(Self.prefix)
        }
        var length = ByteBuffer()
        length.writeInteger(UInt32(clamping: group.readableBytes), endianness: .little)
        bytes.writeMeta(.fileMetaInformationGroupLength, .UL, length)
        bytes.writeBuffer(&group)
        return bytes
    }

    static let preambleLength = 128
    static let prefix = "DICM"
}

/// How Gantry names itself in files and associations (PS3.7 §D.3.3.2).
package enum Implementation {
    /// Derived from a UUID, so no root had to be registered (PS3.5 §B.2).
    package static let classUID: UID = "2.25.271833931026228641777573928622253341735"
    /// At most sixteen characters.
    package static let versionName = "GANTRY"
}

extension DataSet {
    fileprivate func metaUID(_ tag: Tag) -> UID? {
        metaText(tag).map(UID.init(rawValue:))
    }

    /// The text without its padding; nil when there is none.
    fileprivate func metaText(_ tag: Tag) -> String? {
        guard case .bytes(let bytes)? = self[tag]?.value else { return nil }
        var text = Substring(String(buffer: bytes))
        while let last = text.last, last == "\0" || last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return text.isEmpty ? nil : String(text)
    }
}

extension ByteBuffer {
    fileprivate mutating func writeMeta(_ tag: Tag, _ uid: UID) {
        writeMeta(tag, .UI, uid.rawValue)
    }

    fileprivate mutating func writeMeta(_ tag: Tag, _ vr: VR, _ text: String?) {
        guard let text else { return }
        writeMeta(tag, vr, ByteBuffer(string: text))
    }

    /// Always Explicit VR Little Endian (PS3.10 §7.1).
    fileprivate mutating func writeMeta(_ tag: Tag, _ vr: VR, _ value: ByteBuffer) {
        let isOdd = !value.readableBytes.isMultiple(of: 2)
        let length = value.readableBytes + (isOdd ? 1 : 0)
        writeInteger(tag.group, endianness: .little)
        writeInteger(tag.element, endianness: .little)
        writeString(vr.rawValue)
        if vr.hasLongLength {
            writeInteger(UInt16(0))
            writeInteger(UInt32(clamping: length), endianness: .little)
        } else {
            writeInteger(UInt16(clamping: length), endianness: .little)
        }
        writeImmutableBuffer(value)
        if isOdd { writeInteger(vr.padding) }
    }
}
