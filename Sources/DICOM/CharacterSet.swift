package import NIOCore

/// The character repertoire of a data set's text, from (0008,0005) (PS3.3 §C.12.1.1.2).
package struct CharacterSet: Hashable, Sendable {
    /// The defined terms, in order, as (0008,0005) lists them; empty for the default repertoire.
    package let terms: [String]

    package init(terms: [String] = []) {
        self.terms = terms
    }

    /// What (0008,0005) says.
    package init(_ element: DataElement) {
        guard case .bytes(let buffer) = element.value else {
            self.init()
            return
        }
        let text = String(buffer: buffer)
        self.init(terms: text.split(separator: "\\", omittingEmptySubsequences: false).map(String.init))
    }

    /// ISO_IR 6, which stands where nothing is said.
    package static let `default` = CharacterSet()
    package static let utf8 = CharacterSet(terms: ["ISO_IR 192"])
}

extension CharacterSet {
    /// The values that the bytes spell, separated and without padding, empty ones in their places; none of no bytes.
    package func decode(_ bytes: ByteBuffer, vr: VR) -> [String] {
        guard bytes.readableBytes > 0 else { return [] }
        let text = String(buffer: bytes)
        let values = vr.splitsValues ? text.split(separator: "\\", omittingEmptySubsequences: false) : [text[...]]
        return values.map { String($0.trimming(vr)) }
    }

    /// The values in this character set, separated and padded to an even length.
    ///
    /// - Throws: `invalidValue` for a character that the set does not have.
    package func encode(_ values: [String], vr: VR) throws(DataError) -> ByteBuffer {
        encodeReplacing(values, vr: vr)
    }

    /// As ``encode(_:vr:)``, with a question mark for each character that the set does not have.
    package func encodeReplacing(_ values: [String], vr: VR) -> ByteBuffer {
        var bytes = ByteBuffer(string: values.joined(separator: "\\"))
        if bytes.readableBytes % 2 == 1 { bytes.writeInteger(vr.padding) }
        return bytes
    }
}

extension Substring {
    fileprivate func trimming(_ vr: VR) -> Substring {
        var text = self
        while let last = text.utf8.last, last == 0x20 || last == 0 { text = text.dropLast() }
        return text
    }
}
