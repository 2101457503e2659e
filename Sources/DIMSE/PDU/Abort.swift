/// A-ABORT (PS3.8 §9.3.8).
package struct Abort: Hashable, Sendable {
    package struct Source: RawRepresentable, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let serviceUser = Source(rawValue: 0)
        package static let serviceProvider = Source(rawValue: 2)
    }

    /// Of weight only when the service provider aborts.
    package struct Reason: RawRepresentable, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let notSpecified = Reason(rawValue: 0)
        package static let unrecognizedPDU = Reason(rawValue: 1)
        package static let unexpectedPDU = Reason(rawValue: 2)
        package static let unrecognizedParameter = Reason(rawValue: 4)
        package static let unexpectedParameter = Reason(rawValue: 5)
        package static let invalidParameterValue = Reason(rawValue: 6)
    }

    package var source: Source
    package var reason: Reason

    package init(source: Source, reason: Reason) {
        self.source = source
        self.reason = reason
    }

    /// What a service user sends.
    package static let byUser = Abort(source: .serviceUser, reason: .notSpecified)

    static func byProvider(_ reason: Reason) -> Abort {
        Abort(source: .serviceProvider, reason: reason)
    }
}

extension Abort: CustomStringConvertible {
    package var description: String {
        switch source {
        case .serviceUser: "service user"
        case .serviceProvider: "service provider: \(reason)"
        default: "source \(source.rawValue): \(reason)"
        }
    }
}

extension Abort.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSpecified: "reason not specified"
        case .unrecognizedPDU: "unrecognized PDU"
        case .unexpectedPDU: "unexpected PDU"
        case .unrecognizedParameter: "unrecognized PDU parameter"
        case .unexpectedParameter: "unexpected PDU parameter"
        case .invalidParameterValue: "invalid PDU parameter value"
        default: "reason \(rawValue)"
        }
    }
}
