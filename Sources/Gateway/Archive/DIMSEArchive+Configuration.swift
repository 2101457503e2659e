import DICOM
import DIMSE
package import Logging

extension DIMSEArchive {
    /// The archive that a configuration describes.
    ///
    /// - Parameters:
    ///   - aeTitle: how we call ourselves.
    ///   - inbox: where C-MOVE delivers; nil when there is no such place.
    ///   - searches: how many C-FIND requests one search may take.
    package init(
        _ configuration: GatewayConfiguration.Archive,
        aeTitle: String,
        inbox: MoveInbox? = nil,
        searches: Int = SearchLimits().searches,
        logger: Logger
    ) {
        var limits = SearchLimits()
        limits.searches = searches
        limits.counting = configuration.computeCounts
        if configuration.tellsSecretsInTheClear {
            logger.warning(
                "a passcode or token is sent without TLS",
                metadata: ["archive": "\(configuration.name)", "change": "archives[].tls"]
            )
        }
        let terms = configuration.characterSet.split(separator: "\\", omittingEmptySubsequences: false)
        self.init(
            name: configuration.name,
            peer: Peer(aeTitle: configuration.aeTitle, host: configuration.host, port: configuration.port),
            aeTitle: aeTitle,
            characterSet: CharacterSet(terms: terms.map { String($0) }),
            quirks: configuration.quirks,
            limits: limits,
            timeouts: AssociationTimeouts(configuration.timeouts),
            retrieve: configuration.retrieve,
            inbox: inbox,
            security: configuration.security(logger: logger),
            identity: configuration.identity.map { ArchiveIdentity($0) },
            capacity: ArchiveCapacity(configuration),
            logger: logger
        )
    }
}

extension ArchiveCapacity {
    fileprivate init(_ configuration: GatewayConfiguration.Archive) {
        self.init(
            maximumAssociations: configuration.maximumAssociations,
            maximumWaiting: configuration.maximumWaiting,
            longestWait: configuration.timeouts.queue,
            failuresInARow: configuration.breaker.failures,
            probeInterval: configuration.breaker.probe
        )
    }
}

extension AssociationTimeouts {
    fileprivate init(_ configuration: GatewayConfiguration.Timeouts) {
        self.init(
            connect: configuration.connect,
            associate: configuration.associate,
            response: configuration.response,
            progress: configuration.progress,
            release: configuration.release,
            // What is cancelled has been had: nobody is to wait long for the archive to see it.
            cancel: .seconds(2)
        )
    }
}

extension GatewayConfiguration.Archive {
    /// Whether anybody on the way can read what authenticates us (PS3.7 §D.3.3.7).
    fileprivate var tellsSecretsInTheClear: Bool {
        let hasSecret = identity.map { $0.passcode != nil || $0.token != nil || $0.tokenFile != nil } ?? false
        return hasSecret && tls?.enabled != true
    }
}
