extension UpperLayer {
    /// The thirteen states of PS3.8 §9.2.1, Tables 9-1 to 9-5.
    package enum State: Int, Hashable, Sendable, CaseIterable {
        /// Idle.
        case sta1 = 1
        /// Transport connection open, awaiting A-ASSOCIATE-RQ.
        case sta2
        /// Awaiting the local user's A-ASSOCIATE response.
        case sta3
        /// Awaiting the transport connection.
        case sta4
        /// Awaiting A-ASSOCIATE-AC or -RJ.
        case sta5
        /// Association established, ready for data transfer.
        case sta6
        /// Awaiting A-RELEASE-RP.
        case sta7
        /// Awaiting the local user's A-RELEASE response.
        case sta8
        /// Release collision, requestor: awaiting the local user's A-RELEASE response.
        case sta9
        /// Release collision, acceptor: awaiting A-RELEASE-RP.
        case sta10
        /// Release collision, requestor: awaiting A-RELEASE-RP.
        case sta11
        /// Release collision, acceptor: awaiting the local user's A-RELEASE response.
        case sta12
        /// Awaiting the close of the transport connection.
        case sta13
    }
}

extension UpperLayer.State {
    /// Where an A-ABORT request makes an A-ABORT PDU: an association stands or is being made.
    var hasAssociationOrAwaitsOne: Bool {
        switch self {
        case .sta1, .sta2, .sta4, .sta13: false
        default: true
        }
    }
}

extension UpperLayer.State: CustomStringConvertible {
    package var description: String { "Sta\(rawValue)" }
}
