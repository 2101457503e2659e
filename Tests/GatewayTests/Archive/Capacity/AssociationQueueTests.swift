import Testing

@testable import Gateway

@Suite struct AssociationQueueTests {
    /// Everybody in the order in which they go.
    private static func order(_ queue: inout AssociationQueue) -> [Int] {
        var tickets: [Int] = []
        while let next = queue.takeNext() { tickets.append(next.ticket) }
        return tickets
    }

    @Test func oneClientsRequestsKeepTheirOrder() {
        var queue = AssociationQueue(maximum: 10)
        let demand = Demand(.viewer, client: "a")
        for ticket in 1...10 { _ = queue.enter(ticket, demand) }
        let order = Self.order(&queue)
        #expect(order == Array(1...10))
    }

    @Test func clientsTakeTurns() {
        var queue = AssociationQueue(maximum: 10)
        for ticket in 1...5 { _ = queue.enter(ticket, Demand(.viewer, client: "greedy")) }
        for ticket in 6...7 { _ = queue.enter(ticket, Demand(.viewer, client: "modest")) }
        let order = Self.order(&queue)
        #expect(order == [1, 6, 2, 7, 3, 4, 5])
    }

    @Test func whoComesLaterDoesNotPayForTheTurnsOfOthers() {
        var queue = AssociationQueue(maximum: 10)
        for ticket in 1...4 { _ = queue.enter(ticket, Demand(.viewer, client: "early")) }
        let first = (1...2).map { _ in queue.takeNext()?.ticket }
        #expect(first == [1, 2])
        _ = queue.enter(5, Demand(.viewer, client: "late"))
        let order = Self.order(&queue)
        #expect(order == [3, 5, 4])
    }

    @Test func viewersGoBeforeBulkButEveryNinthTurnIsBulks() {
        var queue = AssociationQueue(maximum: 100)
        for ticket in 1...3 { _ = queue.enter(ticket, Demand(.bulk)) }
        for ticket in 11...30 { _ = queue.enter(ticket, Demand(.viewer)) }
        let order = Self.order(&queue)
        #expect(order == Array(11...18) + [1] + Array(19...26) + [2] + Array(27...30) + [3])
    }

    @Test func bulkThatIsNotAdmittedIsPassedOver() {
        var queue = AssociationQueue(maximum: 10)
        _ = queue.enter(1, Demand(.bulk))
        let passed = queue.takeNext(withBulk: false)
        #expect(passed == nil)
        _ = queue.enter(2, Demand(.viewer))
        let order = [queue.takeNext(withBulk: false)?.ticket, queue.takeNext()?.ticket]
        #expect(order == [2, 1])
    }

    @Test func whoIsJoinedByAViewerWaitsWithTheViewers() {
        var queue = AssociationQueue(maximum: 10)
        let joined = Demand(.bulk, client: "a")
        _ = queue.enter(1, Demand(.bulk, client: "b"))
        _ = queue.enter(2, joined)
        joined.raise(to: .viewer)
        let order = Self.order(&queue)
        #expect(order == [2, 1])
        joined.raise(to: .bulk)
        #expect(joined.urgency == .viewer)
    }

    @Test func aProbeWaitsBehindNobodyAndAlwaysHasAPlace() {
        var queue = AssociationQueue(maximum: 1)
        let isTaken = [queue.enter(1, Demand(.viewer)), queue.enter(2, Demand(.probe))]
        #expect(isTaken == [true, true])
        let order = Self.order(&queue)
        #expect(order == [2, 1])
    }

    @Test func placesAreBoundedAndHalfOfThemAreClosedToBulk() {
        var queue = AssociationQueue(maximum: 4)
        let bulk = (1...4).map { queue.enter($0, Demand(.bulk)) }
        #expect(bulk == [true, true, false, false])
        let viewers = (5...8).map { queue.enter($0, Demand(.viewer)) }
        #expect(viewers == [true, true, false, false])
        #expect(queue.count == 4)
        let isTaken = queue.enter(9, Demand(.viewer), isFree: true)
        #expect(isTaken)
    }

    @Test func whoComesAgainGoesFirstThoughNoPlaceIsFree() {
        var queue = AssociationQueue(maximum: 2)
        for ticket in 1...2 { _ = queue.enter(ticket, Demand(.viewer)) }
        let isTaken = queue.enter(3, Demand(.viewer), isAgain: true)
        #expect(isTaken)
        let order = Self.order(&queue)
        #expect(order == [3, 1, 2])
    }

    @Test func whoGivesUpLeavesAPlace() {
        var queue = AssociationQueue(maximum: 1)
        _ = queue.enter(1, Demand(.viewer))
        let isGone = [queue.remove(1), queue.remove(1)]
        #expect(isGone == [true, false])
        let isTaken = queue.enter(2, Demand(.viewer))
        #expect(isTaken)
        let rest = queue.removeAll()
        #expect(rest == [2] && queue.count == 0)
    }

    /// Any mix of clients and classes: nobody waits for longer than the turns of all others before.
    @Test(arguments: UInt64(1)...8) func nobodyIsStarved(seed: UInt64) {
        var random = SplitMix(state: seed)
        var queue = AssociationQueue(maximum: 64)
        var entered: [Int: Int] = [:]
        var ticket = 0
        for round in 0..<1000 {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                ticket += 1
                let client = "\(Int.random(in: 1...8, using: &random))"
                let urgency: Urgency = Bool.random(using: &random) ? .viewer : .bulk
                if queue.enter(ticket, Demand(urgency, client: client)) { entered[ticket] = round }
            }
            guard let next = queue.takeNext(), let begin = entered.removeValue(forKey: next.ticket) else { continue }
            // 64 places, of which the bulk ones get every ninth turn.
            #expect(round - begin <= 64 * (AssociationQueue.viewersBeforeBulk + 1))
        }
    }
}
