package import DICOM
package import NIOCore

/// Writes data sets in the DICOM JSON Model (PS3.18 Annex F).
///
/// By hand, since metadata is megabytes of small values and general encoders take sixteen times as long.
package struct JSONWriter {
    /// Where values go that are not written into the text (PS3.18 §F.2.2).
    package struct BulkData: Sendable {
        /// The most bytes of binary data to write inline; Pixel Data never is.
        package var inlineLimit: Int
        /// The URI under which the value at that place can be had.
        package var uri: @Sendable (AttributePath) -> String

        package init(inlineLimit: Int = 2048, uri: @escaping @Sendable (AttributePath) -> String) {
            self.inlineLimit = inlineLimit
            self.uri = uri
        }
    }

    var output = JSONOutput()
    private let bulkData: BulkData?
    /// The items around what is being written.
    private var steps: [AttributePath.Step] = []
    /// True once text was written that is not of the default repertoire, or was said not to be.
    var needsCharacterSet = false

    /// - Parameter bulkData: nil writes all binary data inline, and leaves out Pixel Data and what was left in a stream.
    package init(bulkData: BulkData? = nil) {
        self.bulkData = bulkData
    }

    /// What was written since the last time.
    package mutating func take() -> ByteBuffer {
        let buffer = ByteBuffer(bytes: output.bytes)
        output.bytes.removeAll(keepingCapacity: true)
        return buffer
    }

    /// Writes the data set as one object. Groups 0000 and 0002 and group lengths are left out (PS3.18 §10.4.1.1.2, §F.2.2).
    package mutating func write(_ dataSet: DataSet) {
        needsCharacterSet = false
        output.raw(UInt8(ascii: "{"))
        let start = output.bytes.count
        // Where (0008,0005) belongs: whether it is needed shows only when all text is written.
        var position = start
        for element in dataSet.elements where isWritten(element) {
            if element.tag == .specificCharacterSet {
                needsCharacterSet = true
                continue
            }
            if output.bytes.count > start { output.raw(UInt8(ascii: ",")) }
            write(element, in: dataSet.characterSet)
            if element.tag < .specificCharacterSet { position = output.bytes.count }
        }
        if needsCharacterSet { insertCharacterSet(at: position, isFirst: position == start) }
        output.raw(UInt8(ascii: "}"))
    }

    /// Writes the data sets as an array.
    package mutating func write(_ dataSets: some Sequence<DataSet>) {
        output.raw(UInt8(ascii: "["))
        var isFirst = true
        for dataSet in dataSets {
            if !isFirst { output.raw(UInt8(ascii: ",")) }
            isFirst = false
            write(dataSet)
        }
        output.raw(UInt8(ascii: "]"))
    }

    /// JSON is UTF-8, whatever the data set was (PS3.18 §F.2).
    private mutating func insertCharacterSet(at position: Int, isFirst: Bool) {
        let member = Array(#""00080005":{"vr":"CS","Value":["ISO_IR 192"]}"#.utf8)
        let comma = [UInt8(ascii: ",")]
        let isLast = position == output.bytes.count
        output.bytes.insert(contentsOf: isFirst ? member + (isLast ? [] : comma) : comma + member, at: position)
    }

    /// Not the command, nor the file's meta information, nor what is no attribute.
    private func isWritten(_ element: DataElement) -> Bool {
        switch element.tag.group {
        case 0x0000, 0x0002: false
        default: !element.tag.isGroupLength && element.tag != .dataSetTrailingPadding
        }
    }

    private mutating func writeItem(_ item: DataSet) {
        output.raw(UInt8(ascii: "{"))
        let start = output.bytes.count
        for element in item.elements where isWritten(element) {
            if element.tag == .specificCharacterSet {
                needsCharacterSet = true
                continue
            }
            if output.bytes.count > start { output.raw(UInt8(ascii: ",")) }
            write(element, in: item.characterSet)
        }
        output.raw(UInt8(ascii: "}"))
    }

    private mutating func write(_ element: DataElement, in characterSet: CharacterSet) {
        output.tag(element.tag)
        output.raw(#":{"vr":""#)
        let vr = element.effectiveVR
        output.verbatim(vr)
        output.raw(UInt8(ascii: "\""))
        switch element.value {
        case .items(let items): writeSequence(element.tag, items)
        case .bytes(let bytes) where bytes.readableBytes == 0: break
        case .bytes where element.tag.isPixelData: writeURI(element.tag)
        case .bytes(let bytes): write(bytes, vr, of: element.tag, in: characterSet)
        case .fragments(let fragments): if !fragments.fragments.isEmpty { writeURI(element.tag) }
        case .deferred(let deferred): if !deferred.range.isEmpty { writeURI(element.tag) }
        }
        output.raw(UInt8(ascii: "}"))
    }

    private mutating func writeSequence(_ tag: Tag, _ items: [DataSet]) {
        guard !items.isEmpty else { return }
        output.raw(#","Value":["#)
        for (index, item) in items.enumerated() {
            if index > 0 { output.raw(UInt8(ascii: ",")) }
            steps.append(AttributePath.Step(sequence: tag, item: index + 1))
            writeItem(item)
            steps.removeLast()
        }
        output.raw(UInt8(ascii: "]"))
    }

    /// - Returns: false where values have no URI; then nothing was written.
    @discardableResult
    private mutating func writeURI(_ tag: Tag) -> Bool {
        guard let bulkData else { return false }
        output.raw(#","BulkDataURI":"#)
        output.string(bulkData.uri(AttributePath(tag, in: steps)))
        return true
    }

    private mutating func write(_ bytes: ByteBuffer, _ vr: VR, of tag: Tag, in characterSet: CharacterSet) {
        switch vr {
        case .OB, .OD, .OF, .OL, .OV, .OW, .UN, .SQ:
            if bytes.readableBytes > bulkData?.inlineLimit ?? .max, writeURI(tag) { return }
            output.raw(#","InlineBinary":"#)
            output.base64(bytes.readableBytesUInt8Span)
        case .FL, .FD:
            // JSON has no infinities and no NaN; the bytes have.
            if !bytes.areFinite(vr), writeURI(tag) { return }
            writeNumbers(bytes, vr)
        case .US, .SS, .UL, .SL, .UV, .SV, .AT: writeNumbers(bytes, vr)
        default: writeText(bytes, vr, in: characterSet)
        }
    }
}

extension JSONOutput {
    /// The two letters.
    fileprivate mutating func verbatim(_ vr: VR) {
        var letters = vr.rawValue
        letters.withUTF8 { bytes.append(contentsOf: $0) }
    }
}

extension Tag {
    var isPixelData: Bool { self == .pixelData || self == .floatPixelData || self == .doubleFloatPixelData }
}

extension DataElement {
    /// The VR to write: a standard attribute that came as UN, by way of Implicit VR, regains its own (PS3.5 §6.2.2).
    fileprivate var effectiveVR: VR {
        if case .items = value { return .SQ }
        guard vr == .UN, !tag.isPrivate, case .bytes(let bytes) = value, let entry = Dictionary.entry(tag),
            entry.vrs.count == 1, entry.vr != .SQ, bytes.readableBytes % entry.vr.width == 0
        else { return vr }
        return entry.vr
    }
}
