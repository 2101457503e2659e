import DICOM
import DICOMweb
import DIMSE
import Testing

@testable import Gateway

/// Searches below the study before archives that take them whole and those that do not.
@Suite struct SearchWalkTests {
    static var relational: QueryArchive.Habits {
        var habits = QueryArchive.Habits()
        habits.grants = [1, 1]
        return habits
    }

    static var patientRoot: QueryArchive.Habits {
        var habits = QueryArchive.Habits()
        habits.models = [.patient]
        return habits
    }

    private static func found(_ matches: ArchiveMatches, _ tag: DICOM.Tag) -> Set<String> {
        Set(matches.matches.compactMap { $0.string(tag) })
    }

    @Test func grantedRelationalQueriesAreOne() async throws {
        try await withQueryArchive(QueryArchive.some, Self.relational) { archive, peer in
            let query = try SearchQuery(.instance, query: "PatientID=A&Modality=CT")
            let found = try await archive.search(query, limit: 100)
            #expect(Self.found(found, .sopInstanceUID) == ["1.1.1.1", "1.1.1.2", "1.2.1.1"])
            #expect(peer.asked == ["IMAGE"])
            #expect(found.matches.allSatisfy { $0.string(.patientName) == "Name^A" })
        }
    }

    @Test func othersGoLevelByLevelOnOneAssociation() async throws {
        try await withQueryArchive { archive, peer in
            let query = try SearchQuery(.instance, query: "PatientID=A&Modality=CT")
            let found = try await archive.search(query, limit: 100)
            #expect(Self.found(found, .sopInstanceUID) == ["1.1.1.1", "1.1.1.2", "1.2.1.1"])
            #expect(peer.asked == ["STUDY", "SERIES", "IMAGE", "SERIES", "IMAGE"])
            #expect(peer.contexts.count == 2)
            // What was found above is in what was found below.
            #expect(found.matches.allSatisfy { $0.string(.patientName) == "Name^A" && $0.string(.modality) == "CT" })
        }
    }

    @Test func whatIsGrantedAndRefusedIsNotAskedAgain() async throws {
        var habits = Self.relational
        habits.refusesRelational = true
        try await withQueryArchive(QueryArchive.some, habits) { archive, peer in
            let query = try SearchQuery(.series, query: "")
            #expect(try await archive.search(query, limit: 100).matches.count == 5)
            #expect(archive.knowledge.profile.relational == false)
            let before = peer.asked.count
            #expect(try await archive.search(query, limit: 100).matches.count == 5)
            #expect(peer.asked.dropFirst(before).first == "STUDY")
        }
    }

    @Test func anArchiveWithPatientRootAloneIsAskedForItsPatients() async throws {
        try await withQueryArchive(QueryArchive.some, Self.patientRoot) { archive, peer in
            let query = try SearchQuery(.study, query: "PatientName=Name^A&StudyDate=20240102")
            let found = try await archive.search(query, limit: 100)
            #expect(Self.found(found, .studyInstanceUID) == ["1.2"])
            #expect(found.matches.first?.string(.patientName) == "Name^A")
            #expect(peer.asked == ["PATIENT", "STUDY"])
            #expect(archive.knowledge.profile.model == .patient)
            // The search has learned whose study it is.
            let series = try SearchQuery(.series, study: "1.2", query: "")
            #expect(try await archive.search(series, limit: 100).matches.count == 1)
            #expect(peer.asked.suffix(1) == ["SERIES"])
            #expect(archive.knowledge.identifier(of: .study("1.2")).string(.patientID) == "A")
        }
    }

    @Test func aStudyWhosePatientIsNotKnownIsLookedFor() async throws {
        try await withQueryArchive(QueryArchive.some, Self.patientRoot) { archive, peer in
            let query = try SearchQuery(.instance, study: "1.3", series: "1.3.1", query: "")
            #expect(try await archive.search(query, limit: 100).matches.count == 2)
            #expect(peer.asked == ["PATIENT", "STUDY", "STUDY", "IMAGE"])
            let absent = try SearchQuery(.series, study: "9.9", query: "")
            #expect(try await archive.search(absent, limit: 100).matches.isEmpty)
            #expect(try await archive.list(.study("1.4")).map(\.instance) == ["1.4.2.1"])
        }
    }

    @Test func aLookForAPatientThatTakesTooLongIsRefused() async throws {
        var limits = SearchLimits()
        limits.searches = 2
        try await withQueryArchive(QueryArchive.some, Self.patientRoot, limits: limits) { archive, _ in
            let query = try SearchQuery(.series, study: "1.4", query: "")
            await #expect {
                try await archive.search(query, limit: 100)
            } throws: {
                if case .contentTooLarge = $0 as? WebError { true } else { false }
            }
        }
    }

    /// never silently cut off.
    @Test func aWalkThatTakesTooManyRequestsIsCutOffAndSaysSo() async throws {
        var limits = SearchLimits()
        limits.searches = 3
        try await withQueryArchive(limits: limits) { archive, peer in
            let found = try await archive.search(SearchQuery(.series, query: ""), limit: 100)
            #expect(found.isTruncated && found.matches.count == 3 && peer.asked.count == 3)
            #expect(found.warnings.first?.contains("3 requests") == true)
            let nothing = try SearchQuery(.instance, query: "InstanceNumber=9")
            await #expect {
                try await archive.search(nothing, limit: 100)
            } throws: {
                if case .contentTooLarge = $0 as? WebError { true } else { false }
            }
        }
    }

    @Test(arguments: [false, true])
    func matchesBeyondTheLimitAreLeftOut(_ isRelational: Bool) async throws {
        let habits = isRelational ? Self.relational : QueryArchive.Habits()
        try await withQueryArchive(QueryArchive.some, habits) { archive, _ in
            let found = try await archive.search(SearchQuery(.instance, query: ""), limit: 3)
            #expect(found.isTruncated && found.matches.count == 3)
        }
    }

    /// fuzzy matching, once granted, holds for all names of an association: it is asked for only when it is wanted.
    @Test(arguments: [true, false])
    func fuzzyNamesAreAskedForWhenTheyAreWanted(_ isGranted: Bool) async throws {
        var habits = QueryArchive.Habits()
        habits.grants = [0, 0, isGranted ? 1 : 0]
        try await withQueryArchive(QueryArchive.some, habits) { archive, peer in
            for wish in ["false", "true"] {
                let query = try SearchQuery(.study, query: "PatientName=Name^A&fuzzymatching=\(wish)")
                let found = try await archive.search(query, limit: 100)
                #expect(found.matches.count == 2)
                #expect(found.hasFuzzyNames == (isGranted && wish == "true"))
            }
            let proposed = peer.proposals.map { $0.first?.information ?? [] }
            #expect(proposed.dropFirst() == [[], isGranted ? [0, 0, 1, 0, 0, 0, 0] : []])
        }
    }

    /// an archive without Modalities in Study is asked for the series.
    @Test(arguments: [false, true])
    func modalitiesAreFoundWhereTheArchiveDoesNotTell(_ isRelational: Bool) async throws {
        var habits = isRelational ? Self.relational : QueryArchive.Habits()
        habits.omits = [.modalitiesInStudy]
        try await withQueryArchive(QueryArchive.some, habits) { archive, _ in
            for (query, studies) in [("CT,SR", ["1.1", "1.2", "1.3", "1.4"]), ("SR", ["1.1", "1.4"]), ("US", [])] {
                let query = try SearchQuery(.study, query: "ModalitiesInStudy=\(query)")
                let found = try await archive.search(query, limit: 100)
                #expect(Self.found(found, .studyInstanceUID) == Set(studies))
            }
            let series = try SearchQuery(.series, query: "ModalitiesInStudy=SR&Modality=CT")
            #expect(Self.found(try await archive.search(series, limit: 100), .seriesInstanceUID) == ["1.1.1"])
        }
    }

    @Test(arguments: SearchLimits.Counting.allCases)
    func countsAreCountedAsFarAsTheOperatorWants(_ counting: SearchLimits.Counting) async throws {
        var limits = SearchLimits()
        limits.counting = counting
        try await withQueryArchive(limits: limits) { archive, _ in
            let study = UncountedEntity(study: "1.1", wantsInstances: true)
            let series = UncountedEntity(study: "1.1", series: "1.1.1", wantsInstances: true)
            let absent = UncountedEntity(study: "9", wantsInstances: true)
            let counts = try await archive.count([study, series, absent], limit: 100)
            #expect(counts[absent] == nil)
            guard counting != .off else { return #expect(counts.isEmpty) }
            #expect(counts[study]?.modalities == ["CT", "SR"] && counts[study]?.series == 2)
            #expect(counts[study]?.instances == (counting == .full ? 3 : nil))
            #expect(counts[series]?.instances == (counting == .full ? 2 : nil))
        }
    }

    /// Exactly so many answers, and one more than may be read, which ends the association.
    @Test(arguments: [(2, 1), (1, nil)] as [(Int, Int?)])
    func countingEndsAtItsLimit(_ limit: Int, _ seriesOfTheLast: Int?) async throws {
        try await withQueryArchive { archive, _ in
            let studies = ["1.1", "1.2", "1.3"].map { UncountedEntity(study: UID(rawValue: $0), wantsInstances: true) }
            let counts = try await archive.count(studies, limit: limit)
            #expect(counts[studies[0]]?.series == 2 && counts[studies[0]]?.instances == nil)
            #expect(counts[studies[2]]?.series == seriesOfTheLast && counts[studies[2]]?.instances == nil)
        }
    }
}
