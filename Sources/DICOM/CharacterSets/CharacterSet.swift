package import NIOCore

/// The character repertoire of a data set's text, from (0008,0005) (PS3.3 §C.12.1.1.2).
package struct CharacterSet: Hashable, Sendable {
    /// The defined terms, in order, as (0008,0005) lists them; empty for the default repertoire.
    package let terms: [String]
    let repertoire: Repertoire

    package init(terms: [String] = []) {
        self.terms = terms
        repertoire = Repertoire(terms: terms)
    }

    /// What (0008,0005) says.
    package init(_ element: DataElement) {
        guard case .bytes(let buffer) = element.value, buffer.readableBytes > 0 else {
            self = .default
            return
        }
        let text = String(buffer: buffer)
        self.init(terms: text.split(separator: "\\", omittingEmptySubsequences: false).map { String($0.trimmed(.CS)) })
    }

    /// ISO_IR 6, which stands where nothing is said.
    package static let `default` = CharacterSet()
    package static let utf8 = CharacterSet(terms: ["ISO_IR 192"])
}

extension CharacterSet {
    /// What bytes came to.
    package struct Decoded: Hashable, Sendable {
        package var values: [String]
        /// How many bytes or characters were not of the character set and became U+FFFD.
        package var undecodable: Int
    }

    /// The values that the bytes spell, separated and without padding, empty ones in their places; none of no bytes.
    package func decode(_ bytes: ByteBuffer, vr: VR) -> [String] { decoding(bytes, vr: vr).values }

    /// The values, and how much of them could not be read.
    ///
    /// Only text VRs obey the character set; the others are in the default repertoire (PS3.5 §6.1.2.2). Bytes that are
    /// not of the character set, yet are UTF-8, are taken for it, since that is what careless senders write.
    package func decoding(_ bytes: ByteBuffer, vr: VR) -> Decoded {
        let view = bytes.readableBytesView
        if view.allSatisfy({ $0.isPlain && (vr.splitsValues || $0 != UInt8(ascii: "\\")) }) {
            return Decoded(values: values(of: String(buffer: bytes), vr: vr), undecodable: 0)
        }
        let raw = Array(view)
        let decoded = vr.isText ? decode(raw, vr: vr) : CharacterSet.default.decode(raw, vr: vr)
        guard decoded.undecodable > 0, let text = String(validating: raw, as: UTF8.self) else { return decoded }
        return Decoded(values: values(of: text, vr: vr), undecodable: 0)
    }

    private func decode(_ bytes: [UInt8], vr: VR) -> Decoded {
        switch repertoire {
        case .utf8:
            let text = String(decoding: bytes, as: UTF8.self)
            let undecodable = text.unicodeScalars.count { $0 == "\u{FFFD}" }
            return Decoded(values: values(of: text, vr: vr), undecodable: undecodable)
        case .chinese(let encoding):
            let (text, undecodable) = Conversion.decode(bytes, as: encoding, unit: 1)
            return Decoded(values: values(of: text, vr: vr), undecodable: undecodable)
        case .extended(let g0, let g1, let listed):
            var decoder = CodeExtensionDecoder(g0: g0, g1: g1, listed: listed, vr: vr)
            decoder.decode(bytes)
            let values = decoder.values.map { String($0[...].trimmed(vr)) }
            return Decoded(values: values, undecodable: decoder.undecodable)
        }
    }

    /// Text in which a backslash can only be the separator.
    private func values(of text: String, vr: VR) -> [String] {
        if text.isEmpty { return [] }
        guard vr.splitsValues else { return [String(text[...].trimmed(vr))] }
        return text.unicodeScalars.split(separator: "\\", omittingEmptySubsequences: false)
            .map { String(Substring($0).trimmed(vr)) }
    }
}

extension UInt8 {
    /// True of bytes that are the same character in every set, and do not begin an escape sequence.
    ///
    /// JIS X 0201 has an overline for the tilde, and a yen sign for the backslash: where that separates, it is plain.
    var isPlain: Bool { self < 0x7E && self != 0x1B }
}

extension Substring {
    /// Without the padding, and without the leading spaces where the VR gives them no meaning (PS3.5 §6.2).
    ///
    /// Trailing NUL is the padding of UI only; some pad all strings with it.
    func trimmed(_ vr: VR) -> Substring {
        var scalars = unicodeScalars
        while let last = scalars.last, last == " " || last == "\0" { scalars.removeLast() }
        switch vr {
        case .AE, .CS, .DS, .IS, .LO, .SH:
            while scalars.first == " " { scalars.removeFirst() }
        default: break
        }
        return Substring(scalars)
    }
}
