import Hummingbird

/// `/archives/{archive}` says what an archive was found to do, and what the operator has pinned.
enum ArchiveDescription {
    static func route(_ describe: @escaping @Sendable () -> String) -> Route {
        Route("/archives/{archive}", [.get: { _, _ in .json(.ok, describe()) }])
    }
}
