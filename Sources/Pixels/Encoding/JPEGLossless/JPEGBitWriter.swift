import NIOCore

/// Collects the bits of an entropy-coded segment and writes them in words, a zero behind each byte of ones (ITU-T T.81
/// §F.1.2.3).
struct JPEGBitWriter {
    /// What is written at once.
    private static let wordBits = 32

    /// The last `count` of them are not written yet.
    private var bits: UInt64 = 0
    private var count = 0
    /// Where the next byte goes.
    private var position = 0

    /// Bytes that so many puts take at most: each is no more than a word, each byte of it may need a zero behind it, and a
    /// word may be left of those before.
    static func room(for puts: Int) -> Int { (puts &+ 1) &* 2 &* MemoryLayout<UInt32>.size }

    /// - Parameters:
    ///   - value: no more than `length` bits.
    ///   - length: at most 32.
    @inline(__always)
    mutating func put(_ value: UInt32, _ length: UInt16, into output: inout MutableRawSpan) {
        bits = bits &<< UInt64(length) | UInt64(value)
        count &+= Int(length)
        guard count >= Self.wordBits else { return }
        count &-= Self.wordBits
        let word = UInt32(truncatingIfNeeded: bits &>> UInt64(truncatingIfNeeded: count))
        if word.hasByteOfOnes {
            self = writtenByBytes(word, into: &output)
        } else {
            output.storeBytes(of: word.bigEndian, toByteOffset: position, as: UInt32.self)
            position &+= MemoryLayout<UInt32>.size
        }
    }

    /// By value, so that what is written with stays in registers.
    @inline(never)
    private func writtenByBytes(_ word: UInt32, into output: inout MutableRawSpan) -> JPEGBitWriter {
        var writer = self
        for byte in word.bigEndianBytes {
            output.storeBytes(of: byte, toByteOffset: writer.position, as: UInt8.self)
            writer.position &+= 1
            guard byte == 0xFF else { continue }
            output.storeBytes(of: 0, toByteOffset: writer.position, as: UInt8.self)
            writer.position &+= 1
        }
        return writer
    }

    /// How many bytes were written; the next ones go to the start again.
    mutating func takePosition() -> Int {
        defer { position = 0 }
        return position
    }

    /// Writes what is left, with ones up to a whole byte.
    mutating func finish(_ bytes: inout ByteBuffer) {
        let padding = (8 &- count & 7) & 7
        bits = bits &<< UInt64(truncatingIfNeeded: padding) | (1 &<< UInt64(truncatingIfNeeded: padding) &- 1)
        count &+= padding
        while count > 0 {
            count &-= 8
            let byte = UInt8(truncatingIfNeeded: bits &>> UInt64(truncatingIfNeeded: count))
            bytes.writeInteger(byte)
            if byte == 0xFF { bytes.writeInteger(UInt8(0)) }
        }
    }
}

extension UInt32 {
    /// Whether one of the four bytes is 0xFF: subtracting one from each of the complement's bytes borrows from it.
    @inline(__always)
    fileprivate var hasByteOfOnes: Bool { (~self &- 0x0101_0101) & self & 0x8080_8080 != 0 }

    fileprivate var bigEndianBytes: [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt32($0)) }
    }
}
