import DICOMweb
import NIOCore

/// The thumbnails of late, for a while and up to a number of bytes: apart from the pixels, whose instances are many
/// times as large and go sooner.
actor ThumbnailCache {
    struct Key: Hashable {
        let archives: ArchiveSelection
        let scope: Scope
        /// Nil of a whole instance, series or study.
        let frame: Int?
        let width: Int
        let height: Int
        let type: MediaType
    }

    struct Thumbnail: Sendable {
        let bytes: ByteBuffer
        /// The path of what it shows, below the base URI.
        let path: String
    }

    /// A thumbnail that a request is making, and how that went.
    private final class Making {
        let ended = Signal()
        /// Nil until it is made, and where the request that made it was given up.
        var outcome: Result<Thumbnail, any Error>?
        var waiting = 0
    }

    private var thumbnails = LeastRecentlyUsed<Key, Thumbnail>()
    /// When each was made, in the order of that.
    private var times = LeastRecentlyUsed<Key, ContinuousClock.Instant>()
    private var making: [Key: Making] = [:]
    private(set) var bytes = 0
    private let maximumBytes: Int
    private let lifetime: Duration

    /// - Parameters:
    ///   - maximumBytes: of all together; the least recently used go first.
    ///   - lifetime: of a thumbnail, however often it is used: what it stands for may have grown since.
    init(maximumBytes: Int, lifetime: Duration) {
        self.maximumBytes = maximumBytes
        self.lifetime = lifetime
    }

    /// The thumbnail that is kept, or else is made once for all who ask meanwhile: what fails, fails for all of them. Where
    /// the request that makes it is given up, another one makes it.
    func thumbnail(
        _ key: Key,
        orMake make: @concurrent @Sendable () async throws -> Thumbnail
    ) async throws -> Thumbnail {
        while true {
            if let kept = thumbnail(key) { return kept }
            guard let other = making[key] else { return try await made(key, make) }
            other.waiting += 1
            try await other.ended.subscribe()()
            if let outcome = other.outcome { return try outcome.get() }
        }
    }

    /// How many wait for it to be made.
    func waiting(_ key: Key) -> Int { making[key]?.waiting ?? 0 }

    private func made(_ key: Key, _ make: @concurrent @Sendable () async throws -> Thumbnail) async throws -> Thumbnail
    {
        let own = Making()
        making[key] = own
        defer {
            making[key] = nil
            own.ended.fire()
        }
        do {
            let thumbnail = try await make()
            keep(thumbnail, key)
            own.outcome = .success(thumbnail)
            return thumbnail
        } catch {
            if !Task.isCancelled { own.outcome = .failure(error) }
            throw error
        }
    }

    func thumbnail(_ key: Key, now: ContinuousClock.Instant = .now) -> Thumbnail? {
        removeExpired(now)
        return thumbnails.use(key)
    }

    func keep(_ thumbnail: Thumbnail, _ key: Key, now: ContinuousClock.Instant = .now) {
        removeExpired(now)
        remove(key)
        thumbnails.set(thumbnail, for: key)
        times.set(now, for: key)
        bytes += thumbnail.bytes.readableBytes
        while bytes > maximumBytes, let oldest = thumbnails.oldest { remove(oldest.key) }
    }

    private func removeExpired(_ now: ContinuousClock.Instant) {
        while let first = times.oldest, now - first.value >= lifetime { remove(first.key) }
    }

    private func remove(_ key: Key) {
        times.remove(key)
        bytes -= thumbnails.remove(key)?.bytes.readableBytes ?? 0
    }
}
