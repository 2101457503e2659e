import NIOCore

/// How the headers and numbers of a data set are written.
struct Encoding: Hashable, Sendable {
    var isImplicitVR: Bool
    var byteOrder: ByteOrder

    init(isImplicitVR: Bool, byteOrder: ByteOrder) {
        self.isImplicitVR = isImplicitVR
        self.byteOrder = byteOrder
    }

    init(_ transferSyntax: TransferSyntax) {
        self.init(isImplicitVR: transferSyntax.isImplicitVR, byteOrder: transferSyntax.byteOrder)
    }

    static let implicitLittleEndian = Encoding(isImplicitVR: true, byteOrder: .little)
    static let explicitLittleEndian = Encoding(isImplicitVR: false, byteOrder: .little)
}

/// The first eight bytes of an element, an item or a delimiter.
struct HeaderWord {
    /// The first byte lowest.
    let rawValue: UInt64

    /// Nil while there are fewer than eight bytes.
    init?(peeking bytes: ByteBuffer) {
        guard let word = bytes.getInteger(at: bytes.readerIndex, endianness: .little, as: UInt64.self) else {
            return nil
        }
        rawValue = word
    }

    func tag(_ order: ByteOrder) -> Tag {
        let (group, element) = (UInt16(truncatingIfNeeded: rawValue), UInt16(truncatingIfNeeded: rawValue >> 16))
        return order == .little ? Tag(group, element) : Tag(group.byteSwapped, element.byteSwapped)
    }

    /// The length of Implicit VR, of an item and of a delimiter.
    func longLength(_ order: ByteOrder) -> UInt32 {
        let length = UInt32(truncatingIfNeeded: rawValue >> 32)
        return order == .little ? length : length.byteSwapped
    }

    func shortLength(_ order: ByteOrder) -> UInt16 {
        let length = UInt16(truncatingIfNeeded: rawValue >> 48)
        return order == .little ? length : length.byteSwapped
    }

    /// The two letters of Explicit VR.
    var letters: (UInt8, UInt8) {
        (UInt8(truncatingIfNeeded: rawValue >> 32), UInt8(truncatingIfNeeded: rawValue >> 40))
    }
}

/// The tag, VR and length of an element (PS3.5 §7.1.2, §7.1.3).
struct ElementHeader {
    /// The length that announces a delimiter (PS3.5 §7.1.1).
    static let undefinedLength = UInt32.max
    /// Of an item and of a delimiter, and of an element with a short length.
    static let shortCount = 8
    /// Of an element with reserved bytes and a long length.
    static let longCount = 12

    var tag: Tag
    /// Nil in Implicit VR.
    var vr: VR?
    var length: UInt32
    /// The bytes of the header itself.
    var count: Int
    var damage: Tolerance.Kind?

    /// The header at the front of `bytes`; nil while it is not there in whole.
    init?(peeking bytes: ByteBuffer, word: HeaderWord, encoding: Encoding) throws(DataError) {
        tag = word.tag(encoding.byteOrder)
        vr = nil
        length = word.longLength(encoding.byteOrder)
        count = Self.shortCount
        // Delimiters have no VR in any transfer syntax (PS3.5 §7.5).
        guard !encoding.isImplicitVR, tag.group != Tag.item.group else { return }
        let (first, second) = word.letters
        guard VR.areCapitals(first, second) else {
            // As pydicom: some writers fall back to Implicit VR within a data set.
            guard encoding.byteOrder == .little else { throw DataError(reason: .invalidVR, tag: tag) }
            damage = .implicitVR
            return
        }
        let known = VR(first, second)
        vr = known ?? .UN
        let short = word.shortLength(encoding.byteOrder)
        // A VR of later editions has reserved zeros and a long length (PS3.5 §7.1.2); an invented one anything.
        guard known?.hasLongLength ?? (short == 0) else {
            length = UInt32(short)
            damage = known == nil ? .unknownVR : nil
            return
        }
        guard
            let long = bytes.getInteger(
                at: bytes.readerIndex + Self.shortCount,
                endianness: encoding.byteOrder == .little ? .little : .big,
                as: UInt32.self
            )
        else { return nil }
        length = long
        count = Self.longCount
        damage = known == nil ? .unknownVR : short != 0 ? .reservedBytes : nil
    }

    var hasUndefinedLength: Bool { length == Self.undefinedLength }
}
