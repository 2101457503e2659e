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
            async let sending: Void = sender.send(
                .data(.init(contextID: 1, isCommand: false, isLast: true, bytes: sent))
            )
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

    @Test func aCancelledSenderAbortsThoughThePeerReadsNothing() async throws {
        try await withAssociation { requestor, acceptor in
            let sender = requestor.upperLayer
            let endless = ByteBuffer(repeating: 0, count: 24 << 20)
            let clock = ContinuousClock()
            let cancelled = try await withThrowingTaskGroup(of: ContinuousClock.Instant.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        try await sender.send(
                            .data(.init(contextID: 1, isCommand: false, isLast: true, bytes: endless))
                        )
                    }
                    return clock.now
                }
                try await Task.sleep(for: .milliseconds(100))
                let start = clock.now
                group.cancelAll()
                return try await #require(group.next()) - start
            }
            #expect(cancelled < .milliseconds(250))
            // What was sent comes first; then the end, of one kind or the other.
            while let primitive = try await acceptor.next() {
                guard case .data = primitive else {
                    #expect([.abort, .providerAbort(.connectionClosed)].contains(primitive))
                    break
                }
            }
        }
    }

    @Test func aPeerThatVanishesIsNoticedThoughNobodyWrites() async throws {
        try await withAssociation { requestor, acceptor in
            try await requestor.channel.close()
            #expect(try await acceptor.next() == .providerAbort(.connectionClosed))
            #expect(try await acceptor.next() == nil)
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

    func send(_ primitive: Primitive) async throws { try await upperLayer.send(primitive) }

    func next() async throws -> Primitive? {
        try await heard.next(isolation: #isolation)
    }
}

/// Runs `body` between two ends of an association over loopback.
private func withAssociation(_ body: (End, End) async throws -> Void) async throws {
    let configuration = UpperLayerConfiguration.default
    let server = try await configuration.bind(host: "127.0.0.1", port: 0)
    try await server.executeThenClose { connections in
        let port = try #require(server.channel.localAddress?.port)
        let called = try await configuration.connect(host: "127.0.0.1", port: port, timeout: .seconds(5))
        var iterator = connections.makeAsyncIterator()
        let calling = try #require(await iterator.next())
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
