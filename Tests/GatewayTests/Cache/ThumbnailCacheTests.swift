import DICOM
import DICOMweb
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
}
