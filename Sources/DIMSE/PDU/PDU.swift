/// A protocol data unit of the upper layer (PS3.8 §9.3).
package enum PDU: Hashable, Sendable {
    /// A-ASSOCIATE-RQ
    indirect case associateRequest(AssociateRequest)
    /// A-ASSOCIATE-AC
    indirect case associateAccept(AssociateAccept)
    /// A-ASSOCIATE-RJ
    case associateReject(AssociateReject)
    /// P-DATA-TF with one value. One that holds several is read as several, which means the same (PS3.8 §E.1).
    case dataTransfer(PresentationDataValue)
    /// A-RELEASE-RQ
    case releaseRequest
    /// A-RELEASE-RP
    case releaseResponse
    /// A-ABORT
    case abort(Abort)
}

extension PDU {
    /// The first byte of every PDU (PS3.8 §9.3.1).
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case associateRequest = 0x01
        case associateAccept = 0x02
        case associateReject = 0x03
        case dataTransfer = 0x04
        case releaseRequest = 0x05
        case releaseResponse = 0x06
        case abort = 0x07
    }

    package var kind: Kind {
        switch self {
        case .associateRequest: .associateRequest
        case .associateAccept: .associateAccept
        case .associateReject: .associateReject
        case .dataTransfer: .dataTransfer
        case .releaseRequest: .releaseRequest
        case .releaseResponse: .releaseResponse
        case .abort: .abort
        }
    }

    /// Type, a reserved byte and the length of what follows.
    static let headerLength = 6
}
