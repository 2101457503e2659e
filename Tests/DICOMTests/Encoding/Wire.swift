import DICOM
import NIOCore

/// Encoded DICOM put together by hand, so that the tests do not trust the encoder.
enum Wire {
    static let undefined = UInt32.max

    static func number(_ value: some FixedWidthInteger, _ order: ByteOrder = .little) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.writeInteger(value, endianness: order == .little ? .little : .big)
        return Array(buffer.readableBytesView)
    }

    static func tag(_ tag: Tag, _ order: ByteOrder = .little) -> [UInt8] {
        number(tag.group, order) + number(tag.element, order)
    }

    /// An element of Explicit VR, with a short or long length as its VR has.
    static func explicit(
        _ tag: Tag,
        _ vr: String,
        _ value: [UInt8] = [],
        length: UInt32? = nil,
        order: ByteOrder = .little
    ) -> [UInt8] {
        let head = self.tag(tag, order) + Array(vr.utf8)
        let length = length ?? UInt32(value.count)
        guard VR(rawValue: vr)?.hasLongLength ?? false else {
            return head + number(UInt16(truncatingIfNeeded: length), order) + value
        }
        return head + [0, 0] + number(length, order) + value
    }

    static func explicit(_ tag: Tag, _ vr: String, _ text: String) -> [UInt8] {
        explicit(tag, vr, Array(text.utf8))
    }

    static func implicit(_ tag: Tag, _ value: [UInt8] = [], length: UInt32? = nil) -> [UInt8] {
        self.tag(tag) + number(length ?? UInt32(value.count)) + value
    }

    static func item(_ content: [UInt8] = []) -> [UInt8] { implicit(.item, content) }

    static func undefinedItem(_ content: [UInt8]) -> [UInt8] {
        implicit(.item, content, length: undefined) + itemEnd
    }

    static let itemEnd = implicit(.itemDelimitationItem)
    static let sequenceEnd = implicit(.sequenceDelimitationItem)

    /// A sequence of undefined length in Explicit VR, with its delimiter.
    static func sequence(_ tag: Tag, vr: String = "SQ", _ items: [UInt8]) -> [UInt8] {
        explicit(tag, vr, items, length: undefined) + sequenceEnd
    }

    /// Pixel Data in fragments, the table of offsets first.
    static func encapsulated(table: [UInt32] = [], _ fragments: [[UInt8]], vr: String = "OB") -> [UInt8] {
        explicit(.pixelData, vr, item(table.flatMap { number($0) }) + fragments.flatMap(item), length: undefined)
            + sequenceEnd
    }
}

extension DataSetDecoder {
    /// What a fresh decoder makes of the bytes, fed `count` at a time.
    static func decode(
        _ bytes: [UInt8],
        as transferSyntax: TransferSyntax = .explicitVRLittleEndian,
        by count: Int = .max,
        limits: DecodingLimits = .default,
        deferringAbove threshold: Int? = nil
    ) throws(DataError) -> (dataSet: DataSet, tolerated: [Tolerance]) {
        var decoder = DataSetDecoder(transferSyntax, limits: limits, deferringAbove: threshold)
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(count)
            rest = rest.dropFirst(count)
            try decoder.feed(ByteBuffer(bytes: chunk))
        }
        let dataSet = try decoder.finish()
        return (dataSet, decoder.tolerated)
    }

    /// Why the bytes are refused; nil when they are not.
    static func reason(
        _ bytes: [UInt8],
        as transferSyntax: TransferSyntax = .explicitVRLittleEndian,
        limits: DecodingLimits = .default,
        deferringAbove threshold: Int? = nil
    ) -> DataError.Reason? {
        do {
            _ = try decode(bytes, as: transferSyntax, limits: limits, deferringAbove: threshold)
            return nil
        } catch {
            return error.reason
        }
    }
}

extension DataSet {
    /// An element of each VR, whose tag has that VR by the dictionary; UN is a private one.
    static let everyVR: DataSet = {
        func element(_ group: UInt16, _ element: UInt16, _ vr: VR, _ value: [UInt8]) -> DataElement {
            DataElement(Tag(group, element), vr, .bytes(ByteBuffer(bytes: value)))
        }
        func text(_ group: UInt16, _ element: UInt16, _ vr: VR, _ value: String) -> DataElement {
            DataElement(Tag(group, element), vr, .bytes(ByteBuffer(string: value)))
        }
        let item = DataSet(sorting: [text(0x0008, 0x1150, .UI, "1.2\0"), element(0x0028, 0x0010, .US, [1, 2])])
        return DataSet(sorting: [
            text(0x0008, 0x0018, .UI, "1.2.3\0"), text(0x0008, 0x0020, .DA, "20240229"),
            text(0x0008, 0x002A, .DT, "20240229120000"), text(0x0008, 0x0030, .TM, "120000"),
            text(0x0008, 0x0050, .SH, "A1"), text(0x0008, 0x0054, .AE, "ARCHIVE "), text(0x0008, 0x0060, .CS, "MR"),
            text(0x0008, 0x0081, .ST, "Street"), text(0x0008, 0x0119, .UC, "code\\code "),
            DataElement(.referencedImageSequence, .SQ, .items([item, DataSet()])),
            text(0x0008, 0x1190, .UR, "http://x"), text(0x0009, 0x0010, .LO, "CREATOR "),
            element(0x0009, 0x1001, .UN, [1, 2, 3, 4]), text(0x0010, 0x0010, .PN, "A^B "),
            text(0x0010, 0x0020, .LO, "ID"), text(0x0010, 0x1010, .AS, "030Y"), text(0x0010, 0x4000, .LT, "long"),
            text(0x0018, 0x0050, .DS, "1.5 "), element(0x0018, 0x6016, .UL, [1, 2, 3, 4]),
            element(0x0018, 0x6020, .SL, [5, 6, 7, 8]), element(0x0018, 0x9087, .FD, [1, 2, 3, 4, 5, 6, 7, 8]),
            element(0x0018, 0x9219, .SS, [0xFE, 0xFF]), element(0x0018, 0x9510, .FL, [0, 0, 0x80, 0x3F]),
            text(0x0020, 0x0013, .IS, "7 "), element(0x0028, 0x0009, .AT, [0x18, 0, 0x63, 0x10]),
            element(0x0028, 0x0010, .US, [0, 2]), element(0x0028, 0x1201, .OW, [1, 2, 3, 4]),
            text(0x0040, 0xA160, .UT, "text"), element(0x0042, 0x0011, .OB, [1, 2, 3, 4]),
            element(0x0064, 0x0009, .OF, [1, 2, 3, 4]), element(0x0066, 0x0040, .OL, [1, 2, 3, 4]),
            element(0x0072, 0x0082, .SV, [1, 2, 3, 4, 5, 6, 7, 8]),
            element(0x0072, 0x0083, .UV, [8, 7, 6, 5, 4, 3, 2, 1]),
            element(0x7FE0, 0x0001, .OV, [0, 0, 0, 0, 0, 0, 0, 0]),
            element(0x7FE0, 0x0009, .OD, [1, 2, 3, 4, 5, 6, 7, 8]),
        ])
    }()
}
