/// How much one search may ask of an archive.
package struct SearchLimits: Hashable, Sendable {
    /// What is counted where the archive does not tell: ModalitiesInStudy and the NumberOf… attributes (PS3.4 §C.3.4).
    package enum Counting: String, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case off
        /// What one search for the series of a study tells.
        case series
        /// That, and the instances of each series.
        case full
    }

    /// The C-FIND requests for one search, where the archive has to be asked level by level.
    package var searches = 1000
    package var counting = Counting.full

    package init() {}
}
