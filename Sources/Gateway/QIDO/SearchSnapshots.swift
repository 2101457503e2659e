import DICOMweb

/// The results of searches that are being paged through, for a while and up to a number: pages of one search do not
/// overlap whatever the archive receives meanwhile (PS3.18 §8.3.4.4.1).
actor SearchSnapshots {
    struct Key: Hashable {
        let archives: ArchiveSelection
        let query: SearchQuery
        /// What the Retrieve URLs begin with.
        let root: String

        init(_ archives: ArchiveSelection, _ query: SearchQuery, root: String) {
            self.archives = archives
            self.query = query.unpaged
            self.root = root
        }
    }

    private struct Entry {
        let snapshot: SearchSnapshot
        var lastUse: ContinuousClock.Instant

        /// Its results; without any it counts as one.
        var count: Int { max(snapshot.results.count, 1) }
    }

    private var entries = LeastRecentlyUsed<Key, Entry>()
    /// Of all snapshots together.
    private var results = 0
    private let lifetime: Duration
    private let maximumResults: Int

    /// - Parameters:
    ///   - lifetime: of a snapshot after its last use.
    ///   - maximumResults: of all snapshots together; the least recently used go first.
    init(lifetime: Duration = .seconds(60), maximumResults: Int) {
        self.lifetime = lifetime
        self.maximumResults = maximumResults
    }

    /// The snapshot that an earlier page was cut from.
    func snapshot(_ key: Key, now: ContinuousClock.Instant = .now) -> SearchSnapshot? {
        removeExpired(now)
        return entries.use(key) { $0.lastUse = now }?.snapshot
    }

    func keep(_ snapshot: SearchSnapshot, _ key: Key, now: ContinuousClock.Instant = .now) {
        removeExpired(now)
        remove(key)
        let entry = Entry(snapshot: snapshot, lastUse: now)
        entries.set(entry, for: key)
        results += entry.count
        while results > maximumResults, let oldest = entries.oldest { remove(oldest.key) }
    }

    private func removeExpired(_ now: ContinuousClock.Instant) {
        while let oldest = entries.oldest, now - oldest.value.lastUse >= lifetime { remove(oldest.key) }
    }

    private func remove(_ key: Key) {
        results -= entries.remove(key)?.count ?? 0
    }
}
