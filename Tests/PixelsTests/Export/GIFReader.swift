import NIOCore

/// Reads what a GIF writer wrote, by the format's own document: nothing is shared with the writer.
enum GIFReader {
    struct Frame {
        let delay: Int
        let rgb: [UInt8]
    }

    struct Malformed: Error {}

    static func frames(_ gif: ByteBuffer) throws -> [Frame] {
        var bytes = gif
        guard bytes.readString(length: 6) == "GIF89a", bytes.readBytes(length: 7) != nil else { throw Malformed() }
        var (frames, delay) = ([Frame](), 0)
        while let kind: UInt8 = bytes.readInteger() {
            switch kind {
            case 0x21:
                let label: UInt8? = bytes.readInteger()
                let block = try blocks(&bytes)
                if label == 0xF9 { delay = Int(block[1]) | Int(block[2]) << 8 }
            case 0x2C:
                guard let place = bytes.readBytes(length: 9), place[8] & 0x87 == 0x87,
                    let palette = bytes.readBytes(length: 768)
                else { throw Malformed() }
                let indices = try decompressed(&bytes)
                guard indices.count == (Int(place[4]) | Int(place[5]) << 8) * (Int(place[6]) | Int(place[7]) << 8)
                else {
                    throw Malformed()
                }
                frames.append(Frame(delay: delay, rgb: indices.flatMap { palette[Int($0) * 3..<Int($0) * 3 + 3] }))
            case 0x3B:
                guard bytes.readableBytes == 0 else { throw Malformed() }
                return frames
            default: throw Malformed()
            }
        }
        throw Malformed()
    }

    private static func blocks(_ bytes: inout ByteBuffer) throws -> [UInt8] {
        var all: [UInt8] = []
        while let count: UInt8 = bytes.readInteger(), count > 0 {
            guard let block = bytes.readBytes(length: Int(count)) else { throw Malformed() }
            all += block
        }
        return all
    }

    static func decompressed(_ bytes: inout ByteBuffer) throws -> [UInt8] {
        guard let size: UInt8 = bytes.readInteger(), size == 8 else { throw Malformed() }
        let data = try blocks(&bytes)
        var (output, strings, previous) = ([UInt8](), [[UInt8]](), [UInt8]?.none)
        var (width, position) = (9, 0)
        while true {
            guard position + width <= data.count * 8 else { throw Malformed() }
            var code = 0
            for bit in 0..<width {
                let place = position + bit
                code |= Int(data[place / 8] >> UInt8(place % 8) & 1) << bit
            }
            position += width
            if code == 256 {
                (strings, previous, width) = ([], nil, 9)
                continue
            }
            if code == 257 { return output }
            let string: [UInt8]
            if code < 256 {
                string = [UInt8(code)]
            } else if code - 258 < strings.count {
                string = strings[code - 258]
            } else if code - 258 == strings.count, let previous {
                string = previous + previous.prefix(1)
            } else {
                throw Malformed()
            }
            output += string
            if let previous, strings.count < 4_096 - 258 { strings.append(previous + string.prefix(1)) }
            previous = string
            if strings.count + 258 == 1 << width, width < 12 { width += 1 }
        }
    }
}
