import NIOCore
import Testing

@testable import DIMSE

/// Two machines talk in memory, all they say going through the codec.
@Suite struct TwoUpperLayersTests {
    @Test func anAssociationIsMadeUsedAndReleased() throws {
        var pair = try Pair.associated()
        try pair.requestor.request(.data(.sample))
        pair.exchange()
        #expect(pair.acceptor.heard == [.data(.sample)])
        try pair.acceptor.request(.data(.sample))
        pair.exchange()
        #expect(pair.requestor.heard == [.data(.sample)])

        try pair.requestor.request(.releaseRequest)
        pair.exchange()
        #expect(pair.acceptor.heard.last == .releaseRequest)
        try pair.acceptor.request(.data(.sample))  // AR-7: what is under way may still be said
        try pair.acceptor.request(.releaseResponse)
        pair.exchange()
        #expect(pair.requestor.heard.suffix(2) == [.data(.sample), .releaseResponse])
        #expect(pair.requestor.isClosed)
        #expect(pair.states == [.sta1, .sta1])
    }

    @Test func aRejectedRequestorClosesTheConnection() throws {
        var pair = try Pair.called()
        try pair.acceptor.request(.associateReject(.calledAETitleNotRecognized))
        pair.exchange()
        #expect(pair.requestor.heard == [.associateReject(.calledAETitleNotRecognized)])
        #expect(pair.states == [.sta1, .sta1])
    }

    @Test(arguments: [true, false])
    func anAbortIsHeardAndAnsweredByClosing(requestorAborts: Bool) throws {
        var pair = try Pair.associated()
        if requestorAborts {
            try pair.requestor.request(.abort)
            pair.exchange()
            #expect(pair.acceptor.heard == [.abort])
        } else {
            try pair.acceptor.request(.abort)
            pair.exchange()
            #expect(pair.requestor.heard == [.abort])
        }
        #expect(pair.states == [.sta1, .sta1])
    }

    @Test func aReleaseCollisionIsResolvedByTheRequestorAnsweringFirst() throws {
        var pair = try Pair.associated()
        try pair.requestor.request(.releaseRequest)
        try pair.acceptor.request(.releaseRequest)
        pair.exchange()
        #expect(pair.states == [.sta9, .sta10])
        #expect(pair.requestor.heard == [.releaseRequest])
        #expect(pair.acceptor.heard == [.releaseRequest])
        #expect(throws: UpperLayerError.notAllowed(.sta10)) { try pair.acceptor.request(.releaseResponse) }

        try pair.requestor.request(.releaseResponse)
        pair.exchange()
        #expect(pair.states == [.sta11, .sta12])
        #expect(pair.acceptor.heard.last == .releaseResponse)

        try pair.acceptor.request(.releaseResponse)
        pair.exchange()
        #expect(pair.requestor.heard.last == .releaseResponse)
        #expect(pair.states == [.sta1, .sta1])
    }

    @Test func aConnectionLostIsAnAbortOfTheProvider() throws {
        var pair = try Pair.associated()
        pair.requestor.isClosed = true
        pair.exchange()
        #expect(pair.acceptor.heard == [.providerAbort(.connectionClosed)])
    }

    @Test func aSecondRequestAbortsTheAssociation() throws {
        var pair = try Pair.associated()
        pair.requestor.sent.writeImmutableBuffer(try PDU.associateRequest(.sample).encoded())
        pair.exchange()
        #expect(pair.acceptor.heard == [.providerAbort(.byProtocolViolation(.unexpectedPDU))])
        #expect(pair.requestor.heard == [.providerAbort(.byPeer(.unexpectedPDU))])
        #expect(pair.states == [.sta1, .sta1])
    }
}

/// One side: a machine, its decoder, and what it said and heard.
private struct Side {
    var upperLayer: UpperLayer
    var decoder = PDUDecoder(maximumLength: 0)
    var sent = ByteBuffer()
    var heard: [Primitive] = []
    var isClosed = false

    init(_ role: UpperLayer.Role) {
        upperLayer = UpperLayer(role: role)
    }

    mutating func request(_ primitive: Primitive) throws {
        perform(try upperLayer.request(primitive))
    }

    mutating func perform(_ reaction: Reaction) {
        if reaction.connect { perform(upperLayer.connected()) }
        if let pdu = reaction.send, let bytes = try? pdu.encoded() { sent.writeImmutableBuffer(bytes) }
        if let primitive = reaction.indicate { heard.append(primitive) }
        if reaction.close { isClosed = true }
    }

    mutating func receive(_ bytes: ByteBuffer) {
        decoder.feed(bytes)
        do {
            while let pdu = try decoder.next() { perform(upperLayer.receive(pdu)) }
        } catch {
            perform(upperLayer.violation(error))
        }
    }
}

private struct Pair {
    var requestor = Side(.requestor)
    var acceptor = Side(.acceptor)

    var states: [UpperLayer.State] { [requestor.upperLayer.state, acceptor.upperLayer.state] }

    /// Carries bytes to and fro until there are none, then the news of a closed connection.
    mutating func exchange() {
        while requestor.sent.readableBytes + acceptor.sent.readableBytes > 0 {
            let (toAcceptor, toRequestor) = (requestor.sent, acceptor.sent)
            requestor.sent.clear()
            acceptor.sent.clear()
            if !acceptor.isClosed { acceptor.receive(toAcceptor) }
            if !requestor.isClosed { requestor.receive(toRequestor) }
        }
        if requestor.isClosed || acceptor.isClosed {
            requestor.perform(requestor.upperLayer.closed())
            acceptor.perform(acceptor.upperLayer.closed())
        }
    }

    /// The acceptor has heard the request.
    static func called() throws -> Pair {
        var pair = Pair()
        pair.acceptor.perform(pair.acceptor.upperLayer.connected())
        try pair.requestor.request(.associateRequest(.sample))
        pair.exchange()
        #expect(pair.acceptor.heard == [.associateRequest(.sample)])
        pair.acceptor.heard = []
        return pair
    }

    static func associated() throws -> Pair {
        var pair = try called()
        try pair.acceptor.request(.associateAccept(.sample))
        pair.exchange()
        #expect(pair.requestor.heard == [.associateAccept(.sample)])
        pair.requestor.heard = []
        #expect(pair.states == [.sta6, .sta6])
        return pair
    }
}
