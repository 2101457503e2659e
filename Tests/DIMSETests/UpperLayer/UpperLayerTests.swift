import NIOCore
import Testing

@testable import DIMSE

@Suite struct UpperLayerTests {
    @Test(arguments: [UpperLayer.Role.requestor, .acceptor], Table9_10.cells)
    func everyCellIsThatOfTheTable(role: UpperLayer.Role, cell: Table9_10.Cell) throws {
        // A state that the role never comes into is as good as any other to the table.
        var upperLayer =
            UpperLayer(role: role, in: cell.state)
            ?? UpperLayer(role: role, state: cell.state, waiting: cell.state == .sta4 ? .sample : nil)
        // The transport has one word, that it is connected: event 2 to who called, event 5 to who listened.
        guard cell.isPossible(for: role) else { return }
        guard let action = cell.action, !(cell.event == 1 && role == .acceptor) else {
            // An acceptor never calls.
            try expectNothing(of: cell, in: &upperLayer)
            return
        }
        let expected = Table9_10.effect(of: action, for: role, violation: cell.violation)
        let reaction = try upperLayer.take(event: cell.event)
        #expect(
            Table9_10.Effect(reaction, upperLayer.state) == expected,
            "\(action), event \(cell.event), \(cell.state)"
        )
    }

    /// A blank cell: the user is told so, the peer's bytes before any association close the connection.
    private func expectNothing(of cell: Table9_10.Cell, in upperLayer: inout UpperLayer) throws {
        let before = upperLayer
        switch cell.event {
        case 1, 7, 8, 9, 11, 14, 15:
            #expect(throws: UpperLayerError.notAllowed(cell.state)) { try upperLayer.take(event: cell.event) }
            #expect(upperLayer == before)
        case 2, 5, 17, 18:
            #expect(try upperLayer.take(event: cell.event) == Reaction())
            #expect(upperLayer == before)
        default:
            #expect(try upperLayer.take(event: cell.event) == Reaction(close: true))
            #expect(upperLayer.state == .sta1)
        }
    }

    @Test func theTableHasAllCells() {
        #expect(Table9_10.cells.count == 13 * 19)
        #expect(Table9_10.cells.count { $0.action != nil } == 123)
        let cells = [UpperLayer.Role.requestor, .acceptor].flatMap { role in
            Table9_10.cells.filter { $0.isPossible(for: role) }
        }
        #expect(cells.count == 494 - 26)
        print("FAULTS A5 cells=494, checked=\(cells.count), of the other role's transport=26")
        let reachable = [UpperLayer.Role.requestor, .acceptor].flatMap { role in
            UpperLayer.State.allCases.filter { UpperLayer(role: role, in: $0) != nil }
        }
        #expect(Set(reachable) == Set(UpperLayer.State.allCases))
    }

    @Test func aRequestForAnotherProtocolVersionIsRejectedByTheProvider() {
        var upperLayer = UpperLayer(role: .acceptor)
        _ = upperLayer.connected()
        var request = AssociateRequest.sample
        request.protocolVersion = 2
        #expect(
            upperLayer.receive(.associateRequest(request))
                == Reaction(send: .associateReject(.protocolVersionNotSupported), timer: .start)
        )
        #expect(upperLayer.state == .sta13)
    }

    @Test func anAbortOfThePeersProviderIsNoUsersAbort() throws {
        var upperLayer = try #require(UpperLayer(role: .requestor, in: .sta6))
        #expect(
            upperLayer.receive(.abort(.byProvider(.unexpectedPDU)))
                == Reaction(indicate: .providerAbort(.byPeer(.unexpectedPDU)), close: true)
        )
    }

    @Test func anIndicationIsNeverWritten() throws {
        for state in UpperLayer.State.allCases {
            guard var upperLayer = UpperLayer(role: .requestor, in: state) else { continue }
            #expect(throws: UpperLayerError.notAllowed(state)) {
                try upperLayer.request(.providerAbort(.connectionClosed))
            }
        }
    }
}

extension Table9_10.Cell {
    /// The transport's word is event 2 for a requestor and event 5 for an acceptor.
    fileprivate func isPossible(for role: UpperLayer.Role) -> Bool {
        switch event {
        case 2: role == .requestor
        case 5: role == .acceptor
        default: true
        }
    }

    fileprivate var violation: Abort.Reason { event == 19 ? .unrecognizedPDU : .unexpectedPDU }
}

extension UpperLayer {
    /// A machine brought into `state` by the events that lead there; nil where none do for the role.
    init?(role: Role, in state: State) {
        self.init(role: role)
        guard let events = Self.path(of: role, to: state) else { return nil }
        for event in events {
            guard (try? take(event: event)) != nil else { return nil }
        }
        guard self.state == state else { return nil }
    }

    private static func path(of role: Role, to state: State) -> [Int]? {
        switch (role, state) {
        case (_, .sta1): []
        case (.acceptor, .sta2): [5]
        case (.acceptor, .sta3): [5, 6]
        case (.requestor, .sta4): [1]
        case (.requestor, .sta5): [1, 2]
        case (.requestor, .sta6): [1, 2, 3]
        case (.acceptor, .sta6): [5, 6, 7]
        case (_, .sta7): path(of: role, to: .sta6).map { $0 + [11] }
        case (_, .sta8): path(of: role, to: .sta6).map { $0 + [12] }
        case (.requestor, .sta9), (.acceptor, .sta10): path(of: role, to: .sta7).map { $0 + [12] }
        case (.requestor, .sta11): path(of: role, to: .sta9).map { $0 + [14] }
        case (.acceptor, .sta12): path(of: role, to: .sta10).map { $0 + [13] }
        case (_, .sta13): path(of: role, to: .sta6).map { $0 + [15] }
        default: nil
        }
    }

    /// An event by its number in PS3.8 Table 9-10.
    mutating func take(event: Int) throws -> Reaction {
        switch event {
        case 1: try request(.associateRequest(.sample))
        case 2, 5: connected()
        case 3: receive(.associateAccept(.sample))
        case 4: receive(.associateReject(.noReasonGiven))
        case 6: receive(.associateRequest(.sample))
        case 7: try request(.associateAccept(.sample))
        case 8: try request(.associateReject(.noReasonGiven))
        case 9: try request(.data(.sample))
        case 10: receive(.dataTransfer(.sample))
        case 11: try request(.releaseRequest)
        case 12: receive(.releaseRequest)
        case 13: receive(.releaseResponse)
        case 14: try request(.releaseResponse)
        case 15: try request(.abort)
        case 16: receive(.abort(.byUser))
        case 17: closed()
        case 18: timedOut()
        default: violation(PDUError(.unrecognizedPDU(0xFF)))
        }
    }
}

extension PresentationDataValue {
    static let sample = PresentationDataValue(
        contextID: 1,
        isCommand: true,
        isLast: true,
        bytes: ByteBuffer(string: "data")
    )
}
