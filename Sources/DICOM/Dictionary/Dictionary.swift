/// The attributes that the standard knows (PS3.6 §6 to §9, PS3.7 §E.1).
///
/// One text is parsed on first use, in a few milliseconds, since thousands of literals cost a compiler minutes.
package enum Dictionary {
    /// What the standard says of one attribute.
    package struct Entry: Hashable, Sendable {
        /// The tag; of a repeating group, as it was asked for.
        package var tag: Tag
        /// The usual value representation.
        package var vr: VR
        /// All that it may have; the data decide between them (PS3.5 §A.1).
        package var vrs: [VR]
        /// The value multiplicity, as the standard writes it: `1`, `1-n`, `2-2n`, `1-n or 1`.
        package var vm: String
        /// The keyword; empty for a private creator and for a few retired attributes that never had one.
        package var keyword: String
        package var name: String
        package var isRetired: Bool

        /// True unless the value multiplicity is one.
        package var isMultiValued: Bool { vm != "1" }
    }

    /// What the standard says of the tag, also of repeating groups, group lengths and private creators; nil of any
    /// other private attribute, of delimiters, and of what the standard does not know.
    package static func entry(_ tag: Tag) -> Entry? {
        if let index = contents.index(of: tag) { return contents.entries[index] }
        if tag.isGroupLength { return .groupLength(tag) }
        if tag.isPrivate { return tag.isPrivateCreator ? .privateCreator(tag) : nil }
        guard var entry = contents.repeating(tag)?.entry else { return nil }
        entry.tag = tag
        return entry
    }

    /// The usual value representation of the tag, without the rest of its entry.
    package static func vr(_ tag: Tag) -> VR? {
        if let index = contents.index(of: tag) { return contents.entries[index].vr }
        if tag.isGroupLength { return .UL }
        if tag.isPrivate { return tag.isPrivateCreator ? .LO : nil }
        return contents.repeating(tag)?.entry.vr
    }

    /// The tag with exactly that keyword; of a repeating group, the first of its tags.
    package static func tag(keyword: some StringProtocol) -> Tag? {
        guard let known = byKeyword[keyword.lowercased()], known.keyword == keyword else { return nil }
        return known.tag
    }

    /// The tag with that keyword, whatever the case of its letters.
    package static func tag(keywordIgnoringCase keyword: some StringProtocol) -> Tag? {
        byKeyword[keyword.lowercased()]?.tag
    }

    /// How many attributes have entries, repeating groups counted once.
    package static var count: Int { contents.entries.count }

    private static let contents = Contents(parsing: table)

    /// By keywords in lower case: no two differ by case only. Left out are repeating groups whose first tag is now
    /// another attribute's.
    private static let byKeyword = [String: Entry](
        contents.entries.lazy.filter { !$0.keyword.isEmpty && entry($0.tag)?.keyword == $0.keyword }
            .map { ($0.keyword.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first }
    )
}

extension Dictionary.Entry {
    /// PS3.5 §7.2.
    fileprivate static func groupLength(_ tag: Tag) -> Self {
        Self(
            tag: tag,
            vr: .UL,
            vrs: [.UL],
            vm: "1",
            keyword: "GenericGroupLength",
            name: "Generic Group Length",
            isRetired: true
        )
    }

    /// PS3.5 §7.8.1.
    fileprivate static func privateCreator(_ tag: Tag) -> Self {
        Self(tag: tag, vr: .LO, vrs: [.LO], vm: "1", keyword: "", name: "Private Creator", isRetired: false)
    }
}

extension Dictionary {
    /// The table, parsed.
    private struct Contents: Sendable {
        /// In the order of the text: the plain tags ascending, then the repeating groups.
        var entries: [Entry] = []
        /// The plain tags, for the search.
        var tags: [UInt32] = []
        var masks: [Repeating] = []
        /// The fields of VRs already met: few, and finding a VR by its name is slow.
        private var vrs: [String: [VR]] = [:]

        init(parsing table: StaticString) {
            entries.reserveCapacity(5_300)
            tags.reserveCapacity(5_300)
            table.withUTF8Buffer { bytes in
                for line in bytes.split(separator: UInt8(ascii: "\n")) {
                    add(line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false))
                }
            }
        }

        private mutating func add(_ fields: [Slice<UnsafeBufferPointer<UInt8>>]) {
            guard fields.count == 6, let pattern = Pattern(fields[0]) else { return }
            let vrs = representations(text(fields[1]))
            guard let usual = vrs.first else { return }
            let entry = Entry(
                tag: Tag(rawValue: pattern.value),
                vr: usual,
                vrs: vrs,
                vm: text(fields[2]),
                keyword: text(fields[3]),
                name: text(fields[4]),
                isRetired: !fields[5].isEmpty
            )
            if pattern.mask == .max {
                tags.append(pattern.value)
            } else {
                masks.append(Repeating(pattern: pattern, entry: entry))
            }
            entries.append(entry)
        }

        private mutating func representations(_ field: String) -> [VR] {
            if let known = vrs[field] { return known }
            let parsed = field.split(separator: "/").compactMap { VR(rawValue: String($0)) }
            vrs[field] = parsed
            return parsed
        }

        private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
            String(decoding: bytes, as: UTF8.self)
        }

        func index(of tag: Tag) -> Int? {
            var (low, high) = (0, tags.count)
            while low < high {
                let middle = (low + high) / 2
                if tags[middle] < tag.rawValue {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low < tags.count && tags[low] == tag.rawValue ? low : nil
        }

        func repeating(_ tag: Tag) -> Repeating? {
            masks.first { $0.pattern.matches(tag) }
        }
    }

    /// A group or element that repeats: overlays in 60xx, and others long retired (PS3.5 §7.6).
    private struct Repeating: Sendable {
        var pattern: Pattern
        var entry: Entry
    }

    /// Eight hexadecimal digits, in which an `x` stands for any.
    private struct Pattern: Sendable {
        var value: UInt32 = 0
        var mask: UInt32 = 0

        init?(_ digits: some Collection<UInt8>) {
            guard digits.count == 8 else { return nil }
            for digit in digits {
                let isAny = digit == UInt8(ascii: "x")
                guard let number = isAny ? 0 : Self.number(digit) else { return nil }
                value = value << 4 | number
                mask = mask << 4 | (isAny ? 0 : 0xF)
            }
        }

        private static func number(_ digit: UInt8) -> UInt32? {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A")) + 10
            default: nil
            }
        }

        func matches(_ tag: Tag) -> Bool { tag.rawValue & mask == value }
    }
}
