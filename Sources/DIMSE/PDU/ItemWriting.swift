import DICOM
import NIOCore

extension ByteBuffer {
    mutating func writeItem(
        _ type: ItemType,
        _ body: (inout ByteBuffer) throws(PDUError) -> Void
    ) throws(PDUError) {
        writeInteger(type.rawValue)
        writeInteger(UInt8(0))
        try writeLengthPrefixed(body)
    }

    /// Writes a 16-bit length and what `body` writes.
    mutating func writeLengthPrefixed(_ body: (inout ByteBuffer) throws(PDUError) -> Void) throws(PDUError) {
        let position = writerIndex
        writeInteger(UInt16(0))
        let start = writerIndex
        try body(&self)
        guard let length = UInt16(exactly: writerIndex - start) else { throw PDUError(.tooLong) }
        setInteger(length, at: position)
    }

    mutating func writeUIDItem(_ type: ItemType, _ uid: UID) throws(PDUError) {
        try writeItem(type) { $0.writeString(uid.rawValue) }
    }

    /// An empty title becomes nothing but spaces, which an acceptance may have to send back.
    mutating func writeAETitle(_ title: String) throws(PDUError) {
        guard title.isEmpty || AETitle.isValid(title) else { throw PDUError(.invalidAETitle) }
        writeString(title)
        writeRepeatingByte(0x20, count: AETitle.length - title.utf8.count)
    }
}
