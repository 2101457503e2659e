/// What the upper layer and its user say to each other (PS3.8 §7).
///
/// Written to the channel it is a request or a response; read from it, an indication or a confirmation. What is rare and
/// large is indirect: thousands of pieces of data may wait in a stream.
package enum Primitive: Hashable, Sendable {
    /// A-ASSOCIATE request, indication.
    indirect case associateRequest(AssociateRequest)
    /// A-ASSOCIATE response, confirmation: accepted.
    indirect case associateAccept(AssociateAccept)
    /// A-ASSOCIATE response, confirmation: rejected.
    case associateReject(AssociateReject)
    /// P-DATA request, indication: a piece of a message, of any length. Read, it is as long as
    /// ``PieceAssembler/pieceLength`` (``PieceAssembler/callerPieceLength`` of a caller) or the last of its command set or data set, unless the bytes arrive slowly.
    case data(PresentationDataValue)
    /// A-RELEASE request, indication.
    ///
    /// An indication read after a request written is a release collision (PS3.8 §7.2.2.6): the association's requestor
    /// responds at once, its acceptor when the confirmation has come.
    case releaseRequest
    /// A-RELEASE response, confirmation.
    case releaseResponse
    /// A-ABORT request, indication: by a user.
    case abort
    /// A-P-ABORT indication; never written.
    case providerAbort(ProviderAbort)
}

/// Why there is no association any more, though no user asked for that.
package enum ProviderAbort: Hashable, Sendable {
    /// The peer's upper layer aborted.
    case byPeer(Abort.Reason)
    /// This side's upper layer aborted, since what came broke the protocol.
    case byProtocolViolation(Abort.Reason)
    /// The connection closed.
    case connectionClosed
}
