import DICOM
import DIMSE
import Logging
import NIOConcurrencyHelpers

/// The Storage SCP's side.
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
                state.refused += 1
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
        let count = state.withLockedValue { $0.refused }
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
