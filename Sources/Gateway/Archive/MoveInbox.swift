import DICOM
import DIMSE
package import Logging
import NIOConcurrencyHelpers

/// Where C-MOVEs wait for their instances, and our Storage SCP brings those that arrive.
///
/// A lock guards it: each piece of each instance is a sign of life, and what it says is needed where nothing can be
/// awaited.
package final class MoveInbox: Sendable {
    /// Takes one instance, on the task of the association that it comes on; several may run at once.
    typealias Deliver = @Sendable (IncomingInstance) async throws -> Void

    /// Why an instance in the middle is not taken any more.
    enum Ended: Error { case ended }

    struct Counts: Hashable, Sendable {
        /// Instances that were taken.
        var taken = 0
        /// Instances that no C-MOVE expected.
        var refused = 0
    }

    fileprivate struct Waiting {
        let deliver: Deliver
        let changed = Signal()
        let knowledge: ArchiveKnowledge
        var restartWatchdog: (@Sendable () -> Void)?
        var canceller: RetrievalCanceller?
        /// Of the instances that are arriving.
        var connections: [Int: Connection] = [:]
    }

    fileprivate struct State {
        var moves: ExpectedMoves
        var waiting: [ExpectedMoves.ID: Waiting] = [:]
        var counts = Counts()
        var lastArrival = 0
        /// When each destination was last chosen.
        var uses: [String: Int] = [:]
    }

    /// How we call ourselves in the C-MOVE.
    let aeTitle: String
    /// The AE titles to which archives may send; never empty.
    let destinations: [String]
    let grace: Duration
    private let state: NIOLockedValueBox<State>
    private let logger: Logger

    /// - Parameters:
    ///   - aeTitle: how we call ourselves.
    ///   - destinations: our AE titles to which archives send, if they are not that one.
    ///   - archiveTitles: those of all archives.
    ///   - grace: how long after the end of a C-MOVE instances may be on their way.
    package init(
        aeTitle: String,
        destinations: [String] = [],
        archiveTitles: [String],
        grace: Duration = .seconds(5),
        logger: Logger
    ) {
        self.aeTitle = aeTitle
        self.destinations = destinations.isEmpty ? [aeTitle] : destinations
        self.grace = grace
        self.logger = logger
        state = NIOLockedValueBox(
            State(moves: ExpectedMoves(aeTitle: aeTitle, archiveTitles: archiveTitles))
        )
    }

    var counts: Counts { state.withLockedValue { $0.counts } }
}

// The retrieval's side.
extension MoveInbox {
    /// Makes ready for what a C-MOVE will bring, before it is asked for.
    ///
    /// Its destination is the one to which the fewest C-MOVEs run, so that each has its own as long as there are enough.
    func expect(
        _ instances: Set<UID>,
        of archive: MoveSource,
        deliver: @escaping Deliver
    ) -> (id: ExpectedMoves.ID, destination: String, messageID: UInt16) {
        state.withLockedValue { state in
            let destination = state.chooseDestination(among: destinations)
            var messageID = MessageID.next()
            while state.moves.isTaken(messageID) { messageID = MessageID.next() }
            let move = ExpectedMove(
                archive: archive.name,
                archiveTitle: archive.aeTitle,
                destination: destination,
                messageID: messageID,
                expected: instances,
                patience: ExpectedMove.Patience(progress: archive.progress, grace: grace)
            )
            let id = state.moves.add(move)
            state.waiting[id] = Waiting(deliver: deliver, knowledge: archive.knowledge)
            return (id, destination, messageID)
        }
    }

    /// The request is sent.
    ///
    /// - Parameter restartWatchdog: told of each sign of life.
    func asked(
        _ id: ExpectedMoves.ID,
        _ canceller: RetrievalCanceller,
        restartWatchdog: @escaping @Sendable () -> Void
    ) {
        change(id) { $0.asked(at: .now) }
        state.withLockedValue {
            $0.waiting[id]?.canceller = canceller
            $0.waiting[id]?.restartWatchdog = restartWatchdog
        }
    }

    /// For the log.
    func tellAgain(of archive: String, missing: Int) {
        logger.notice(
            "asking again for what did not come",
            metadata: ["archive": "\(archive)", "missing": "\(missing)"]
        )
    }

    func pending(_ id: ExpectedMoves.ID, _ numbers: SubOperations) {
        state.withLockedValue { $0.moves.change(id) { $0.pending(numbers, at: .now) } }
    }

    func ended(_ id: ExpectedMoves.ID, _ ending: ExpectedMove.Ending) {
        change(id) { $0.ended(ending, at: .now) }
    }

    /// Nothing more of it is wanted: what arrives from now on is refused, and what is arriving is broken off.
    func stop(_ id: ExpectedMoves.ID, _ reason: any Error) {
        change(id) { $0.stop(reason) }
    }

    /// Forgets the C-MOVE, and ends the associations on which something of it is still arriving.
    func forget(_ id: ExpectedMoves.ID) {
        let connections = state.withLockedValue { state in
            state.moves.remove(id, at: .now)
            return state.waiting.removeValue(forKey: id)?.connections ?? [:]
        }
        for connection in connections.values {
            connection.abort(Ended.ended)
        }
    }

    func verdict(_ id: ExpectedMoves.ID) -> ExpectedMove.Verdict {
        state.withLockedValue { $0.moves[id]?.verdict(at: .now) } ?? .failed(CancellationError())
    }

    func hasEnded(_ id: ExpectedMoves.ID) -> Bool { state.withLockedValue { $0.moves[id]?.ending != nil } }

    /// What cancels the C-MOVE; nil before it is sent, and after its end.
    func canceller(_ id: ExpectedMoves.ID) -> RetrievalCanceller? {
        state.withLockedValue { $0.moves[id]?.ending == nil ? $0.waiting[id]?.canceller : nil }
    }

    /// Waits for a change of the verdict after this call.
    func subscribe(_ id: ExpectedMoves.ID) -> Signal.Wait? {
        state.withLockedValue { $0.waiting[id]?.changed }?.subscribe()
    }

    private func change(_ id: ExpectedMoves.ID, _ change: (inout ExpectedMove) -> Void) {
        let changed = state.withLockedValue { state in
            state.moves.change(id, change)
            return state.waiting[id]?.changed
        }
        changed?.fire()
    }
}

// The Storage SCP's side.
extension MoveInbox {
    fileprivate struct Place {
        let move: ExpectedMoves.ID
        let arrival: Int
        let deliver: Deliver
    }

    /// Hands an instance to the C-MOVE that expects it; when this returns it is kept.
    ///
    /// - Throws: ``ServiceFailure`` `notAuthorized` for what nobody expects; why it could not be taken.
    func take(_ arrival: Arrival, from caller: Caller) async throws -> Status {
        let origin = StoreOrigin(
            calledTitle: caller.calledAETitle,
            callingTitle: caller.callingAETitle,
            originator: arrival.moveOriginator,
            instance: arrival.sopInstanceUID
        )
        let place: Place
        do {
            place = try begin(origin, arrival.connection)
        } catch {
            refuse(error, caller)
            throw ServiceFailure(.notAuthorized, comment: "no C-MOVE expects it")
        }
        var isWhole = true
        let incoming = IncomingInstance(
            sopClass: arrival.sopClassUID,
            instance: arrival.sopInstanceUID,
            transferSyntax: arrival.transferSyntax
        ) {
            do {
                let piece = try await arrival.next()
                try self.sign(place.move)
                return piece
            } catch {
                isWhole = false
                throw error
            }
        }
        do {
            try await place.deliver(incoming)
            end(place, origin.instance, hasArrived: true)
            return .success
        } catch {
            // What breaks off may come again; what cannot be taken ends the retrieval.
            end(place, origin.instance, hasArrived: false, failure: isWhole ? error : nil)
            throw ServiceFailure(error is SpoolError ? .outOfResources : .processingFailure)
        }
    }

    private func begin(_ store: StoreOrigin, _ connection: Connection) throws(ExpectedMoves.Refusal) -> Place {
        let begun: Result<Place, ExpectedMoves.Refusal> = state.withLockedValue { state in
            do throws(ExpectedMoves.Refusal) {
                return .success(try state.begin(store, connection))
            } catch {
                state.counts.refused += 1
                return .failure(error)
            }
        }
        return try begun.get()
    }

    /// A sign of life.
    private func sign(_ id: ExpectedMoves.ID) throws {
        let restart = try state.withLockedValue { state in
            guard let waiting = state.waiting[id], state.moves[id]?.isOpen ?? false else { throw Ended.ended }
            state.moves.change(id) { $0.sign(at: .now) }
            return waiting.restartWatchdog
        }
        restart?()
    }

    private func end(_ place: Place, _ instance: UID, hasArrived: Bool, failure: (any Error)? = nil) {
        let changed: Signal? = state.withLockedValue { state in
            state.waiting[place.move]?.connections[place.arrival] = nil
            if hasArrived { state.counts.taken += 1 }
            state.moves.change(place.move) { move in
                move.end(instance, hasArrived: hasArrived, at: .now)
                if let failure { move.stop(failure) }
            }
            guard let move = state.moves[place.move] else { return nil }
            let isNews = failure != nil || move.isComplete || move.ending != nil
            return isNews ? state.waiting[place.move]?.changed : nil
        }
        changed?.fire()
    }

    /// Told once in a while: an archive that sends what nobody asked for sends a lot of it.
    private func refuse(_ refusal: ExpectedMoves.Refusal, _ caller: Caller) {
        let count = counts.refused
        guard count.nonzeroBitCount == 1 else { return }
        logger.warning(
            "instance refused",
            metadata: [
                "calling": "\(caller.callingAETitle)", "address": "\(caller.address ?? "")",
                "reason": "\(refusal.rawValue)", "total": "\(count)",
            ]
        )
    }
}

extension MoveInbox.State {
    fileprivate mutating func chooseDestination(among titles: [String]) -> String {
        let ranked = titles.min { left, right in
            (moves.count(to: left), uses[left] ?? 0) < (moves.count(to: right), uses[right] ?? 0)
        }
        let title = ranked ?? ""
        uses[title] = (uses.values.max() ?? 0) + 1
        return title
    }
}

extension MoveInbox.State {
    fileprivate mutating func begin(
        _ store: StoreOrigin,
        _ connection: Connection
    ) throws(ExpectedMoves.Refusal) -> MoveInbox.Place {
        let id = try moves.begin(store, at: .now)
        guard let deliver = waiting[id]?.deliver else { throw .unexpected }
        lastArrival += 1
        waiting[id]?.connections[lastArrival] = connection
        if let archive = moves[id]?.archive, let names = moves.namesOriginator[archive] {
            waiting[id]?.knowledge.learn { $0.namesMoveOriginator = names }
        }
        return MoveInbox.Place(move: id, arrival: lastArrival, deliver: deliver)
    }
}
