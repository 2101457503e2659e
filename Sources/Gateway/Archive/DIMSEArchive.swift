package import DICOM
import DICOMweb
package import DIMSE
package import Logging

/// An archive that speaks DIMSE.
package struct DIMSEArchive: Archive {
    package let name: String
    let associations: ArchiveAssociations
    let knowledge: ArchiveKnowledge
    let retrieve: GatewayConfiguration.Retrieve
    /// Where C-MOVE delivers; nil when there is no such place.
    let inbox: MoveInbox?
    let moveSource: MoveSource
    let limits: SearchLimits
    let logger: Logger

    /// - Parameters:
    ///   - name: as configured; it names the archive in logs and errors.
    ///   - aeTitle: how we call ourselves.
    ///   - characterSet: how queries are encoded, and what is assumed of answers that do not say.
    ///   - retrieve: the service that brings instances.
    ///   - inbox: where C-MOVE delivers; nil when there is no such place.
    ///   - quirks: what the operator says that it can or cannot do.
    ///   - limits: how much a search may ask of it.
    ///   - security: nil is plain TCP.
    ///   - identity: on whose behalf we call; nil tells nothing.
    ///   - capacity: how many associations we have with it at once, and who waits.
    package init(
        name: String,
        peer: Peer,
        aeTitle: String,
        characterSet: CharacterSet,
        quirks: ArchiveProfile = ArchiveProfile(),
        limits: SearchLimits = SearchLimits(),
        timeouts: AssociationTimeouts,
        retrieve: GatewayConfiguration.Retrieve = .get,
        inbox: MoveInbox? = nil,
        security: SecureTransport? = nil,
        identity: ArchiveIdentity? = nil,
        capacity: ArchiveCapacity,
        logger: Logger
    ) {
        self.name = name
        knowledge = ArchiveKnowledge(characterSet: characterSet, pinned: quirks)
        self.retrieve = retrieve
        self.inbox = inbox
        moveSource = MoveSource(
            name: name,
            aeTitle: peer.aeTitle,
            progress: timeouts.progress,
            knowledge: knowledge
        )
        self.limits = limits
        self.logger = logger
        associations = ArchiveAssociations(
            archive: name,
            peer: peer,
            aeTitle: aeTitle,
            timeouts: timeouts,
            security: security,
            identity: identity,
            capacity: capacity,
            logger: logger
        )
    }

    package func echo() async throws {
        let status = try await associations.open(for: .echo, proposing: [.verification]) { try await $0.echo() }
        guard status.isSuccess else { throw associations.error(.echo, .status(status, comment: nil)) }
    }
}
