package import Logging
package import NIOCore
import NIOPosix

/// How long each step of an association may take before it is given up.
package struct AssociationTimeouts: Hashable, Sendable {
    /// The TCP connection.
    package var connect: Duration
    /// From the TCP connection, over a TLS handshake where there is one, to the answer to the A-ASSOCIATE request.
    package var associate: Duration
    /// From a request to its response, and from one C-FIND response to the next.
    package var response: Duration
    /// Between any two signs of life of a retrieval.
    package var progress: Duration
    /// From the A-RELEASE request to its confirmation.
    package var release: Duration
    /// For which a peer may leave what is sent to it unread.
    package var send: Duration
    /// From a C-CANCEL to the final response.
    package var cancel: Duration

    package init(
        connect: Duration = .seconds(10),
        associate: Duration = .seconds(30),
        response: Duration = .seconds(60),
        progress: Duration = .seconds(300),
        release: Duration = .seconds(10),
        send: Duration = .seconds(30),
        cancel: Duration = .seconds(10)
    ) {
        self.connect = connect
        self.associate = associate
        self.response = response
        self.progress = progress
        self.release = release
        self.send = send
        self.cancel = cancel
    }
}

/// How a requestor opens its association.
package struct AssociationOptions: Sendable {
    package var timeouts: AssociationTimeouts
    /// The longest P-DATA-TF that is taken, as the peer is told.
    package var maximumPDULength: UInt32
    /// What is proposed to service classes, such as relational queries (PS3.4 §C.5.1.1).
    package var extendedNegotiations: [ExtendedNegotiation]
    package var userIdentity: UserIdentity?
    /// Nil is plain TCP.
    package var security: SecureTransport?
    /// Whether a peer that hangs up on a plain request without a word is asked, by a second connection, if it wants TLS.
    package var asksTheSilentForTLS = true
    package var logger: Logger
    /// Nil is the process's own group.
    package var eventLoopGroup: (any EventLoopGroup)?

    package init(
        timeouts: AssociationTimeouts = AssociationTimeouts(),
        maximumPDULength: UInt32 = 256 << 10,
        extendedNegotiations: [ExtendedNegotiation] = [],
        userIdentity: UserIdentity? = nil,
        security: SecureTransport? = nil,
        logger: Logger = .silent,
        eventLoopGroup: (any EventLoopGroup)? = nil
    ) {
        self.timeouts = timeouts
        self.maximumPDULength = maximumPDULength
        self.extendedNegotiations = extendedNegotiations
        self.userIdentity = userIdentity
        self.security = security
        self.logger = logger
        self.eventLoopGroup = eventLoopGroup
    }
}

extension AssociationOptions {
    var group: any EventLoopGroup { eventLoopGroup ?? MultiThreadedEventLoopGroup.singleton }
}
