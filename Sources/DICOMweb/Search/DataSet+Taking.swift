package import DICOM

extension DataSet {
    /// Takes over what this data set lacks of the other's elements.
    ///
    /// Where text comes from another character set, all of this one's goes to UTF-8, which holds both.
    ///
    /// - Parameter isWanted: of which tags.
    package mutating func take(from other: DataSet, where isWanted: (Tag) -> Bool) {
        var other = other
        let wanted = other.elements.filter { element in
            element.tag != .specificCharacterSet && isWanted(element.tag)
                && (self[element.tag].map { $0.isEmpty && !element.isEmpty } ?? true)
        }
        if characterSet != other.characterSet, wanted.contains(where: \.mayHoldText) {
            // UTF-8 has every character, so neither fails.
            self = (try? transcoded(to: .utf8)) ?? self
            other = (try? other.transcoded(to: .utf8)) ?? other
        }
        for element in wanted {
            if let element = other[element.tag] { set(element) }
        }
    }
}

extension DataElement {
    fileprivate var mayHoldText: Bool { vr.isText || vr == .SQ }
}
