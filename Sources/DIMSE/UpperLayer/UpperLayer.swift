/// The DICOM upper layer's state machine (PS3.8 §9.2): a value without clock, socket or log.
///
/// Each event gives one ``Reaction`` for the holder to perform. Events are split by who speaks: the local user
/// (``request(_:)``), the peer (``receive(_:)``, ``violation(_:)``), the transport (``connected()``, ``closed()``) and
/// the clock (``timedOut()``). Comments name the actions of Tables 9-6 to 9-9.
package struct UpperLayer: Hashable, Sendable {
    /// Which side opened the transport connection.
    package enum Role: Hashable, Sendable {
        case requestor, acceptor
    }

    package private(set) var state: State
    package let role: Role
    /// The A-ASSOCIATE-RQ that waits for the transport connection.
    private var waiting: AssociateRequest?

    package init(role: Role) {
        self.role = role
        state = .sta1
    }

    /// A machine in any state, also in one that its role does not come into; `waiting` is what Sta4 has to send.
    init(role: Role, state: State, waiting: AssociateRequest?) {
        self.role = role
        self.state = state
        self.waiting = waiting
    }

    mutating func become(_ next: State, _ reaction: Reaction = Reaction()) -> Reaction {
        state = next
        return reaction
    }
}

/// The transport and the clock.
extension UpperLayer {
    /// The transport connection is open: events 2 and 5.
    package mutating func connected() -> Reaction {
        switch (state, role) {
        case (.sta1, .acceptor):
            return become(.sta2, Reaction(timer: .start))  // AE-5
        case (.sta4, .requestor):
            guard let request = waiting else { return become(.sta1, Reaction(close: true)) }
            waiting = nil
            return become(.sta5, Reaction(send: .associateRequest(request)))  // AE-2
        default:
            return Reaction()
        }
    }

    /// The transport connection is closed: event 17.
    package mutating func closed() -> Reaction {
        switch state {
        case .sta1: Reaction()
        case .sta2: become(.sta1, Reaction(timer: .stop))  // AA-5
        case .sta13: become(.sta1, Reaction(timer: .stop))  // AR-5
        default: become(.sta1, Reaction(indicate: .providerAbort(.connectionClosed)))  // AA-4
        }
    }

    /// ARTIM expired: event 18.
    package mutating func timedOut() -> Reaction {
        switch state {
        case .sta2, .sta13: become(.sta1, Reaction(timer: .stop, close: true))  // AA-2
        default: Reaction()
        }
    }
}

/// The local user.
extension UpperLayer {
    /// A request or response primitive: events 1, 7, 8, 9, 11, 14 and 15.
    ///
    /// - Throws: ``UpperLayerError/notAllowed(_:)`` where Table 9-10 has no action; the state stays.
    package mutating func request(_ primitive: Primitive) throws(UpperLayerError) -> Reaction {
        switch (primitive, state) {
        case (.associateRequest(let request), .sta1) where role == .requestor:
            waiting = request
            return become(.sta4, Reaction(connect: true))  // AE-1
        case (.associateAccept(let accept), .sta3):
            return become(.sta6, Reaction(send: .associateAccept(accept)))  // AE-7
        case (.associateReject(let reject), .sta3):
            return become(.sta13, Reaction(send: .associateReject(reject), timer: .start))  // AE-8
        case (.data(let value), .sta6), (.data(let value), .sta8):
            return Reaction(send: .dataTransfer(value))  // DT-1, AR-7
        case (.releaseRequest, .sta6):
            return become(.sta7, Reaction(send: .releaseRequest))  // AR-1
        case (.releaseResponse, .sta8), (.releaseResponse, .sta12):
            return become(.sta13, Reaction(send: .releaseResponse, timer: .start))  // AR-4
        case (.releaseResponse, .sta9):
            return become(.sta11, Reaction(send: .releaseResponse))  // AR-9
        case (.abort, .sta4):
            waiting = nil
            return become(.sta1, Reaction(timer: .stop, close: true))  // AA-2
        case (.abort, _) where state.hasAssociationOrAwaitsOne:
            return become(.sta13, Reaction(send: .abort(.byUser), timer: .start))  // AA-1
        default:
            throw .notAllowed(state)
        }
    }
}

/// The peer.
extension UpperLayer {
    /// A whole PDU, or a piece of a P-DATA-TF: events 3, 4, 6, 10, 12, 13 and 16.
    package mutating func receive(_ pdu: PDU) -> Reaction {
        switch pdu {
        case .associateRequest(let request): receiveAssociateRequest(request)
        case .associateAccept(let accept):
            state == .sta5 ? become(.sta6, Reaction(indicate: .associateAccept(accept))) : unexpected()  // AE-3
        case .associateReject(let reject):
            state == .sta5
                ? become(.sta1, Reaction(indicate: .associateReject(reject), close: true))  // AE-4
                : unexpected()
        case .dataTransfer(let value): receiveData(value)
        case .releaseRequest: receiveReleaseRequest()
        case .releaseResponse: receiveReleaseResponse()
        case .abort(let abort): receiveAbort(abort)
        }
    }

    /// Bytes that are no PDU, or one that cannot be: event 19.
    package mutating func violation(_ error: PDUError) -> Reaction {
        // AA-7 for what cannot be decoded; a PDU that merely comes late is ignored.
        guard state != .sta13 else { return Reaction(send: .abort(.byProvider(error.abortReason))) }
        return unexpected(error.abortReason)
    }

    private mutating func receiveAssociateRequest(_ request: AssociateRequest) -> Reaction {
        switch state {
        case .sta2 where request.protocolVersion & 1 == 0:
            become(.sta13, Reaction(send: .associateReject(.protocolVersionNotSupported), timer: .start))  // AE-6
        case .sta2:
            become(.sta3, Reaction(indicate: .associateRequest(request), timer: .stop))  // AE-6
        case .sta13:
            Reaction(send: .abort(.byProvider(.unexpectedPDU)))  // AA-7
        default:
            unexpected()
        }
    }

    private mutating func receiveData(_ value: PresentationDataValue) -> Reaction {
        switch state {
        case .sta6, .sta7: Reaction(indicate: .data(value))  // DT-2, AR-6
        default: unexpected()
        }
    }

    private mutating func receiveReleaseRequest() -> Reaction {
        switch state {
        case .sta6:
            become(.sta8, Reaction(indicate: .releaseRequest))  // AR-2
        case .sta7:
            become(role == .requestor ? .sta9 : .sta10, Reaction(indicate: .releaseRequest))  // AR-8
        default:
            unexpected()
        }
    }

    private mutating func receiveReleaseResponse() -> Reaction {
        switch state {
        case .sta7, .sta11: become(.sta1, Reaction(indicate: .releaseResponse, close: true))  // AR-3
        case .sta10: become(.sta12, Reaction(indicate: .releaseResponse))  // AR-10
        default: unexpected()
        }
    }

    private mutating func receiveAbort(_ abort: Abort) -> Reaction {
        switch state {
        case .sta1, .sta4: return unexpected()
        case .sta2, .sta13: return become(.sta1, Reaction(timer: .stop, close: true))  // AA-2
        default:
            // A source that the standard does not know is taken for a user's.
            let indication: Primitive =
                abort.source == .serviceProvider ? .providerAbort(.byPeer(abort.reason)) : .abort
            return become(.sta1, Reaction(indicate: indication, close: true))  // AA-3
        }
    }

    /// What the peer sent cannot come in this state.
    private mutating func unexpected(_ reason: Abort.Reason = .unexpectedPDU) -> Reaction {
        switch state {
        case .sta1, .sta4:
            // Not in the table: there is no connection that it could come from, unless it came before the request.
            return become(.sta1, Reaction(close: true))
        case .sta2:
            return become(.sta13, Reaction(send: .abort(.byUser), timer: .start))  // AA-1
        case .sta13:
            return Reaction()  // AA-6
        default:
            return become(
                .sta13,
                Reaction(
                    send: .abort(.byProvider(reason)),
                    indicate: .providerAbort(.byProtocolViolation(reason)),
                    timer: .start
                )
            )  // AA-8
        }
    }
}
