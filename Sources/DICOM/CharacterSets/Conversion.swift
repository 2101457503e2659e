#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A conversion by the system's iconv, for the sets of two bytes and more.
struct Conversion: ~Copyable {
    /// An encoding by the name under which iconv knows it.
    enum Encoding: String, Hashable, Sendable, CaseIterable {
        case japanese = "EUC-JP"
        case korean = "EUC-KR"
        case simplifiedChinese = "EUC-CN"
        case gb18030 = "GB18030"
        case gbk = "GBK"
        case utf8 = "UTF-8"
    }

    private let handle: iconv_t

    /// Opens the conversion; nil where the system lacks the encoding's module.
    init?(from source: Encoding, to target: Encoding) {
        guard let handle = iconv_open(target.rawValue, source.rawValue), Int(bitPattern: handle) != -1 else {
            return nil
        }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    /// Converts as much as is valid, and says how many bytes that was.
    borrowing func convert(_ bytes: ArraySlice<UInt8>) -> (output: [UInt8], consumed: Int) {
        var output: [UInt8] = []
        var consumed = 0
        while consumed < bytes.count {
            let (piece, length) = convertOnce(bytes.dropFirst(consumed))
            output += piece
            consumed += length
            if length == 0 { break }
        }
        return (output, consumed)
    }

    /// Converts what fits four times the room of its input: no character of these sets grows further.
    private borrowing func convertOnce(_ bytes: ArraySlice<UInt8>) -> (output: [UInt8], consumed: Int) {
        var input = bytes.map { CChar(bitPattern: $0) }
        var consumed = 0
        let output = [UInt8](unsafeUninitializedCapacity: bytes.count * 4 + 16) { room, written in
            input.withUnsafeMutableBufferPointer { source in
                var (from, left) = (source.baseAddress, source.count)
                room.withMemoryRebound(to: CChar.self) { target in
                    var (to, space) = (target.baseAddress, target.count)
                    _ = iconv(handle, &from, &left, &to, &space)
                    written = target.count - space
                }
                consumed = source.count - left
            }
        }
        return (output, consumed)
    }
}

extension CharacterSet {
    /// The encodings that this system's iconv lacks: then text in the sets of Japan, Korea and China is lost.
    package static var missingSystemEncodings: [String] {
        Conversion.Encoding.allCases.filter { Conversion(from: $0, to: .utf8) == nil }.map(\.rawValue)
    }
}

extension Conversion {
    /// The text that the bytes spell, with U+FFFD for each stretch that is not valid, and how many those were.
    ///
    /// - Parameter unit: how many bytes to pass over where they are not valid.
    static func decode(_ bytes: [UInt8], as encoding: Encoding, unit: Int) -> (text: String, undecodable: Int) {
        guard let conversion = Conversion(from: encoding, to: .utf8) else { return ("\u{FFFD}", bytes.count) }
        var (text, undecodable) = ("", 0)
        var rest = bytes[...]
        while !rest.isEmpty {
            let (output, consumed) = conversion.convert(rest)
            text += String(decoding: output, as: UTF8.self)
            rest = rest.dropFirst(consumed)
            if !rest.isEmpty {
                text += "\u{FFFD}"
                undecodable += 1
                rest = rest.dropFirst(unit)
            }
        }
        return (text, undecodable)
    }

    /// The bytes of one character; nil where the encoding does not have it.
    borrowing func encode(_ scalar: Unicode.Scalar) -> [UInt8]? {
        let bytes = Array(String(Character(scalar)).utf8)
        let (output, consumed) = convert(bytes[...])
        return consumed == bytes.count && !output.isEmpty ? output : nil
    }
}
