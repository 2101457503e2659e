import DICOM
import DIMSE
package import Logging

extension DIMSEArchive {
    /// The archive that a configuration describes.
    ///
    /// - Parameters:
    ///   - aeTitle: how we call ourselves.
    ///   - inbox: where C-MOVE delivers; nil when there is no such place.
    package init(
        _ configuration: GatewayConfiguration.Archive,
        aeTitle: String,
        inbox: MoveInbox? = nil,
        logger: Logger
    ) {
        let terms = configuration.characterSet.split(separator: "\\", omittingEmptySubsequences: false)
        self.init(
            name: configuration.name,
            peer: Peer(aeTitle: configuration.aeTitle, host: configuration.host, port: configuration.port),
            aeTitle: aeTitle,
            characterSet: CharacterSet(terms: terms.map { String($0) }),
            timeouts: AssociationTimeouts(configuration.timeouts),
            retrieve: configuration.retrieve,
            inbox: inbox,
            maximumAssociations: configuration.maximumAssociations,
            logger: logger
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
            release: configuration.release
        )
    }
}
