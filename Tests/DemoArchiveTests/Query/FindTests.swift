import DICOM
import DIMSE
import DemoArchive
import Testing

/// C-FIND over a real association.
struct FindTests {
    private let samples = [
        Sample(study: 1, series: 1, instance: 1),
        Sample(study: 1, series: 1, instance: 2),
        Sample(study: 1, series: 2, instance: 1, modality: "SR"),
        Sample(study: 2, patientName: "Baker^Ben", patientID: "P2", studyDate: "20240215"),
        Sample(
            study: 3,
            patientName: "Yamada^Tarou=山田^太郎=やまだ^たろう",
            patientID: "P3",
            studyDate: "20240301",
            characterSet: ["", "ISO 2022 IR 87"]
        ),
        Sample(
            study: 4,
            patientName: "Διονυσίου^Ελένη",
            patientID: "P3",
            studyDate: "20240401",
            characterSet: ["ISO_IR 126"]
        ),
    ]

    private func studies(_ peer: Peer, _ keys: [(DICOM.Tag, String)], in characterSet: [String] = []) async throws
        -> [String]
    {
        let keys = keys + (keys.contains { $0.0 == .studyInstanceUID } ? [] : [(.studyInstanceUID, "")])
        let (status, matches) = try await find(peer, identifier("STUDY", keys, in: characterSet))
        #expect(status == .success)
        return matches.compactMap { $0.string(.studyInstanceUID) }
    }

    @Test func studiesAreFoundByWildcardDateRangeAndListOfUIDs() async throws {
        try await withArchive(of: samples) { peer in
            try await expect(studies(peer, []), is: ["1.2.1", "1.2.2", "1.2.3", "1.2.4"])
            try await expect(studies(peer, [(.patientName, "baker*")]), is: ["1.2.2"])
            try await expect(studies(peer, [(.patientName, "?akefield*")]).isEmpty, is: true)
            try await expect(studies(peer, [(.studyDate, "20240201-20240301")]), is: ["1.2.2", "1.2.3"])
            try await expect(studies(peer, [(.studyDate, "-20240101")]), is: ["1.2.1"])
            try await expect(studies(peer, [(.studyInstanceUID, "1.2.4\\1.2.1\\1.2.99")]), is: ["1.2.1", "1.2.4"])
            try await expect(studies(peer, [(.modalitiesInStudy, "SR")]), is: ["1.2.1"])
            try await expect(studies(peer, [(.patientID, "P3"), (.studyDate, "20240401")]), is: ["1.2.4"])
        }
    }

    @Test func namesAreFoundInWhateverCharacterSetTheQueryComes() async throws {
        try await withArchive(of: samples) { peer in
            try await expect(studies(peer, [(.patientName, "山田*")], in: ["ISO_IR 192"]), is: ["1.2.3"])
            try await expect(studies(peer, [(.patientName, "*たろう")], in: ["", "ISO 2022 IR 87"]), is: ["1.2.3"])
            try await expect(studies(peer, [(.patientName, "Διονυσίου*")], in: ["ISO_IR 192"]), is: ["1.2.4"])
            let keys: [(DICOM.Tag, String)] = [(.patientName, ""), (.studyInstanceUID, "1.2.4")]
            let match = try #require(try await find(peer, identifier("STUDY", keys)).matches.first)
            #expect(match.strings(.specificCharacterSet) == ["ISO_IR 126"])
            #expect(match.string(.patientName) == "Διονυσίου^Ελένη")
        }
    }

    @Test func whatIsCountedIsAnsweredAndWhatIsUnknownComesBackEmpty() async throws {
        try await withArchive(of: samples) { peer in
            let keys: [(DICOM.Tag, String)] = [
                (.studyInstanceUID, "1.2.1"), (.modalitiesInStudy, ""), (.sopClassesInStudy, ""),
                (.numberOfStudyRelatedSeries, ""), (.numberOfStudyRelatedInstances, ""), (.instanceAvailability, ""),
                (.accessionNumber, ""), (.instanceNumber, ""),
            ]
            let match = try #require(try await find(peer, identifier("STUDY", keys)).matches.first)
            #expect(match.strings(.modalitiesInStudy) == ["CT", "SR"])
            #expect(match.uids(.sopClassesInStudy) == [StorageSOPClass.ctImage])
            #expect(match.integer(.numberOfStudyRelatedSeries) == 2)
            #expect(match.integer(.numberOfStudyRelatedInstances) == 3)
            #expect(match.string(.instanceAvailability) == "ONLINE")
            #expect(match.string(.retrieveAETitle) == DemoArchive.aeTitle)
            #expect(match[.accessionNumber]?.isEmpty == true)
            #expect(match[.instanceNumber]?.isEmpty == true, "an instance's attribute is none of a study's")
            #expect(match[.studyDate] == nil, "what is not asked for does not come")
        }
    }

    @Test func seriesAndInstancesAreFoundUnderTheirUniqueKeys() async throws {
        try await withArchive(of: samples) { peer in
            let series = try await find(
                peer,
                identifier(
                    "SERIES",
                    [
                        (.studyInstanceUID, "1.2.1"), (.seriesInstanceUID, ""), (.modality, "CT"),
                        (.numberOfSeriesRelatedInstances, ""), (.numberOfStudyRelatedInstances, ""),
                    ]
                )
            )
            #expect(series.matches.map { $0.uid(.seriesInstanceUID) } == ["1.2.1.1"])
            #expect(series.matches.first?.integer(.numberOfSeriesRelatedInstances) == 2)
            #expect(series.matches.first?.integer(.numberOfStudyRelatedInstances) == 3)
            let images = try await find(
                peer,
                identifier(
                    "IMAGE",
                    [
                        (.studyInstanceUID, "1.2.1"), (.seriesInstanceUID, "1.2.1.1"), (.sopInstanceUID, ""),
                        (.instanceNumber, "2"), (.availableTransferSyntaxUID, ""),
                    ]
                )
            )
            #expect(images.matches.map { $0.uid(.sopInstanceUID) } == ["1.2.1.1.2"])
            #expect(images.matches.first?.uid(.availableTransferSyntaxUID) == TransferSyntax.explicitVRLittleEndian.uid)
        }
    }

    @Test func patientsAreFoundInThePatientRootModelOnly() async throws {
        try await withArchive(of: samples) { peer in
            let asked = identifier(
                "PATIENT",
                [(.patientID, "P*"), (.patientName, ""), (DICOM.Tag(0x0020, 0x1200), "")]
            )
            let (_, matches) = try await find(peer, asked, SOPClass.patientRootFind)
            #expect(matches.compactMap { $0.string(.patientID) } == ["P1", "P2", "P3"])
            #expect(matches.map { $0.integer(DICOM.Tag(0x0020, 0x1200)) } == [1, 1, 2])
            try await expect(find(peer, asked).status, is: .dataSetDoesNotMatchSOPClass)
        }
    }

    @Test func aQueryWithoutTheKeysAboveItIsRefused() async throws {
        try await withArchive(of: samples) { peer in
            for asked in [
                identifier("SERIES", [(.seriesInstanceUID, "")]),
                identifier("IMAGE", [(.studyInstanceUID, "1.2.1"), (.sopInstanceUID, "")]),
                identifier("IMAGE", [(.studyInstanceUID, "1.2.1\\1.2.2"), (.seriesInstanceUID, "1.2.1.1")]),
                identifier("ROOM", [(.studyInstanceUID, "1.2.1")]),
            ] {
                let (status, matches) = try await find(peer, asked)
                #expect(status == .dataSetDoesNotMatchSOPClass)
                #expect(matches.isEmpty)
            }
        }
    }

    @Test func relationalQueriesAreServedWhereNegotiated() async throws {
        let relational = ExtendedNegotiation(sopClassUID: SOPClass.studyRootFind, information: [1, 1, 1])
        try await withArchive(of: samples) { peer in
            try await Association.connect(
                to: peer,
                from: "TEST",
                proposing: [ProposedContext(SOPClass.studyRootFind, [.implicitVRLittleEndian])],
                options: AssociationOptions(extendedNegotiations: [relational])
            ) { association in
                #expect(association.negotiation.extendedNegotiations.map(\.information) == [[1, 1, 0]])
                var found: [UID] = []
                _ = try await association.find(
                    SOPClass.studyRootFind,
                    identifier("IMAGE", [(.patientID, "P1"), (.sopInstanceUID, "")])
                ) { match in
                    found += match.uids(.sopInstanceUID)
                    return .more
                }
                #expect(found == ["1.2.1.1.1", "1.2.1.1.2", "1.2.1.2.1"])
            }
        }
    }
}
