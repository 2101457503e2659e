/// The Huffman code that is the shortest for how often each category comes (ITU-T T.81 §K.2), to encode with.
struct JPEGHuffmanCode {
    /// What is written of one difference.
    struct Word: BitwiseCopyable {
        /// The category's code, with room behind it for which of the category it is.
        var bits: UInt32 = 0
        var mask: UInt16 = 0
        /// Bits of both.
        var length: UInt16 = 0
    }

    let specification: JPEGHuffmanSpecification
    /// For each category; those that do not come have none.
    let words: [Word]

    /// - Parameter frequencies: of each category; at least one comes.
    init(frequencies: [Int]) {
        let counts = Self.limited(Self.depths(frequencies))
        let categories = frequencies.indices.filter { frequencies[$0] > 0 }
        let symbols = categories.sorted { (frequencies[$0], $1) > (frequencies[$1], $0) }
        var words = [Word](repeating: Word(), count: frequencies.count)
        var (code, place) = (UInt32(0), 0)
        for (length, count) in zip(1..., counts) {
            for _ in 0..<count where place < symbols.count {
                let category = symbols[place]
                // The last category is one difference, of which nothing more is to be said.
                let rest = category < UInt16.bitWidth ? category : 0
                words[category] = Word(
                    bits: code << UInt32(rest),
                    mask: UInt16(truncatingIfNeeded: 1 << rest &- 1),
                    length: UInt16(length &+ rest)
                )
                code &+= 1
                place &+= 1
            }
            code <<= 1
        }
        self.words = words
        specification = JPEGHuffmanSpecification(
            counts: counts.map { UInt8($0) },
            symbols: symbols.map { UInt8($0) }
        )
    }

    /// Bits of all differences that come so often.
    func length(of frequencies: [Int]) -> Int {
        zip(words, frequencies).reduce(0) { $0 &+ Int($1.0.length) &* $1.1 }
    }

    /// How many codes there are of each length from one on, without the limit of 16; a symbol that never comes is among
    /// them, since the code of ones alone is forbidden (§C.2).
    private static func depths(_ frequencies: [Int]) -> [Int] {
        var trees = (frequencies.filter { $0 > 0 } + [1]).enumerated().map { (weight: $1, leaves: [$0]) }
        var depths = [Int](repeating: 0, count: trees.count)
        while trees.count > 1 {
            trees.sort { $0.weight > $1.weight }
            let (least, next) = (trees.removeLast(), trees.removeLast())
            for leaf in least.leaves + next.leaves { depths[leaf] &+= 1 }
            trees.append((least.weight &+ next.weight, least.leaves + next.leaves))
        }
        return (1...max(depths.count, JPEGHuffmanSpecification.maximumLength)).map { depth in
            depths.count { $0 == depth }
        }
    }

    /// The counts with no code of more than 16 bits, and without the one of ones alone (Figure K.3).
    private static func limited(_ depths: [Int]) -> [Int] {
        var counts = [0] + depths
        let limit = JPEGHuffmanSpecification.maximumLength
        for length in stride(from: counts.count &- 1, to: limit, by: -1) {
            while counts[length] > 0 {
                // Two codes become one shorter, with one whose brother was pushed down beside another.
                let shorter = (1...length &- 2).last { counts[$0] > 0 } ?? 1
                counts[length] &-= 2
                counts[length &- 1] &+= 1
                counts[shorter &+ 1] &+= 2
                counts[shorter] &-= 1
            }
        }
        if let longest = (1...limit).last(where: { counts[$0] > 0 }) { counts[longest] &-= 1 }
        return Array(counts[1...limit])
    }
}
