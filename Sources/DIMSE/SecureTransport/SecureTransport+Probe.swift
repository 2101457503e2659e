import Logging
package import NIOCore
import NIOPosix
import NIOSSL

extension SecureTransport {
    /// Opens a secure connection, and closes it without an association: what `doctor` shows.
    ///
    /// - Parameter limit: for the TCP connection and the handshake together.
    /// - Returns: what was agreed on and with whom.
    /// - Throws: ``AssociationError`` with the cause: `connectionFailed`, `timedOut`, `secureTransport`.
    package func probe(
        host: String,
        port: Int,
        within limit: Duration,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> SecureTransportFacts {
        let opened = try await OpenedConnection.open(
            host: host,
            port: port,
            timeout: limit,
            security: self,
            group: group
        )
        let connection = Connection(opened.channel.channel)
        return try await withTaskCancellationHandler {
            try await opened.channel.executeThenClose { inbound, _ in
                let inbox = MessageInbox(connection, inbound)
                inbox.watchdog.arm(.handshake, within: limit)
                defer { inbox.watchdog.disarm() }
                try await inbox.secure(opened.handshake)
                return try await opened.facts() ?? SecureTransportFacts(version: "")
            }
        } onCancel: {
            connection.abort(CancellationError())
        }
    }

    /// Whether a peer that hangs up on plain PDUs answers TLS.
    static func isSpoken(by peer: Peer, within limit: Duration, group: any EventLoopGroup) async -> Bool {
        let anything = SecureTransport.requestor(Files(), expecting: .unverified, logger: .silent)
        do {
            _ = try await anything.probe(host: peer.host, port: peer.port, within: limit, group: group)
            return true
        } catch AssociationError.secureTransport(let error) {
            // Whatever it has against us or we against it, it said so in TLS.
            switch error {
            case .refused, .noCommonVersion, .noCommonCipherSuite: return true
            default: return false
            }
        } catch {
            return false
        }
    }
}
