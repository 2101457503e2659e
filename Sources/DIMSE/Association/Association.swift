import DICOM
import Logging
import NIOCore

/// An association as its requestor uses it: one dialogue in one task (PS3.7 §6, PS3.8 §7).
///
/// It lives inside ``connect(to:from:proposing:options:_:)``. A class since the dialogue has one identity however many
/// functions take part in it.
package final class Association {
    package let negotiation: Negotiation
    /// What the acceptor says of itself.
    package let acceptor: UserInformation
    let options: AssociationOptions
    let inbox: MessageInbox
    let writer: MessageWriter
    /// Set by ``requestCancel()`` during a retrieval.
    var isCancelRequested = false

    private init(
        _ negotiation: Negotiation,
        acceptor: UserInformation,
        options: AssociationOptions,
        inbox: MessageInbox
    ) {
        self.negotiation = negotiation
        self.acceptor = acceptor
        self.options = options
        self.inbox = inbox
        writer = MessageWriter(inbox.connection, timeout: options.timeouts.send)
    }

    package var accepted: [AcceptedContext] { negotiation.contexts }

    /// The limit on what is awaited now, for those who see signs of life elsewhere: the sub-operations of a C-MOVE
    /// arrive on other associations, and ``Watchdog/restart()`` reports each.
    package var progress: Watchdog { inbox.watchdog }
}

extension Association {
    /// Opens an association for as long as `body` runs.
    ///
    /// Returning from `body` releases the association; throwing, or cancelling the task, aborts it and closes the
    /// connection, in a tenth of a second at most even when the peer neither speaks nor listens.
    ///
    /// - Throws: ``AssociationError`` when there is no association; what `body` throws; `CancellationError`.
    package static func connect<Result: Sendable>(
        to peer: Peer,
        from aeTitle: String,
        proposing contexts: [ProposedContext],
        options: AssociationOptions = AssociationOptions(),
        _ body: (Association) async throws -> Result
    ) async throws -> Result {
        let request = try AssociateRequest(to: peer, from: aeTitle, proposing: contexts, options: options)
        var isOpen = false
        do {
            return try await run(request, to: peer, options: options) { association in
                isOpen = true
                return try await body(association)
            }
        } catch AssociationError.closed where !isOpen && options.security == nil && options.asksTheSilentForTLS {
            throw await meaningOfSilence(peer, options)
        }
    }

    private static func run<Result: Sendable>(
        _ request: AssociateRequest,
        to peer: Peer,
        options: AssociationOptions,
        _ body: (Association) async throws -> Result
    ) async throws -> Result {
        let opened = try await OpenedConnection.open(
            host: peer.host,
            port: peer.port,
            timeout: options.timeouts.connect,
            security: options.security,
            group: options.group
        )
        let connection = Connection(opened.channel.channel)
        return try await withTaskCancellationHandler {
            try await opened.channel.executeThenClose { inbound, _ in
                do {
                    let inbox = MessageInbox(connection, inbound)
                    try await secure(opened, options: options, inbox: inbox)
                    let association = try await Association.open(request, options: options, inbox: inbox)
                    let result = try await body(association)
                    await association.release()
                    return result
                } catch {
                    connection.abort(error)
                    await connection.closed()
                    throw error
                }
            }
        } onCancel: {
            connection.abort(CancellationError())
        }
    }

    /// Awaits the TLS handshake; then what is left of the time is the A-ASSOCIATE request's.
    private static func secure(
        _ opened: OpenedConnection,
        options: AssociationOptions,
        inbox: MessageInbox
    ) async throws {
        let start = ContinuousClock.now
        inbox.watchdog.arm(.handshake, within: options.timeouts.associate)
        try await inbox.secure(opened.handshake)
        inbox.watchdog.arm(.associate, within: options.timeouts.associate - (ContinuousClock.now - start))
    }

    /// What it means that a peer hung up on a plain A-ASSOCIATE request without a word: perhaps that it wants TLS.
    private static func meaningOfSilence(_ peer: Peer, _ options: AssociationOptions) async -> AssociationError {
        let patience = min(.seconds(1), options.timeouts.associate)
        let isTLS = await SecureTransport.isSpoken(by: peer, within: patience, group: options.group)
        return isTLS ? .secureTransport(.wanted) : .closed
    }

    /// Asks for the association and takes the answer. The watchdog is armed.
    private static func open(
        _ request: AssociateRequest,
        options: AssociationOptions,
        inbox: MessageInbox
    ) async throws -> Association {
        defer { inbox.watchdog.disarm() }
        do {
            try await inbox.connection.channel.writeAndFlush(Primitive.associateRequest(request))
        } catch {
            throw await inbox.failure(ofWrite: error)
        }
        switch try await inbox.primitive() {
        case .associateAccept(let acceptance):
            let isConfirmed = acceptance.userInformation.userIdentityResponse != nil
            guard isConfirmed || options.userIdentity?.isResponseRequested != true else {
                throw inbox.fail(.userIdentityNotConfirmed)
            }
            return Association(
                Negotiation(request, acceptance),
                acceptor: acceptance.userInformation,
                options: options,
                inbox: inbox
            )
        case .associateReject(let rejection) where rejection.givesNoReason && options.userIdentity != nil:
            throw AssociationError.userIdentityRejected(rejection)
        case .associateReject(let rejection):
            throw AssociationError.rejected(rejection)
        default:
            throw inbox.fail(.protocolViolation(.unexpectedPDU))
        }
    }

    /// Releases the association, and waits for the peer to close the connection, which tells that it has seen the end.
    /// All results are there, so a peer that does not play along does no harm (PS3.8 §7.2).
    private func release() async {
        inbox.watchdog.arm(.release, within: options.timeouts.release)
        defer { inbox.watchdog.disarm() }
        do {
            try await writer.write(.releaseRequest)
            while true {
                switch try await inbox.primitive() {
                case .releaseResponse: return await inbox.connection.closed()
                // A collision (PS3.8 §7.2.2.6).
                case .releaseRequest: try await writer.write(.releaseResponse)
                default: continue
                }
            }
        } catch {
            options.logger.debug("association not released", metadata: ["reason": "\(error)"])
            inbox.connection.abort(error)
            await inbox.connection.closed()
        }
    }
}

// What the services are made of.
extension Association {
    /// The context for a request of that class.
    func context(for sopClass: UID, _ transferSyntax: TransferSyntax? = nil) throws -> AcceptedContext {
        guard let context = negotiation.context(for: sopClass, transferSyntax) else {
            throw AssociationError.noContext(sopClass, transferSyntax)
        }
        return context
    }

    func send(_ command: CommandSet, on contextID: UInt8, dataSet: ByteBuffer? = nil) async throws {
        do {
            try await writer.write(command, on: contextID, dataSet: dataSet)
        } catch {
            throw await inbox.failure(ofWrite: error)
        }
    }

    /// The next command set, and its context.
    ///
    /// - Parameter afterProgress: false when what came last was no progress, so that the limit runs on.
    func receiveCommand(
        _ step: AssociationError.Step,
        within limit: Duration,
        afterProgress: Bool = true
    ) async throws -> (CommandSet, AcceptedContext) {
        try await command(inbox.next(step, within: limit, afterProgress: afterProgress))
    }

    /// The same, while a limit set before runs on.
    func receiveCommand() async throws -> (CommandSet, AcceptedContext) {
        try await command(inbox.next())
    }

    private func command(_ part: MessageReader.Part?) async throws -> (CommandSet, AcceptedContext) {
        switch part {
        case .command(let command, let contextID):
            guard let context = negotiation.context(contextID) else {
                throw inbox.fail(.invalidMessage("presentation context \(contextID) was not accepted"))
            }
            return (command, context)
        case .data: throw inbox.fail(.invalidMessage("a data set that nothing announced"))
        case nil: throw await releasedByPeer()
        }
    }

    /// Answers a release that comes when a response should.
    private func releasedByPeer() async -> any Error {
        do {
            try await writer.write(.releaseResponse)
            return AssociationError.releasedByPeer
        } catch {
            return await inbox.failure(ofWrite: error)
        }
    }

    /// The response to the request of that id.
    ///
    /// - Throws: `unexpectedMessage`, after an abort, for anything else.
    func check(_ response: CommandSet, answers request: CommandSet) throws {
        guard response.field == request.field.response, response.messageIDBeingRespondedTo == request.messageID else {
            throw inbox.fail(.unexpectedMessage(response.field))
        }
    }

    func status(of response: CommandSet) throws -> Status {
        guard let status = response.status else { throw inbox.fail(.invalidMessage("a response without a status")) }
        return status
    }

    /// Runs what the caller does between the parts of an operation; when it fails, the association is in the middle of
    /// something that nobody will finish, and is aborted.
    func orAbort<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch {
            inbox.connection.abort(error)
            throw error
        }
    }
}
