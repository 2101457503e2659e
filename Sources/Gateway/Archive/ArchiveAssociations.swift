import DICOM
import DIMSE
import Logging

/// The associations that we have with an archive: how each is asked for, how many there are at once, and whether it is
/// worth while to ask at all.
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
    init(
        archive: String,
        peer: Peer,
        aeTitle: String,
        timeouts: AssociationTimeouts,
        security: SecureTransport? = nil,
        identity: ArchiveIdentity? = nil,
        capacity: ArchiveCapacity,
        logger: Logger
    ) {
        self.archive = archive
        self.peer = peer
        self.aeTitle = aeTitle
        self.timeouts = timeouts
        self.security = security
        self.identity = identity
        slots = AssociationSlots(capacity)
        self.logger = logger
    }

    /// Runs `body` in an association, when one of ours is free; says which archive and step an error befell.
    ///
    /// An archive that has no room for the association is asked once more a little later (PS3.8 §9.3.4), before `body`
    /// has run. Never to be called from within `body`: who holds one association must not wait for another.
    ///
    /// - Parameter extensions: what is proposed to service classes, such as relational queries (PS3.4 §C.5.1.1).
    func open<Result: Sendable>(
        for step: ArchiveError.Step,
        proposing contexts: [ProposedContext],
        negotiating extensions: [ExtendedNegotiation] = [],
        _ body: (Association) async throws -> Result
    ) async throws -> Result {
        do {
            do {
                return try await attempt(contexts, extensions, body)
            } catch AssociationError.rejected(let rejection) where !rejection.isPermanent {
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...120)))
                return try await attempt(contexts, extensions, isAgain: true, body)
            }
        } catch AssociationError.noContext(let service, nil) {
            throw error(step, .notOffered(service))
        } catch let failure as AssociationError {
            throw error(step, .association(failure))
        } catch let refusal as CapacityRefusal {
            throw error(step, .noCapacity(refusal))
        }
    }

    private func attempt<Result: Sendable>(
        _ contexts: [ProposedContext],
        _ extensions: [ExtendedNegotiation],
        isAgain: Bool = false,
        _ body: (Association) async throws -> Result
    ) async throws -> Result {
        let timing = Timing.current
        let queued = timing?.begin(.queue)
        defer { queued?.end() }
        return try await slots.withSlot(for: Demand.current, isAgain: isAgain) { slot in
            queued?.end()
            let stage = timing?.begin(.association)
            defer { stage?.end() }
            var options = AssociationOptions(
                timeouts: timeouts,
                extendedNegotiations: extensions,
                userIdentity: try userIdentity(),
                security: security,
                logger: logger
            )
            // One connection while the archive is left alone, and not more. One that wants TLS answers, and never is.
            options.asksTheSilentForTLS = !slots.isSuspended
            var isEstablished = false
            do {
                let result = try await Association.connect(
                    to: peer,
                    from: aeTitle,
                    proposing: contexts,
                    options: options
                ) { association in
                    isEstablished = true
                    slots.established(slot)
                    stage?.become(.archive)
                    defer { stage?.become(.association) }
                    return try await body(association)
                }
                answered()
                return result
            } catch {
                learn(from: error, isEstablished: isEstablished)
                throw error
            }
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

/// What becomes known of the archive's health.
extension ArchiveAssociations {
    /// Whether the archive is left alone, since it failed too often in a row.
    var isSuspended: Bool { slots.isSuspended }

    /// Returns when the archive is to be asked again whether it answers: after `interval`, sooner when it is left alone.
    ///
    /// - Throws: `CancellationError`.
    func probeTime(after interval: Duration) async throws { try await slots.probeTime(after: interval) }

    private func learn(from error: any Error, isEstablished: Bool) {
        switch error {
        case AssociationError.rejected(let rejection) where !rejection.isPermanent:
            logger.notice(
                "archive takes no more associations",
                metadata: ["archive": "\(archive)", "limit": "\(slots.congested())"]
            )
        case let error as AssociationError where error.isOutage(isEstablished: isEstablished):
            guard slots.failed() else { return }
            logger.warning("archive suspended", metadata: ["archive": "\(archive)", "cause": "\(error)"])
        case is CancellationError: break
        // One that was established and then broke says nothing of the next.
        case let error as AssociationError where error.isBreak: break
        default: answered()
        }
    }

    private func answered() {
        guard slots.succeeded() else { return }
        logger.notice("archive resumed", metadata: ["archive": "\(archive)"])
    }
}

extension AssociationError {
    /// Whether it shows that the archive cannot be had, rather than that it would not do something.
    fileprivate func isOutage(isEstablished: Bool) -> Bool {
        if case .timedOut = self { return true }
        return !isEstablished && isBreak
    }

    /// Whether it is the end of a connection that neither side had asked for.
    fileprivate var isBreak: Bool {
        switch self {
        case .connectionFailed, .aborted, .closed, .protocolViolation, .releasedByPeer: true
        default: false
        }
    }
}
