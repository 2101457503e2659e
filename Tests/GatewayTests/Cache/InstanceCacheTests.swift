import DICOM
import DICOMweb
import DIMSE
import Foundation
import NIOCore
import NIOConcurrencyHelpers
import Testing

@testable import Gateway

@Suite struct InstanceCacheTests {
    private let series = Scope.series(study: "1.2", series: "1.2.3")

    private func instance(_ number: Int) -> Scope {
        .instance(study: "1.2", series: "1.2.3", instance: UID(rawValue: "1.2.3.\(number)"))
    }

    private func contents(_ reader: InstanceReader) async throws -> [ByteBuffer] {
        var all: [ByteBuffer] = []
        for try await instance in reader {
            all.append(try instance.content.extent.read(0..<instance.content.extent.count))
        }
        return all
    }

    @Test func everyInstanceArrivesWithItsBytes() async throws {
        try await withCache { cache, _ in
            let archive = FakeArchive(instances: 5)
            let all = try await contents(cache.reader(for: series, of: archive))
            #expect(all == (1...5).compactMap { archive.bytes(of: UID(rawValue: "1.2.3.\($0)")) })
        }
    }

    @Test func theHeaderIsReadWithoutThePixels() async throws {
        try await withCache { cache, _ in
            let archive = FakeArchive(instances: 1, size: 100_000)
            let instance = try await cache.instance(instance(1), of: archive)
            let header = try instance.content.header()
            #expect(header.uid(.sopInstanceUID) == "1.2.3.1")
            guard case .deferred(let pixels) = header[.pixelData]?.value else {
                Issue.record("the pixels are not deferred")
                return
            }
            #expect(try instance.content.extent.read(pixels.range) == ByteBuffer(repeating: 1, count: 100_000))
            #expect(instance.content.headerLength < 1000)
        }
    }

    @Test func twentyReadersCauseOneRetrieval() async throws {
        try await withCache { cache, _ in
            let archive = FakeArchive(instances: 20)
            try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask { try await contents(cache.reader(for: series, of: archive)) }
                }
                for try await all in group {
                    #expect(all.count == 20)
                }
            }
            #expect(archive.log.withLockedValue { $0.retrievals } == [series])
        }
    }

    @Test func whatWasRetrievedWholeIsNotRetrievedAgain() async throws {
        try await withCache { cache, _ in
            let archive = FakeArchive(instances: 3)
            _ = try await contents(cache.reader(for: .study("1.2"), of: archive))
            let again = try await contents(cache.reader(for: series, of: archive))
            #expect(again.count == 3)
            let one = try await cache.instance(instance(2), of: archive)
            #expect(one.instance == "1.2.3.2")
            #expect(archive.log.withLockedValue { $0.retrievals } == [.study("1.2")])
        }
    }

    @Test func anInstanceIsThereBeforeTheLastHasArrived() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        try await withCache { cache, _ in
            let archive = FakeArchive(instances: 3, gate: gate)
            let reader = await cache.reader(for: series, of: archive)
            var iterator = reader.makeAsyncIterator()
            open.yield()
            #expect(try await iterator.next()?.instance == "1.2.3.1")
            #expect(archive.log.withLockedValue { $0.delivered } <= 1)
            // A request for one instance waits inside the running retrieval.
            async let second = cache.instance(instance(2), of: archive)
            open.yield()
            let found = try await second
            #expect(found.instance == "1.2.3.2")
            open.yield()
            #expect(try await iterator.next()?.instance == "1.2.3.2")
            #expect(try await iterator.next()?.instance == "1.2.3.3")
            #expect(try await iterator.next() == nil)
            #expect(archive.log.withLockedValue { $0.retrievals } == [series])
        }
    }

    @Test func theLastReaderThatLeavesCancels() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        try await withCache { cache, spool in
            let archive = FakeArchive(instances: 3, gate: gate)
            var readers = [await cache.reader(for: series, of: archive), await cache.reader(for: series, of: archive)]
            open.yield()
            var iterator = Optional(readers[0].makeAsyncIterator())
            _ = try await iterator?.next()
            iterator = nil
            readers.removeFirst()
            try await Task.sleep(for: .milliseconds(50))
            #expect(archive.log.withLockedValue { $0.cancelled } == 0)
            readers.removeAll()
            try await eventually { archive.log.withLockedValue { $0.cancelled } == 1 }
        }
    }

    @Test(arguments: [
        FakeArchive.Fault.stopsAfter(2), .leavesOut(1), .sendsForeign, .sendsTruncated,
    ])
    func aRetrievalThatIsNotWholeFails(_ fault: FakeArchive.Fault) async throws {
        try await withCache { cache, spool in
            let archive = FakeArchive(instances: 3, fault: fault)
            let reader = await cache.reader(for: series, of: archive)
            await #expect(throws: (any Error).self) { _ = try await contents(reader) }
            // A failure is not remembered: the next request asks the archive again.
            await #expect(throws: (any Error).self) { _ = try await contents(cache.reader(for: series, of: archive)) }
            #expect(archive.log.withLockedValue { $0.retrievals.count } == 2)
        }
    }

    @Test func evictionKeepsWithinTheLimitAndRetrievesAgain() async throws {
        try await withCache(bytes: 30_000) { cache, spool in
            let archive = FakeArchive(instances: 10, size: 10_000)
            for number in 1...10 {
                _ = try await cache.instance(instance(number), of: archive)
                #expect(spool.bytesInUse <= 45_000)
            }
            _ = try await cache.instance(instance(1), of: archive)
            #expect(archive.log.withLockedValue { $0.retrievals.count } == 11)
        }
    }

    @Test func aStudyLargerThanTheCacheFlowsThroughIt() async throws {
        try await withCache(bytes: 30_000) { cache, spool in
            let archive = FakeArchive(instances: 40, size: 10_000)
            var count = 0
            for try await _ in await cache.reader(for: series, of: archive) {
                count += 1
                #expect(spool.bytesInUse <= 60_000)
            }
            #expect(count == 40)
            // What is left of it is not taken for the whole, and is not remembered for ever.
            #expect(await cache.complete.isEmpty)
            let again = try await contents(cache.reader(for: series, of: archive))
            #expect(again.count == 40)
            #expect(archive.log.withLockedValue { $0.retrievals.count } == 2)
        }
    }

    /// What another needs room for goes from the one that nobody has asked for longest, which is then no longer whole.
    @Test func aSeriesThatHasLostInstancesIsRetrievedAgain() async throws {
        try await withCache(bytes: 100_000) { cache, _ in
            let archives = ["old", "older", "new"].map { FakeArchive(name: $0, instances: 4, size: 10_000) }
            let (old, older, new) = (archives[0], archives[1], archives[2])
            for archive in [old, older, old, new, new, old] {
                let whole = try await contents(cache.reader(for: series, of: archive))
                #expect(whole.count == 4)
            }
            #expect(archives.map { $0.log.withLockedValue { $0.retrievals.count } } == [1, 1, 1])
            #expect(await Set(cache.complete.keys.map(\.archive)) == ["old", "new"])
            let again = try await contents(cache.reader(for: series, of: older))
            #expect(again.count == 4)
            #expect(older.log.withLockedValue { $0.retrievals.count } == 2)
        }
    }

    @Test func aReaderThatStandsStillIsCutOffRatherThanTheCache() async throws {
        try await withCache(bytes: 30_000, patience: .seconds(4)) { cache, _ in
            let archive = FakeArchive(instances: 40, size: 10_000)
            let still = await cache.reader(for: series, of: archive)
            let moving = await cache.reader(for: series, of: archive)
            let moved = try await contents(moving)
            #expect(moved.count == 40)
            await #expect(throws: (any Error).self) { _ = try await contents(still) }
        }
    }

    @Test func idleInstancesGo() async throws {
        try await withCache(idle: .milliseconds(100)) { cache, spool in
            let archive = FakeArchive(instances: 3)
            _ = try await contents(cache.reader(for: series, of: archive))
            try await eventually { spool.bytesInUse == 0 }
        }
    }

    @Test func nothingIsSeenInTheDirectory() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "gantry-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(at: directory) }
        let spool = Spool(directory: directory.path)
        var writer = SpoolWriter(try spool.makeFile())
        try writer.append(ByteBuffer(string: "something"))
        let extent = writer.finishExtent()
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
        #expect(String(buffer: try extent.read(0..<9)) == "something")
        #expect(throws: SpoolError.self) { try extent.read(0..<10) }
    }
}

/// Waits until something is so, and fails when it is not in time.
func eventually(
    within limit: Duration = .seconds(5),
    _ condition: () -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let deadline = ContinuousClock.now + limit
    while !condition() {
        guard ContinuousClock.now < deadline else {
            Issue.record("not in time", sourceLocation: sourceLocation)
            return
        }
        try await Task.sleep(for: .milliseconds(10))
    }
}
