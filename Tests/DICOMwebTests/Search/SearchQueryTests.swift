import DICOM
import Testing

@testable import DICOMweb

@Suite struct SearchQueryTests {
    private func study(_ query: String) throws -> SearchQuery { try SearchQuery(.study, query: query) }

    private func values(_ query: String, _ tag: Tag) throws -> [String]? {
        try study(query).keys.first { $0.tag == tag }?.values
    }

    @Test func keywordAndTagAreTheSame() throws {
        let byTag = try study("00100010=SMITH*")
        #expect(byTag.keys == (try study("PatientName=SMITH*")).keys)
        #expect(byTag.keys == (try study("patientname=SMITH*")).keys)
        #expect(byTag.keys.first?.values == ["SMITH*"])
    }

    static let readings: [(String, Tag, [String])] = [
        ("StudyInstanceUID=1.2,1.3", .studyInstanceUID, ["1.2", "1.3"]),
        ("StudyInstanceUID=1.2%2C1.3", .studyInstanceUID, ["1.2", "1.3"]),
        ("StudyInstanceUID=1.2%5C1.3", .studyInstanceUID, ["1.2", "1.3"]),
        ("StudyInstanceUID=1.2%5C%5C1.3", .studyInstanceUID, ["1.2", "1.3"]),
        ("StudyInstanceUID=1.2\\\\1.3", .studyInstanceUID, ["1.2", "1.3"]),
        ("ModalitiesInStudy=CT,MR", .modalitiesInStudy, ["CT", "MR"]),
        ("Modality=CT", .modalitiesInStudy, ["CT"]),
        ("PatientName=Doe%2CJohn", .patientName, ["Doe,John"]),
        ("PatientName=a+b%2Bc", .patientName, ["a b+c"]),
        ("PatientName=M%C3%BCller", .patientName, ["Müller"]),
        ("PatientName=%25", .patientName, ["%"]),
        ("PatientName=%2541", .patientName, ["%41"]),
        ("PatientID=", .patientID, []),
        ("PatientID", .patientID, []),
        ("PatientID=*", .patientID, []),
        ("PatientID=a=b", .patientID, ["a=b"]),
        ("StudyDate=20240101-20240131", .studyDate, ["20240101-20240131"]),
        ("StudyDate=-20240131", .studyDate, ["-20240131"]),
        ("StudyDate=20240101-", .studyDate, ["20240101-"]),
        ("StudyDate=20240101", .studyDate, ["20240101"]),
        ("StudyTime=10-1030", .studyTime, ["10-1030"]),
        ("StudyTime=101112.5", .studyTime, ["101112.5"]),
        ("TimezoneOffsetFromUTC=+0100", .timezoneOffsetFromUTC, ["+0100"]),
        ("PatientSize=1.8", .patientSize, ["1.8"]),
        ("NumberOfStudyRelatedInstances=5", .numberOfStudyRelatedInstances, ["5"]),
        ("PatientAge=012Y", .patientAge, ["012Y"]),
    ]

    @Test(arguments: readings)
    func readsValues(_ query: String, _ tag: Tag, _ expected: [String]) throws {
        #expect(try values(query, tag) == expected)
    }

    @Test(arguments: [
        "StudyDate=-", "StudyDate=2024*", "StudyDate=20241301", "StudyDate=20240230", "StudyDate=20240131-20240101",
        "StudyDate=2024-01-01", "StudyDate=2024.01.01", "StudyTime=1?", "StudyTime=2200-0200", "StudyTime=25",
        "StudyTime=10:11:12", "StudyInstanceUID=1.2*", "StudyInstanceUID=x", "StudyInstanceUID=1.2,y",
        "NumberOfStudyRelatedSeries=x", "NumberOfStudyRelatedSeries=1*", "PatientSize=tall", "PatientAge=12",
        "PatientID=a&PatientID=b", "PatientID=a&00100020=b", "Modality=CT&ModalitiesInStudy=MR",
        "limit=-1", "limit=x", "limit=1.5", "limit=", "offset=1.5", "offset=-1", "limit=1&limit=2",
        "fuzzymatching=yes", "fuzzymatching=", "emptyvaluematching=TRUE", "multiplevaluematching=1",
        "00100099=x", "12345678=x", "00231001=v", "00230010=&00231001=v", "00230010=A&00230010=B",
        "SeriesInstanceUID=1.2", "SOPInstanceUID=1.2", "SeriesNumber=1", "Rows=5",
        "PixelData=1", "SpecificCharacterSet=x", "QueryRetrieveLevel=IMAGE", "RetrieveURL=x",
        "OtherPatientIDsSequence=x", "PatientID=%1B", "PatientID=a%0Db", "PatientID=%FF", "PatientID=%4",
        "OtherPatientIDsSequence.OtherPatientIDsSequence=1", "PatientID.PatientName=1",
        "OtherPatientIDsSequence.Foo=1", "RequestAttributesSequence.ScheduledProcedureStepID=1",
        "TimezoneOffsetFromUTC=1", "TimezoneOffsetFromUTC=%2B2500", "OtherPatientIDsSequence.00231001=1",
        "OtherPatientIDsSequence.PatientID=1&00101002.00100020=2", "includefield=Foo", "includefield=0010001",
        "includefield=00231002",
        "includefield=OtherPatientIDsSequence.Foo", "00020010=1.2", "%FF=1",
    ])
    func refuses(_ query: String) {
        #expect { try study(query) } throws: { if case .badRequest = $0 as? WebError { true } else { false } }
    }

    @Test(
        arguments: [
            ("OtherPatientIDsSequence.00100020=1", [.otherPatientIDsSequence, .patientID]),
            ("00101002.00100020=1", [.otherPatientIDsSequence, .patientID]),
            (
                "ProcedureCodeSequence.00080121.CodeValue=1",
                [Tag(0x0008, 0x1032), Tag(0x0008, 0x0121), Tag(0x0008, 0x0100)]
            ),
        ] as [(String, [Tag])]
    )
    func keysStandInSequences(_ query: String, _ path: [Tag]) throws {
        #expect(try study(query).keys.map(\.path) == [path])
    }

    @Test func levelsThatThePathDoesNotNameAreSearchedToo() throws {
        #expect(try SearchQuery(.series, query: "PatientID=A&Modality=CT").levels == [.study, .series])
        #expect(try SearchQuery(.instance, query: "StudyDate=20240101&Modality=CT&Rows=5").levels.count == 3)
        let query = try SearchQuery(.instance, study: "1.2", query: "Modality=CT&StudyInstanceUID=1.2")
        #expect(query.levels == [.series, .instance] && query.keys.map(\.tag) == [.modality])
        for bad in ["PatientID=A", "StudyDate=20240101", "StudyInstanceUID=1.3"] {
            #expect(throws: WebError.self) { try SearchQuery(.instance, study: "1.2", query: bad) }
        }
        #expect(throws: WebError.self) { try SearchQuery(.series, query: "Rows=5") }
    }

    @Test func severalValuesThatAllHaveToMatchHaveNoWildcards() throws {
        let query = try study("multiplevaluematching=true&ModalitiesInStudy=CT,MR&PatientSize=1.8,1.9")
        #expect(query.keys.map(\.wantsAll) == [true, false])
        #expect(throws: WebError.self) { try study("multiplevaluematching=true&ModalitiesInStudy=CT,M*") }
        #expect(try study("ModalitiesInStudy=CT,M*").keys.first?.wantsAll == false)
    }

    @Test func anEmptyValueCanBeAskedForOfAnyVR() throws {
        #expect(try study("emptyvaluematching=true&StudyDate=%22%22").keys.first?.values == ["\"\""])
        #expect(throws: WebError.self) { try study("StudyDate=%22%22") }
    }

    static let includes: [(String, [[Tag]])] = [
        ("includefield=PatientSize,00101030", [[.patientSize], [.patientWeight]]),
        ("includefield=PatientSize%2C00101030", [[.patientSize], [.patientWeight]]),
        ("includefield=00101030&includefield=patientsize", [[.patientSize], [.patientWeight]]),
        ("includefield=OtherPatientIDsSequence.PatientID", [[.otherPatientIDsSequence, .patientID]]),
        ("includefield=OtherPatientIDsSequence", [[.otherPatientIDsSequence]]),
        ("includefield=&includefield=,", []),
        ("00230010=Acme&includefield=00231002", [[Tag(0x0023, 0x1002)]]),
        ("includefield=00089999", [[Tag(0x0008, 0x9999)]]),
    ]

    @Test(arguments: includes)
    func readsIncludes(_ query: String, _ includes: [[Tag]]) throws {
        #expect(try study(query).includes == includes)
    }

    @Test func allIsAll() throws {
        #expect(try study("includefield=all&includefield=PatientSize").includesAll)
        #expect(try !study("includefield=PatientSize").includesAll)
    }

    @Test func pagingIsRead() throws {
        let query = try study("limit=101&offset=5")
        #expect((query.limit, query.offset) == (101, 5))
        #expect(query.unpaged == (try study("")))
        #expect(try study("").limit == nil)
    }

    @Test func whatIsNotDoneIsSaid() throws {
        let query = try study("fuzzymatching=true&emptyvaluematching=true&multiplevaluematching=true&foo=1&x%0D%0Ay=1")
        #expect(query.warnings == ["The following query parameters are not supported and were ignored: foo"])
        #expect(
            query.warnings(hasFuzzyNames: false) == [
                "The fuzzymatching parameter is not supported. Only literal matching has been performed."
            ]
        )
        #expect(query.warnings(hasFuzzyNames: true).isEmpty)
        #expect(try study("fuzzymatching=false&charset=utf-8&accept=a/b").warnings.isEmpty)
    }

    @Test func whatOHIFAsksPasses() throws {
        let query = try study(
            "limit=101&offset=0&fuzzymatching=false&includefield=00081030%2C00080060&PatientName=*Base*"
        )
        #expect(query.keys.map(\.values) == [["*Base*"]])
        #expect(query.warnings.isEmpty)
    }

    @Test func thePathsKeysMayBeRepeated() throws {
        let query = try SearchQuery(.series, study: "1.2", query: "StudyInstanceUID=1.2&Modality=CT")
        #expect(query.keys.map(\.tag) == [.modality])
        for bad in ["StudyInstanceUID=1.3", "StudyInstanceUID=1.2,1.3", "PatientID=x", "StudyDate=20240101"] {
            #expect(throws: WebError.self) { try SearchQuery(.series, study: "1.2", query: bad) }
        }
        let instances = try SearchQuery(
            .instance,
            study: "1.2",
            series: "1.3",
            query: "0020000D=1.2&0020000E=1.3&SOPInstanceUID=1.4,1.5"
        )
        #expect(instances.keys.map(\.values) == [["1.4", "1.5"]])
        #expect(throws: WebError.self) {
            try SearchQuery(.instance, study: "1.2", series: "1.3", query: "Modality=CT")
        }
    }

    @Test(arguments: 1...4)
    func noiseNeverTraps(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let pieces = [
            "&", "=", "%", "%2C", ",", "%5C", "\\", ".", "-", "*", "+", "PatientID", "StudyDate", "StudyInstanceUID",
            "includefield", "limit", "00100020", "20240101", "1.2", "ü", "%00", "all", "00230010",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 0...9, using: &random)
            let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            // Refused or read; what is read can be sent.
            _ = try? study(text).hierarchical(QueryCapabilities(characterSet: .default))
        }
    }
}
