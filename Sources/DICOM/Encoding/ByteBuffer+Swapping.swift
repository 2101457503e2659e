package import NIOCore

extension ByteBuffer {
    /// The same numbers in the other byte order; bytes after the last whole number stay as they are (PS3.5 §7.3).
    ///
    /// - Parameter width: the bytes of a number: 1, 2, 4 or 8.
    package func swapped(width: Int) -> ByteBuffer {
        var copy = self
        copy.swap(width: width)
        return copy
    }

    /// Turns the readable bytes, numbers of `width` bytes, into the other byte order in place.
    package mutating func swap(width: Int) {
        switch width {
        case 2: swap(as: UInt16.self)
        case 4: swap(as: UInt32.self)
        case 8: swap(as: UInt64.self)
        default: break
        }
    }

    private mutating func swap<Number: FixedWidthInteger>(as type: Number.Type) {
        let width = MemoryLayout<Number>.size
        // Makes the bytes ours alone, since the closure below writes into them.
        withUnsafeMutableReadableBytes { bytes in
            for offset in stride(from: 0, through: bytes.count - width, by: width) {
                let number = bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)
                bytes.storeBytes(of: number.byteSwapped, toByteOffset: offset, as: Number.self)
            }
        }
    }
}
