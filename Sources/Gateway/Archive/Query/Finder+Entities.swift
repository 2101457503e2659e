import DICOM
import DICOMweb

/// What the gateway itself wants to know, whatever a client asks.
extension Finder {
    /// More instances than any series has; a larger answer is a broken one.
    private static let limit = 1_000_000

    /// An identifier under the unique keys of a study, and of its patient where the model has such.
    private func identifier(at level: QueryLevel, of study: UID, patientID: String?) -> DataSet {
        var identifier = DataSet(declaring: capabilities.characterSet)
        identifier.set(.queryRetrieveLevel, level.name)
        if let patientID, model == .patient { identifier.set(.patientID, patientID) }
        identifier.set(.studyInstanceUID, uid: study)
        return identifier
    }

    /// The series of a study, each with its modality and the number of its instances where the archive tells them.
    func series(of study: UID, patientID: String?) async throws -> [DataSet] {
        var identifier = identifier(at: .series, of: study, patientID: patientID ?? knowledge.patientID(of: study))
        identifier.set(.modality)
        identifier.set(.seriesInstanceUID)
        identifier.set(.numberOfSeriesRelatedInstances)
        return try await find(identifier, limit: Self.limit).matches.filter { $0.uid(.seriesInstanceUID) != nil }
    }

    /// The instances of a series, each with its class where the archive tells it.
    func instances(
        of study: UID,
        series: UID,
        instance: UID? = nil,
        limit: Int = Self.limit
    ) async throws -> ArchiveMatches {
        var identifier = identifier(at: .instance, of: study, patientID: knowledge.patientID(of: study))
        identifier.set(.sopClassUID)
        identifier.set(.seriesInstanceUID, uid: series)
        identifier.set(.sopInstanceUID, uids: instance.map { [$0] } ?? [])
        return try await find(identifier, limit: limit)
    }

    /// Whose study it is, in the Patient Root model; nil when the archive has no such study.
    ///
    /// An archive that does not take relational queries is asked patient by patient, unless a search has learned it.
    ///
    /// - Parameter searches: how many C-FINDs may be used for it.
    /// - Throws: `contentTooLarge` when they do not suffice.
    func patientID(of study: UID, searches: inout Int) async throws -> String? {
        if let known = knowledge.patientID(of: study) { return known }
        if capabilities.relational {
            searches -= 1
            return try await learnPatient(of: study, nil)
        }
        var identifier = DataSet(declaring: capabilities.characterSet)
        identifier.set(.queryRetrieveLevel, QueryLevel.patient.name)
        identifier.set(.patientID)
        searches -= 1
        let patients = try await find(identifier, limit: max(0, searches))
        for patient in Set(patients.matches.compactMap { $0.string(.patientID) }).sorted() {
            guard searches > 0 else { break }
            searches -= 1
            if let found = try await learnPatient(of: study, patient) { return found }
        }
        guard searches > 0, !patients.isTruncated else {
            throw WebError.contentTooLarge(
                "the archive finds a study only by its patient, and has too many patients to look through: "
                    + "search for the study first"
            )
        }
        return nil
    }

    private func learnPatient(of study: UID, _ patient: String?) async throws -> String? {
        var identifier = identifier(at: .study, of: study, patientID: patient)
        if patient == nil { identifier.set(.patientID) }
        let matches = try await find(identifier, limit: 1).matches
        guard let match = matches.first(where: { $0.uid(.studyInstanceUID) == study }),
            let found = match.string(.patientID) ?? patient
        else { return nil }
        knowledge.learn(patientID: found, of: study)
        return found
    }
}
