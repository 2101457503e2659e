package import DICOM

/// What an archive can do, as far as it is known: nil is what nobody has found out yet.
package struct ArchiveProfile: Hashable, Sendable {
    /// A service that brings instances (PS3.4 §C.4.2, §C.4.3).
    package enum RetrieveService: String, Hashable, Sendable {
        case get, move
    }

    /// How much of the extended negotiation of C-FIND the archive bears to be asked (PS3.4 §C.5.1.1).
    package enum Negotiation: String, Hashable, Sendable, CaseIterable {
        /// All that the standard has.
        case full
        /// The three of its first edition: relational queries, combined date-time and fuzzy names.
        case short
        /// It rejects or aborts associations with any.
        case none
    }

    /// The information model in which it is asked.
    package var informationModel: InformationModel?
    package var negotiation: Negotiation?

    // What it grants of the extended negotiation (PS3.4 §C.5.1.1), in the order of its bytes.

    /// Queries below the study without naming what is above (PS3.4 §C.4.1.3.2).
    package var relational: Bool?
    /// A range of dates and one of times are one range of moments (PS3.4 §C.2.2.2.5.4).
    package var combinedDateTime: Bool?
    /// Names that sound alike match (PS3.4 §C.2.2.2.1.1).
    package var fuzzyNames: Bool?
    /// Dates and times are read in the zone that the query names (PS3.4 §C.2.2.2.1.3).
    package var timezone: Bool?
    /// Enhanced multi-frame images can be seen as single-frame ones (PS3.4 §C.3.5).
    package var enhancedConversion: Bool?
    /// Two quotation marks ask for an empty value.
    package var emptyValue: Bool?
    /// A list of values asks for all of them.
    package var multipleValues: Bool?

    // The services, by whether a presentation context was accepted.

    package var get: Bool?
    package var move: Bool?
    /// Composite Instance Retrieve Without Bulk Data (PS3.4 Annex Z).
    package var withoutBulkData: Bool?

    /// Whether a search ends when it is told to (C-CANCEL, PS3.7 §9.3.2.3).
    package var cancel: Bool?
    /// The service by which instances came last.
    package var retrieve: RetrieveService?
    /// Whether Move Originator AE title and message id are right in what it sends for C-MOVE; false after one that was not.
    package var namesMoveOriginator: Bool?
    /// The transfer syntaxes that were accepted for each storage class, where associations have shown it.
    package var syntaxes: [UID: Set<UID>] = [:]

    package init() {}

    /// The model to ask in: Study Root, until the archive is found to have only the other.
    package var model: InformationModel { informationModel ?? .study }
}

extension ArchiveProfile {
    /// One of the facts that are true or not, by the name under which it is shown and pinned.
    typealias Named = (name: String, value: any WritableKeyPath<ArchiveProfile, Bool?> & Sendable)

    /// What can be granted, in the order of the bytes that ask for it (PS3.4 §C.5.1.1).
    static let extensions: [Named] = [
        ("relational", \.relational), ("combinedDateTime", \.combinedDateTime), ("fuzzyNames", \.fuzzyNames),
        ("timezone", \.timezone), ("enhancedConversion", \.enhancedConversion), ("emptyValue", \.emptyValue),
        ("multipleValues", \.multipleValues),
    ]

    /// True when nothing is left to be asked before a search.
    var isSettled: Bool {
        informationModel != nil && negotiation != nil
            && (negotiation == Negotiation.none || Self.extensions.allSatisfy { self[keyPath: $0.value] != nil })
    }

    /// This profile with what the other one says.
    func overlaid(by other: ArchiveProfile) -> ArchiveProfile {
        var profile = self
        profile.informationModel = other.informationModel ?? informationModel
        profile.negotiation = other.negotiation ?? negotiation
        for (_, value) in Self.names {
            profile[keyPath: value] = other[keyPath: value] ?? self[keyPath: value]
        }
        return profile
    }
}
