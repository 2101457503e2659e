import DICOM

/// How a query names an attribute: by keyword or tag, after those of the sequences around it (PS3.18 §8.3.1.1).
struct AttributeName {
    /// The tags from the outermost sequence to the attribute; never empty.
    let path: [Tag]
    /// The attribute's VR; UN of a private attribute.
    let vr: VR

    var tag: Tag { path[path.count - 1] }

    /// Reads `PatientID`, `00100020` or `RequestAttributesSequence.00400009`.
    ///
    /// Keywords match whatever the case of their letters, lest a misspelt filter be ignored and all be returned.
    ///
    /// - Parameter allowingUnknown: takes tags that the dictionary does not have, which asking for does no harm.
    /// - Returns: nil for a name that is no attribute's.
    /// - Throws: `badRequest` for an unknown tag, and for a path of which only a part is known.
    init?(_ name: String, allowingUnknown: Bool = false) throws(WebError) {
        var path: [Tag] = []
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        for part in parts {
            if let tag = Tag(hex: part) {
                path.append(tag)
            } else if let tag = Dictionary.tag(keywordIgnoringCase: part) {
                path.append(tag)
            }
        }
        guard !path.isEmpty else { return nil }
        guard path.count == parts.count, let last = path.last else {
            throw .badRequest("the parameter's path holds a name that is neither a keyword nor a tag")
        }
        guard path.dropLast().allSatisfy({ $0.isPrivate || Dictionary.vr($0) == .SQ }) else {
            throw .badRequest("\(name): what stands before a full stop is not a sequence")
        }
        let known = last.isPrivate ? VR.UN : Dictionary.vr(last)
        guard let vr = known ?? (allowingUnknown ? .UN : nil), last.group > 0x0002, last.group < 0xFFFC else {
            throw .badRequest("\(name) is not an attribute that can be searched for")
        }
        self.path = path
        self.vr = vr
    }
}
