/// Why bytes are not the DICOM that they claim to be: what, where, and at which element.
package struct DataError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The bytes end inside an element, an item or a value.
        case truncated
        /// A length that cannot be: an element beyond its item, an undefined one where none is allowed.
        case invalidLength
        /// A VR that the standard does not know.
        case invalidVR
        /// A tag that cannot stand here: a delimiter without its item, a tag out of order in a command set.
        case unexpectedTag
        /// Sequences nested deeper than the limit.
        case nestedTooDeep
        /// More bytes than the limit allows: of one element, of one data set, of what was inflated.
        case tooLarge
        /// A deflated data set that zlib refuses.
        case invalidDeflate
        /// Neither a Part 10 file nor a data set (PS3.10 §7).
        case notDICOM
        /// Encapsulated Pixel Data whose table and fragments do not give the frames (PS3.5 §A.4).
        case invalidEncapsulation
        /// A value that its VR does not allow.
        case invalidValue
    }

    package var reason: Reason
    package var tag: Tag?
    /// In bytes from the start of the data set, where known.
    package var offset: Int?

    package init(reason: Reason, tag: Tag? = nil, offset: Int? = nil) {
        self.reason = reason
        self.tag = tag
        self.offset = offset
    }
}

extension DataError: CustomStringConvertible {
    package var description: String {
        var text = "\(reason)"
        if let tag { text += " at \(tag)" }
        if let offset { text += ", offset \(offset)" }
        return text
    }
}
