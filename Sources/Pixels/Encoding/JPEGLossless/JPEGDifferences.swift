import NIOCore

/// The differences of a frame's samples from what is predicted of them by predictor 1: from the left, of the first in a
/// line from above, and at the beginning from half the range (ITU-T T.81 §H.1.2.1).
///
/// They are modulo 2 to the 16th (§H.1.2.2). Each is found twice, once to count it and once to write it: that is less
/// than to keep them all.
struct JPEGDifferences {
    private let samples: CodedSamples
    private let components: Int
    private let rows: Int
    /// Samples of all components.
    private let lineLength: Int
    private let initial: UInt16

    init(_ samples: CodedSamples) {
        let description = samples.description
        self.samples = samples
        components = description.samplesPerPixel
        rows = description.rows
        lineLength = description.columns &* components
        initial = 1 << UInt16(truncatingIfNeeded: description.bits.stored &- 1)
    }

    /// How often each category comes, for each component.
    var frequencies: [[Int]] {
        let width = JPEGCategory.count
        var counts = [Int](repeating: 0, count: components &* width)
        forEachLine { line in
            var counted = counts.mutableSpan
            var table = 0
            for index in line.indices {
                counted[table &+ JPEGCategory.of(line[index])] &+= 1
                table &+= width
                if table == counted.count { table = 0 }
            }
        }
        return stride(from: 0, to: counts.count, by: width).map { Array(counts[$0..<$0 &+ width]) }
    }

    /// Writes the entropy-coded segment: of each difference the category's code, and which of it it is (§H.1.2.2).
    ///
    /// - Parameter codes: of each component.
    func write(by codes: [JPEGHuffmanCode], to bytes: inout ByteBuffer) {
        let words = codes.flatMap(\.words)
        var scratch = [UInt8](repeating: 0, count: JPEGBitWriter.room(for: lineLength))
        var writer = JPEGBitWriter()
        forEachLine { line in
            let words = words.span
            var bits = writer
            var target = scratch.mutableSpan
            var output = target.mutableBytes
            var table = 0
            for index in line.indices {
                let difference = line[index]
                let word = words[table &+ JPEGCategory.of(difference)]
                bits.put(word.bits | JPEGCategory.member(difference, word.mask), word.length, into: &output)
                table &+= JPEGCategory.count
                if table == words.count { table = 0 }
            }
            writer = bits
            bytes.writeBytes(scratch[..<writer.takePosition()])
        }
        writer.finish(&bytes)
    }

    private func forEachLine(_ body: (Span<UInt16>) -> Void) {
        var line = [UInt16](repeating: 0, count: lineLength)
        for row in 0..<rows {
            var target = line.mutableSpan
            if samples.description.bits.bytes == 1 {
                read(row, into: &target, as: UInt8.self)
            } else {
                read(row, into: &target, as: UInt16.self)
            }
            body(line.span)
        }
    }

    @inline(__always)
    private func read<Word: SampleWord>(_ row: Int, into line: inout MutableSpan<UInt16>, as _: Word.Type) {
        let source = samples.bytes.readableBytesSpan
        let start = row &* lineLength
        for component in 0..<components {
            let above = row == 0 ? initial : UInt16(source.word(start &- lineLength &+ component, as: Word.self))
            line[component] = UInt16(source.word(start &+ component, as: Word.self)) &- above
        }
        for index in components..<lineLength {
            let place = start &+ index
            line[index] =
                UInt16(source.word(place, as: Word.self)) &- UInt16(source.word(place &- components, as: Word.self))
        }
    }
}

/// How many bits a difference takes beside the code of its category (ITU-T T.81 Table H.2).
enum JPEGCategory {
    /// Zero to 16, of which the last is one difference alone: half of all.
    static let count = 17

    @inline(__always)
    static func of(_ difference: UInt16) -> Int {
        let number = Int16(bitPattern: difference)
        let sign = number &>> 15
        return UInt16.bitWidth &- UInt16(bitPattern: (number ^ sign) &- sign).leadingZeroBitCount
    }

    /// Which of its category it is: a positive one is its bits, a negative one those of the number below (§F.1.2.1.1).
    ///
    /// - Parameter mask: as many ones as the category has bits.
    @inline(__always)
    static func member(_ difference: UInt16, _ mask: UInt16) -> UInt32 {
        let number = Int16(bitPattern: difference)
        return UInt32(UInt16(bitPattern: number &+ number &>> 15) & mask)
    }
}
