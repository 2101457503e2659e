import DICOM
import DICOMweb
import Foundation
import NIOCore
import Testing

@testable import Gateway

/// A series that comes into a cache that is full of others, beside one that comes into an empty one: `make bench`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["GANTRY_BENCH_CACHE"] != nil), .serialized)
struct CacheBenchmarks {
    private static let instances = 300
    /// Series whose times are put together.
    private static let few = 10

    @Test(arguments: [6_000, 24_000])
    func aFullCacheTakesAsLong(kept: Int) async throws {
        let size = 1000
        let archives = (0..<kept / Self.instances + 2 * Self.few).map { number in
            FakeArchive(name: "\(number)", instances: Self.instances, size: size)
        }
        let whole = Scope.series(study: "1.2", series: "1.2.3")
        let length = try #require(archives[0].bytes(of: "1.2.3.1")).readableBytes
        let times = try await withCache(bytes: kept * length, idle: .seconds(3600)) { cache, _ in
            var times: [Duration] = []
            for archive in archives {
                let start = ContinuousClock.now
                for try await _ in await cache.reader(for: whole, of: archive) {}
                times.append(.now - start)
            }
            return times
        }
        let (empty, full) = (times.prefix(Self.few).reduce(.zero, +), times.suffix(Self.few).reduce(.zero, +))
        let milliseconds = [empty, full].map { String(format: "%7.2f", $0 / .milliseconds(Self.few)) }
        print(
            "BENCH cache of \(kept) instances, ms for \(Self.instances) more: while empty \(milliseconds[0]),",
            "while full \(milliseconds[1]), ratio \(String(format: "%5.2f", full / empty))"
        )
    }
}
