/// Who waits for an association with an archive, and whose turn it is.
///
/// Viewers go before bulk, but bulk that waits gets every ninth turn, so that it is not starved. Within a class the
/// clients take turns, and what one client asks for keeps its order.
struct AssociationQueue {
    /// Waiting clients are served in the order of their turns, as in start-time fair queueing: a client's next turn is one
    /// after its last, or now.
    private struct Place {
        let ticket: Int
        let demand: Demand
        let turn: Int
    }

    private struct Line: Hashable {
        let client: String
        let urgency: Urgency
    }

    /// So many may wait, probes and those that were here before not counted.
    private let maximum: Int
    /// Of the places, so many are open to bulk: a flood of downloads leaves room for viewers.
    private var maximumBulk: Int { (maximum + 1) / 2 }
    /// In the order in which they came.
    private var places: [Place] = []
    private var turn = 0
    private var lastTurns: [Line: Int] = [:]
    private var viewersInARow = 0

    /// After so many viewers one of those in bulk goes.
    static let viewersBeforeBulk = 8

    init(maximum: Int) {
        self.maximum = maximum
    }

    var count: Int { places.count }

    /// Takes a place, if there is one.
    ///
    /// - Parameters:
    ///   - isAgain: whether it has waited before: then it goes before all others of its urgency.
    ///   - isFree: whether nothing has to be waited for: then the number of places does not matter.
    mutating func enter(_ ticket: Int, _ demand: Demand, isAgain: Bool = false, isFree: Bool = false) -> Bool {
        let urgency = demand.urgency
        guard isAgain || isFree || hasPlace(for: urgency) else { return false }
        let line = Line(client: demand.client, urgency: urgency)
        let turn = isAgain ? 0 : max(turn, lastTurns[line] ?? 0) + 1
        if !isAgain { lastTurns[line] = turn }
        places.append(Place(ticket: ticket, demand: demand, turn: turn))
        return true
    }

    private func hasPlace(for urgency: Urgency) -> Bool {
        let bulk = waiting(.bulk)
        guard bulk + waiting(.viewer) < maximum else { return urgency == .probe }
        return urgency != .bulk || bulk < maximumBulk
    }

    /// Takes out whose turn it is.
    ///
    /// - Parameter isBulkAdmitted: false passes over bulk.
    mutating func takeNext(withBulk isBulkAdmitted: Bool = true) -> (ticket: Int, urgency: Urgency)? {
        let isBulksTurn = viewersInARow >= Self.viewersBeforeBulk
        for urgency in isBulksTurn ? [Urgency.probe, .bulk, .viewer] : [.probe, .viewer, .bulk] {
            guard isBulkAdmitted || urgency != .bulk, let index = first(urgency) else { continue }
            let place = places.remove(at: index)
            turn = max(turn, place.turn)
            count(urgency)
            forgetLines()
            return (place.ticket, urgency)
        }
        return nil
    }

    /// Takes out one that gives up.
    mutating func remove(_ ticket: Int) -> Bool {
        guard let index = places.firstIndex(where: { $0.ticket == ticket }) else { return false }
        places.remove(at: index)
        forgetLines()
        return true
    }

    /// Takes out everybody, in the order in which they came.
    mutating func removeAll() -> [Int] {
        defer {
            places = []
            forgetLines()
        }
        return places.map(\.ticket)
    }

    private func waiting(_ urgency: Urgency) -> Int {
        places.reduce(0) { $0 + ($1.demand.urgency == urgency ? 1 : 0) }
    }

    private func first(_ urgency: Urgency) -> Int? {
        places.indices.filter { places[$0].demand.urgency == urgency }
            .min { (places[$0].turn, places[$0].ticket) < (places[$1].turn, places[$1].ticket) }
    }

    /// Notes how long bulk has been passed over.
    private mutating func count(_ urgency: Urgency) {
        switch urgency {
        case .viewer: viewersInARow = waiting(.bulk) > 0 ? viewersInARow + 1 : 0
        case .bulk: viewersInARow = 0
        case .probe: break
        }
    }

    /// A line whose last turn has passed begins anew at any time: it need not be remembered.
    private mutating func forgetLines() {
        guard lastTurns.count > places.count else { return }
        lastTurns = lastTurns.filter { $0.value > turn }
    }
}
