package import NIOCore

/// Setting values: the VR is the dictionary's unless given, and odd values are padded (PS3.5 §6.2).
extension DataSet {
    /// An empty one that says how its text is encoded, (0008,0005), where that is not the default (PS3.3 §C.12.1.1.2).
    package init(declaring characterSet: CharacterSet) {
        self.init(characterSet: characterSet)
        guard !characterSet.terms.isEmpty else { return }
        set(.specificCharacterSet, .CS, strings: characterSet.terms)
    }

    /// Sets the text values, encoded in the data set's character set; without values, the element is empty.
    ///
    /// A character that the set does not have becomes a question mark, which is also a wildcard of queries.
    /// A number's VR takes the digits of numbers.
    package mutating func set(_ tag: Tag, _ strings: String...) { set(tag, strings: strings) }

    package mutating func set(_ tag: Tag, _ vr: VR, _ strings: String...) { set(tag, vr, strings: strings) }

    package mutating func set(_ tag: Tag, _ vr: VR? = nil, strings: [String]) {
        let vr = vr ?? Dictionary.vr(tag) ?? .LO
        if vr.isString {
            set(tag, vr, bytes: characterSet.encodeReplacing(strings, vr: vr))
        } else if vr == .AT {
            set(tag, tags: strings.compactMap(Tag.init(hex:)))
        } else {
            set(tag, vr, numbers: strings.compactMap(Double.init))
        }
    }

    package mutating func set(_ tag: Tag, uid: UID) { set(tag, .UI, uid.rawValue) }

    package mutating func set(_ tag: Tag, uids: [UID]) { set(tag, .UI, strings: uids.map(\.rawValue)) }

    package mutating func set(_ tag: Tag, personName: PersonName) { set(tag, .PN, personName.description) }

    package mutating func set(_ tag: Tag, _ vr: VR? = nil, integers: Int...) { set(tag, vr, integers: integers) }

    /// Sets the integers, as text or in the VR's width; one that does not fit takes the nearest that does.
    package mutating func set(_ tag: Tag, _ vr: VR? = nil, integers: [Int]) {
        let vr = vr ?? Dictionary.vr(tag) ?? .IS
        if vr.isString {
            set(tag, vr, strings: integers.map(String.init))
            return
        }
        var bytes = ByteBuffer()
        for integer in integers {
            bytes.write(integer, as: vr)
        }
        set(tag, vr, bytes: bytes)
    }

    package mutating func set(_ tag: Tag, _ vr: VR? = nil, numbers: Double...) { set(tag, vr, numbers: numbers) }

    /// Sets the numbers, as text of at most sixteen characters (PS3.5 §6.2, DS) or in the VR's width.
    package mutating func set(_ tag: Tag, _ vr: VR? = nil, numbers: [Double]) {
        let vr = vr ?? Dictionary.vr(tag) ?? .DS
        switch vr {
        case .FL, .FD:
            var bytes = ByteBuffer()
            for number in numbers {
                bytes.write(number, as: vr)
            }
            set(tag, vr, bytes: bytes)
        case .DS: set(tag, vr, strings: numbers.map(\.decimalString))
        default: set(tag, vr, integers: numbers.map { Int(clamping: $0) })
        }
    }

    package mutating func set(_ tag: Tag, tags: [Tag]) {
        var bytes = ByteBuffer()
        for tag in tags {
            bytes.writeInteger(tag.group, endianness: .little)
            bytes.writeInteger(tag.element, endianness: .little)
        }
        set(tag, .AT, bytes: bytes)
    }

    package mutating func set(_ tag: Tag, items: [DataSet]) { set(DataElement(tag, .SQ, .items(items))) }

    /// Sets the bytes, little-endian if they are numbers.
    package mutating func set(_ tag: Tag, _ vr: VR? = nil, bytes: ByteBuffer) {
        let vr = vr ?? Dictionary.vr(tag) ?? .UN
        var bytes = bytes
        if bytes.readableBytes % 2 == 1 { bytes.writeInteger(vr.padding) }
        set(DataElement(tag, vr, .bytes(bytes)))
    }

    /// Sets the element with no value, as queries ask for an attribute (PS3.4 §C.2.2.1).
    package mutating func setEmpty(_ tag: Tag, _ vr: VR? = nil) {
        let vr = vr ?? Dictionary.vr(tag) ?? .UN
        set(DataElement(tag, vr, vr == .SQ ? .items([]) : .bytes(ByteBuffer())))
    }
}

extension ByteBuffer {
    fileprivate mutating func write(_ integer: Int, as vr: VR) {
        switch vr {
        case .SS: writeInteger(Int16(clamping: integer), endianness: .little)
        case .US, .OW: writeInteger(UInt16(clamping: integer), endianness: .little)
        case .SL: writeInteger(Int32(clamping: integer), endianness: .little)
        case .UL, .OL: writeInteger(UInt32(clamping: integer), endianness: .little)
        case .SV: writeInteger(Int64(integer), endianness: .little)
        case .UV, .OV: writeInteger(UInt64(clamping: integer), endianness: .little)
        case .FL, .FD, .OF, .OD: write(Double(integer), as: vr)
        default: writeInteger(UInt8(clamping: integer))
        }
    }

    fileprivate mutating func write(_ number: Double, as vr: VR) {
        switch vr {
        case .FL, .OF: writeInteger(Float(number).bitPattern, endianness: .little)
        default: writeInteger(number.bitPattern, endianness: .little)
        }
    }
}

extension Int {
    /// The number rounded, or the nearest end of the range; zero for what is not a number.
    fileprivate init(clamping number: Double) {
        let rounded = number.rounded()
        self = Int(exactly: rounded) ?? (rounded > 0 ? .max : rounded < 0 ? .min : 0)
    }
}

extension Double {
    /// The number in at most the sixteen characters of DS, at the cost of its last digits; empty for what is no number.
    fileprivate var decimalString: String {
        guard isFinite else { return "" }
        let text = Int(exactly: self).map(String.init) ?? "\(self)"
        guard text.utf8.count > 16 else { return text }
        let shortest = "\(self)"
        let exponent = shortest.firstIndex(of: "e").map { String(shortest[$0...]) } ?? ""
        return "\(shortest.prefix(16 - exponent.utf8.count))\(exponent)"
    }
}
