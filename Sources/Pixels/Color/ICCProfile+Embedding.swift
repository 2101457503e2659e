package import NIOCore

extension ICCProfile {
    /// A JPEG that carries the profile, in APP2 segments behind its first marker (ISO 15076-1 Annex B.4).
    package func embedded(inJPEG jpeg: ByteBuffer) -> ByteBuffer {
        var jpeg = jpeg
        guard var result = jpeg.readSlice(length: 2) else { return jpeg }
        let count = (bytes.readableBytes + Self.segment - 1) / Self.segment
        // The number of segments is a byte.
        guard count <= 255 else {
            result.writeBuffer(&jpeg)
            return result
        }
        for number in 1...count {
            let start = bytes.readerIndex + (number - 1) * Self.segment
            let length = min(Self.segment, bytes.writerIndex - start)
            guard let piece = bytes.getSlice(at: start, length: length) else { break }
            result.writeBytes([0xFF, 0xE2])
            result.writeInteger(UInt16(2 + Self.jpegName.utf8.count + 3 + length))
            result.writeString(Self.jpegName)
            result.writeBytes([0, UInt8(number), UInt8(count)])
            result.writeImmutableBuffer(piece)
        }
        result.writeBuffer(&jpeg)
        return result
    }

    private static let jpegName = "ICC_PROFILE"
    /// What a segment holds beside its length, the name and the two numbers.
    private static let segment = 65_519

    /// A PNG that carries the profile, in an iCCP chunk behind its header (ISO/IEC 15948 §11.3.3.3).
    package func embedded(inPNG png: ByteBuffer) -> ByteBuffer {
        var png = png
        guard var result = png.readSlice(length: Self.pngHeader) else { return png }
        var chunk = ByteBuffer(string: "iCCPICC profile")
        chunk.writeBytes([0, 0])
        chunk.writeStoredZlib(bytes)
        result.writeInteger(UInt32(chunk.readableBytes - 4))
        let checksum = Checksum.crc32(chunk)
        result.writeBuffer(&chunk)
        result.writeInteger(checksum)
        result.writeBuffer(&png)
        return result
    }

    /// The signature and the IHDR chunk.
    private static let pngHeader = 33
}

extension ByteBuffer {
    /// A zlib stream of blocks that are stored as they are (RFC 1950, RFC 1951 §3.2.4).
    fileprivate mutating func writeStoredZlib(_ bytes: ByteBuffer) {
        writeBytes([0x78, 0x01])
        var rest = bytes
        repeat {
            let length = min(rest.readableBytes, 65_535)
            guard let block = rest.readSlice(length: length) else { break }
            writeInteger(UInt8(rest.readableBytes == 0 ? 1 : 0))
            writeInteger(UInt16(length), endianness: .little)
            writeInteger(~UInt16(length), endianness: .little)
            writeImmutableBuffer(block)
        } while rest.readableBytes > 0
        writeInteger(Checksum.adler32(bytes))
    }
}

private enum Checksum {
    /// ISO/IEC 15948 Annex D.
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    static func crc32(_ bytes: ByteBuffer) -> UInt32 {
        ~bytes.readableBytesView.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }

    /// RFC 1950 §8.2.
    static func adler32(_ bytes: ByteBuffer) -> UInt32 {
        var (low, high) = (UInt32(1), UInt32(0))
        for byte in bytes.readableBytesView {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }
}
