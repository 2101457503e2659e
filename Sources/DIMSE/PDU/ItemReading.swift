import DICOM
import NIOCore

/// One item of variable length: its type, and its bytes to read.
struct Item {
    let type: UInt8
    var bytes: ByteBuffer
}

extension ByteBuffer {
    /// Takes the next item, or nil at the end (PS3.8 §9.3.2): type, reserved byte, length, bytes.
    mutating func readItem() throws(PDUError) -> Item? {
        guard readableBytes > 0 else { return nil }
        guard
            let type: UInt8 = readInteger(),
            let _: UInt8 = readInteger(),
            let bytes = readLengthPrefixed()
        else { throw PDUError(.truncated) }
        return Item(type: type, bytes: bytes)
    }

    /// Takes a 16-bit length and as many bytes; nil when they are not there.
    mutating func readLengthPrefixed() -> ByteBuffer? {
        guard let length: UInt16 = readInteger() else { return nil }
        return readSlice(length: Int(length))
    }

    mutating func require<T: FixedWidthInteger>(_: T.Type) throws(PDUError) -> T {
        guard let value: T = readInteger() else { throw PDUError(.truncated) }
        return value
    }

    mutating func requireLengthPrefixed() throws(PDUError) -> ByteBuffer {
        guard let bytes = readLengthPrefixed() else { throw PDUError(.truncated) }
        return bytes
    }

    mutating func skip(_ count: Int) throws(PDUError) {
        guard readSlice(length: count) != nil else { throw PDUError(.truncated) }
    }

    /// 16 bytes without the padding: spaces by the standard, NUL by some modalities.
    mutating func readAETitle() throws(PDUError) -> String {
        guard let bytes = readSlice(length: AETitle.length) else { throw PDUError(.truncated) }
        return bytes.trimmedText()
    }

    /// The rest as a UID. Peers pad it to even length with NUL, as in a data set, though PS3.8 §F says not to.
    func uid() -> UID {
        UID(rawValue: trimmedText())
    }

    /// The rest as text, without spaces and NULs around it.
    func trimmedText() -> String {
        let isPadding: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0 }
        let view = readableBytesView
        guard
            let first = view.firstIndex(where: { !isPadding($0) }),
            let last = view.lastIndex(where: { !isPadding($0) })
        else { return "" }
        return String(decoding: view[first...last], as: UTF8.self)
    }

    func remainingBytes() -> [UInt8] {
        Array(readableBytesView)
    }
}
