import DICOM
import DICOMweb
import Testing

@testable import Gateway

/// Pages of one search are cut from one snapshot.
@Suite struct SearchSnapshotsTests {
    private static func snapshot(_ count: Int, _ query: SearchQuery) -> SearchSnapshot {
        var results = SearchResults(query, root: "")
        for number in 0..<count {
            var match = DataSet()
            match.set(.studyInstanceUID, "1.\(number)")
            results.add(match)
        }
        return results.snapshot()
    }

    private static func key(
        _ query: String,
        _ archive: String = "a",
        root: String = "r"
    ) throws -> SearchSnapshots.Key {
        SearchSnapshots.Key(.named(archive), try SearchQuery(.study, query: query), root: root)
    }

    @Test func laterPagesHaveTheSnapshotOfTheirOwnSearch() async throws {
        let snapshots = SearchSnapshots(maximumResults: 100)
        await snapshots.keep(Self.snapshot(5, try SearchQuery(.study, query: "")), try Self.key("PatientID=A&limit=2"))
        #expect(try await snapshots.snapshot(Self.key("PatientID=A&limit=2&offset=2"))?.results.count == 5)
        #expect(try await snapshots.snapshot(Self.key("PatientID=A&limit=3&offset=3"))?.results.count == 5)
        for other in [
            try Self.key("PatientID=B&offset=2"), try Self.key("PatientID=A&offset=2", "b"),
            try Self.key("PatientID=A&offset=2", root: "s"), try Self.key("PatientID=A&includefield=all&offset=2"),
        ] {
            #expect(await snapshots.snapshot(other) == nil)
        }
    }

    @Test func aSnapshotGoesAWhileAfterItsLastUse() async throws {
        let snapshots = SearchSnapshots(lifetime: .seconds(60), maximumResults: 100)
        let (key, start) = (try Self.key(""), ContinuousClock.now)
        await snapshots.keep(Self.snapshot(1, try SearchQuery(.study, query: "")), key, now: start)
        #expect(await snapshots.snapshot(key, now: start + .seconds(59)) != nil)
        #expect(await snapshots.snapshot(key, now: start + .seconds(118)) != nil)
        #expect(await snapshots.snapshot(key, now: start + .seconds(179)) == nil)
    }

    @Test func theLeastRecentlyUsedGoFirst() async throws {
        let snapshots = SearchSnapshots(maximumResults: 10)
        let (query, start) = (try SearchQuery(.study, query: ""), ContinuousClock.now)
        let keys = try (0..<3).map { try Self.key("PatientID=\($0)") }
        await snapshots.keep(Self.snapshot(4, query), keys[0], now: start)
        await snapshots.keep(Self.snapshot(4, query), keys[1], now: start + .seconds(1))
        _ = await snapshots.snapshot(keys[0], now: start + .seconds(2))
        await snapshots.keep(Self.snapshot(4, query), keys[2], now: start + .seconds(3))
        #expect(await snapshots.snapshot(keys[1], now: start + .seconds(4)) == nil)
        #expect(await snapshots.snapshot(keys[0], now: start + .seconds(4)) != nil)
        await snapshots.keep(Self.snapshot(11, query), keys[1], now: start + .seconds(5))
        #expect(await snapshots.snapshot(keys[1], now: start + .seconds(6)) == nil)
    }
}
