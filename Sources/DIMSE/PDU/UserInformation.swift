package import DICOM

/// The User Information item of an association's request and acceptance (PS3.8 §9.3.2.3, PS3.7 §D.3.3).
package struct UserInformation: Hashable, Sendable {
    /// 51H: the longest P-DATA-TF that the sender takes; 0 is no limit (PS3.8 §D.1).
    package var maximumLength: UInt32?
    /// 52H
    package var implementationClassUID: UID?
    /// 53H
    package var asynchronousOperationsWindow: AsynchronousOperationsWindow?
    /// 54H
    package var roleSelections: [RoleSelection]
    /// 55H: 1 to 16 characters.
    package var implementationVersionName: String?
    /// 56H
    package var extendedNegotiations: [ExtendedNegotiation]
    /// 57H
    package var commonExtendedNegotiations: [CommonExtendedNegotiation]
    /// 58H, in a request.
    package var userIdentity: UserIdentity?
    /// 59H, in an acceptance: a Kerberos ticket, a SAML response or a JSON web token; else empty.
    package var userIdentityResponse: [UInt8]?

    package init(
        maximumLength: UInt32?,
        implementationClassUID: UID?,
        implementationVersionName: String? = nil,
        asynchronousOperationsWindow: AsynchronousOperationsWindow? = nil,
        roleSelections: [RoleSelection] = [],
        extendedNegotiations: [ExtendedNegotiation] = [],
        commonExtendedNegotiations: [CommonExtendedNegotiation] = [],
        userIdentity: UserIdentity? = nil,
        userIdentityResponse: [UInt8]? = nil
    ) {
        self.maximumLength = maximumLength
        self.implementationClassUID = implementationClassUID
        self.asynchronousOperationsWindow = asynchronousOperationsWindow
        self.roleSelections = roleSelections
        self.implementationVersionName = implementationVersionName
        self.extendedNegotiations = extendedNegotiations
        self.commonExtendedNegotiations = commonExtendedNegotiations
        self.userIdentity = userIdentity
        self.userIdentityResponse = userIdentityResponse
    }

    /// What is assumed of a peer that does not say: the length that every implementation takes.
    package static let assumedMaximumLength: UInt32 = 16384
}

/// How many operations may be outstanding (PS3.7 §D.3.3.3); 0 is no limit.
package struct AsynchronousOperationsWindow: Hashable, Sendable {
    package var invoked: UInt16
    package var performed: UInt16

    package init(invoked: UInt16, performed: UInt16) {
        self.invoked = invoked
        self.performed = performed
    }
}

/// Which roles the association's requestor plays for a SOP class (PS3.7 §D.3.3.4).
package struct RoleSelection: Hashable, Sendable {
    package var sopClassUID: UID
    package var isSCU: Bool
    package var isSCP: Bool

    package init(sopClassUID: UID, isSCU: Bool, isSCP: Bool) {
        self.sopClassUID = sopClassUID
        self.isSCU = isSCU
        self.isSCP = isSCP
    }
}

/// What a service class lets its users negotiate (PS3.7 §D.3.3.5); the bytes are PS3.4's.
package struct ExtendedNegotiation: Hashable, Sendable {
    package var sopClassUID: UID
    package var information: [UInt8]

    package init(sopClassUID: UID, information: [UInt8]) {
        self.sopClassUID = sopClassUID
        self.information = information
    }
}

/// The service class, and the general classes, that a SOP class belongs to (PS3.7 §D.3.3.6).
package struct CommonExtendedNegotiation: Hashable, Sendable {
    package var sopClassUID: UID
    package var serviceClassUID: UID
    package var relatedGeneralSOPClassUIDs: [UID]

    package init(sopClassUID: UID, serviceClassUID: UID, relatedGeneralSOPClassUIDs: [UID]) {
        self.sopClassUID = sopClassUID
        self.serviceClassUID = serviceClassUID
        self.relatedGeneralSOPClassUIDs = relatedGeneralSOPClassUIDs
    }
}

/// On whose behalf the requestor calls (PS3.7 §D.3.3.7).
package struct UserIdentity: Hashable, Sendable {
    package struct Kind: RawRepresentable, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let username = Kind(rawValue: 1)
        package static let usernameAndPasscode = Kind(rawValue: 2)
        package static let kerberos = Kind(rawValue: 3)
        package static let saml = Kind(rawValue: 4)
        package static let jsonWebToken = Kind(rawValue: 5)
    }

    package var kind: Kind
    package var isResponseRequested: Bool
    package var primary: [UInt8]
    /// The passcode; else empty.
    package var secondary: [UInt8]

    package init(kind: Kind, isResponseRequested: Bool, primary: [UInt8], secondary: [UInt8] = []) {
        self.kind = kind
        self.isResponseRequested = isResponseRequested
        self.primary = primary
        self.secondary = secondary
    }
}

extension UserIdentity: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the fields, which hold what authenticates.
    package var description: String { "user identity of type \(kind.rawValue)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
