package import DICOM
package import DIMSE

/// Why an archive could not do what was asked: which one, in which step, and the cause.
package struct ArchiveError: Error, Sendable {
    package enum Step: String, Sendable {
        case echo, search, retrieve, store
    }

    package enum Cause: Sendable {
        /// No association, or one that broke.
        case association(AssociationError)
        /// A final status that is no success (PS3.7 §C), with its Error Comment (0000,0902).
        case status(Status, comment: String?)
        /// The archive refuses to match these attributes, which the request names.
        case keyRefused([Tag], Status)
        /// The archive did not accept the service in the negotiation.
        case notOffered(UID)
        /// Nothing of that kind is there.
        case notFound
        /// Not everything arrived that the archive lists.
        case incomplete(received: Int, expected: Int)
        /// The archive does not know the AE title to which it should send (A801).
        case destinationUnknown(aeTitle: String, comment: String?)
        /// The archive says that it has sent everything, and nothing has come to that AE title.
        case nothingArrived(aeTitle: String)
        /// Two data sets that differ have the same SOP Instance UID.
        case conflicting
        /// What arrived is not what was asked for.
        case unasked
        /// What arrived cannot be read.
        case damaged(DataError)
        /// The cache could not keep it.
        case spool(SpoolError)
        /// No association was to be had from us, and the archive was not asked.
        case noCapacity(CapacityRefusal)
        /// Every request that waited for it has left.
        case abandoned
    }

    package let archive: String
    package let step: Step
    package let cause: Cause
    /// How we called ourselves, where that is known.
    package let aeTitle: String?

    package init(archive: String, step: Step, cause: Cause, aeTitle: String? = nil) {
        self.archive = archive
        self.step = step
        self.cause = cause
        self.aeTitle = aeTitle
    }

    /// Whether the gateway itself said no, and the archive was not even asked: of that the log has the beginning and the
    /// end, not each.
    var isRefusal: Bool {
        if case .noCapacity = cause { true } else { false }
    }
}
