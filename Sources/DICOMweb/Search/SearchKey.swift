package import DICOM

/// An attribute to match, and what it is to match (PS3.4 §C.2.2.2).
package struct SearchKey: Hashable, Sendable {
    package internal(set) var tag: Tag
    package let vr: VR
    /// The alternatives, of which a result has one; none matches all (PS3.4 §C.2.2.2.3).
    ///
    /// A date or time is a value or a range as PS3.4 §C.2.2.2.5 writes it; `*` and `?` are wildcards where the VR has
    /// them.
    package let values: [String]

    /// The keyword, or else the tag, to name the key in a warning.
    package var name: String { Dictionary.entry(tag)?.keyword ?? tag.hex }

    /// True when a date or time key gives a range.
    var isRange: Bool { values.contains { $0.contains("-") } }
}

extension SearchKey {
    init(_ tag: Tag, _ vr: VR, _ values: [String]) {
        self.tag = tag
        self.vr = vr
        self.values = values
    }

    init(_ attribute: AttributeName, _ parameter: QueryParameters.Parameter) throws(WebError) {
        tag = attribute.tag
        vr = attribute.vr
        guard !SearchAttributes.neverMatched.contains(tag) else {
            throw .badRequest("\(parameter.name) is never matched")
        }
        let plusIsSpace = vr != .DT && tag != .timezoneOffsetFromUTC
        var values: [String] = []
        for value in try parameter.values(plusIsSpace: plusIsSpace) {
            // A backslash separates values as it does in DICOM, and a comma in any spelling separates UIDs.
            let parts = value.split { $0 == "\\" || (attribute.vr == .UI && $0 == ",") }.map(String.init)
            guard !parts.isEmpty || value.isEmpty else { throw .badRequest("\(parameter.name): a list of no values") }
            values += parts
        }
        if values.contains("*") { values = [] }
        for value in values where !SearchAttributes.isValid(value, vr) {
            throw .badRequest("\(parameter.name): not a value that \(vr) can be matched with")
        }
        self.values = values
    }
}
