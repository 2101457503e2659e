import NIOCore

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
