package import DICOM

/// Whom a ``DIMSEServer`` serves, with what, and how patiently.
package struct ServerConfiguration: Sendable {
    /// How long each step may take.
    package struct Timeouts: Hashable, Sendable {
        /// For a whole A-ASSOCIATE-RQ to come, and for the peer to close in the end: ARTIM (PS3.8 §9.1.5).
        package var associate: Duration
        /// Between two operations.
        package var idle: Duration
        /// Within a message that has begun.
        package var progress: Duration
        /// For which a peer may leave what is sent to it unread.
        package var send: Duration
        /// From a C-STORE sub-operation to its response.
        package var response: Duration

        package init(
            associate: Duration = .seconds(5),
            idle: Duration = .seconds(60),
            progress: Duration = .seconds(60),
            send: Duration = .seconds(30),
            response: Duration = .seconds(60)
        ) {
            self.associate = associate
            self.idle = idle
            self.progress = progress
            self.send = send
            self.response = response
        }
    }

    package var aeTitle: String
    /// The transfer syntaxes in which an abstract syntax is accepted; nil when it is not supported. Of those proposed the
    /// first one in this list is chosen in the proposer's order.
    package var accepts: @Sendable (_ abstractSyntax: UID) -> [TransferSyntax]?
    /// Why an association is refused, whatever it proposes; nil when it is not. Asked after the called AE title was
    /// checked, see ``acceptsAnyCalledAETitle``.
    package var rejects: @Sendable (AssociateRequest) -> AssociateReject?
    /// What of a proposed extended negotiation is granted; nil leaves it unanswered (PS3.7 §D.3.3.5).
    package var grants: @Sendable (ExtendedNegotiation) -> [UInt8]?
    package var acceptsAnyCalledAETitle: Bool
    /// Further ones are rejected for the time being.
    package var maximumAssociations: Int
    /// The longest P-DATA-TF that is taken, as the peer is told.
    package var maximumPDULength: UInt32
    package var timeouts: Timeouts
    /// How the associations to C-MOVE destinations are opened.
    package var moveTimeouts: AssociationTimeouts

    package init(
        aeTitle: String,
        accepts: @escaping @Sendable (_ abstractSyntax: UID) -> [TransferSyntax]?,
        rejects: @escaping @Sendable (AssociateRequest) -> AssociateReject? = { _ in nil },
        grants: @escaping @Sendable (ExtendedNegotiation) -> [UInt8]? = { _ in nil },
        acceptsAnyCalledAETitle: Bool = false,
        maximumAssociations: Int = 25,
        maximumPDULength: UInt32 = 256 << 10,
        timeouts: Timeouts = Timeouts(),
        moveTimeouts: AssociationTimeouts = AssociationTimeouts()
    ) {
        self.aeTitle = aeTitle
        self.accepts = accepts
        self.rejects = rejects
        self.grants = grants
        self.acceptsAnyCalledAETitle = acceptsAnyCalledAETitle
        self.maximumAssociations = maximumAssociations
        self.maximumPDULength = maximumPDULength
        self.timeouts = timeouts
        self.moveTimeouts = moveTimeouts
    }
}
