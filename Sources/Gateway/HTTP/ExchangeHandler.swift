import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTPTypes

/// Sees each request of a connection, or of an HTTP/2 stream, from its head to the end of its response: logs it, counts
/// it, and tells when the client leaves meanwhile.
///
/// A client that closes its side of an HTTP/1.1 connection counts as gone, as with other gateways: a vanished client
/// and one that half-closes look the same (RFC 9112 §9.6). What has not been cancelled by then is still answered.
final class ExchangeHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let requests: RequestCount
    private let logger: Logger
    private var exchanges: [Exchange] = []
    private var onDeparture: (@Sendable () -> Void)?
    private var hasLeft = false

    init(requests: RequestCount, logger: Logger) {
        self.requests = requests
        self.logger = logger
    }

    /// Calls `body` once when the client leaves, at once if it has; it replaces what was set before.
    func whenClientLeaves(_ body: @escaping @Sendable () -> Void) {
        if hasLeft { body() } else { onDeparture = body }
    }

    /// Says which route serves the request in hand.
    func setTemplate(_ template: String?) {
        if !exchanges.isEmpty { exchanges[0].template = template }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) {
            exchanges.append(Exchange(method: head.method))
            requests.begin(on: context.channel)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !exchanges.isEmpty else { return context.write(data, promise: promise) }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.status.kind != .informational { exchanges[0].begin(head) }
        case .body(let bytes): exchanges[0].bytes += bytes.readableBytes
        case .end:
            if exchanges[0].isComplete { finishExchange(isComplete: true) }
        }
        if let exchange = exchanges.first, exchange.breaksItsLength(at: unwrapOutboundIn(data)) {
            promise?.fail(LengthError())
            return context.close(promise: nil)
        }
        context.write(data, promise: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // In HTTP/2 the end of the request closes the input of the stream, and means nothing more.
        if case ChannelEvent.inputClosed = event, !context.channel.isHTTP2Stream { leave() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        while !exchanges.isEmpty { finishExchange(isComplete: false) }
        context.fireChannelInactive()
    }

    private func finishExchange(isComplete: Bool) {
        guard !exchanges.isEmpty else { return }
        exchanges.removeFirst().log(to: logger, isComplete: isComplete)
        requests.end()
    }

    private func leave() {
        hasLeft = true
        onDeparture?()
        onDeparture = nil
    }
}

/// A body with more or fewer bytes than its head says: the connection cannot go on, since the client would take bytes
/// of one response for another, or wait for ever.
struct LengthError: Error {}

extension Channel {
    /// The parent of an HTTP/2 stream is a connection, which was accepted by a listener; a connection's parent is the
    /// listener.
    var isHTTP2Stream: Bool { parent?.parent != nil }

    /// Performs `body` with this channel's handler, on its event loop.
    func withExchange(
        _ body: @escaping @Sendable (ExchangeHandler) -> Void,
        orElse closed: @escaping @Sendable () -> Void = {}
    ) {
        let perform = { @Sendable in
            do {
                body(try self.pipeline.syncOperations.handler(type: ExchangeHandler.self))
            } catch {
                closed()
            }
        }
        if eventLoop.inEventLoop { perform() } else { eventLoop.execute(perform) }
    }
}
