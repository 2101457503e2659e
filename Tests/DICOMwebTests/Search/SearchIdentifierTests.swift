import DICOM
import NIOCore
import Testing

@testable import DICOMweb

@Suite struct SearchIdentifierTests {
    private func identifiers(_ query: String, _ characterSet: CharacterSet = .utf8) throws -> [DataSet] {
        try SearchQuery(.study, query: query).hierarchical(QueryCapabilities(characterSet: characterSet))
    }

    @Test func aStudySearchAsksForWhatTheStandardReturns() throws {
        let identifier = try #require(try identifiers("PatientID=A*&StudyDate=20240101-").first)
        let tags: [Tag] = [
            .specificCharacterSet, .studyDate, .studyTime, .accessionNumber, .queryRetrieveLevel,
            .instanceAvailability, .modalitiesInStudy, .referringPhysicianName, .timezoneOffsetFromUTC, .patientName,
            .patientID, .patientBirthDate, .patientSex, .studyInstanceUID, .studyID, .numberOfStudyRelatedSeries,
            .numberOfStudyRelatedInstances,
        ]
        #expect(identifier.elements.map(\.tag) == tags)
        #expect(identifier.string(.queryRetrieveLevel) == "STUDY")
        #expect(identifier.strings(.specificCharacterSet) == ["ISO_IR 192"])
        #expect(identifier.string(.patientID) == "A*")
        #expect(identifier.string(.studyDate) == "20240101-")
        let asked: Set<Tag> = [.specificCharacterSet, .queryRetrieveLevel, .patientID, .studyDate]
        #expect(identifier.elements.allSatisfy { asked.contains($0.tag) || $0.isEmpty })
    }

    @Test func theDefaultRepertoireIsNotNamed() throws {
        #expect(try identifiers("", .default).first?[.specificCharacterSet] == nil)
    }

    @Test func textIsInTheArchivesCharacterSet() throws {
        let latin = try #require(try identifiers("PatientName=M%C3%BCller", CharacterSet(terms: ["ISO_IR 100"])).first)
        #expect(latin.bytes(.patientName).map { Array(buffer: $0) } == [0x4D, 0xFC] + Array("ller".utf8))
        let ascii = try #require(try identifiers("PatientName=M%C3%BCller", .default).first)
        #expect(ascii.string(.patientName) == "M?ller")
    }

    @Test func listsOfUIDsAreOneKey() throws {
        let identifiers = try self.identifiers("StudyInstanceUID=1.2,1.3")
        #expect(identifiers.map { $0.strings(.studyInstanceUID) } == [["1.2", "1.3"]])
    }

    @Test func otherListsAreSearchesOfTheirOwn() throws {
        let identifiers = try self.identifiers("ModalitiesInStudy=CT,MR&PatientID=a,b")
        #expect(
            identifiers.map { "\($0.string(.modalitiesInStudy) ?? "")/\($0.string(.patientID) ?? "")" }.sorted()
                == ["CT/a", "CT/b", "MR/a", "MR/b"]
        )
    }

    @Test func tooManyAlternativesAreRefused() throws {
        let list = (0...SearchQuery.maximumAlternatives).map(String.init).joined(separator: ",")
        #expect { try identifiers("PatientID=\(list)") } throws: {
            if case .contentTooLarge = $0 as? WebError { true } else { false }
        }
    }

    @Test func onlyWhatStandsAtTheLevelIsAskedFor() throws {
        let study = try #require(try identifiers("includefield=Modality,StudyDescription,Rows").first)
        #expect(study[.studyDescription] != nil && study[.modality] == nil && study[.rows] == nil)
        let series = try #require(
            try SearchQuery(.series, study: "1.2", query: "includefield=PatientName,SeriesDate,Rows")
                .hierarchical().first
        )
        #expect(series.string(.studyInstanceUID) == "1.2")
        #expect(series[.seriesDate] != nil && series[.patientName] == nil && series[.rows] == nil)
        #expect(series.string(.queryRetrieveLevel) == "SERIES")
        let items = series.items(.requestAttributesSequence)
        #expect(items.first?.elements.map(\.tag) == [.scheduledProcedureStepID, .requestedProcedureID])
    }

    @Test func anInstanceSearchHasBothKeysAbove() throws {
        let query = try SearchQuery(.instance, study: "1.2", series: "1.3", query: "SOPInstanceUID=1.4")
        let identifier = try #require(try query.hierarchical().first)
        #expect(identifier.string(.queryRetrieveLevel) == "IMAGE")
        #expect(identifier.string(.studyInstanceUID) == "1.2")
        #expect(identifier.string(.seriesInstanceUID) == "1.3")
        #expect(identifier.string(.sopInstanceUID) == "1.4")
    }

    @Test func includesInSequencesShareOneItem() throws {
        let identifier = try #require(
            try identifiers(
                "includefield=OtherPatientIDsSequence.PatientID,OtherPatientIDsSequence.IssuerOfPatientID"
            ).first
        )
        #expect(
            identifier.items(.otherPatientIDsSequence).map { $0.elements.map(\.tag) } == [
                [.patientID, .issuerOfPatientID]
            ]
        )
    }

    @Test func allAsksForMore() throws {
        let some = try #require(try identifiers("").first),
            all = try #require(try identifiers("includefield=all").first)
        #expect(all[.studyDescription] != nil && some[.studyDescription] == nil)
    }

    @Test func privateKeysBringTheirCreator() throws {
        let identifier = try #require(try identifiers("00230010=Acme&00231001=v&includefield=00231002").first)
        #expect(identifier.string(Tag(0x0023, 0x0010)) == "Acme")
        #expect(identifier.bytes(Tag(0x0023, 0x1001)).map { String(buffer: $0) } == "v ")
        #expect(identifier[Tag(0x0023, 0x1002)]?.isEmpty == true)
    }

    /// PS3.18 §8.3.4.1.1: an archive takes dates and times apart, so it is asked for the dates alone.
    @Test func combinedTimesAreNotSent() throws {
        let identifier = try #require(try identifiers("StudyDate=20240101-20240103&StudyTime=1000-1200").first)
        #expect(identifier.string(.studyDate) == "20240101-20240103")
        #expect(identifier[.studyTime]?.isEmpty == true)
        // Ranges that are open on different sides are two (PS3.4 §C.2.2.2.5.4).
        let apart = try #require(try identifiers("StudyDate=20240101-&StudyTime=1000-1200").first)
        #expect(apart.string(.studyTime) == "1000-1200")
        let single = try #require(try identifiers("StudyDate=20240101&StudyTime=1000").first)
        #expect(single.string(.studyTime) == "1000")
        #expect(try identifiers("StudyTime=1000-1200").first?.string(.studyTime) == "1000-1200")
    }
}

extension SearchQuery {
    /// The identifiers of a hierarchical search at the query's own level, under what the path names.
    func hierarchical(
        _ capabilities: QueryCapabilities = QueryCapabilities(characterSet: .utf8)
    ) throws(WebError) -> [DataSet] {
        var unique: [Tag: String] = [:]
        if let study { unique[.studyInstanceUID] = study.rawValue }
        if let series { unique[.seriesInstanceUID] = series.rawValue }
        let own = level.queryLevel
        return try identifiers(for: SearchStep(at: own, of: [own], under: unique), capabilities)
    }
}
