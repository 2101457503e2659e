import DICOM
import Logging
import NIOCore

/// One association on the acceptor's side, up to its negotiation.
struct ServedAssociation: Sendable {
    let connection: Connection
    let configuration: ServerConfiguration
    let provider: any ServiceProvider
    let admission: Admission
    let logger: Logger

    init(
        _ connection: Connection,
        configuration: ServerConfiguration,
        provider: any ServiceProvider,
        admission: Admission,
        logger: Logger
    ) {
        self.connection = connection
        self.configuration = configuration
        self.provider = provider
        self.admission = admission
        self.logger = logger
    }

    /// Of the peer's end of the connection; empty when the system does not tell.
    private var address: String { connection.channel.remoteAddress?.ipAddress ?? "" }

    /// Answers the request and serves until the release.
    ///
    /// - Throws: why the association ended otherwise; the connection is aborted and closed then.
    func run(_ channel: UpperLayerChannel) async throws {
        var isAdmitted = false
        defer { if isAdmitted { admission.dissociate() } }
        try await withTaskCancellationHandler {
            try await channel.executeThenClose { inbound, _ in
                do {
                    let inbox = MessageInbox(connection, inbound, limits: .acceptor)
                    if let dialogue = try await negotiate(inbox, &isAdmitted) {
                        try await dialogue.run(inbox)
                        logger.info("association released", metadata: dialogue.caller.metadata)
                    }
                } catch {
                    logger.info("association ended", metadata: ["reason": "\(error)", "address": "\(address)"])
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
    ///
    /// - Parameter isAdmitted: becomes true when the association is counted.
    private func negotiate(_ inbox: MessageInbox, _ isAdmitted: inout Bool) async throws -> ServedDialogue? {
        guard case .associateRequest(let request) = try await inbox.primitive() else {
            throw inbox.fail(.protocolViolation(.unexpectedPDU))
        }
        let caller = Caller(request, address: connection.channel.remoteAddress?.ipAddress)
        let writer = MessageWriter(connection, timeout: configuration.timeouts.send)
        var rejection = configuration.rejection(of: request)
        if rejection == nil {
            isAdmitted = admission.associate()
            rejection = isAdmitted ? nil : .localLimitExceeded
        }
        if let rejection {
            logger.info("association rejected", metadata: caller.metadata.merging(["reason": "\(rejection)"]) { $1 })
            try await writer.write(.associateReject(rejection))
            // The peer closes now; ARTIM ends the patience with one that does not.
            await connection.closed()
            return nil
        }
        let acceptance = configuration.acceptance(of: request)
        try await writer.write(.associateAccept(acceptance))
        return ServedDialogue(
            negotiation: Negotiation(request, acceptance),
            caller: caller,
            configuration: configuration,
            provider: provider,
            writer: writer
        )
    }
}

extension Caller {
    /// What a line of the log says of it.
    var metadata: Logger.Metadata {
        ["calling": "\(callingAETitle)", "address": "\(address ?? "")"]
    }

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
