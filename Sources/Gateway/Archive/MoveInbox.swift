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

    struct Waiting {
        let deliver: Deliver
        let changed = Signal()
        let knowledge: ArchiveKnowledge
        var restartWatchdog: (@Sendable () -> Void)?
        var canceller: RetrievalCanceller?
        /// Of the instances that are arriving.
        var connections: [Int: Connection] = [:]
    }

    struct State {
        var moves: ExpectedMoves
        var waiting: [ExpectedMoves.ID: Waiting] = [:]
        /// Instances that no C-MOVE expected.
        var refused = 0
        var lastArrival = 0
        /// When each destination was last chosen.
        var uses: [String: Int] = [:]
    }

    /// How we call ourselves in the C-MOVE.
    let aeTitle: String
    /// The AE titles to which archives may send; never empty.
    let destinations: [String]
    let grace: Duration
    let state: NIOLockedValueBox<State>
    let logger: Logger

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
