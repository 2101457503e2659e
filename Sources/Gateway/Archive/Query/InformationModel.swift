package import DICOM
package import DICOMweb

/// The two hierarchies in which an archive can be asked (PS3.4 §C.3): Study Root, whose studies have the patient's
/// attributes, and Patient Root, which needs the Patient ID above them.
package enum InformationModel: String, Hashable, Sendable, CaseIterable {
    case study, patient

    /// The SOP Class of its C-FIND (PS3.4 §C.6).
    package var findClass: UID { self == .study ? SOPClass.studyRootFind : SOPClass.patientRootFind }
    package var getClass: UID { self == .study ? SOPClass.studyRootGet : SOPClass.patientRootGet }
    package var moveClass: UID { self == .study ? SOPClass.studyRootMove : SOPClass.patientRootMove }
}

extension Scope {
    /// The identifier that retrieves the scope (PS3.4 §C.4.2.1.4): its level, and the unique keys down to it.
    ///
    /// - Parameters:
    ///   - patientID: whose study it is, which the Patient Root model needs; without effect in the other.
    ///   - characterSet: in which that is encoded when it is more than ASCII.
    package func identifier(
        in model: InformationModel,
        patientID: String? = nil,
        characterSet: CharacterSet = .utf8
    ) -> DataSet {
        let patientID = model == .patient ? patientID ?? "" : ""
        var identifier = DataSet(declaring: patientID.utf8.allSatisfy { $0 < 0x80 } ? .default : characterSet)
        identifier.set(.queryRetrieveLevel, level)
        if !patientID.isEmpty { identifier.set(.patientID, patientID) }
        identifier.set(.studyInstanceUID, uid: study)
        if let series { identifier.set(.seriesInstanceUID, uid: series) }
        if let instance { identifier.set(.sopInstanceUID, uid: instance) }
        return identifier
    }
}
