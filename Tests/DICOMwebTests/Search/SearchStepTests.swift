import DICOM
import Testing

@testable import DICOMweb

/// How a search is put to archives that can do more and less.
@Suite struct SearchStepTests {
    private func ask(
        _ query: SearchQuery,
        at level: QueryLevel,
        of levels: Set<QueryLevel>? = nil,
        under unique: [Tag: String] = [:],
        _ change: (inout QueryCapabilities) -> Void = { _ in }
    ) throws -> [DataSet] {
        var capabilities = QueryCapabilities(characterSet: .utf8)
        change(&capabilities)
        return try query.identifiers(for: SearchStep(at: level, of: levels ?? [level], under: unique), capabilities)
    }

    @Test func aRelationalQueryHasTheKeysOfAllItsLevels() throws {
        let query = try SearchQuery(.instance, query: "PatientID=A&Modality=CT&Rows=5")
        let identifier = try #require(try ask(query, at: .instance, of: [.study, .series, .instance]).first)
        #expect(identifier.string(.queryRetrieveLevel) == "IMAGE")
        #expect(identifier.string(.patientID) == "A" && identifier.string(.modality) == "CT")
        #expect(identifier.integer(.rows) == 5)
        for tag in [Tag.studyDate, .seriesNumber, .instanceNumber, .studyInstanceUID, .seriesInstanceUID] {
            #expect(identifier[tag]?.isEmpty == true)
        }
    }

    @Test func eachHierarchicalStepHasItsOwn() throws {
        let query = try SearchQuery(.instance, query: "PatientID=A&Modality=CT&Rows=5")
        let study = try #require(try ask(query, at: .study).first)
        #expect(study.string(.patientID) == "A" && study[.modality] == nil && study[.rows] == nil)
        let series = try #require(try ask(query, at: .series, under: [.studyInstanceUID: "1.2"]).first)
        #expect(series.string(.modality) == "CT" && series[.patientID] == nil && series[.rows] == nil)
        #expect(series.string(.studyInstanceUID) == "1.2")
    }

    @Test func patientsAreALevelOfTheirOwnWhereTheModelHasIt() throws {
        let query = try SearchQuery(.study, query: "PatientName=A*&PatientAge=012Y&StudyDate=20240101")
        let patient = try #require(try ask(query, at: .patient) { $0.hasPatientLevel = true }.first)
        #expect(patient.string(.queryRetrieveLevel) == "PATIENT" && patient.string(.patientName) == "A*")
        #expect(patient[.studyDate] == nil && patient[.patientAge] == nil && patient[.patientBirthDate] != nil)
        #expect(patient[.studyInstanceUID] == nil && patient[.timezoneOffsetFromUTC] == nil)
        let study = try #require(
            try ask(query, at: .study, under: [.patientID: "P"]) { $0.hasPatientLevel = true }.first
        )
        #expect(study.string(.patientID) == "P" && study[.patientName] == nil && study[.patientBirthDate] == nil)
        #expect(study.string(.patientAge) == "012Y" && study.string(.studyDate) == "20240101")
    }

    @Test func keysOfOneSequenceShareItsItem() throws {
        let sequence = "OtherPatientIDsSequence"
        let query = try SearchQuery(
            .study,
            query: "\(sequence).PatientID=A&\(sequence).IssuerOfPatientID=B&includefield=\(sequence).TypeOfPatientID"
        )
        let item = try #require(try ask(query, at: .study).first?.items(.otherPatientIDsSequence).first)
        #expect(item.string(.patientID) == "A" && item.string(.issuerOfPatientID) == "B")
        #expect(item[Tag(0x0010, 0x0022)]?.isEmpty == true)
    }

    @Test func listsInSequencesAreSearchesOfTheirOwn() throws {
        let query = try SearchQuery(.study, query: "OtherPatientIDsSequence.PatientID=A,B")
        let items = try ask(query, at: .study).map { $0.items(.otherPatientIDsSequence).first?.string(.patientID) }
        #expect(items == ["A", "B"])
    }

    @Test func timesGoWithTheirDatesWhereTheArchiveTakesThemTogether() throws {
        let query = try SearchQuery(.study, query: "StudyDate=20240101-20240103&StudyTime=1000-1200")
        #expect(try ask(query, at: .study).first?.string(.studyTime) == nil)
        #expect(try ask(query, at: .study) { $0.combinedDateTime = true }.first?.string(.studyTime) == "1000-1200")
    }

    @Test func emptyAndSeveralValuesGoOnlyWhereTheyAreUnderstood() throws {
        let query = try SearchQuery(
            .study,
            query: "emptyvaluematching=true&multiplevaluematching=true&PatientSex=%22%22&ModalitiesInStudy=CT,MR"
        )
        let without = try ask(query, at: .study)
        #expect(without.count == 1 && without.first?[.patientSex]?.isEmpty == true)
        #expect(without.first?.strings(.modalitiesInStudy) == ["CT"])
        let with = try ask(query, at: .study) {
            $0.emptyValue = true
            $0.multipleValues = true
        }
        #expect(with.first?.string(.patientSex) == "\"\"")
        #expect(with.first?.strings(.modalitiesInStudy) == ["CT", "MR"])
    }

    /// What is one day in the query's zone is parts of two in another.
    @Test(arguments: [
        ("20240101", "20231231-20240102"), ("20240229-20240301", "20240228-20240302"), ("20231231-", "20231230-"),
        ("-20240301", "-20240302"),
    ])
    func datesOfAZoneAreAskedForWithADayMore(_ date: String, _ sent: String) throws {
        let query = try SearchQuery(
            .study,
            query: "StudyDate=\(date)&StudyTime=1000-1100&TimezoneOffsetFromUTC=-0500"
        )
        let without = try #require(try ask(query, at: .study).first)
        #expect(without.string(.studyDate) == sent && without[.studyTime]?.isEmpty == true)
        #expect(without[.timezoneOffsetFromUTC]?.isEmpty == true)
        let with = try #require(try ask(query, at: .study) { $0.timezone = true }.first)
        #expect(with.string(.timezoneOffsetFromUTC) == "-0500" && with.string(.studyDate) == date)
    }

    @Test func textOfAnotherCharacterSetIsInherited() throws {
        let query = try SearchQuery(.series, query: "")
        var study = DataSet()
        study.set(.specificCharacterSet, .CS, "ISO_IR 100")
        study.set(.patientName, .PN, "Müller")
        study.set(.queryRetrieveLevel, .CS, "STUDY")
        var series = DataSet()
        series.set(.specificCharacterSet, .CS, "ISO_IR 144")
        series.set(.seriesDescription, .LO, "Голова")
        query.inherit(study, of: [.study], in: &series, QueryCapabilities(characterSet: .utf8))
        #expect(series.string(.patientName) == "Müller" && series.string(.seriesDescription) == "Голова")
        #expect(series[.queryRetrieveLevel] == nil)
    }

    @Test func aStudyOfOtherModalitiesIsNotSearchedFurther() throws {
        let query = try SearchQuery(.series, query: "Modality=CT,M*")
        var study = DataSet()
        #expect(query.mayHoldModality(study))
        study.set(.modalitiesInStudy, .CS, strings: ["US", "SR"])
        #expect(!query.mayHoldModality(study))
        study.set(.modalitiesInStudy, .CS, strings: ["US", "MR"])
        #expect(query.mayHoldModality(study))
    }
}
