import DICOM
import Testing

@testable import DICOMweb

/// What `includefield` names of the levels above a search.
@Suite struct SearchAboveTests {
    @Test func nothingAboveIsAskedForUnlessItIsNamed() throws {
        #expect(try SearchQuery(.study, query: "includefield=PatientAge").above.isEmpty)
        #expect(try SearchQuery(.series, study: "1.2", query: "includefield=all").above.isEmpty)
        #expect(try SearchQuery(.series, study: "1.2", query: "includefield=SeriesDate,Rows").above.isEmpty)
    }

    @Test func eachLevelAboveIsASearchOfItsOwn() throws {
        let query = try SearchQuery(
            .instance,
            study: "1.2",
            series: "1.3",
            query: "includefield=PatientName,SeriesDescription,Rows"
        )
        let identifiers = try query.above.flatMap { query throws(WebError) in
            try query.identifiers(characterSet: .utf8)
        }
        #expect(identifiers.map { $0.string(.queryRetrieveLevel) } == ["STUDY", "SERIES"])
        #expect(identifiers.map { $0.string(.studyInstanceUID) } == ["1.2", "1.2"])
        #expect(identifiers.map { $0.string(.seriesInstanceUID) } == [nil, "1.3"])
        #expect(identifiers[1][.seriesDescription] != nil)
    }

    @Test func whatWasFoundAboveGoesIntoEveryResult() throws {
        let query = try SearchQuery(.series, study: "1.2", query: "includefield=PatientName,StudyDate")
        var results = SearchResults(query, root: "")
        for uid in ["1.3", "1.4"] {
            var found = DataSet(characterSet: .utf8)
            found.set(.seriesInstanceUID, .UI, uid)
            results.add(found)
        }
        var study = DataSet()
        study.set(.specificCharacterSet, .CS, "ISO_IR 100")
        study.set(.patientName, .PN, "Müller")
        study.set(.studyDate, .DA, "20240101")
        study.set(.patientID, .LO, "not asked for")
        results.add(study, above: try #require(query.above.first))
        let found = results.snapshot().results
        #expect(found.map { $0.string(.patientName) } == ["Müller", "Müller"])
        #expect(found.map { $0.string(.studyDate) } == ["20240101", "20240101"])
        #expect(found.allSatisfy { $0[.patientID] == nil })
    }
}
