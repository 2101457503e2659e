import NIOCore
import NIOPosix
import Testing

@testable import DIMSE

/// Over loopback sockets.
@Suite(.timeLimit(.minutes(1))) struct UpperLayerChannelTests {
    @Test func anAssociationOverASocket() async throws {
        try await withAssociation { requestor, acceptor in
            try await requestor.send(.data(.sample))
            #expect(try await acceptor.next() == .data(.sample))
            try await acceptor.send(.data(.sample))
            #expect(try await requestor.next() == .data(.sample))
            try await requestor.send(.releaseRequest)
            #expect(try await acceptor.next() == .releaseRequest)
            try await acceptor.send(.releaseResponse)
            #expect(try await requestor.next() == .releaseResponse)
            #expect(try await requestor.next() == nil)
            #expect(try await acceptor.next() == nil)
        }
    }

    @Test func muchDataArrivesWholeInLargePieces() async throws {
        try await withAssociation { requestor, acceptor in
            let count = 3 << 20
            let sent = ByteBuffer(bytes: (0..<count).lazy.map { UInt8(truncatingIfNeeded: $0 &* 31 &>> 3) })
            let sender = requestor.upperLayer
            let last = PresentationDataValue(contextID: 1, isCommand: false, isLast: true, bytes: sent)
            async let sending: Void = sender.channel.writeAndFlush(Primitive.data(last))
            var received = ByteBuffer()
            var pieces = 0
            while case .data(let value)? = try await acceptor.next() {
                received.writeImmutableBuffer(value.bytes)
                pieces += 1
                if value.isLast { break }
            }
            try await sending
            #expect(received == sent)
            #expect(pieces < 100)
        }
    }

    @Test func aPeerThatVanishesIsNoticedThoughNobodyWrites() async throws {
        try await withAssociation { requestor, acceptor in
            try await requestor.channel.close()
            #expect(try await acceptor.next() == .providerAbort(.connectionClosed))
            #expect(try await acceptor.next() == nil)
        }
    }

    @Test func aResetIsAConnectionThatClosed() async throws {
        try await withAssociation { requestor, acceptor in
            let socket = try #require(requestor.channel as? any SocketOptionProvider)
            try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
            try await requestor.channel.close()
            #expect(try await acceptor.next() == .providerAbort(.connectionClosed))
            #expect(try await acceptor.next() == nil)
        }
    }

    @Test func whoSpeaksHTTPIsAnsweredByAnAbortAndDisconnected() async throws {
        let server = try await UpperLayerConfiguration.default.bind(host: "127.0.0.1", port: 0)
        try await server.executeThenClose { connections in
            let port = try #require(server.channel.localAddress?.port)
            let browser = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            var iterator = connections.makeAsyncIterator()
            let called = try #require(await iterator.next())
            let start = ContinuousClock.now
            try await browser.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                var answer = ByteBuffer()
                for try await bytes in inbound { answer.writeImmutableBuffer(bytes) }
                #expect(answer == (try PDU.abort(.byUser).encoded()))
            }
            #expect(ContinuousClock.now - start < .seconds(1))
            try await called.executeThenClose { inbound, _ in
                for try await primitive in inbound { Issue.record("unexpected \(primitive)") }
            }
        }
    }

    /// NIO's writer traps when it is let go unfinished.
    @Test func connectionsThatNobodyTakesDoNoHarm() async throws {
        let server = try await UpperLayerConfiguration.default.bind(host: "127.0.0.1", port: 0)
        let port = try #require(server.channel.localAddress?.port)
        try await server.executeThenClose { _ in
            for _ in 0..<5 {
                let channel = try await UpperLayerConfiguration.default.connect(
                    host: "127.0.0.1",
                    port: port,
                    timeout: .seconds(5)
                )
                try await channel.executeThenClose { _, _ in }
            }
        }
    }

    @Test func aRefusedConnectionIsAnErrorAtOnce() async throws {
        let server = try await UpperLayerConfiguration.default.bind(host: "127.0.0.1", port: 0)
        let port = try #require(server.channel.localAddress?.port)
        try await server.executeThenClose { _ in }
        await #expect(throws: (any Error).self) {
            _ = try await UpperLayerConfiguration.default.connect(host: "127.0.0.1", port: port, timeout: .seconds(5))
        }
    }

    @Test func aConnectThatHangsEndsWithItsTimeOutOrWithItsTask() async throws {
        try await withDeafListener { port in
            let start = ContinuousClock.now
            await #expect(throws: (any Error).self) {
                _ = try await UpperLayerConfiguration.default.connect(
                    host: "127.0.0.1",
                    port: port,
                    timeout: .milliseconds(200)
                )
            }
            #expect((.milliseconds(200) ..< .seconds(2)).contains(ContinuousClock.now - start))

            await withTaskGroup { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        _ = try await UpperLayerConfiguration.default.connect(
                            host: "127.0.0.1",
                            port: port,
                            timeout: .seconds(30)
                        )
                    }
                }
                try? await Task.sleep(for: .milliseconds(100))
                group.cancelAll()
            }
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test func bothRolesSendWithoutDelay() async throws {
        try await withAssociation { requestor, acceptor in
            for channel in [requestor.channel, acceptor.channel] {
                let noDelay = try await channel.getOption(.tcpOption(.tcp_nodelay)).get()
                #expect(noDelay != 0)
            }
        }
    }
}

/// One end of an association: what it may say, and what it hears.
private final class End {
    let upperLayer: UpperLayerChannel
    private var heard: NIOAsyncChannelInboundStream<Primitive>.AsyncIterator

    init(_ upperLayer: UpperLayerChannel, _ inbound: NIOAsyncChannelInboundStream<Primitive>) {
        self.upperLayer = upperLayer
        heard = inbound.makeAsyncIterator()
    }

    var channel: any Channel { upperLayer.channel }

    func send(_ primitive: Primitive) async throws { try await channel.writeAndFlush(primitive) }

    func next() async throws -> Primitive? {
        try await heard.next(isolation: #isolation)
    }
}

/// Runs `body` between two ends of an association over loopback.
private func withAssociation(_ body: (End, End) async throws -> Void) async throws {
    try await withConnection { called, calling in
        try await called.executeThenClose { inbound, _ in
            let requestor = End(called, inbound)
            try await calling.executeThenClose { inbound, _ in
                let acceptor = End(calling, inbound)
                try await requestor.send(.associateRequest(.sample))
                #expect(try await acceptor.next() == .associateRequest(.sample))
                try await acceptor.send(.associateAccept(.sample))
                #expect(try await requestor.next() == .associateAccept(.sample))
                try await body(requestor, acceptor)
            }
        }
    }
}

/// Runs `body` beside a listener that accepts nothing and whose queue is full, so that the kernel drops what comes.
private func withDeafListener(_ body: (_ port: Int) async throws -> Void) async throws {
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.backlog, value: 0)
        .serverChannelOption(.autoRead, value: false)
        .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(listener.localAddress?.port)
    let waiting = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: "127.0.0.1", port: port).get()
    try await body(port)
    try await waiting.close()
    try await listener.close()
}
