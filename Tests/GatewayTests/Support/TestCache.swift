import Foundation
import Gateway
import Logging

/// Runs a test with a cache that is running, and ends it.
func withCache<Value: Sendable>(
    bytes: Int = 1 << 30,
    idle: Duration = .seconds(60),
    patience: Duration = .seconds(5),
    _ body: (InstanceCache, Spool) async throws -> Value
) async throws -> Value {
    let spool = Spool(directory: FileManager.default.temporaryDirectory.path)
    let cache = InstanceCache(
        spool: spool,
        limits: InstanceCache.Limits(bytes: bytes, idle: idle, patience: patience),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await cache.run() }
        defer { group.cancelAll() }
        return try await body(cache, spool)
    }
}
