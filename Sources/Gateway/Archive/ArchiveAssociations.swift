import DICOM
import DIMSE
import Logging

/// The associations that we have with an archive: how each is asked for, and how many there are at once.
final class ArchiveAssociations: Sendable {
    let archive: String
    private let peer: Peer
    private let aeTitle: String
    private let timeouts: AssociationTimeouts
    private let security: SecureTransport?
    private let identity: ArchiveIdentity?
    private let slots: AssociationSlots
    private let logger: Logger

    /// - Parameters:
    ///   - archive: the name that errors give it.
    ///   - aeTitle: how we call ourselves.
    ///   - security: nil is plain TCP.
    ///   - identity: on whose behalf we call; nil tells nothing.
    ///   - maximum: how many there may be at once; who needs more waits.
    init(
        archive: String,
        peer: Peer,
        aeTitle: String,
        timeouts: AssociationTimeouts,
        security: SecureTransport? = nil,
        identity: ArchiveIdentity? = nil,
        maximum: Int,
        logger: Logger
    ) {
        self.archive = archive
        self.peer = peer
        self.aeTitle = aeTitle
        self.timeouts = timeouts
        self.security = security
        self.identity = identity
        slots = AssociationSlots(maximum)
        self.logger = logger
    }

    /// Runs `body` in an association, when one of ours is free; says which archive and step an error befell.
    ///
    /// - Parameter extensions: what is proposed to service classes, such as relational queries (PS3.4 §C.5.1.1).
    func open<Result: Sendable>(
        for step: ArchiveError.Step,
        proposing contexts: [ProposedContext],
        negotiating extensions: [ExtendedNegotiation] = [],
        _ body: (Association) async throws -> Result
    ) async throws -> Result {
        do {
            return try await slots.withSlot {
                try await Association.connect(
                    to: peer,
                    from: aeTitle,
                    proposing: contexts,
                    options: AssociationOptions(
                        timeouts: timeouts,
                        extendedNegotiations: extensions,
                        userIdentity: try userIdentity(),
                        security: security,
                        logger: logger
                    ),
                    body
                )
            }
        } catch AssociationError.noContext(let service, nil) {
            throw error(step, .notOffered(service))
        } catch let failure as AssociationError {
            throw error(step, .association(failure))
        }
    }

    private func userIdentity() throws(AssociationError) -> UserIdentity? {
        do {
            return try identity?.userIdentity()
        } catch {
            throw .invalidProposal("user identity: \(error)")
        }
    }

    func error(_ step: ArchiveError.Step, _ cause: ArchiveError.Cause) -> ArchiveError {
        ArchiveError(archive: archive, step: step, cause: cause, aeTitle: aeTitle)
    }
}
