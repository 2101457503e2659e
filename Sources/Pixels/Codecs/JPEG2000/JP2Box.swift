import NIOCore

/// The file format around a codestream (ITU-T T.800 Annex I), which has no place in DICOM and is met all the same.
enum JP2Box {
    private static let headerLength = 8
    private static let contiguousCodestream: UInt32 = 0x6A70_3263  // jp2c
    private static let signature: UInt32 = 0x6A50_2020  // jP and two spaces

    /// The codestream: all of the bytes, or what the file around it says.
    static func codestream(in bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
        guard bytes.getInteger(at: bytes.readerIndex &+ 4) == signature else { return bytes }
        var rest = bytes
        while rest.readableBytes > 0 {
            guard let (length, type) = rest.readMultipleIntegers(as: (UInt32, UInt32).self) else { break }
            // Zero is "to the end", one is followed by eight bytes of length.
            var content = Int(length) &- headerLength
            if length == 1 {
                guard let long = rest.readInteger(as: UInt64.self), let long = Int(exactly: long) else { break }
                content = long &- headerLength &- 8
            } else if length == 0 {
                content = rest.readableBytes
            }
            guard content >= 0, let box = rest.readSlice(length: content) else { break }
            if type == contiguousCodestream { return box }
        }
        throw .damaged("JP2 without a codestream")
    }
}
