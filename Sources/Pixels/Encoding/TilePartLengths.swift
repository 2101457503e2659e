import NIOCore

/// The TLM marker segment of JPEG 2000 (ITU-T T.800 §A.7.1): where each tile-part ends, before the first begins.
enum TilePartLengths {
    private static let startOfTilePart: UInt16 = 0xFF90
    private static let tilePartLengths: UInt16 = 0xFF55
    private static let endOfCodestream: UInt16 = 0xFFD9
    /// Two bytes of tile number and four of length in each entry.
    private static let entrySizes: UInt8 = 0b0110_0000
    /// Marker, length, index and sizes, before the entries.
    private static let fixedLength = 4
    private static let entryLength = 6

    /// The codestream with the segment in front of its first tile-part; nil when there is none, or it is no codestream.
    static func inserted(into codestream: ByteBuffer) -> ByteBuffer? {
        guard let start = firstTilePart(codestream) else { return nil }
        var parts: [(tile: UInt16, length: UInt32)] = []
        var place = start
        while let (marker, _, tile, length) = codestream.tilePart(at: place), marker == startOfTilePart {
            let room = codestream.writerIndex - place
            // A length of zero runs to the end of the codestream.
            let count = length == 0 ? room - MemoryLayout<UInt16>.size : Int(length)
            guard count > 0, count <= room else { return nil }
            parts.append((tile, UInt32(count)))
            place += count
        }
        guard !parts.isEmpty,
            let before = codestream.getSlice(at: codestream.readerIndex, length: start - codestream.readerIndex),
            let after = codestream.getSlice(at: start, length: codestream.writerIndex - start),
            let length = UInt16(exactly: fixedLength + parts.count * entryLength)
        else { return nil }
        var result = before
        result.writeInteger(tilePartLengths)
        result.writeInteger(length)
        result.writeInteger(UInt8(0))
        result.writeInteger(entrySizes)
        for part in parts {
            result.writeInteger(part.tile)
            result.writeInteger(part.length)
        }
        result.writeImmutableBuffer(after)
        return result
    }

    /// Behind the marker segments of the main header.
    private static func firstTilePart(_ codestream: ByteBuffer) -> Int? {
        var place = codestream.readerIndex + MemoryLayout<UInt16>.size
        while let marker = codestream.getInteger(at: place, as: UInt16.self), marker != endOfCodestream {
            if marker == startOfTilePart { return place }
            guard let length = codestream.getInteger(at: place + 2, as: UInt16.self), length >= 2 else { return nil }
            place += MemoryLayout<UInt16>.size + Int(length)
        }
        return nil
    }
}

extension ByteBuffer {
    /// SOT, its length, the tile and the length of the tile-part (ITU-T T.800 §A.4.2).
    fileprivate func tilePart(at place: Int) -> (UInt16, UInt16, UInt16, UInt32)? {
        getMultipleIntegers(at: place, as: (UInt16, UInt16, UInt16, UInt32).self)
    }
}
