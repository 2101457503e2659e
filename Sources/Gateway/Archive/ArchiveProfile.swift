import DICOM
import NIOConcurrencyHelpers

/// What an archive can do, as far as it is known: nil is what nobody has asked yet.
package struct ArchiveProfile: Hashable, Sendable {
    /// A service that brings instances (PS3.4 §C.4.2, §C.4.3).
    package enum RetrieveService: String, Hashable, Sendable {
        case get, move
    }

    /// The one by which instances came last.
    package var retrieve: RetrieveService?

    package init() {}
}

/// The profile of one archive, for all who use it and learn of it.
final class ArchiveKnowledge: Sendable {
    private let state = NIOLockedValueBox(ArchiveProfile())

    var profile: ArchiveProfile { state.withLockedValue { $0 } }

    func learn(_ change: (inout ArchiveProfile) -> Void) {
        state.withLockedValue { change(&$0) }
    }
}
