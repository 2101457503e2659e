import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// What answers on a port where no DICOM application does.
enum Stranger: Hashable, Sendable {
    case http, tls
    /// A DICOM application after all, which says with an A-ABORT that it was not asked in its language.
    case dicom
    /// Something with a greeting of its own, such as SSH.
    case other
    case silent

    /// How long one attempt may take.
    private static let patience = Duration.seconds(2)

    /// Asks in the languages that are met most. The archive may take the attempts for broken associations.
    static func meet(_ address: SocketAddress) async -> Stranger {
        let answer = await within(patience) { await reply(to: "GET / HTTP/1.0\r\n\r\n", at: address) } ?? []
        if answer.starts(with: Array("HTTP/".utf8)) { return .http }
        if isRecord(answer) { return .tls }
        if let first = answer.first, (0x01...0x07).contains(first), answer.dropFirst().first == 0 { return .dicom }
        if await within(patience, { await shakesHands(at: address) }) ?? false { return .tls }
        return answer.isEmpty ? .silent : .other
    }

    /// An alert or a handshake of TLS (RFC 8446 §5.1).
    private static func isRecord(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 2 && (bytes[0] == 0x15 || bytes[0] == 0x16) && bytes[1] == 0x03
    }

    /// The first bytes that come after `text` was sent; none when the connection is closed without.
    private static func reply(to text: String, at address: SocketAddress) async -> [UInt8] {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(TimeAmount(patience))
                .connect(to: address) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            return try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: text))
                var bytes: [UInt8] = []
                for try await buffer in inbound {
                    bytes += buffer.readableBytesView
                    if bytes.count >= 5 { break }
                }
                return bytes
            }
        } catch {
            return []
        }
    }

    /// Whether a TLS handshake begins there, whoever's certificate it is.
    private static func shakesHands(at address: SocketAddress) async -> Bool {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        do {
            let context = try NIOSSLContext(configuration: configuration)
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(TimeAmount(patience))
                .connect(to: address) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let result = channel.eventLoop.makePromise(of: Bool.self)
                        channel.eventLoop.scheduleTask(in: TimeAmount(patience)) { channel.close(promise: nil) }
                        try channel.pipeline.syncOperations.addHandlers(
                            NIOSSLClientHandler(context: context, serverHostname: nil),
                            HandshakeWatch(result)
                        )
                        return (channel, result.futureResult)
                    }
                }
            let hasShaken = try await channel.1.get()
            channel.0.close(promise: nil)
            return hasShaken
        } catch {
            return false
        }
    }
}

/// Tells whether the handshake came to an end, or to an alert, which is TLS too.
private final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var result: EventLoopPromise<Bool>?

    init(_ result: EventLoopPromise<Bool>) {
        self.result = result
    }

    private func tell(_ hasShaken: Bool) {
        result?.succeed(hasShaken)
        result = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent { tell(true) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // BoringSSL names an alert of the peer's so, for instance one that wants a certificate.
        tell("\(error)".contains("ALERT"))
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        tell(false)
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { tell(false) }
}
