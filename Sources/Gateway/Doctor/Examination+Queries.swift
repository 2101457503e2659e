import DICOM
import DIMSE
import FoundationEssentials

/// One C-FIND for each level, by which a small instance is found (PS3.4 §C.4.1).
///
/// No attribute of the patient is asked for, unless the archive has the Patient Root model only.
extension Examination {
    /// So many matches are looked at; then the archive is told to stop.
    private static let matchLimit = 50
    /// A UID that no archive has: of a query that only shows whether the level is offered.
    private static let nobody: UID = "2.25.0"

    mutating func findStudy() async throws -> DoctorStep.Findings {
        var matches: [DataSet] = []
        // Of the last days first, lest a large archive lists everything that it has.
        for dates in [Self.lastDays(3), ""] where matches.isEmpty {
            var identifier = DataSet(level: "STUDY")
            identifier.set(.studyDate, dates)
            identifier.set(.studyInstanceUID)
            identifier.set(.numberOfStudyRelatedInstances)
            if model == .patient { identifier.set(.patientID, try await firstPatient() ?? "") }
            matches = try await find(identifier)
        }
        let chosen = matches.filter { $0.uid(.studyInstanceUID) != nil }
            .min { SmallFirst.study($0) < SmallFirst.study($1) }
        guard let chosen, let study = chosen.uid(.studyInstanceUID) else {
            return DoctorStep.Findings("the archive has no study")
        }
        sample = Sample(study: study, patientID: model == .patient ? chosen.string(.patientID) : nil)
        return DoctorStep.Findings(Self.told(matches.count, "study", "studies"))
    }

    mutating func findSeries() async throws -> DoctorStep.Findings {
        var identifier = DataSet(level: "SERIES")
        identifier.set(.modality)
        identifier.set(.studyInstanceUID, uid: sample?.study ?? Self.nobody)
        identifier.set(.seriesInstanceUID)
        identifier.set(.numberOfSeriesRelatedInstances)
        if let patientID = sample?.patientID { identifier.set(.patientID, patientID) }
        let matches = try await find(identifier)
        let chosen = matches.filter { $0.uid(.seriesInstanceUID) != nil }
            .min { SmallFirst.series($0) < SmallFirst.series($1) }
        sample?.series = chosen?.uid(.seriesInstanceUID)
        sample?.modality = chosen?.string(.modality)
        return DoctorStep.Findings(Self.told(matches.count, "series", "series"))
    }

    mutating func findImage() async throws -> DoctorStep.Findings {
        var identifier = DataSet(level: "IMAGE")
        identifier.set(.sopClassUID)
        identifier.set(.sopInstanceUID)
        if let patientID = sample?.patientID { identifier.set(.patientID, patientID) }
        identifier.set(.studyInstanceUID, uid: sample?.study ?? Self.nobody)
        identifier.set(.seriesInstanceUID, uid: sample?.series ?? Self.nobody)
        identifier.set(.numberOfFrames)
        identifier.set(.rows)
        identifier.set(.columns)
        let matches = try await find(identifier)
        let chosen = matches.filter { $0.uid(.sopInstanceUID) != nil }
            .min { SmallFirst.instance($0) < SmallFirst.instance($1) }
        sample?.instance = chosen?.uid(.sopInstanceUID)
        sample?.sopClass = chosen?.uid(.sopClassUID)
        if sample?.instance == nil { sample = nil }
        return DoctorStep.Findings(Self.told(matches.count, "instance", "instances"))
    }

    /// Of an archive that has no studies without their patient.
    private func firstPatient() async throws -> String? {
        var identifier = DataSet(level: "PATIENT")
        identifier.set(.patientID)
        return try await find(identifier).compactMap { $0.string(.patientID) }.first
    }

    private func find(_ identifier: DataSet) async throws -> [DataSet] {
        let context = ProposedContext(model.findClass, Self.uncompressed)
        return try await open(for: .search, proposing: [context]) { association in
            var matches: [DataSet] = []
            let outcome = try await association.find(context.abstractSyntax, identifier) { match in
                matches.append(match)
                return matches.count < Self.matchLimit ? .more : .enough
            }
            guard outcome.status.isSuccess || outcome.wasCancelled || outcome.status.isWarning else {
                throw associations.error(.search, .status(outcome.status, comment: outcome.comment))
            }
            return matches
        }
    }

    private static func told(_ count: Int, _ one: String, _ many: String) -> String {
        switch count {
        case 0: "no \(one)"
        case 1: "1 \(one)"
        case matchLimit...: "\(matchLimit) \(many) or more"
        default: "\(count) \(many)"
        }
    }

    /// A range that ends today, in UTC, whatever that does to its beginning (PS3.4 §C.2.2.2.5.1).
    private static func lastDays(_ count: Int) -> String {
        let begin = Date(timeIntervalSinceNow: -Double(count) * 86_400)
        var style = Date.ISO8601FormatStyle(dateSeparator: .omitted)
        style = style.year().month().day()
        return begin.formatted(style) + "-"
    }
}

extension DataSet {
    fileprivate init(level: String) {
        self.init()
        set(.queryRetrieveLevel, level)
    }
}
