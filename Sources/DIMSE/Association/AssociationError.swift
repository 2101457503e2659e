package import DICOM
import NIOCore
import NIOPosix

/// Why an association could not be had, or ended before its work was done.
package enum AssociationError: Error, Hashable, Sendable {
    /// The steps that have a time limit.
    package enum Step: String, Hashable, Sendable {
        case connect, handshake, associate, response, progress, cancel, release, send, idle
    }

    /// No TCP connection.
    case connectionFailed(String)
    /// A TCP connection that TLS could not make secure.
    case secureTransport(SecureTransportError)
    case rejected(AssociateReject)
    /// Rejected without a reason after a user identity was sent, as acceptors do that refuse it.
    case userIdentityRejected(AssociateReject)
    /// The acceptor did not confirm the user identity, though asked to (PS3.7 §D.3.3.7.1).
    case userIdentityNotConfirmed
    /// By the peer, or by its upper layer.
    case aborted(Abort)
    /// By this side's upper layer: the peer broke the protocol.
    case protocolViolation(Abort.Reason)
    /// The connection was closed without a word, or was closed before.
    case closed
    /// The peer released the association while something was awaited of it.
    case releasedByPeer
    case timedOut(Step)
    /// No accepted presentation context fits: of this class, and in this syntax where one is named.
    case noContext(UID, TransferSyntax?)
    /// An association has at most 128 presentation contexts (PS3.8 §9.3.2.2).
    case tooManyContexts(Int)
    /// What this side cannot propose: a malformed AE title, a context without a transfer syntax.
    case invalidProposal(String)
    /// A message that no rule allows at this point.
    case unexpectedMessage(CommandField)
    /// Pieces that do not make a message, or a message without what it must hold.
    case invalidMessage(String)

    /// True when the same request may well succeed a little later (PS3.8 §9.3.4).
    package var isTransient: Bool {
        switch self {
        case .rejected(let rejection): !rejection.isPermanent
        case .timedOut(.connect), .timedOut(.handshake), .timedOut(.associate): true
        default: false
        }
    }
}

extension AssociationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .connectionFailed(let reason): "connection failed: \(reason)"
        case .secureTransport(let error): "no secure connection: \(error)"
        case .userIdentityRejected(let rejection):
            "association rejected: \(rejection); the peer may not accept the user identity"
        case .userIdentityNotConfirmed: "the peer did not confirm the user identity; it may not support any"
        case .rejected(let rejection): "association rejected: \(rejection)"
        case .aborted(let abort): "association aborted by the peer: \(abort)"
        case .protocolViolation(let reason): "the peer broke the protocol: \(reason)"
        case .closed: "connection closed"
        case .releasedByPeer: "association released by the peer"
        case .timedOut(let step): "timed out: \(step.rawValue)"
        case .noContext(let uid, nil): "no presentation context accepted for \(uid)"
        case .noContext(let uid, let syntax?): "no presentation context accepted for \(uid) in \(syntax)"
        case .tooManyContexts(let count): "\(count) presentation contexts, of 128 at most"
        case .invalidProposal(let reason): "invalid proposal: \(reason)"
        case .unexpectedMessage(let field): "unexpected message: \(field)"
        case .invalidMessage(let reason): "invalid message: \(reason)"
        }
    }
}

extension OpenedConnection {
    /// Opens a connection; see ``UpperLayerConfiguration/open(host:port:timeout:security:group:)``.
    ///
    /// - Throws: ``AssociationError`` with what the failure amounts to, and `CancellationError`.
    static func open(
        host: String,
        port: Int,
        timeout: Duration,
        security: SecureTransport?,
        group: any EventLoopGroup
    ) async throws -> OpenedConnection {
        do {
            return try await UpperLayerConfiguration.default
                .open(host: host, port: port, timeout: timeout, security: security, group: group)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw AssociationError(connecting: error)
        }
    }
}

extension AssociationError {
    /// What a failed attempt to connect amounts to.
    fileprivate init(connecting error: any Error) {
        if let error = error as? CredentialError {
            self = .secureTransport(.credentials(error))
            return
        }
        var causes = [error]
        if let error = error as? NIOConnectionError {
            causes = [error.dnsAError, error.dnsAAAAError].compactMap { $0 } + error.connectionErrors.map(\.error)
        }
        let isTimeout = causes.contains {
            if case ChannelError.connectTimeout? = $0 as? ChannelError { true } else { false }
        }
        self = isTimeout ? .timedOut(.connect) : .connectionFailed("\(causes.first ?? error)")
    }
}
