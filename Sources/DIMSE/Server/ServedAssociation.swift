import DICOM
import NIOCore

/// One association on the acceptor's side, up to its negotiation.
struct ServedAssociation: Sendable {
    let connection: Connection
    let configuration: ServerConfiguration
    let provider: any ServiceProvider
    let isOverLimit: Bool

    init(
        _ connection: Connection,
        configuration: ServerConfiguration,
        provider: any ServiceProvider,
        isOverLimit: Bool
    ) {
        self.connection = connection
        self.configuration = configuration
        self.provider = provider
        self.isOverLimit = isOverLimit
    }

    /// Answers the request and serves until the release.
    ///
    /// - Throws: why the association ended otherwise; the connection is aborted and closed then.
    func run(_ channel: UpperLayerChannel) async throws {
        try await withTaskCancellationHandler {
            try await channel.executeThenClose { inbound, _ in
                do {
                    let inbox = MessageInbox(connection, inbound)
                    if let dialogue = try await negotiate(inbox) {
                        try await dialogue.run(inbox)
                    }
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

    /// Takes the A-ASSOCIATE-RQ, for which ARTIM gives the time. Nil after a rejection.
    private func negotiate(_ inbox: MessageInbox) async throws -> ServedDialogue? {
        guard case .associateRequest(let request) = try await inbox.primitive() else {
            throw inbox.fail(.protocolViolation(.unexpectedPDU))
        }
        let writer = MessageWriter(connection, timeout: configuration.timeouts.send)
        if let rejection = isOverLimit ? .localLimitExceeded : configuration.rejection(of: request) {
            try await writer.write(.associateReject(rejection))
            await waitForClose()
            return nil
        }
        let acceptance = configuration.acceptance(of: request)
        try await writer.write(.associateAccept(acceptance))
        return ServedDialogue(
            negotiation: Negotiation(request, acceptance),
            caller: Caller(request, address: connection.channel.remoteAddress?.ipAddress),
            configuration: configuration,
            provider: provider,
            writer: writer
        )
    }

    /// The peer closes after a rejection; ARTIM ends the patience with one that does not.
    private func waitForClose() async {
        await connection.closed()
    }
}

extension Caller {
    init(_ request: AssociateRequest, address: String?) {
        self.init(
            callingAETitle: request.callingAETitle,
            calledAETitle: request.calledAETitle,
            address: address,
            implementationVersionName: request.userInformation.implementationVersionName,
            userIdentity: request.userInformation.userIdentity
        )
    }
}
