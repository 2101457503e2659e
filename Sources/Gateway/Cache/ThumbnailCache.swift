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

    private struct Entry {
        let thumbnail: Thumbnail
        let made: ContinuousClock.Instant
        var lastUse: ContinuousClock.Instant
    }

    private var entries: [Key: Entry] = [:]
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

    func thumbnail(_ key: Key, now: ContinuousClock.Instant = .now) -> Thumbnail? {
        removeExpired(now)
        entries[key]?.lastUse = now
        return entries[key]?.thumbnail
    }

    func keep(_ thumbnail: Thumbnail, _ key: Key, now: ContinuousClock.Instant = .now) {
        removeExpired(now)
        remove(key)
        entries[key] = Entry(thumbnail: thumbnail, made: now, lastUse: now)
        bytes += thumbnail.bytes.readableBytes
        while bytes > maximumBytes, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key {
            remove(oldest)
        }
    }

    private func removeExpired(_ now: ContinuousClock.Instant) {
        for key in entries.filter({ now - $0.value.made >= lifetime }).keys { remove(key) }
    }

    private func remove(_ key: Key) {
        guard let entry = entries.removeValue(forKey: key) else { return }
        bytes -= entry.thumbnail.bytes.readableBytes
    }
}
