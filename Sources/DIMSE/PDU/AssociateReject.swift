/// A-ASSOCIATE-RJ (PS3.8 §9.3.4).
package struct AssociateReject: Hashable, Sendable {
    package struct Result: RawRepresentable, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let rejectedPermanent = Result(rawValue: 1)
        package static let rejectedTransient = Result(rawValue: 2)
    }

    /// Who refuses; it decides what the reason means.
    package struct Source: RawRepresentable, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let serviceUser = Source(rawValue: 1)
        package static let serviceProviderACSE = Source(rawValue: 2)
        package static let serviceProviderPresentation = Source(rawValue: 3)
    }

    package var result: Result
    package var source: Source
    /// A code of Table 9-21, to be read with the source.
    package var reason: UInt8

    package init(result: Result, source: Source, reason: UInt8) {
        self.result = result
        self.source = source
        self.reason = reason
    }
}

/// The reasons that the standard names (PS3.8 Table 9-21).
extension AssociateReject {
    package static let noReasonGiven = permanent(.serviceUser, 1)
    package static let applicationContextNotSupported = permanent(.serviceUser, 2)
    package static let callingAETitleNotRecognized = permanent(.serviceUser, 3)
    package static let calledAETitleNotRecognized = permanent(.serviceUser, 7)
    package static let noReasonGivenByProvider = permanent(.serviceProviderACSE, 1)
    package static let protocolVersionNotSupported = permanent(.serviceProviderACSE, 2)
    package static let temporaryCongestion = transient(.serviceProviderPresentation, 1)
    package static let localLimitExceeded = transient(.serviceProviderPresentation, 2)

    private static func permanent(_ source: Source, _ reason: UInt8) -> AssociateReject {
        AssociateReject(result: .rejectedPermanent, source: source, reason: reason)
    }

    private static func transient(_ source: Source, _ reason: UInt8) -> AssociateReject {
        AssociateReject(result: .rejectedTransient, source: source, reason: reason)
    }

    /// Whether it leaves the reason open.
    var givesNoReason: Bool { reason == 1 && source != .serviceProviderPresentation }

    /// False promises that asking again later can help.
    package var isPermanent: Bool { result != .rejectedTransient }
}

extension AssociateReject: CustomStringConvertible {
    package var description: String { "\(isPermanent ? "permanent" : "transient"), \(source): \(reasonText)" }

    private var reasonText: String {
        switch (source, reason) {
        case (.serviceUser, 1), (.serviceProviderACSE, 1): "no reason given"
        case (.serviceUser, 2): "application context name not supported"
        case (.serviceUser, 3): "calling AE title not recognized"
        case (.serviceUser, 7): "called AE title not recognized"
        case (.serviceProviderACSE, 2): "protocol version not supported"
        case (.serviceProviderPresentation, 1): "temporary congestion"
        case (.serviceProviderPresentation, 2): "local limit exceeded"
        default: "reason \(reason)"
        }
    }
}

extension AssociateReject.Source: CustomStringConvertible {
    package var description: String {
        switch self {
        case .serviceUser: "service user"
        case .serviceProviderACSE: "service provider (ACSE)"
        case .serviceProviderPresentation: "service provider (presentation)"
        default: "source \(rawValue)"
        }
    }
}
