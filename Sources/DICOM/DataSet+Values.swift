package import NIOCore

/// What the elements hold, as Swift's own types.
///
/// Reading never fails: what is absent, empty, deferred or not of the kind asked for gives nil or nothing.
extension DataSet {
    /// The bytes of the value as sent, padding included; nil for items, fragments and what was left in the stream.
    package func bytes(_ tag: Tag) -> ByteBuffer? { self[tag]?.bytes }

    /// The first value as text; nil when there is none or it is empty.
    package func string(_ tag: Tag) -> String? {
        guard let first = strings(tag).first, !first.isEmpty else { return nil }
        return first
    }

    /// All values as text, padding removed (PS3.5 §6.2), empty ones kept in their places; none of an empty element.
    package func strings(_ tag: Tag) -> [String] { self[tag]?.strings(in: characterSet) ?? [] }

    /// The first value as an integer: of IS and DS text, or of any binary number that is one.
    package func integer(_ tag: Tag) -> Int? { self[tag]?.integers.first }

    /// All values that are integers.
    package func integers(_ tag: Tag) -> [Int] { self[tag]?.integers ?? [] }

    /// The first value as a number.
    package func number(_ tag: Tag) -> Double? { self[tag]?.numbers.first }

    /// All values that are numbers.
    package func numbers(_ tag: Tag) -> [Double] { self[tag]?.numbers ?? [] }

    /// The first UID; nil when there is none.
    package func uid(_ tag: Tag) -> UID? { string(tag).map(UID.init(rawValue:)) }

    package func uids(_ tag: Tag) -> [UID] { strings(tag).filter { !$0.isEmpty }.map(UID.init(rawValue:)) }

    /// The tags that an AT element points at.
    package func tags(_ tag: Tag) -> [Tag] { self[tag]?.tags ?? [] }

    package func personName(_ tag: Tag) -> PersonName? { string(tag).map(PersonName.init) }

    package func personNames(_ tag: Tag) -> [PersonName] { strings(tag).map(PersonName.init) }

    /// The items of a sequence; none when there is no sequence.
    package func items(_ tag: Tag) -> [DataSet] {
        guard case .items(let items) = self[tag]?.value else { return [] }
        return items
    }
}

extension DataElement {
    /// The value's bytes; nil for items, fragments and what was left in the stream.
    package var bytes: ByteBuffer? {
        guard case .bytes(let bytes) = value else { return nil }
        return bytes
    }

    /// True of a value without bytes, items or fragments.
    package var isEmpty: Bool {
        switch value {
        case .bytes(let bytes): bytes.readableBytes == 0
        case .items(let items): items.isEmpty
        case .fragments(let fragments): fragments.fragments.isEmpty
        case .deferred(let deferred): deferred.range.isEmpty
        }
    }

    /// The values as text: of strings decoded from that character set, of numbers their decimal digits.
    package func strings(in characterSet: CharacterSet) -> [String] {
        guard let bytes else { return [] }
        if vr.isString { return characterSet.decode(bytes, vr: vr) }
        switch vr {
        case .AT: return tags.map(\.hex)
        case .FL, .FD: return numbers.map(\.description)
        case .SS, .US, .SL, .UL, .SV, .UV: return integers.map(String.init)
        default: return []
        }
    }

    package var integers: [Int] {
        switch vr {
        case .SS: numbers(Int16.self).map(Int.init)
        case .US: numbers(UInt16.self).map(Int.init)
        case .SL: numbers(Int32.self).map(Int.init)
        case .UL: numbers(UInt32.self).map(Int.init)
        case .SV: numbers(Int64.self).map(Int.init)
        case .UV: numbers(UInt64.self).compactMap(Int.init(exactly:))
        case .FL, .FD: numbers.compactMap(Int.init(exactly:))
        case .IS, .DS: strings(in: .default).compactMap(Int.init(decimalString:))
        default: []
        }
    }

    package var numbers: [Double] {
        switch vr {
        case .FL: numbers(UInt32.self).map { Double(Float(bitPattern: $0)) }
        case .FD: numbers(UInt64.self).map(Double.init(bitPattern:))
        case .UV: numbers(UInt64.self).map { Double($0) }
        case .IS, .DS: strings(in: .default).compactMap { Double($0) }
        default: integers.map(Double.init)
        }
    }

    package var tags: [Tag] {
        guard vr == .AT else { return [] }
        let halves = numbers(UInt16.self)
        return stride(from: 0, to: halves.count - 1, by: 2).map { Tag(halves[$0], halves[$0 + 1]) }
    }

    /// The whole numbers of that width in the value; a rest at the end is left out.
    private func numbers<Number: FixedWidthInteger>(_: Number.Type) -> [Number] {
        guard var bytes else { return [] }
        var numbers: [Number] = []
        numbers.reserveCapacity(bytes.readableBytes / MemoryLayout<Number>.size)
        while let number = bytes.readInteger(endianness: .little, as: Number.self) {
            numbers.append(number)
        }
        return numbers
    }
}

extension Int {
    /// The integer that an IS or DS value spells: `+05` and `5.0` are five (PS3.5 §6.2).
    fileprivate init?(decimalString text: String) {
        if let integer = Int(text) {
            self = integer
        } else if let number = Double(text), let integer = Int(exactly: number) {
            self = integer
        } else {
            return nil
        }
    }
}
