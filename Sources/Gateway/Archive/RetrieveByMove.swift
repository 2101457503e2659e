import DICOM
import DICOMweb
import DIMSE
import Logging
import NIOConcurrencyHelpers

/// The archive that a C-MOVE is sent to, as ``MoveInbox`` has to know it.
struct MoveSource: Sendable {
    /// As configured.
    var name: String
    var aeTitle: String
    /// How long there may be no sign of life.
    var progress: Duration
    var knowledge: ArchiveKnowledge
}

/// Retrieval by C-MOVE: the archive sends the instances to our Storage SCP (PS3.4 §C.4.2).
struct RetrieveByMove: RetrieveMethod {
    /// For an archive to answer a C-CANCEL, after which the association is aborted.
    static let cancelGrace = Duration.seconds(1)

    let associations: ArchiveAssociations
    let source: MoveSource
    let inbox: MoveInbox
    /// What is there already, and is not asked for again.
    var arrived: Set<UID> = []

    func bring(
        _ list: [ListedInstance],
        of scope: Scope,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        let held = NIOLockedValueBox(arrived)
        let keep: @Sendable (IncomingInstance) async throws -> Void = { incoming in
            let instance = incoming.instance
            try await deliver(incoming)
            held.withLockedValue { _ = $0.insert(instance) }
        }
        var before = arrived
        for round in 1... {
            do {
                for step in MovePlan(scope, of: list, without: before).steps {
                    try await move(step, deliver: keep)
                }
                return
            } catch let error as ArchiveError where error.isPartial && round < Self.rounds {
                let now = held.withLockedValue { $0 }
                guard now.count > before.count else { throw error }
                inbox.logger.notice(
                    "asking again for what did not come",
                    metadata: ["archive": "\(source.name)", "missing": "\(list.count - now.count)"]
                )
                before = now
            }
        }
    }

    /// How often what did not come is asked for, as long as each time some of it comes: archives give up a C-MOVE for one
    /// instance or one association that failed, and for want of resources.
    private static let rounds = 3

    /// One C-MOVE, from the slot for its association until everything is there or will not come.
    private func move(
        _ step: MovePlan.Step,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        let (id, destination, messageID) = inbox.expect(step.instances, of: source, deliver: deliver)
        defer { inbox.forget(id) }
        let request = Request(
            id: id,
            sopClass: source.knowledge.profile.model.moveClass,
            identifier: step.identifier(for: source.knowledge),
            destination: destination,
            messageID: messageID
        )
        // Not a child, since a C-MOVE whose client has left must not just break off: the archive is to be told first.
        // Its end is awaited here in any case.
        let errand = Task(executorPreference: globalConcurrentExecutor) { try await perform(request) }
        try await withTaskCancellationHandler {
            try await errand.value
        } onCancel: {
            inbox.stop(id, CancellationError())
        }
    }

    private struct Request: Sendable {
        let id: ExpectedMoves.ID
        let sopClass: UID
        let identifier: DataSet
        let destination: String
        let messageID: UInt16
    }

    /// The dialogue with the archive, and beside it the watch over what arrives, which decides.
    private func perform(_ request: Request) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await converse(request) }
            do {
                try await watch(request.id)
            } catch {
                group.cancelAll()
                throw error
            }
            // Where the final response never came there is nothing to wait for.
            if !inbox.hasEnded(request.id) { group.cancelAll() }
        }
    }

    private func converse(_ request: Request) async {
        let service = ProposedContext(request.sopClass, [.explicitVRLittleEndian, .implicitVRLittleEndian])
        do {
            try await associations.open(for: .retrieve, proposing: [service]) { association in
                let watchdog = association.progress
                let outcome = try await association.move(
                    request.sopClass,
                    request.identifier,
                    to: request.destination,
                    messageID: request.messageID,
                    onProgress: { inbox.pending(request.id, $0) },
                    whenSent: { inbox.asked(request.id, $0) { watchdog.restart() } }
                )
                inbox.ended(request.id, .response(outcome))
            }
        } catch {
            inbox.ended(request.id, .broken(error))
        }
    }

    /// Returns when everything is there.
    private func watch(_ id: ExpectedMoves.ID) async throws {
        while true {
            let changed = inbox.subscribe(id)
            switch inbox.verdict(id) {
            case .complete: return
            case .wait(let limit): await wait(changed, until: limit)
            case .failed(let error): throw error
            case .stop(let error):
                await cancel(id)
                throw error
            }
        }
    }

    /// C-CANCEL, and a little time for the final response; nothing when there is no C-MOVE to cancel.
    private func cancel(_ id: ExpectedMoves.ID) async {
        guard let canceller = inbox.canceller(id) else { return }
        // One that cannot be sent is followed by an abort all the same.
        try? await canceller.cancel()
        let limit = ContinuousClock.now + Self.cancelGrace
        while !inbox.hasEnded(id), ContinuousClock.now < limit {
            let changed = inbox.subscribe(id)
            guard !inbox.hasEnded(id) else { return }
            await wait(changed, until: limit)
        }
    }

    /// Returns at a change, or when the time has come.
    private func wait(_ changed: Signal.Wait?, until limit: ContinuousClock.Instant?) async {
        await withTaskGroup { group in
            // Either ends by being cancelled when the other is first.
            if let changed { group.addTask { try? await changed() } }
            if let limit { group.addTask { try? await Task.sleep(until: limit) } }
            await group.next()
            group.cancelAll()
        }
    }
}

extension ArchiveError {
    /// True when the archive did its part but for some instances.
    fileprivate var isPartial: Bool {
        switch cause {
        case .incomplete, .status(.cannotPerformSubOperations, _): true
        default: false
        }
    }
}
