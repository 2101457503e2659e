package import NIOCore

/// What stands around pixels that are written frame by frame, in Explicit VR Little Endian (PS3.5 §A.2, §A.4).
package enum PixelDataHeaders {
    /// The longest native value: even, and not the undefined length.
    package static let maximumLength = 0xFFFF_FFFE

    /// Of a native value of that many bytes, which is at most ``maximumLength``, padding included.
    package static func native(length: Int, bitsAllocated: Int) -> ByteBuffer {
        header(bitsAllocated > 8 ? .OW : .OB, UInt32(truncatingIfNeeded: length))
    }

    /// Of fragments, and an empty Basic Offset Table: each frame will be one fragment.
    package static func encapsulated() -> ByteBuffer {
        var bytes = header(.OB, ElementHeader.undefinedLength)
        bytes.write(.item, length: 0)
        return bytes
    }

    /// Of a fragment of that many bytes; an odd one has to be padded.
    ///
    /// - Throws: ``DataError/Reason/tooLarge`` where 32 bits do not hold the length.
    package static func fragment(length: Int) throws(DataError) -> ByteBuffer {
        guard length < maximumLength else { throw DataError(reason: .tooLarge, tag: .pixelData) }
        var bytes = ByteBuffer()
        bytes.write(.item, length: UInt32(length + length % 2))
        return bytes
    }

    /// Behind the last fragment.
    package static func delimiter() -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.write(.sequenceDelimitationItem, length: 0)
        return bytes
    }

    private static func header(_ vr: VR, _ length: UInt32) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.write(.pixelData)
        bytes.writeString(vr.rawValue)
        bytes.writeInteger(UInt16(0))
        bytes.writeInteger(length, endianness: .little)
        return bytes
    }
}

extension ByteBuffer {
    fileprivate mutating func write(_ tag: Tag) {
        writeInteger(tag.group, endianness: .little)
        writeInteger(tag.element, endianness: .little)
    }

    fileprivate mutating func write(_ tag: Tag, length: UInt32) {
        write(tag)
        writeInteger(length, endianness: .little)
    }
}
