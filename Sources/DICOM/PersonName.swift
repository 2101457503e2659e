/// A person's name in its three groups, each of up to five components separated by `^` (PS3.5 §6.2.1).
package struct PersonName: Hashable, Sendable {
    package var alphabetic: String?
    package var ideographic: String?
    package var phonetic: String?

    package init(alphabetic: String? = nil, ideographic: String? = nil, phonetic: String? = nil) {
        self.alphabetic = alphabetic
        self.ideographic = ideographic
        self.phonetic = phonetic
    }

    /// The name that a PN value spells: `Yamada^Tarou=山田^太郎=やまだ^たろう`; empty groups are nil.
    package init(_ value: String) {
        let groups = value.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false)
            .map { $0.isEmpty ? nil : String($0) }
        alphabetic = groups.first ?? nil
        ideographic = groups.count > 1 ? groups[1] : nil
        phonetic = groups.count > 2 ? groups[2] : nil
    }

    package var isEmpty: Bool { alphabetic == nil && ideographic == nil && phonetic == nil }

    /// The groups that are there, the alphabetic one first.
    package var groups: [String] { [alphabetic, ideographic, phonetic].compactMap(\.self) }
}

extension PersonName: CustomStringConvertible {
    /// The PN value, without the delimiters of groups that are missing at its end.
    package var description: String {
        if let phonetic { return "\(alphabetic ?? "")=\(ideographic ?? "")=\(phonetic)" }
        if let ideographic { return "\(alphabetic ?? "")=\(ideographic)" }
        return alphabetic ?? ""
    }
}

extension PersonName {
    /// The five components of one group, in the order in which PS3.5 §6.2.1.1 gives them.
    package struct Components: Hashable, Sendable {
        package var familyName = ""
        package var givenName = ""
        package var middleName = ""
        package var prefix = ""
        package var suffix = ""

        /// The components of a group; what stands beyond the fifth belongs to it.
        package init(_ group: String) {
            let parts = group.split(separator: "^", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
            let fields: [WritableKeyPath<Self, String>] = [
                \.familyName, \.givenName, \.middleName, \.prefix, \.suffix,
            ]
            for (field, part) in zip(fields, parts) {
                self[keyPath: field] = part
            }
        }
    }
}
