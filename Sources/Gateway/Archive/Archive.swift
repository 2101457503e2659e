package import DICOM
package import DICOMweb
package import DIMSE
package import NIOCore

/// An archive as the gateway sees it: what it answers, not how it is asked.
package protocol Archive: Sendable {
    /// The name under which the operator configured it.
    var name: String { get }

    /// Asks whether the archive answers (C-ECHO, PS3.7 §9.1.5).
    func echo() async throws

    /// The data sets that match a search, in the order in which they came (C-FIND, PS3.4 §C.4.1).
    ///
    /// - Parameter limit: after so many matches the archive is told to stop.
    func search(_ query: SearchQuery, limit: Int) async throws -> ArchiveMatches

    /// Counts what studies and series hold, where a search was not told.
    ///
    /// - Parameter limit: so many answers for instances are read at most.
    /// - Returns: what could be counted.
    func count(_ entities: [UncountedEntity], limit: Int) async throws -> [UncountedEntity: EntityCounts]

    /// Brings every instance of a scope, each exactly once, or throws.
    ///
    /// - Parameters:
    ///   - expecting: told once, before the first instance, what the archive lists.
    ///   - deliver: takes one instance, several at once where they come so; returning acknowledges it to the archive,
    ///     throwing refuses it and ends the retrieval.
    func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws

    /// Sends instances, in order, and tells what the archive answered to each (C-STORE, PS3.7 §9.1.1).
    ///
    /// Never throws for what befalls a single instance: a lost association is an answer too.
    func store(_ instances: [OutgoingInstance]) async -> [StoreAnswer]
}

/// The answers to a search.
package struct ArchiveMatches: Sendable {
    package var matches: [DataSet]
    /// True when the archive had more, and was told to stop.
    package var isTruncated: Bool
    /// True when names were compared by their sound, as the query wished (PS3.4 §C.2.2.2.1.1).
    package var hasFuzzyNames = false
    /// What else is to be said of them: texts for Warning fields.
    package var warnings: [String] = []

    package init(matches: [DataSet], isTruncated: Bool) {
        self.matches = matches
        self.isTruncated = isTruncated
    }
}

/// An instance as the archive lists it before it is retrieved.
package struct ListedInstance: Hashable, Sendable {
    package var study: UID
    package var series: UID
    package var instance: UID
    /// Nil from archives that do not tell SOP Class UID (0008,0016), an optional key.
    package var sopClass: UID?
    /// Of its series; told where ``sopClass`` is not.
    package var modality: String?

    package init(study: UID, series: UID, instance: UID, sopClass: UID?, modality: String? = nil) {
        self.study = study
        self.series = series
        self.instance = instance
        self.sopClass = sopClass
        self.modality = modality
    }
}

/// An instance while it arrives.
package struct IncomingInstance {
    package let sopClass: UID
    package let instance: UID
    package let transferSyntax: TransferSyntax
    /// How its text is encoded if it does not say.
    package var assumedCharacterSet = CharacterSet.default
    /// The next piece of the data set's bytes; nil after the last.
    package let next: () async throws -> ByteBuffer?

    package init(
        sopClass: UID,
        instance: UID,
        transferSyntax: TransferSyntax,
        next: @escaping () async throws -> ByteBuffer?
    ) {
        self.sopClass = sopClass
        self.instance = instance
        self.transferSyntax = transferSyntax
        self.next = next
    }
}

/// An instance to be sent.
package struct OutgoingInstance: Sendable {
    package let content: StoredDataSet
    /// Of an instance that came deflated, the bytes as they came; ``content`` is inflated.
    package let deflated: SpoolExtent?
    package let sopClass: UID
    package let instance: UID

    package init(content: StoredDataSet, deflated: SpoolExtent? = nil, sopClass: UID, instance: UID) {
        self.content = content
        self.deflated = deflated
        self.sopClass = sopClass
        self.instance = instance
    }
}

/// What became of an instance that was to be sent.
package enum StoreAnswer: Sendable {
    /// The archive's own status (PS3.4 §B.2.3).
    case status(Status, comment: String?)
    /// No presentation context was accepted in which it could be sent.
    case refused(Refusal)
    /// It was never sent, since no association could be had or it broke before.
    case notSent(ArchiveError)
    /// All of it was sent, and no answer came: the archive may have it or not.
    case notAcknowledged(ArchiveError)

    /// What of the instance the archive does not take (PS3.8 Table 9-18).
    package enum Refusal: Sendable {
        case sopClass
        /// The class is taken, but not in this transfer syntax, nor in one into which it can be brought unharmed.
        case syntax
        case unexplained
    }
}
