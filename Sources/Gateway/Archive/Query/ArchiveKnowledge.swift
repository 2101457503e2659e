import DICOM
import DICOMweb
import DIMSE
import NIOConcurrencyHelpers

/// The profile of one archive, for all who use it and learn of it.
final class ArchiveKnowledge: Sendable {
    private struct State {
        var profile = ArchiveProfile()
        var isFoundOut = false
        /// Whose studies are known to be, for archives that have no Study Root: the oldest goes first.
        var patients: [UID: String] = [:]
        var studies: [UID] = []
    }

    /// How the archive is spoken to.
    let characterSet: CharacterSet
    /// What the operator says of it, which nothing that is found out changes.
    let pinned: ArchiveProfile
    let attempt = SharedAttempt()
    private let state = NIOLockedValueBox(State())

    init(characterSet: CharacterSet, pinned: ArchiveProfile = ArchiveProfile()) {
        self.characterSet = characterSet
        self.pinned = pinned
    }

    /// For how many studies the patient is remembered.
    private static let studyLimit = 20_000

    /// What is known: pinned, or else found out.
    var profile: ArchiveProfile { state.withLockedValue { $0.profile }.overlaid(by: pinned) }

    /// What has been found out, whatever is pinned.
    var found: ArchiveProfile { state.withLockedValue { $0.profile } }

    func learn(_ change: (inout ArchiveProfile) -> Void) {
        state.withLockedValue { change(&$0.profile) }
    }

    /// True once the archive has been asked for what it can do, or the operator has said all of it.
    var isFoundOut: Bool { state.withLockedValue { $0.isFoundOut } || pinned.isSettled }

    func foundOut() { state.withLockedValue { $0.isFoundOut = true } }

    /// The archive may be another than it was: it is to be asked again.
    func doubt() { state.withLockedValue { $0.isFoundOut = false } }

    /// Learns in which transfer syntaxes storage classes were accepted.
    func learn(from contexts: [AcceptedContext]) {
        state.withLockedValue { state in
            for context in contexts where state.profile.syntaxes.count < Self.classLimit {
                state.profile.syntaxes[context.abstractSyntax, default: []].insert(context.transferSyntax.uid)
            }
        }
    }

    /// More storage classes than there are, private ones included.
    private static let classLimit = 500

    /// The Patient ID above a study, which a search or a listing has learned; nil where none has.
    func patientID(of study: UID) -> String? {
        state.withLockedValue { $0.patients[study] }
    }

    func learn(patientID: String, of study: UID) {
        state.withLockedValue { state in
            guard state.patients.updateValue(patientID, forKey: study) == nil else { return }
            state.studies.append(study)
            guard state.studies.count > Self.studyLimit else { return }
            // Half at once, so that the array is not moved for each.
            for old in state.studies.prefix(Self.studyLimit / 2) { state.patients[old] = nil }
            state.studies.removeFirst(Self.studyLimit / 2)
        }
    }

    /// The identifier that retrieves a scope from the archive: the classes of ``ArchiveProfile/model`` take it.
    func identifier(of scope: Scope) -> DataSet {
        scope.identifier(in: profile.model, patientID: patientID(of: scope.study), characterSet: characterSet)
    }
}
