import DICOM
import DICOMweb
import NIOConcurrencyHelpers

/// The profile of one archive, for all who use it and learn of it.
final class ArchiveKnowledge: Sendable {
    private struct State {
        var profile = ArchiveProfile()
        /// Whose studies are known to be, for archives that have no Study Root: the oldest goes first.
        var patients: [UID: String] = [:]
        var studies: [UID] = []
    }

    /// How the archive is spoken to.
    let characterSet: CharacterSet
    private let state = NIOLockedValueBox(State())

    init(characterSet: CharacterSet) {
        self.characterSet = characterSet
    }

    /// For how many studies the patient is remembered.
    private static let studyLimit = 20_000

    var profile: ArchiveProfile { state.withLockedValue { $0.profile } }

    func learn(_ change: (inout ArchiveProfile) -> Void) {
        state.withLockedValue { change(&$0.profile) }
    }

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
