package import NIOCore

/// Performs the reactions of an ``UpperLayer`` on a channel, and decides nothing.
///
/// Bytes below, primitives above. A P-DATA request of any length is cut to what the peer takes (PS3.8 §D.1); its write
/// completes when the last byte has been given to the kernel. P-DATA indications are joined, see ``Primitive/data(_:)``.
/// The stream of indications ends with the connection: after a confirmation or an abort that says why, but for an
/// acceptor whose peer never sent a whole A-ASSOCIATE-RQ; or it fails with the cause, where there is no secure connection.
package final class UpperLayerHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = Primitive
    package typealias OutboundIn = Primitive
    package typealias OutboundOut = ByteBuffer

    /// A piece that is not full is delivered when its first byte came so long ago, so that a slow peer's progress shows.
    static let longestDelay: TimeAmount = .milliseconds(100)

    /// How long a peer has to close its side of a connection whose association was released or rejected.
    static let closingGrace: TimeAmount = .milliseconds(250)

    private var upperLayer: UpperLayer
    private var decoder: PDUDecoder
    private var assembler: PieceAssembler
    private var pieceBegan: NIODeadline?
    private var artim: Scheduled<Void>?
    private let artimDuration: TimeAmount
    /// The longest P-DATA-TF that the peer takes.
    private var peerMaximumLength = UserInformation.assumedMaximumLength

    package init(role: UpperLayer.Role, configuration: UpperLayerConfiguration = .default) {
        upperLayer = UpperLayer(role: role)
        assembler = PieceAssembler(
            length: role == .acceptor ? PieceAssembler.callerPieceLength : PieceAssembler.pieceLength
        )
        decoder = PDUDecoder(maximumLength: UserInformation.assumedMaximumLength, limits: configuration.limits)
        artimDuration = TimeAmount(configuration.artim)
    }

    package var state: UpperLayer.State { upperLayer.state }
}

/// From the transport.
extension UpperLayerHandler {
    package func channelActive(context: ChannelHandlerContext) {
        context.acknowledgeAtOnce()
        perform(upperLayer.connected(), context: context)
        // An A-ASSOCIATE-RQ that waited for the connection: its writer's flush is long past.
        context.flush()
        context.fireChannelActive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        decoder.feed(unwrapInboundIn(data))
        do {
            while let pdu = try decoder.next() {
                let wasEnding = upperLayer.state == .sta13
                let reaction = upperLayer.receive(pdu)
                perform(reaction, context: context)
                if reaction.close { break }
                if wasEnding, reaction.send != nil, !context.channel.isWritable {
                    // It asks again and again for an A-ABORT (AA-7) and reads none.
                    context.close(promise: nil)
                    break
                }
            }
        } catch {
            violated(error, context: context)
        }
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        context.acknowledgeAtOnce()
        if let pieceBegan, context.eventLoop.now - pieceBegan >= Self.longestDelay {
            flushPiece(context)
        }
        context.fireChannelReadComplete()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        perform(upperLayer.closed(), context: context)
        flushPiece(context)
        stopTimer()
        context.fireChannelInactive()
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let failure = error as? SecureTransportError {
            context.fireErrorCaught(AssociationError.secureTransport(failure))
        }
        // A reset connection is a closed one: what it means, the state machine knows.
        context.close(promise: nil)
    }

    /// Nothing after undecodable bytes can be read, so the connection is closed as soon as the A-ABORT is out, without
    /// waiting for the peer as Sta13 otherwise does.
    private func violated(_ error: PDUError, context: ChannelHandlerContext) {
        if let failure = SecureTransportError(insteadOfPDU: error, in: state) {
            context.fireErrorCaught(AssociationError.secureTransport(failure))
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        perform(upperLayer.violation(error), context: context, promise: sent)
        context.flush()
        // Not before: closing ends the stream of indications, of which one says why.
        sent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }
}

/// From the user.
extension UpperLayerHandler {
    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let primitive = unwrapOutboundIn(data)
        do {
            let reaction = try upperLayer.request(primitive)
            perform(reaction, context: context, promise: promise)
        } catch {
            promise?.fail(error)
        }
    }
}

/// Reactions.
extension UpperLayerHandler {
    private func perform(
        _ reaction: Reaction,
        context: ChannelHandlerContext,
        promise: EventLoopPromise<Void>? = nil
    ) {
        switch reaction.timer {
        case .start: startTimer(context)
        case .stop: stopTimer()
        case nil: break
        }
        if reaction.connect {
            connect(context, promise: promise)
        } else if let pdu = reaction.send {
            send(pdu, context: context, promise: promise)
        } else {
            promise?.succeed()
        }
        if let primitive = reaction.indicate {
            indicate(primitive, context: context)
        }
        if reaction.close {
            close(context, isOrderly: reaction.indicate.map(\.isOrderlyEnd) ?? false)
        }
    }

    /// Closes the connection: after an orderly end on this side first, so that it is seen when the peer has closed its own.
    /// A peer that counts its associations then has counted this one out.
    private func close(_ context: ChannelHandlerContext, isOrderly: Bool) {
        guard isOrderly else { return context.close(promise: nil) }
        context.close(mode: .output, promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.closingGrace) { context.close(promise: nil) }
    }

    /// The channel connects before the handler is asked to; if it has not yet, ``channelActive(context:)`` follows.
    private func connect(_ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        guard context.channel.isActive else {
            promise?.succeed()
            return
        }
        perform(upperLayer.connected(), context: context, promise: promise)
    }

    private func indicate(_ primitive: Primitive, context: ChannelHandlerContext) {
        guard case .data(let value) = primitive else {
            if case .associateAccept(let accept) = primitive { remember(peer: accept.userInformation) }
            if case .associateRequest(let request) = primitive { remember(peer: request.userInformation) }
            flushPiece(context)
            context.fireChannelRead(wrapInboundOut(primitive))
            return
        }
        assembler.add(value) { context.fireChannelRead(wrapInboundOut(.data($0))) }
        if assembler.isEmpty {
            pieceBegan = nil
        } else if pieceBegan == nil {
            pieceBegan = context.eventLoop.now
        }
    }

    private func flushPiece(_ context: ChannelHandlerContext) {
        assembler.flush { context.fireChannelRead(wrapInboundOut(.data($0))) }
        pieceBegan = nil
    }

    private func remember(peer information: UserInformation) {
        peerMaximumLength = information.maximumLength ?? UserInformation.assumedMaximumLength
    }
}

/// Sending.
extension UpperLayerHandler {
    private func send(_ pdu: PDU, context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        switch pdu {
        case .dataTransfer(let value):
            sendData(value, context: context, promise: promise)
            return
        case .associateRequest(let request): advertise(request.userInformation)
        case .associateAccept(let accept): advertise(accept.userInformation)
        default: break
        }
        do {
            context.write(wrapOutboundOut(try pdu.encoded()), promise: promise)
            if isAnswerOfProvider(pdu) { context.flush() }
        } catch {
            promise?.fail(UpperLayerError.invalid(error))
            // The state machine took it for sent.
            context.close(promise: nil)
        }
    }

    /// What the user has not written, the user will not flush.
    private func isAnswerOfProvider(_ pdu: PDU) -> Bool {
        switch pdu {
        case .abort, .associateReject: true
        default: false
        }
    }

    private func advertise(_ own: UserInformation) {
        decoder.maximumLength = own.maximumLength ?? UserInformation.assumedMaximumLength
    }

    /// Sends a piece in as many PDUs as the peer's maximum length asks for. Header and bytes are written apart, so that
    /// nothing is copied: the kernel gathers them.
    private func sendData(
        _ value: PresentationDataValue,
        context: ChannelHandlerContext,
        promise: EventLoopPromise<Void>?
    ) {
        guard let capacity = PresentationDataValue.capacity(maximumLength: peerMaximumLength) else {
            promise?.fail(UpperLayerError.maximumLengthTooSmall(peerMaximumLength))
            return
        }
        do {
            var rest = value
            while let fragment = rest.removeFragment(capacity: capacity) {
                context.write(wrapOutboundOut(try fragment.header()), promise: nil)
                context.write(wrapOutboundOut(fragment.bytes), promise: nil)
            }
            context.write(wrapOutboundOut(try rest.header()), promise: nil)
            context.write(wrapOutboundOut(rest.bytes), promise: promise)
        } catch {
            promise?.fail(UpperLayerError.invalid(error))
        }
    }
}

/// The clock.
extension UpperLayerHandler {
    private func startTimer(_ context: ChannelHandlerContext) {
        artim?.cancel()
        artim = context.eventLoop.assumeIsolated().scheduleTask(in: artimDuration) { [self] in
            perform(upperLayer.timedOut(), context: context)
        }
    }

    private func stopTimer() {
        artim?.cancel()
        artim = nil
    }
}

extension Primitive {
    /// Whether the peer itself has said that there is no association any more, and waits for the connection to close.
    fileprivate var isOrderlyEnd: Bool {
        switch self {
        case .releaseResponse, .associateReject: true
        default: false
        }
    }
}
