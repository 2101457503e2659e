package import DICOM

/// An attribute to match, and what it is to match (PS3.4 §C.2.2.2).
package struct SearchKey: Hashable, Sendable {
    /// The tags from the outermost sequence to the attribute; never empty (PS3.18 §8.3.1.1).
    package internal(set) var path: [Tag]
    package let vr: VR
    /// The alternatives, of which a result has one; none matches all (PS3.4 §C.2.2.2.3).
    ///
    /// A date or time is a value or a range as PS3.4 §C.2.2.2.5 writes it; `*` and `?` are wildcards where the VR has
    /// them.
    package let values: [String]
    /// True where a result has to have all of the values (PS3.4 §C.2.2.2.8).
    package let wantsAll: Bool

    /// The attribute's own tag.
    package var tag: Tag { path[path.count - 1] }

    /// The tag in the data set itself: the attribute's, or that of the sequence around it.
    var root: Tag { path[0] }

    /// True of a key for the data set itself rather than for an item.
    var isPlain: Bool { path.count == 1 }

    /// The keywords, or else the tags, to name the key in a warning.
    package var name: String { path.map(\.nameInWarnings).joined(separator: ".") }

    /// True when it asks for what has no value (PS3.18 §8.3.4.5).
    var isForEmpty: Bool { values == [Self.empty] }

    static let empty = "\"\""
}

extension SearchKey {
    init(_ tag: Tag, _ vr: VR, _ values: [String]) {
        path = [tag]
        self.vr = vr
        self.values = values
        wantsAll = false
    }

    /// Reads a parameter as a search with those switches means it.
    init(_ attribute: AttributeName, _ parameter: QueryParameters.Parameter, of query: SearchQuery) throws(WebError) {
        path = attribute.path
        vr = attribute.vr
        guard let root = path.first, !SearchAttributes.neverMatched.contains(root) else {
            throw .badRequest("\(parameter.name) is never matched")
        }
        let plusIsSpace = vr != .DT && attribute.tag != .timezoneOffsetFromUTC
        var values: [String] = []
        for value in try parameter.values(plusIsSpace: plusIsSpace) {
            // A backslash separates values as it does in DICOM, and a comma in any spelling separates UIDs.
            let parts = value.split { $0 == "\\" || (attribute.vr == .UI && $0 == ",") }.map(String.init)
            guard !parts.isEmpty || value.isEmpty else { throw .badRequest("\(parameter.name): a list of no values") }
            values += parts
        }
        if values.contains("*") { values = [] }
        self.values = values
        wantsAll = query.multipleValueMatching && values.count > 1 && Self.listsValues(vr)
        guard !(query.emptyValueMatching && isForEmpty) else { return }
        for value in values where !SearchAttributes.isValid(value, vr) {
            throw .badRequest("\(parameter.name): not a value that \(vr) can be matched with")
        }
        if wantsAll, values.contains(where: { $0.contains("*") || $0.contains("?") }) {
            throw .badRequest("\(parameter.name): no wildcards among several values that all have to match")
        }
    }

    /// The VRs of which several values can be asked for at once (PS3.18 §8.3.4.6).
    private static func listsValues(_ vr: VR) -> Bool {
        [.AE, .AS, .AT, .CS, .LO, .PN, .SH, .UC].contains(vr)
    }
}

extension Tag {
    /// The keyword, or else the tag.
    var nameInWarnings: String { Dictionary.entry(self)?.keyword ?? hex }
}
