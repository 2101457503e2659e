import NIOConcurrencyHelpers
package import NIOCore
import NIOPosix

/// An upper layer to talk to in primitives.
///
/// To be used in `executeThenClose`, which closes the connection without a word: say A-RELEASE or A-ABORT first.
package typealias UpperLayerChannel = NIOAsyncChannel<Primitive, Primitive>

extension UpperLayerConfiguration {
    /// How many pieces may wait for a task to take them before the socket is read no more, and until when it is not.
    static let waitingPieces = NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark(
        lowWatermark: 2,
        highWatermark: 8
    )

    /// Opens a transport connection (PS3.8 §9.1.2). The caller writes the A-ASSOCIATE request.
    ///
    /// - Throws: what NIO says of a refusal, a failed look-up or the time-out; `CancellationError`, at once.
    package func connect(
        host: String,
        port: Int,
        timeout: Duration,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> UpperLayerChannel {
        try await open(host: host, port: port, timeout: timeout, security: nil, group: group).channel
    }

    /// The same, with a handshake on its way when the connection is to be secure.
    func open(
        host: String,
        port: Int,
        timeout: Duration,
        security: SecureTransport?,
        group: any EventLoopGroup
    ) async throws -> OpenedConnection {
        // Read here rather than on the event loop.
        let credentials = try security?.credentials()
        let attempt = ConnectionAttempt()
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            do {
                let bootstrap = ClientBootstrap(group: group)
                    .keepingAlive()
                    .connectTimeout(TimeAmount(timeout))
                    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .channelOption(.recvAllocator, value: receiveAllocator)
                let prepare: @Sendable (any Channel) -> EventLoopFuture<OpenedConnection> = { channel in
                    channel.eventLoop.makeCompletedFuture {
                        attempt.use(channel)
                        let handler = try security?.install(credentials, on: channel, host: host)
                        let upperLayer = try install(on: channel, role: .requestor)
                        return OpenedConnection(upperLayer, handler)
                    }
                }
                // NIO looks names up one after the other: an address, which fails to be none, must not wait behind a name
                // that no server answers for.
                if let address = try? SocketAddress(ipAddress: host, port: port) {
                    return try await bootstrap.connect(to: address, channelInitializer: prepare)
                }
                return try await bootstrap.connect(host: host, port: port, channelInitializer: prepare)
            } catch  where Task.isCancelled {
                throw CancellationError()
            }
        } onCancel: {
            attempt.cancel()
        }
    }

    /// Listens for transport connections; the channels read from the result await an A-ASSOCIATE-RQ.
    ///
    /// One that is not taken from it is closed by ARTIM, as is one whose handshake takes as long. Port 0 is any free one: see the channel's `localAddress`.
    package func bind(
        host: String,
        port: Int,
        backlog: Int = 256,
        security: SecureTransport? = nil,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> NIOAsyncChannel<UpperLayerChannel, Never> {
        try await ServerBootstrap(group: group)
            .keepingAlive()
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: Int32(clamping: backlog))
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.recvAllocator, value: receiveAllocator)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try security?.install(on: channel)
                    return try install(on: channel, role: .acceptor)
                }
            }
    }

    /// Puts an ``UpperLayerHandler`` on a channel that is not active yet. On its event loop only.
    package func install(on channel: any Channel, role: UpperLayer.Role) throws -> UpperLayerChannel {
        try channel.pipeline.syncOperations.addHandler(UpperLayerHandler(role: role, configuration: self))
        let upperLayer = try UpperLayerChannel(
            wrappingChannelSynchronously: channel,
            configuration: .init(backPressureStrategy: Self.waitingPieces, isOutboundHalfClosureEnabled: false)
        )
        // NIO traps when a channel is let go before it is closed, as happens to one that was accepted while its server
        // was being cancelled. So it is held until it closes: ARTIM sees to that.
        channel.closeFuture.whenComplete { _ in withExtendedLifetime(upperLayer) {} }
        return upperLayer
    }

    private var receiveAllocator: AdaptiveRecvByteBufferAllocator {
        AdaptiveRecvByteBufferAllocator(
            minimum: receiveBuffer.minimum,
            initial: receiveBuffer.initial,
            maximum: receiveBuffer.maximum
        )
    }
}

/// A transport connection that a requestor has opened.
struct OpenedConnection: Sendable {
    let channel: UpperLayerChannel
    /// Nil without TLS.
    private let handler: NIOLoopBound<SecureTransportHandler>?
    /// Succeeds when the connection is secure; nil without TLS.
    let handshake: EventLoopFuture<Void>?

    /// On the channel's event loop only.
    init(_ channel: UpperLayerChannel, _ handler: SecureTransportHandler?) {
        self.channel = channel
        self.handler = handler.map { NIOLoopBound($0, eventLoop: channel.channel.eventLoop) }
        handshake = handler?.established
    }

    /// What was agreed on, after the handshake; nil without TLS.
    func facts() async throws -> SecureTransportFacts? {
        guard let handler else { return nil }
        return try await channel.channel.eventLoop.submit { handler.value.facts }.get()
    }
}

/// The sockets of one connect, for the task's cancellation to close. It comes on any thread: hence the lock.
private final class ConnectionAttempt: Sendable {
    private enum Progress {
        case connecting([any Channel])
        case cancelled
    }

    private let progress = NIOLockedValueBox(Progress.connecting([]))

    func use(_ channel: any Channel) {
        let isCancelled = progress.withLockedValue { progress in
            guard case .connecting(let channels) = progress else { return true }
            progress = .connecting(channels + [channel])
            return false
        }
        if isCancelled { channel.close(promise: nil) }
    }

    func cancel() {
        let channels = progress.withLockedValue { progress -> [any Channel] in
            defer { progress = .cancelled }
            guard case .connecting(let channels) = progress else { return [] }
            return channels
        }
        for channel in channels { channel.close(promise: nil) }
    }
}
