package import NIOCore

/// Writes a GIF (version 89a), frame by frame: a picture, or several that move and begin anew at their end.
///
/// Grey keeps its 256 shades. Of colour, each frame has a palette of its own: exact up to 256 colours, else
/// ``ColorReduction``'s.
package struct GIFWriter: Sendable {
    /// What GIF can express in a side.
    package static let maximumSide = 65_535

    private let width: Int
    private let height: Int
    private let isMoving: Bool

    /// - Parameters:
    ///   - width: of every frame.
    ///   - isMoving: whether there are several.
    package init(width: Int, height: Int, isMoving: Bool) throws(PixelError) {
        guard width <= Self.maximumSide, height <= Self.maximumSide else { throw .tooLarge }
        self.width = width
        self.height = height
        self.isMoving = isMoving
    }

    /// What stands before the first frame.
    package var head: ByteBuffer {
        var bytes = ByteBuffer(string: "GIF89a")
        bytes.writeGIF(width, height)
        // No table for all frames; background and aspect mean nothing then.
        bytes.writeBytes([0x70, 0, 0])
        if isMoving {
            bytes.writeBytes([0x21, 0xFF, 11])
            bytes.writeString("NETSCAPE2.0")
            bytes.writeBytes([3, 1, 0, 0, 0])
        }
        return bytes
    }

    /// What stands behind the last.
    package var trailer: ByteBuffer { ByteBuffer(bytes: [0x3B]) }

    /// One frame.
    ///
    /// - Parameter delay: how long it stays, in hundredths of a second.
    /// - Throws: `invalidViewport` of a picture of another size.
    package func frame(_ picture: Picture, delay: Int) throws(PixelError) -> ByteBuffer {
        guard picture.width == width, picture.height == height else { throw .invalidViewport }
        let indexed = IndexedPicture(picture)
        var bytes = ByteBuffer()
        if isMoving {
            bytes.writeBytes([0x21, 0xF9, 4, 0x04])
            bytes.writeInteger(UInt16(clamping: delay), endianness: .little)
            bytes.writeBytes([0, 0])
        }
        bytes.writeBytes([0x2C, 0, 0, 0, 0])
        bytes.writeGIF(width, height)
        // A table of its own, of 256 colours.
        bytes.writeInteger(UInt8(0x87))
        bytes.writeBytes(indexed.palette)
        LZWEncoder.write(indexed.indices, to: &bytes)
        return bytes
    }
}

extension Picture {
    /// A GIF of this picture alone.
    package func gif() throws(PixelError) -> ByteBuffer {
        let writer = try GIFWriter(width: width, height: height, isMoving: false)
        var bytes = writer.head
        var frame = try writer.frame(self, delay: 0)
        bytes.writeBuffer(&frame)
        var trailer = writer.trailer
        bytes.writeBuffer(&trailer)
        return bytes
    }
}

extension ByteBuffer {
    fileprivate mutating func writeGIF(_ numbers: Int...) {
        for number in numbers { writeInteger(UInt16(clamping: number), endianness: .little) }
    }
}

/// GIF's compression: Lempel, Ziv and Welch's, with codes of 9 to 12 bits from the lowest bit on.
enum LZWEncoder {
    private static let clear: UInt32 = 256
    private static let end: UInt32 = 257
    private static let maximumCodes: UInt32 = 4_096
    /// A power of two, twice the codes.
    private static let slots = 8_192
    private static let empty = UInt32.max

    /// Writes the code size, the blocks and the block that ends them.
    static func write(_ indices: [UInt8], to output: inout ByteBuffer) {
        output.writeInteger(UInt8(8))
        var codes = CodeWriter(capacity: indices.count / 2 + 64)
        // A slot has a string's last byte and the code of what is before it in its upper 20 bits, and its own code.
        var table = [UInt32](repeating: empty, count: slots)
        var next = end + 1
        codes.write(clear)
        let source = indices.span
        guard !source.isEmpty else { return finish(&codes, &output) }
        var prefix = UInt32(source[0])
        for index in 1..<source.count {
            let key = prefix << 8 | UInt32(source[index])
            var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 19)
            while table[slot] != empty, table[slot] >> 12 != key { slot = (slot &+ 1) & (slots &- 1) }
            if table[slot] != empty {
                prefix = table[slot] & 0xFFF
                continue
            }
            codes.write(prefix)
            prefix = UInt32(source[index])
            if next < maximumCodes {
                table[slot] = key << 12 | next
                codes.widen(for: next)
                next &+= 1
            } else {
                codes.write(clear)
                codes.narrow()
                table = [UInt32](repeating: empty, count: slots)
                next = end + 1
            }
        }
        codes.write(prefix)
        // The reader has made one more string by now.
        if next < maximumCodes { codes.widen(for: next) }
        finish(&codes, &output)
    }

    private static func finish(_ codes: inout CodeWriter, _ output: inout ByteBuffer) {
        codes.write(end)
        codes.flush()
        for start in stride(from: 0, to: codes.bytes.count, by: 255) {
            let block = codes.bytes[start..<min(start + 255, codes.bytes.count)]
            output.writeInteger(UInt8(block.count))
            output.writeBytes(block)
        }
        output.writeInteger(UInt8(0))
    }

    private struct CodeWriter {
        private(set) var bytes: [UInt8] = []
        private var bits: UInt32 = 0
        private var count: UInt32 = 0
        private var width: UInt32 = 9

        init(capacity: Int) { bytes.reserveCapacity(capacity) }

        mutating func write(_ code: UInt32) {
            bits |= code &<< count
            count &+= width
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits &>>= 8
                count &-= 8
            }
        }

        /// After that code was given, the next one may need another bit.
        mutating func widen(for code: UInt32) {
            if code == 1 &<< width, width < 12 { width &+= 1 }
        }

        mutating func narrow() { width = 9 }

        mutating func flush() {
            if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
            (bits, count) = (0, 0)
        }
    }
}
