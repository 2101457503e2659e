import NIOCore

/// Segmented palette data: runs of entries, ramps, and repetitions of earlier segments (PS3.3 §C.7.9.2).
enum SegmentedTable {
    /// The entries; nil when the segments do not give exactly the descriptor's number of them.
    static func expand(_ data: ByteBuffer, _ descriptor: LUTDescriptor) -> [UInt16]? {
        var expansion = Expansion(data: data, isByte: descriptor.bits == 8, limit: descriptor.count)
        guard expansion.run(), expansion.entries.count == descriptor.count else { return nil }
        return expansion.entries
    }

    private struct Expansion {
        let data: ByteBuffer
        let isByte: Bool
        let limit: Int
        var entries: [UInt16] = []

        /// A segment's kind, the first of its numbers (PS3.3 Table C.7-22c).
        private enum Opcode: UInt16 {
            case discrete = 0
            case linear = 1
            case indirect = 2
        }

        mutating func run() -> Bool {
            var reader = data
            while entries.count < limit {
                guard segment(&reader, mayRepeat: true) else { return false }
            }
            return true
        }

        private func number(_ reader: inout ByteBuffer) -> UInt16? {
            isByte
                ? reader.readInteger(as: UInt8.self).map(UInt16.init)
                : reader.readInteger(endianness: .little, as: UInt16.self)
        }

        /// Every segment adds an entry or fails, and none may pass the limit: so this ends.
        private mutating func segment(_ reader: inout ByteBuffer, mayRepeat: Bool) -> Bool {
            guard let opcode = number(&reader).flatMap(Opcode.init), let count = number(&reader).map(Int.init),
                count > 0
            else { return false }
            switch opcode {
            case .discrete: return discrete(count, &reader)
            case .linear: return linear(count, &reader)
            case .indirect: return mayRepeat && indirect(count, &reader)
            }
        }

        private mutating func discrete(_ count: Int, _ reader: inout ByteBuffer) -> Bool {
            guard count <= limit - entries.count else { return false }
            for _ in 0..<count {
                guard let entry = number(&reader) else { return false }
                entries.append(entry)
            }
            return true
        }

        /// A ramp from the last entry, which it does not repeat, to its end.
        private mutating func linear(_ count: Int, _ reader: inout ByteBuffer) -> Bool {
            guard count <= limit - entries.count, let start = entries.last, let end = number(&reader) else {
                return false
            }
            let rise = Double(end) - Double(start)
            for step in 1...count {
                let entry = Double(start) + rise * Double(step) / Double(count)
                entries.append(UInt16(exactly: entry.rounded()) ?? end)
            }
            return true
        }

        /// Repeats segments that lie at a byte offset, given low half first. They may not themselves repeat.
        private mutating func indirect(_ count: Int, _ reader: inout ByteBuffer) -> Bool {
            let offset: UInt32?
            if isByte {
                offset = reader.readInteger(endianness: .little, as: UInt32.self)
            } else {
                let halves = (number(&reader), number(&reader))
                offset = halves.0.flatMap { low in halves.1.map { UInt32($0) << 16 | UInt32(low) } }
            }
            guard let offset, Int(offset) <= data.readableBytes else { return false }
            var earlier = data
            earlier.moveReaderIndex(forwardBy: Int(offset))
            for _ in 0..<count {
                guard segment(&earlier, mayRepeat: false) else { return false }
            }
            return true
        }
    }
}
