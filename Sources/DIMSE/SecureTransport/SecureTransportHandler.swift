import NIOCore
import NIOSSL
import NIOTLS

/// Stands between TLS and the upper layer: says when the connection is secure, and why it is not.
///
/// What goes wrong in TLS is passed on as a ``SecureTransportError``.
final class SecureTransportHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// In TLS 1.3 a requestor's handshake is over before the acceptor has judged its certificate (RFC 8446 §2). An alert
    /// would cross the A-ASSOCIATE-RQ, and be lost with the reset that answers that. So the requestor waits for a sign of
    /// the acceptor's, as the session tickets that follow a handshake are, but no longer than this.
    static let verdictDelay = TimeAmount.milliseconds(50)

    private let tls: NIOSSLHandler
    private let witness: HandshakeWitness
    private let credentials: Credentials
    private let role: UpperLayer.Role
    private let expectedName: String
    private let promise: EventLoopPromise<Void>
    private var hasFailed = false
    private var verdict: Scheduled<Void>?
    private var isEstablished = false

    init(
        _ tls: NIOSSLHandler,
        witness: HandshakeWitness,
        credentials: Credentials,
        role: UpperLayer.Role,
        expectedName: String,
        established promise: EventLoopPromise<Void>
    ) {
        self.tls = tls
        self.witness = witness
        self.credentials = credentials
        self.role = role
        self.expectedName = expectedName
        self.promise = promise
    }

    /// Succeeds when the connection is secure, and fails with a ``SecureTransportError``.
    var established: EventLoopFuture<Void> { promise.futureResult }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { handshakeCompleted(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !hasFailed, isFailure(error) else { return context.fireErrorCaught(error) }
        fail(SecureTransportError(error, evidence), context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if verdict != nil {
            fail(.refused(nil, hasCertificate: credentials.certificate != nil), context)
        }
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        // A channel that never became active.
        promise.fail(ChannelError.ioOnClosedChannel)
        verdict?.cancel()
    }
}

extension SecureTransportHandler {
    private func handshakeCompleted(_ context: ChannelHandlerContext) {
        guard role == .requestor, tls.tlsVersion == .tlsv13 else { return establish() }
        verdict = context.eventLoop.assumeIsolated().scheduleTask(in: Self.verdictDelay) { [self] in establish() }
        witness.whenNextHeard { [self] in
            if !hasFailed { establish() }
        }
    }

    private func establish() {
        verdict?.cancel()
        verdict = nil
        isEstablished = true
        promise.succeed()
    }

    private func fail(_ failure: SecureTransportError, _ context: ChannelHandlerContext) {
        hasFailed = true
        verdict?.cancel()
        verdict = nil
        promise.fail(failure)
        context.fireErrorCaught(failure)
    }

    /// Whether an error says that there is no secure connection, rather than how it ended.
    private func isFailure(_ error: any Error) -> Bool {
        switch error {
        case NIOSSLError.uncleanShutdown, NIOSSLError.shutdownFailed, is NIOSSLCloseTimedOutError: false
        case BoringSSLError.sslError: true
        default: !isEstablished && verdict == nil
        }
    }

    private var evidence: HandshakeEvidence {
        HandshakeEvidence(
            role: role,
            credentials: credentials,
            expectedName: expectedName,
            firstByte: witness.firstByte,
            certificate: tls.peerCertificate
        )
    }

    /// What was agreed on and with whom. After the handshake, on the event loop.
    var facts: SecureTransportFacts {
        SecureTransportFacts(
            version: tls.tlsVersion == .tlsv13 ? "TLS 1.3" : "TLS 1.2",
            cipherSuite: witness.cipherSuite,
            certificate: tls.peerCertificate.map { CertificateSummary($0) }
        )
    }
}

/// What two peers agreed on in a handshake.
package struct SecureTransportFacts: Hashable, Sendable {
    /// `TLS 1.2` or `TLS 1.3`.
    package var version: String
    /// Its registered name; nil for one that we do not know by name.
    package var cipherSuite: String?
    /// The peer's.
    package var certificate: CertificateSummary?
}
