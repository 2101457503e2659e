package import DICOM

/// What an archive does with queries, as far as it decides how one is put (PS3.4 §C.5.1.1).
package struct QueryCapabilities: Hashable, Sendable {
    /// How it is spoken to, which tells it how to answer.
    package var characterSet: CharacterSet
    /// Whether patients are a level of their own: the Patient Root model.
    package var hasPatientLevel = false
    /// Keys of the levels above the query's own are matched and returned (PS3.4 §C.4.1.3.2).
    package var relational = false
    /// A range of dates and one of times are one range of moments (PS3.4 §C.2.2.2.5.4).
    package var combinedDateTime = false
    /// Names that sound alike match (PS3.4 §C.2.2.2.1.1).
    package var fuzzyNames = false
    /// Dates and times are in the zone that the query names (PS3.4 §C.2.2.2.1.3).
    package var timezone = false
    /// Two quotation marks ask for an empty value.
    package var emptyValue = false
    /// A list of values asks for all of them (PS3.4 §C.2.2.2.8).
    package var multipleValues = false

    package init(characterSet: CharacterSet) {
        self.characterSet = characterSet
    }
}

/// What one C-FIND of a search is about (PS3.4 §C.4.1.3).
package struct SearchStep: Hashable, Sendable {
    package let level: QueryLevel
    /// The levels whose attributes it matches and returns: its own, and in a relational query others above.
    package let levels: Set<QueryLevel>
    /// The unique keys that have one value: of each level above in a hierarchical query (PS3.4 §C.4.1.3.1.1).
    package let unique: [Tag: String]

    package init(at level: QueryLevel, of levels: Set<QueryLevel>, under unique: [Tag: String]) {
        self.level = level
        self.levels = levels
        self.unique = unique
    }
}
