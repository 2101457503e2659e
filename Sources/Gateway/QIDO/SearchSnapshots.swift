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
        var snapshot: SearchSnapshot
        var lastUse: ContinuousClock.Instant
    }

    private var entries: [Key: Entry] = [:]
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
        guard var entry = entries[key] else { return nil }
        entry.lastUse = now
        entries[key] = entry
        return entry.snapshot
    }

    func keep(_ snapshot: SearchSnapshot, _ key: Key, now: ContinuousClock.Instant = .now) {
        removeExpired(now)
        entries[key] = Entry(snapshot: snapshot, lastUse: now)
        while entries.values.reduce(0, { $0 + max($1.snapshot.results.count, 1) }) > maximumResults,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            entries[oldest.key] = nil
        }
    }

    private func removeExpired(_ now: ContinuousClock.Instant) {
        entries = entries.filter { now - $0.value.lastUse < lifetime }
    }
}
