import DICOM
import DICOMweb
import DIMSE
import Testing

@testable import Gateway

/// What an archive can do is found out once, and kept (D-20, D-21).
@Suite struct DiscoveryTests {
    private func search(_ archive: DIMSEArchive, _ query: String = "") async throws -> Int {
        try await archive.search(SearchQuery(.study, query: query), limit: 100).matches.count
    }

    @Test func theArchiveIsAskedOnceHoweverManyNeedIt() async throws {
        var habits = QueryArchive.Habits()
        habits.grants = [1, 1, 0, 1]
        try await withQueryArchive(QueryArchive.some, habits) { archive, peer in
            #expect(archive.description.contains("\"isFoundOut\":false"))
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await search(archive) } }
                for try await count in group { #expect(count == 4) }
            }
            let proposals = peer.proposals
            #expect(proposals.count { $0.first?.information == [1, 1, 1, 1, 1, 1, 1] } == 1)
            // Later ones ask for what is granted and of use.
            #expect(proposals.count { $0.map(\.information) == [[1, 1, 0, 0, 0, 0, 0]] } == 8)
            let profile = archive.knowledge.profile
            #expect(profile.informationModel == .study && profile.negotiation == .full)
            #expect(profile.relational == true && profile.combinedDateTime == true && profile.timezone == true)
            #expect(profile.fuzzyNames == false && profile.multipleValues == false)
            #expect(profile.get == true && profile.move == false && profile.withoutBulkData == false)
            let description = archive.description
            #expect(description.contains("\"isFoundOut\":true") && description.contains("\"relational\":true"))
            #expect(description.contains("\"cancel\":null") && description.contains("\"pinned\":[]"))
        }
    }

    @Test(arguments: [
        (7, ArchiveProfile.Negotiation.short, 2), (3, .none, 3), (1, .none, 3), (Int.max, .full, 1),
    ])
    func whatRejectsOnNegotiationIsAskedWithLess(
        from length: Int,
        _ negotiation: ArchiveProfile.Negotiation,
        attempts: Int
    ) async throws {
        var habits = QueryArchive.Habits()
        (habits.rejectsFrom, habits.grants) = (length, [1, 1, 1])
        try await withQueryArchive(QueryArchive.some, habits) { archive, peer in
            for _ in 0..<2 {
                let count = try await search(archive)
                #expect(count == 4)
            }
            #expect(archive.knowledge.profile.negotiation == negotiation)
            #expect(archive.knowledge.profile.relational == (negotiation != .none))
            // One more association for each search, and none that is rejected again.
            #expect(peer.contexts.count == attempts + 2)
        }
    }

    @Test func aTitleThatIsNotKnownIsNoMatterOfNegotiation() async throws {
        var habits = QueryArchive.Habits()
        habits.rejectsCallers = true
        try await withQueryArchive(QueryArchive.some, habits) { archive, peer in
            await #expect(throws: ArchiveError.self) { try await search(archive) }
            #expect(peer.contexts.count == 1)
            #expect(!archive.knowledge.isFoundOut)
        }
    }

    @Test func whatHasNoQueriesSaysSo() async throws {
        var habits = QueryArchive.Habits()
        habits.models = []
        try await withQueryArchive([], habits) { archive, _ in
            let error = try await #require(throws: ArchiveError.self) { try await search(archive) }
            guard case .notOffered = error.cause else { return #expect(Bool(false), "\(error)") }
        }
    }

    @Test func whatIsPinnedIsNotAsked() async throws {
        var habits = QueryArchive.Habits()
        habits.grants = [1, 1]
        var quirks = ArchiveProfile()
        (quirks.informationModel, quirks.negotiation) = (.study, ArchiveProfile.Negotiation.none)
        try await withQueryArchive(QueryArchive.some, habits, quirks: quirks) { archive, peer in
            let count = try await search(archive)
            #expect(count == 4)
            #expect(peer.proposals == [[]] && peer.contexts == [1])
            #expect(archive.description.contains("\"pinned\":[\"model\",\"extendedNegotiation\"]"))
        }
    }

    @Test func whatThePinDeniesIsNotUsedThoughItIsGranted() async throws {
        var habits = QueryArchive.Habits()
        habits.grants = [1, 1]
        var quirks = ArchiveProfile()
        quirks.relational = false
        try await withQueryArchive(QueryArchive.some, habits, quirks: quirks) { archive, peer in
            let query = try SearchQuery(.series, query: "PatientID=A")
            #expect(try await archive.search(query, limit: 100).matches.count == 3)
            #expect(peer.asked == ["STUDY", "SERIES", "SERIES"])
            #expect(archive.knowledge.found.relational == true)
        }
    }

    @Test func anArchiveThatWasGoneMayBeAnother() {
        let knowledge = ArchiveKnowledge(characterSet: .utf8)
        knowledge.foundOut()
        #expect(knowledge.isFoundOut)
        knowledge.doubt()
        #expect(!knowledge.isFoundOut)
    }

    /// 20 that wait for an archive that is down do not wait twenty times.
    @Test func aFailureIsSharedByThoseWhoWaited() async throws {
        struct Down: Error {}
        let attempt = SharedAttempt()
        let (attempts, report) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        try await attempt.run(while: { true }) {
                            report.yield()
                            try await Task.sleep(for: .milliseconds(300))
                            throw Down()
                        }
                        return false
                    } catch {
                        return error is Down
                    }
                }
            }
            for await failed in group { #expect(failed) }
        }
        report.finish()
        var count = 0
        for await _ in attempts { count += 1 }
        // Who comes when the first has failed tries anew: on a busy machine some may.
        #expect(count < 20)
    }
}
