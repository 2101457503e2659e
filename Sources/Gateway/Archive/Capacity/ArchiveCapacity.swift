/// How much an archive is asked to bear, and who waits when that is reached.
package struct ArchiveCapacity: Hashable, Sendable {
    /// Associations at once, in either role of ours as requestor; never exceeded.
    package var maximumAssociations: Int
    /// Requests that wait for one: 503 above.
    package var maximumWaiting: Int
    /// How long a request waits for one: 503 after it.
    package var longestWait: Duration
    /// Failures in a row after which the archive is left alone; 0 is never.
    package var failuresInARow: Int
    /// The time between two C-ECHO to an archive that is left alone.
    package var probeInterval: Duration

    package init(
        maximumAssociations: Int = 4,
        maximumWaiting: Int = 256,
        longestWait: Duration = .seconds(60),
        failuresInARow: Int = 5,
        probeInterval: Duration = .seconds(5)
    ) {
        self.maximumAssociations = maximumAssociations
        self.maximumWaiting = maximumWaiting
        self.longestWait = longestWait
        self.failuresInARow = failuresInARow
        self.probeInterval = probeInterval
    }
}
