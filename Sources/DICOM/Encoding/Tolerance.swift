/// Damage that a decoder accepted: what, at which element, and where.
package struct Tolerance: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A value or fragment of odd length (PS3.5 §7.1.1).
        case oddLength
        /// A tag lower than the one before it; the element went where it belongs (PS3.5 §7.1).
        case outOfOrder
        /// A tag a second time; the last one stands.
        case duplicate
        /// A delimiter where nothing was open, or none is due; skipped.
        case strayDelimiter
        /// A sequence, item or encapsulated value that ended without its delimiter (PS3.5 §7.5.2).
        case missingDelimiter
        /// A sequence too short for its last item; it was taken to be longer.
        case sequenceLength
        /// A delimiter with a length other than zero; taken as zero.
        case delimiterLength
        /// A VR of two capitals that the standard does not know; kept as UN.
        case unknownVR
        /// Reserved bytes of an Explicit VR header that are not zero (PS3.5 §7.1.2).
        case reservedBytes
        /// Implicit VR where the transfer syntax has Explicit VR.
        case implicitVR
        /// Explicit VR where the transfer syntax, or VR UN, has Implicit VR.
        case explicitVR
        /// An undefined length with a VR that allows none; read as a sequence (PS3.5 §7.1.3).
        case undefinedLength
        /// Encapsulated Pixel Data in a transfer syntax of native ones (PS3.5 §A.4).
        case encapsulated
        /// A Basic Offset Table of a length that four does not divide; the rest was dropped.
        case offsetTable
        /// Zeros after the last element, or bytes after a deflated data set.
        case trailingBytes
        /// No preamble before the file meta information (PS3.10 §7.1).
        case noPreamble
        /// No file meta information, or none that names the transfer syntax: it was guessed.
        case guessedTransferSyntax
        /// A file meta information group length that is missing or wrong.
        case fileMetaGroupLength
    }

    package var kind: Kind
    package var tag: Tag?
    /// In bytes from the start of the data set; for the file meta information, of the file.
    package var offset: Int

    package init(_ kind: Kind, tag: Tag? = nil, offset: Int) {
        self.kind = kind
        self.tag = tag
        self.offset = offset
    }

    /// How many a decoder keeps: a hostile data set is damaged everywhere.
    package static let maximumKept = 100
}

extension Tolerance: CustomStringConvertible {
    package var description: String {
        "\(kind)" + (tag.map { " at \($0)" } ?? "") + ", offset \(offset)"
    }
}

extension [Tolerance] {
    mutating func note(_ kind: Tolerance.Kind, tag: Tag? = nil, offset: Int) {
        guard count < Tolerance.maximumKept else { return }
        append(Tolerance(kind, tag: tag, offset: offset))
    }
}
