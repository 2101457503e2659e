import NIOCore

/// The receiving end of an association, for the one task that reads it.
package final class MessageInbox {
    let connection: Connection
    let watchdog: Watchdog
    /// How long the reason of a connection that takes no more may be on its way.
    private static let lastWords = Duration.milliseconds(250)

    private var primitives: NIOAsyncChannelInboundStream<Primitive>.AsyncIterator
    private var reader: MessageReader
    let limits: MessageLimits

    init(
        _ connection: Connection,
        _ primitives: NIOAsyncChannelInboundStream<Primitive>,
        limits: MessageLimits = .requestor
    ) {
        self.connection = connection
        self.limits = limits
        reader = MessageReader(maximumCommandLength: limits.command)
        self.primitives = primitives.makeAsyncIterator()
        watchdog = connection.watchdog()
    }

    /// The next part of a message; nil when the peer asks to release the association.
    ///
    /// - Parameter afterProgress: false when what came last was no progress, so that the limit runs on.
    /// - Throws: ``AssociationError``; `CancellationError` when the task was cancelled.
    func next(
        _ step: AssociationError.Step,
        within limit: Duration,
        afterProgress: Bool = true
    ) async throws -> MessageReader.Part? {
        if afterProgress {
            watchdog.arm(step, within: limit)
        } else {
            watchdog.resume(step, within: limit)
        }
        defer { watchdog.disarm() }
        return try await next()
    }

    /// The same, while a limit that someone else set runs on.
    func next() async throws -> MessageReader.Part? {
        while true {
            switch try await primitive() {
            case .data(let piece):
                // Fragments of nothing are allowed, and are no sign of life.
                if let part = try read(piece), !part.isNothing { return part }
            case .releaseRequest:
                return nil
            case .associateRequest, .associateAccept, .associateReject, .releaseResponse, .abort, .providerAbort:
                throw fail(.protocolViolation(.unexpectedPDU))
            }
        }
    }

    /// The next primitive that is not the end of the association.
    ///
    /// - Throws: why there is none.
    func primitive() async throws -> Primitive {
        let primitive: Primitive?
        do {
            primitive = try await primitives.next(isolation: #isolation)
        } catch {
            throw ending(error as? AssociationError ?? .closed)
        }
        switch primitive {
        case .abort: throw ending(.aborted(.byUser))
        case .providerAbort(.byPeer(let reason)):
            throw ending(.aborted(Abort(source: .serviceProvider, reason: reason)))
        case .providerAbort(.byProtocolViolation(let reason)): throw ending(.protocolViolation(reason))
        case .providerAbort(.connectionClosed), nil: throw ending(.closed)
        case let primitive?: return primitive
        }
    }

    /// Awaits the end of a TLS handshake, if there is one.
    ///
    /// - Throws: `secureTransport` with the cause; `closed`.
    func secure(_ handshake: EventLoopFuture<Void>?) async throws {
        do {
            try await handshake?.get()
        } catch let error as SecureTransportError {
            throw ending(.secureTransport(error))
        } catch {
            throw ending(.closed)
        }
    }

    /// Why a write failed: what the peer said last, if it said something.
    func failure(ofWrite error: any Error) async -> any Error {
        switch error as? UpperLayerError {
        case .maximumLengthTooSmall?, .invalid?: return fail(.invalidMessage("\(error)"))
        case .notAllowed?, nil: break
        }
        watchdog.arm(.send, within: Self.lastWords)
        defer { watchdog.disarm() }
        do {
            while true {
                _ = try await primitive()
            }
        } catch {
            return error
        }
    }

    /// Reads a piece's part of a message.
    private func read(_ piece: PresentationDataValue) throws -> MessageReader.Part? {
        do {
            return try reader.receive(piece)
        } catch {
            throw fail(error)
        }
    }

    /// Aborts, since the peer did what it may not.
    func fail(_ error: AssociationError) -> AssociationError {
        connection.abort(error)
        return error
    }

    /// This side's own reason comes before what its abort made of the connection.
    private func ending(_ error: AssociationError) -> any Error {
        if let reason = connection.abortReason { return reason }
        return Task.isCancelled ? CancellationError() : error
    }
}
