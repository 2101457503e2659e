/// How much of a message is kept in memory before its peer is refused. Instances are not: they are handed on as they come.
struct MessageLimits: Hashable, Sendable {
    /// Of a command set, in bytes.
    var command: Int
    /// Of the data set of a query or of its answer, in bytes.
    var identifier: Int

    /// Of what an archive of ours answers: matches of a few kilobytes, and the list of the instances that failed, which
    /// Orthanc 1.10 puts into the command set.
    static let requestor = MessageLimits(command: CommandSet.maximumLength, identifier: 16 << 20)
    /// Of what anybody may ask: a list of some 2,000 UIDs.
    static let acceptor = MessageLimits(command: 16 << 10, identifier: 128 << 10)
}
