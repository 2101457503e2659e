import DICOM
import NIOCore
import Testing

@testable import DICOMweb

@Suite struct SearchResultsTests {
    private func match(_ uid: String, _ body: (inout DataSet) -> Void = { _ in }) -> DataSet {
        var match = DataSet()
        match.set(.specificCharacterSet, .CS, "ISO_IR 100")
        match.set(.queryRetrieveLevel, .CS, "STUDY")
        match.set(.studyInstanceUID, .UI, uid)
        body(&match)
        return match
    }

    private func page(_ query: String, _ matches: [DataSet], isComplete: Bool = true) throws -> SearchSnapshot.Page {
        let query = try SearchQuery(.study, query: query)
        var results = SearchResults(query, root: "http://x")
        for match in matches { results.add(match) }
        return results.snapshot(isComplete: isComplete).page(for: query)
    }

    @Test func aResultHasWhatTheStandardRequires() throws {
        let found = match("1.2") {
            $0.set(.patientID, .LO, "A")
            $0.set(.retrieveAETitle, .AE, "ARCHIVE")
            $0.set(.studyDescription, .LO, "not asked for")
            $0.set(Tag(0x0008, 0x0000), .UL, integers: 100)
            $0.set(.seriesDescription, .LO, "of another level")
        }
        let result = try #require(try page("", [found]).results.first)
        let tags: [Tag] = [
            .specificCharacterSet, .studyDate, .studyTime, .accessionNumber, .referringPhysicianName, .retrieveURL,
            .patientName, .patientID, .patientBirthDate, .patientSex, .studyInstanceUID, .studyID,
            .numberOfStudyRelatedSeries, .numberOfStudyRelatedInstances,
        ]
        #expect(result.elements.map(\.tag) == tags)
        #expect(result.string(.retrieveURL) == "http://x/studies/1.2")
        #expect(result[.retrieveURL]?.vr == .UR)
    }

    @Test func whatAnAnswersCharacterSetCannotSayIsNotHeldAgainstIt() throws {
        let found = match("1.2") { $0.set(.patientName, .PN, "ce^yp") }
        let name = "PatientName=" + "Люк*".percentEncoded
        let query = try SearchQuery(.study, query: name)
        var results = SearchResults(query, root: "http://x")
        results.add(found)
        let snapshot = results.snapshot()
        #expect(snapshot.results.count == 1 && snapshot.unverified == ["PatientName"])
        // Asked with wildcards for what Latin 1 does not have, the archive found more than was meant.
        #expect(query.checks(askedIn: CharacterSet(terms: ["ISO_IR 100"])).verdict(on: found) == .differs)
        #expect(query.checks(askedIn: .utf8).verdict(on: found) == .matches(unverified: ["PatientName"]))
        let told = match("1.3") {
            $0.set(.specificCharacterSet, .CS, "ISO_IR 144")
            $0.set(.patientName, .PN, "Жан")
        }
        #expect(query.checks().verdict(on: told) == .differs)
    }

    @Test func includesAndKeysAreReturned() throws {
        let found = match("1.2") {
            $0.set(.studyDescription, .LO, "d")
            $0.set(.patientAge, .AS, "012Y")
            $0.set(.modality, .CS, "")
            $0.set(.modalitiesInStudy, .CS, "")
            $0.set(.retrieveAETitle, .AE, "ARCHIVE")
        }
        let asked = try #require(
            try page("includefield=StudyDescription,Modality&PatientAge=012Y", [found]).results.first
        )
        #expect(asked.string(.studyDescription) == "d" && asked.string(.patientAge) == "012Y")
        #expect(asked[.modality] == nil && asked[.modalitiesInStudy] == nil && asked[.retrieveAETitle] == nil)
        let all = try #require(try page("includefield=all", [found]).results.first)
        #expect(all.string(.studyDescription) == "d" && all[.retrieveAETitle] == nil && all[.queryRetrieveLevel] == nil)
        let title = try #require(try page("includefield=RetrieveAETitle", [found]).results.first)
        #expect(title.string(.retrieveAETitle) == "ARCHIVE")
    }

    @Test func thePathsUIDsAreAdded() throws {
        let query = try SearchQuery(.instance, study: "1.2", series: "1.3", query: "")
        var results = SearchResults(query, root: "http://x/dicom-web")
        var found = DataSet()
        found.set(.sopInstanceUID, .UI, "1.4")
        results.add(found)
        var foreign = found
        foreign.set(.sopInstanceUID, .UI, "1.5")
        foreign.set(.studyInstanceUID, .UI, "9.9")
        results.add(foreign)
        let page = results.snapshot().page(for: query)
        #expect(page.results.count == 1)
        #expect(page.results.first?.string(.studyInstanceUID) == "1.2")
        #expect(page.results.first?.string(.seriesInstanceUID) == "1.3")
        #expect(
            page.results.first?.string(.retrieveURL) == "http://x/dicom-web/studies/1.2/series/1.3/instances/1.4"
        )
    }

    static let rechecks: [(String, Tag, String, Bool)] = [
        ("PatientID=A*", .patientID, "ABC", true), ("PatientID=A*", .patientID, "abc", false),
        ("PatientID=A?C", .patientID, "ABC", true), ("PatientID=A?", .patientID, "ABC", false),
        ("PatientName=doe*", .patientName, "Doe^John", true),
        ("PatientName=doe^john", .patientName, "Doe^John^^", true),
        ("PatientName=%E5%B1%B1*", .patientName, "Yamada=山田", true), ("PatientName=x*", .patientName, "Doe", false),
        ("ModalitiesInStudy=MR", .modalitiesInStudy, "CT\\MR", true),
        ("ModalitiesInStudy=US,MR", .modalitiesInStudy, "CT\\MR", true),
        ("Modality=US", .modalitiesInStudy, "CT\\MR", false),
        ("StudyDate=20240101-20240131", .studyDate, "20240131", true),
        ("StudyDate=20240101-20240131", .studyDate, "20240201", false),
        ("StudyDate=20240101-20240131", .studyDate, "2024.01.05", true),
        ("StudyDate=-20240131", .studyDate, "19990101", true),
        ("StudyTime=10", .studyTime, "105959.9", true), ("StudyTime=10-11", .studyTime, "115959", true),
        ("StudyTime=10-1030", .studyTime, "1031", false),
        ("NumberOfStudyRelatedSeries=2", .numberOfStudyRelatedSeries, " 02", true),
        ("NumberOfStudyRelatedSeries=2", .numberOfStudyRelatedSeries, "3", false),
        ("StudyInstanceUID=1.2,1.3", .accessionNumber, "x", true),
        ("StudyInstanceUID=1.3", .accessionNumber, "x", false),
        ("multiplevaluematching=true&ModalitiesInStudy=CT,MR", .modalitiesInStudy, "MR\\CT\\SR", true),
        ("multiplevaluematching=true&ModalitiesInStudy=CT,US", .modalitiesInStudy, "MR\\CT\\SR", false),
        ("emptyvaluematching=true&PatientSex=%22%22", .patientSex, "F", false),
        ("emptyvaluematching=true&PatientSex=%22%22", .patientSex, "", true),
        ("PatientComments=a,b*", .patientComments, "bcd", true),
        ("PatientComments=a,b*", .patientComments, "ab", false),
    ]

    @Test(arguments: rechecks)
    func whatTheArchiveDidNotMatchIsMatched(_ query: String, _ tag: Tag, _ value: String, _ isKept: Bool) throws {
        var found = DataSet(characterSet: .utf8)
        found.set(.specificCharacterSet, .CS, "ISO_IR 192")
        found.set(.studyInstanceUID, .UI, "1.2")
        found.set(tag, strings: value.split(separator: "\\").map(String.init))
        let page = try self.page(query, [found])
        #expect(page.results.count == (isKept ? 1 : 0))
        #expect(page.warnings.isEmpty)
    }

    @Test func whatCannotBeCheckedStaysAndIsSaid() throws {
        let page = try self.page("ModalitiesInStudy=CT&PatientSex=F", [match("1.2") { $0.setEmpty(.patientSex) }])
        #expect(page.results.count == 1)
        #expect(
            page.warnings == [
                "The archive did not return these attributes, so they may not have been matched: "
                    + "ModalitiesInStudy, PatientSex"
            ]
        )
    }

    /// PS3.4 §C.2.2.2.5: from the first time of the first day to the last time of the last.
    @Test(arguments: [
        ("20240102", "2300", true), ("20240101", "0900", false), ("20240101", "1000", true), ("20240103", "1200", true),
        ("20240103", "120059", true), ("20240103", "1201", false), ("20240104", "1100", false),
    ])
    func datesAndTimesAreOneRange(_ date: String, _ time: String, _ isKept: Bool) throws {
        let found = match("1.2") {
            $0.set(.studyDate, .DA, date)
            $0.set(.studyTime, .TM, time)
        }
        let page = try self.page("StudyDate=20240101-20240103&StudyTime=1000-1200", [found])
        #expect(page.results.count == (isKept ? 1 : 0))
    }

    /// PS3.4 §C.2.2.2.6: one item has to have all.
    @Test(arguments: [
        ("A", "H1", true), ("A", "H2", false), ("B", "H2", true), ("*", "H?", true), ("C", "H1", false),
    ])
    func keysOfASequenceMatchInOneItem(_ id: String, _ issuer: String, _ isKept: Bool) throws {
        let found = match("1.2") { study in
            let items = [("A", "H1"), ("B", "H2")].map { id, issuer in
                var item = DataSet()
                item.set(.patientID, .LO, id)
                item.set(.issuerOfPatientID, .LO, issuer)
                return item
            }
            study.set(.otherPatientIDsSequence, items: items)
        }
        let issuer = issuer.replacing("?", with: "%3F")
        let sequence = "OtherPatientIDsSequence"
        let page = try self.page("\(sequence).PatientID=\(id)&\(sequence).IssuerOfPatientID=\(issuer)", [found])
        #expect(page.results.count == (isKept ? 1 : 0))
    }

    @Test func aSequenceThatIsNotReturnedIsNotChecked() throws {
        let page = try self.page("OtherPatientIDsSequence.PatientID=A", [match("1.2")])
        #expect(page.results.count == 1)
        #expect(page.warnings.first?.contains("OtherPatientIDsSequence.PatientID") == true)
    }

    /// the query's zone is +0100; what says nothing of zones is taken as it is.
    @Test(arguments: [
        ("20240101", "2330", "-0100", true), ("20240102", "0030", "-0100", true), ("20240101", "2330", "", false),
        ("20240101", "2230", "+0000", false), ("20240101", "2300", "+0000", true), ("20240102", "2330", "+0000", false),
        ("20231231", "2330", "-0800", false), ("20240229", "2330", "+0000", false),
    ])
    func datesAreThoseOfTheQuerysZone(_ date: String, _ time: String, _ zone: String, _ isKept: Bool) throws {
        let found = match("1.2") {
            $0.set(.studyDate, .DA, date)
            $0.set(.studyTime, .TM, time)
            if !zone.isEmpty { $0.set(.timezoneOffsetFromUTC, .SH, zone) }
        }
        let page = try self.page("StudyDate=20240102&TimezoneOffsetFromUTC=+0100", [found])
        #expect(page.results.count == (isKept ? 1 : 0))
    }

    @Test func fuzzyNamesAreNotComparedAgain() throws {
        let query = try SearchQuery(.study, query: "PatientName=Swain&fuzzymatching=true")
        for isFuzzy in [true, false] {
            var results = SearchResults(query, root: "", hasFuzzyNames: isFuzzy)
            results.add(match("1.2") { $0.set(.patientName, .PN, "Swayne") })
            #expect(results.count == (isFuzzy ? 1 : 0))
        }
    }

    @Test func resultsAcrossStudiesComeStudyByStudy() throws {
        var results = SearchResults(try SearchQuery(.series, query: ""), root: "http://x")
        for (study, date, series, number) in [
            ("1", "20240101", "1.1", "2"), ("2", "20240102", "2.1", "7"), ("1", "20240101", "1.2", "1"),
        ] {
            results.add(
                match(study) {
                    $0.set(.studyDate, .DA, date)
                    $0.set(.seriesInstanceUID, .UI, series)
                    $0.set(.seriesNumber, .IS, number)
                }
            )
        }
        let found = results.snapshot().results
        #expect(found.map { $0.string(.seriesInstanceUID) } == ["2.1", "1.2", "1.1"])
        #expect(found.first?.string(.retrieveURL) == "http://x/studies/2/series/2.1")
        // What the standard returns of both levels is there (PS3.18 §10.6.3.3.2).
        #expect(found.allSatisfy { $0[.patientName] != nil && $0[.numberOfSeriesRelatedInstances] != nil })
    }

    @Test func theSameStudyTwiceIsOne() throws {
        let first = match("1.2") {
            $0.set(.modalitiesInStudy, .CS, "CT")
            $0.set(.numberOfStudyRelatedInstances, .IS, "5")
            $0.set(.patientID, .LO, "A")
        }
        let second = match("1.2") {
            $0.set(.modalitiesInStudy, .CS, strings: ["SR", "CT"])
            $0.set(.numberOfStudyRelatedInstances, .IS, "7")
            $0.set(.patientID, .LO, "B")
            $0.set(.studyID, .SH, "S")
        }
        let results = try page("", [first, second]).results
        #expect(results.count == 1)
        #expect(results.first?.strings(.modalitiesInStudy) == ["CT", "SR"])
        #expect(results.first?.integer(.numberOfStudyRelatedInstances) == 7)
        #expect(results.first?.string(.patientID) == "A")
        #expect(results.first?.string(.studyID) == "S")
    }

    @Test func whatHasNoUniqueKeyIsNoResult() throws {
        var without = DataSet()
        without.set(.patientID, .LO, "A")
        #expect(try page("", [without, match("not a uid")]).results.isEmpty)
    }

    @Test func studiesComeNewestFirst() throws {
        let matches = [
            ("1.1", "20240101", "10"), ("1.2", "20240102", "09"), ("1.3", "20240102", "10"), ("1.0", "20240101", "10"),
        ]
        .map { row in
            match(row.0) {
                $0.set(.studyDate, .DA, row.1)
                $0.set(.studyTime, .TM, row.2)
            }
        }
        let order = try page("", matches + [match("1.4")]).results.map { $0.string(.studyInstanceUID) }
        #expect(order == ["1.3", "1.2", "1.0", "1.1", "1.4"])
    }

    @Test func seriesComeByNumber() throws {
        let query = try SearchQuery(.series, study: "1.2", query: "")
        var results = SearchResults(query, root: "")
        for (uid, number) in [("1", "10"), ("2", "9"), ("3", ""), ("4", "-1")] {
            var found = DataSet()
            found.set(.seriesInstanceUID, .UI, uid)
            found.set(.seriesNumber, .IS, number)
            results.add(found)
        }
        #expect(results.snapshot().results.map { $0.string(.seriesInstanceUID) } == ["4", "2", "1", "3"])
    }

    @Test(
        arguments: [
            ("", 5, 0, []), ("limit=2", 2, 3, ["There are 3 additional results that can be requested"]),
            ("limit=2&offset=3", 2, 0, []), ("offset=4", 1, 0, []), ("offset=5", 0, 0, []), ("offset=99", 0, 0, []),
            ("limit=0", 0, 5, ["There are 5 additional results that can be requested"]),
        ] as [(String, Int, Int, [String])]
    )
    func pagesAreCut(_ query: String, _ count: Int, _ remaining: Int, _ warnings: [String]) throws {
        let page = try self.page(query, (1...5).map { match("1.\($0)") })
        #expect((page.results.count, page.remaining) == (count, remaining))
        #expect(page.warnings == warnings)
    }

    @Test func pagesOfOneSnapshotDoNotOverlap() throws {
        var results = SearchResults(try SearchQuery(.study, query: ""), root: "")
        for number in 1...7 { results.add(match("1.\(number)")) }
        let snapshot = results.snapshot()
        var seen: [String?] = []
        for offset in stride(from: 0, through: 8, by: 2) {
            let query = try SearchQuery(.study, query: "limit=2&offset=\(offset)")
            seen += snapshot.page(for: query).results.map { $0.string(.studyInstanceUID) }
        }
        #expect(seen == (1...7).map { "1.\($0)" })
    }

    @Test func aStoppedSearchSaysSo() throws {
        let page = try self.page("", [match("1.2")], isComplete: false)
        #expect(page.warnings == ["There are additional results that can be requested"])
    }
}

extension String {
    fileprivate var percentEncoded: String {
        utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    }
}
