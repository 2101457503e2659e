import DICOM
import DICOMweb
import NIOConcurrencyHelpers
import NIOCore
import Testing

@testable import Gateway

@Suite struct ThumbnailCacheTests {
    private static func key(_ number: Int, width: Int = 256) -> ThumbnailCache.Key {
        ThumbnailCache.Key(
            archives: .federated,
            scope: .series(study: "1.2", series: UID(rawValue: "1.2.\(number)")),
            frame: nil,
            width: width,
            height: 256,
            type: .jpeg
        )
    }

    private static func thumbnail(_ count: Int) -> ThumbnailCache.Thumbnail {
        ThumbnailCache.Thumbnail(bytes: ByteBuffer(repeating: 1, count: count), path: "/studies/1.2")
    }

    @Test func whatIsKeptIsFoundByAllThatItDependsOn() async {
        let cache = ThumbnailCache(maximumBytes: 100, lifetime: .seconds(10))
        await cache.keep(Self.thumbnail(10), Self.key(1))
        #expect(await cache.thumbnail(Self.key(1))?.bytes.readableBytes == 10)
        #expect(await cache.thumbnail(Self.key(2)) == nil)
        #expect(await cache.thumbnail(Self.key(1, width: 128)) == nil)
    }

    @Test func theLeastRecentlyUsedGoFirst() async {
        let cache = ThumbnailCache(maximumBytes: 100, lifetime: .seconds(1000))
        let start = ContinuousClock.now
        for number in 1...3 {
            await cache.keep(Self.thumbnail(40), Self.key(number), now: start + .seconds(number))
            _ = await cache.thumbnail(Self.key(1), now: start + .seconds(number) + .milliseconds(500))
        }
        #expect(await cache.thumbnail(Self.key(1)) != nil)
        #expect(await cache.thumbnail(Self.key(2)) == nil)
        #expect(await cache.thumbnail(Self.key(3)) != nil)
        #expect(await cache.bytes == 80)
    }

    @Test func theyGoWithTime() async {
        let cache = ThumbnailCache(maximumBytes: 100, lifetime: .seconds(10))
        let start = ContinuousClock.now
        await cache.keep(Self.thumbnail(10), Self.key(1), now: start)
        #expect(await cache.thumbnail(Self.key(1), now: start + .seconds(9)) != nil)
        #expect(await cache.thumbnail(Self.key(1), now: start + .seconds(10)) == nil)
        #expect(await cache.bytes == 0)
    }

    @Test func replacingOneCountsItOnce() async {
        let cache = ThumbnailCache(maximumBytes: 100, lifetime: .seconds(10))
        for _ in 0..<5 { await cache.keep(Self.thumbnail(60), Self.key(1)) }
        #expect(await cache.bytes == 60)
        await cache.keep(Self.thumbnail(101), Self.key(2))
        #expect(await cache.bytes == 0)
    }

    private struct Failure: Error {}

    /// Makes a thumbnail when it is told to, and counts.
    private final class Maker: Sendable {
        let begun = Signal()
        let gate = Signal()
        private let count = NIOLockedValueBox(0)
        private let mayEnd = NIOLockedValueBox(false)

        var calls: Int { count.withLockedValue { $0 } }

        func end() {
            mayEnd.withLockedValue { $0 = true }
            gate.fire()
        }

        func make(_ outcome: Result<ThumbnailCache.Thumbnail, Failure>) async throws -> ThumbnailCache.Thumbnail {
            count.withLockedValue { $0 += 1 }
            begun.fire()
            let wait = gate.subscribe()
            if !mayEnd.withLockedValue({ $0 }) { try await wait() }
            return try outcome.get()
        }
    }

    @Test(arguments: [true, false]) func aThumbnailIsMadeOnceForAllWhoAsk(succeeds: Bool) async throws {
        let (cache, maker) = (ThumbnailCache(maximumBytes: 1_000, lifetime: .seconds(1_000)), Maker())
        let outcome: Result<ThumbnailCache.Thumbnail, Failure> =
            succeeds ? .success(Self.thumbnail(7)) : .failure(Failure())
        let begun = maker.begun.subscribe()
        let results = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    try? await cache.thumbnail(Self.key(1)) { try await maker.make(outcome) }.bytes.readableBytes
                }
            }
            try await begun()
            while await cache.waiting(Self.key(1)) < 4 { await Task.yield() }
            maker.end()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results == [Int?](repeating: succeeds ? 7 : nil, count: 5))
        #expect(maker.calls == 1)
        // What failed is tried again.
        _ = try? await cache.thumbnail(Self.key(1)) { try await maker.make(outcome) }
        #expect(maker.calls == (succeeds ? 1 : 2))
    }

    @Test func anotherMakesItWhereTheFirstIsGivenUp() async throws {
        let (cache, maker) = (ThumbnailCache(maximumBytes: 1_000, lifetime: .seconds(1_000)), Maker())
        let ask = { @Sendable in
            try await cache.thumbnail(Self.key(1)) { try await maker.make(.success(Self.thumbnail(7))) }
        }
        let (begun, leave) = (maker.begun.subscribe(), Signal())
        let left = leave.subscribe()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await withThrowingTaskGroup(of: Void.self) { first in
                    first.addTask { _ = try? await ask() }
                    try await left()
                    first.cancelAll()
                }
            }
            try await begun()
            group.addTask {
                let thumbnail = try await ask()
                #expect(thumbnail.bytes.readableBytes == 7)
            }
            while await cache.waiting(Self.key(1)) < 1 { await Task.yield() }
            let again = maker.begun.subscribe()
            leave.fire()
            try await again()
            maker.end()
            try await group.waitForAll()
        }
        #expect(maker.calls == 2)
    }
}
