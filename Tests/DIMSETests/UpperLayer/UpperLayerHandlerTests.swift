import NIOCore
import NIOEmbedded
import Testing

@testable import DIMSE

@Suite struct UpperLayerHandlerTests {
    @Test func aRequestorSaysWhatItIsAskedAndHearsTheAnswer() throws {
        let channel = try EmbeddedChannel.upperLayer(.requestor)
        try channel.writeOutbound(Primitive.associateRequest(.sample))
        #expect(try channel.sentPDUs() == [.associateRequest(.sample)])
        try channel.receive(.associateAccept(.sample))
        #expect(try channel.readInbound(as: Primitive.self) == .associateAccept(.sample))
        #expect(try channel.state == .sta6)
    }

    @Test func aRequestorWhoseConnectionComesLaterSaysItThen() throws {
        let channel = EmbeddedChannel(handler: UpperLayerHandler(role: .requestor))
        try channel.writeOutbound(Primitive.associateRequest(.sample))
        #expect(try channel.state == .sta4)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 104)).wait()
        #expect(try channel.sentPDUs() == [.associateRequest(.sample)])
    }

    @Test func dataIsCutToWhatThePeerTakes() throws {
        let channel = try EmbeddedChannel.associated(peerMaximumLength: 106)
        let bytes = ByteBuffer(bytes: (0..<250).map { UInt8($0) })
        try channel.writeOutbound(
            Primitive.data(.init(contextID: 1, isCommand: false, isLast: true, bytes: bytes))
        )
        let values = try channel.sentPDUs().compactMap { pdu in
            if case .dataTransfer(let value) = pdu { value } else { nil }
        }
        #expect(values.map(\.bytes.readableBytes) == [100, 100, 50])
        #expect(values.map(\.isLast) == [false, false, true])
        #expect(values.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1.bytes) } == bytes)
    }

    @Test func dataThatFitsExactlyIsOnePDU() throws {
        let channel = try EmbeddedChannel.associated(peerMaximumLength: 106)
        let value = PresentationDataValue(
            contextID: 1,
            isCommand: false,
            isLast: true,
            bytes: ByteBuffer(repeating: 1, count: 100)
        )
        try channel.writeOutbound(Primitive.data(value))
        #expect(try channel.sentPDUs() == [.dataTransfer(value)])
    }

    @Test func anEmptyLastPieceIsSent() throws {
        let channel = try EmbeddedChannel.associated()
        let value = PresentationDataValue(contextID: 1, isCommand: false, isLast: true, bytes: ByteBuffer())
        try channel.writeOutbound(Primitive.data(value))
        #expect(try channel.sentPDUs() == [.dataTransfer(value)])
    }

    @Test func aPeerThatTakesNoDataIsAnErrorOfTheWrite() throws {
        let channel = try EmbeddedChannel.associated(peerMaximumLength: 6)
        #expect(throws: UpperLayerError.maximumLengthTooSmall(6)) {
            try channel.writeOutbound(Primitive.data(.sample))
        }
    }

    @Test func whatTheStateForbidsIsAnErrorOfTheWrite() throws {
        let channel = try EmbeddedChannel.associated()
        #expect(throws: UpperLayerError.notAllowed(.sta6)) {
            try channel.writeOutbound(Primitive.releaseResponse)
        }
        #expect(channel.isActive)
    }

    @Test func aRequestThatCannotBeWrittenClosesTheConnection() throws {
        let channel = try EmbeddedChannel.upperLayer(.requestor)
        var request = AssociateRequest.sample
        request.callingAETitle = ""
        #expect(throws: UpperLayerError.invalid(PDUError(.invalidAETitle, in: .associateRequest))) {
            try channel.writeOutbound(Primitive.associateRequest(request))
        }
        #expect(!channel.isActive)
    }

    @Test func dataLongerThanWasAdvertisedIsAbortedWithInvalidValue() throws {
        let channel = try EmbeddedChannel.associated()
        try channel.writeInbound(ByteBuffer(hex: "04 00 00040001"))
        #expect(try channel.sentPDUs() == [.abort(.byProvider(.invalidParameterValue))])
        #expect(
            try channel.readInbound(as: Primitive.self) == .providerAbort(.byProtocolViolation(.invalidParameterValue))
        )
        #expect(!channel.isActive)
    }

    @Test func whoSpeaksHTTPIsShownTheDoor() throws {
        let channel = try EmbeddedChannel.upperLayer(.acceptor)
        try channel.writeInbound(ByteBuffer(string: "GET / HTTP/1.1\r\n\r\n"))
        #expect(try channel.sentPDUs() == [.abort(.byUser)])
        #expect(!channel.isActive)
    }

    @Test func whoSpeaksTLSIsShownTheDoorAndNamed() throws {
        let channel = try EmbeddedChannel.upperLayer(.acceptor)
        #expect(throws: AssociationError.secureTransport(.unexpected)) {
            try channel.writeInbound(ByteBuffer(hex: "16 03 01"))
        }
        #expect(try channel.sentPDUs() == [.abort(.byUser)])
        #expect(!channel.isActive)
    }
}

/// The end of a connection, and ARTIM.
extension UpperLayerHandlerTests {
    @Test func aConnectionThatClosesIsAnIndication() throws {
        let channel = try EmbeddedChannel.associated()
        channel.pipeline.fireChannelInactive()
        #expect(try channel.readInbound(as: Primitive.self) == .providerAbort(.connectionClosed))
    }

    @Test func aPieceUnderWayIsDeliveredBeforeTheNewsThatTheConnectionClosed() throws {
        let channel = try EmbeddedChannel.associated()
        let part = PresentationDataValue(
            contextID: 1,
            isCommand: false,
            isLast: false,
            bytes: ByteBuffer(string: "part")
        )
        try channel.receive(.dataTransfer(part))
        #expect(try channel.readInbound(as: Primitive.self) == nil)
        channel.pipeline.fireChannelInactive()
        #expect(try channel.readInbound(as: Primitive.self) == .data(part))
        #expect(try channel.readInbound(as: Primitive.self) == .providerAbort(.connectionClosed))
    }

    @Test func whereverTheConnectionClosesTheLastWordIsThatItDid() throws {
        let parts: [PDU] = [
            .associateAccept(.sample), .dataTransfer(.sample), .dataTransfer(.sample), .releaseRequest,
        ]
        let all = try parts.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer(try $1.encoded()) }
        for length in 0...all.readableBytes {
            let channel = try EmbeddedChannel.upperLayer(.requestor)
            try channel.writeOutbound(Primitive.associateRequest(.sample))
            try channel.writeInbound(try #require(all.getSlice(at: 0, length: length)))
            channel.pipeline.fireChannelInactive()
            var last: Primitive?
            while let primitive = try channel.readInbound(as: Primitive.self) { last = primitive }
            #expect(last == .providerAbort(.connectionClosed), "after \(length) bytes")
        }
    }

    @Test func aResetIsAClosedConnection() throws {
        let channel = try EmbeddedChannel.associated()
        channel.pipeline.fireErrorCaught(IOError(errnoCode: 104, reason: "read"))
        #expect(!channel.isActive)
        #expect(try channel.readInbound(as: Primitive.self) == .providerAbort(.connectionClosed))
    }

    @Test func aPieceOfASlowPeerIsDeliveredWhenItIsOld() throws {
        let channel = try EmbeddedChannel.associated()
        let part = PresentationDataValue(
            contextID: 1,
            isCommand: false,
            isLast: false,
            bytes: ByteBuffer(string: "ab")
        )
        try channel.receive(.dataTransfer(part))
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(100))
        try channel.receive(.dataTransfer(part))
        guard case .data(let piece)? = try channel.readInbound(as: Primitive.self) else {
            Issue.record("no piece")
            return
        }
        #expect(piece.bytes == ByteBuffer(string: "abab"))
    }

    @Test func whoCallsAndSaysNothingIsDisconnectedByARTIM() throws {
        let channel = try EmbeddedChannel.upperLayer(.acceptor)
        let request = try PDU.associateRequest(.sample).encoded()
        try channel.writeInbound(request.getSlice(at: 0, length: 50) ?? ByteBuffer())
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(4_999))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(!channel.isActive)
        #expect(try channel.sentPDUs() == [])
    }

    @Test func aWholeRequestStopsARTIM() throws {
        let channel = try EmbeddedChannel.upperLayer(.acceptor)
        try channel.receive(.associateRequest(.sample))
        #expect(try channel.readInbound(as: Primitive.self) == .associateRequest(.sample))
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
    }

    @Test func aPeerThatDoesNotCloseAfterARejectionIsDisconnectedByARTIM() throws {
        let channel = try EmbeddedChannel.upperLayer(.acceptor)
        try channel.receive(.associateRequest(.sample))
        try channel.writeOutbound(Primitive.associateReject(.temporaryCongestion))
        #expect(try channel.sentPDUs() == [.associateReject(.temporaryCongestion)])
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(5))
        #expect(!channel.isActive)
    }

    @Test func aConfirmedReleaseClosesTheConnection() throws {
        let channel = try EmbeddedChannel.associated()
        try channel.writeOutbound(Primitive.releaseRequest)
        try channel.receive(.releaseResponse)
        #expect(try channel.readInbound(as: Primitive.self) == .releaseResponse)
        #expect(!channel.isActive)
        #expect(try channel.readInbound(as: Primitive.self) == nil)
    }
}

extension EmbeddedChannel {
    /// A connected channel whose ARTIM runs five seconds.
    fileprivate static func upperLayer(_ role: UpperLayer.Role) throws -> EmbeddedChannel {
        var configuration = UpperLayerConfiguration()
        configuration.artim = .seconds(5)
        let channel = EmbeddedChannel(handler: UpperLayerHandler(role: role, configuration: configuration))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 104)).wait()
        return channel
    }

    /// A requestor's channel in Sta6.
    fileprivate static func associated(peerMaximumLength: UInt32 = 16384) throws -> EmbeddedChannel {
        let channel = try upperLayer(.requestor)
        try channel.writeOutbound(Primitive.associateRequest(.sample))
        var accept = AssociateAccept.sample
        accept.userInformation.maximumLength = peerMaximumLength
        try channel.receive(.associateAccept(accept))
        _ = try (channel.sentPDUs(), channel.readInbound(as: Primitive.self))
        return channel
    }

    fileprivate var state: UpperLayer.State {
        get throws { try pipeline.syncOperations.handler(type: UpperLayerHandler.self).state }
    }

    fileprivate func receive(_ pdu: PDU) throws {
        try writeInbound(try pdu.encoded())
    }

    fileprivate func sentPDUs() throws -> [PDU] {
        var sent: [ByteBuffer] = []
        while let bytes = try readOutbound(as: ByteBuffer.self) { sent.append(bytes) }
        return try decoded(sent)
    }
}
