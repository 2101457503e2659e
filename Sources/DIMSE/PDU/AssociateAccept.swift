package import DICOM

/// A-ASSOCIATE-AC (PS3.8 §9.3.3): the answer to each proposed context.
package struct AssociateAccept: Hashable, Sendable {
    /// What became of one proposal (PS3.8 §9.3.3.2).
    package struct PresentationContext: Hashable, Sendable {
        /// Table 9-18.
        package enum Result: UInt8, Hashable, Sendable {
            case acceptance = 0
            case userRejection = 1
            case noReason = 2
            case abstractSyntaxNotSupported = 3
            case transferSyntaxesNotSupported = 4
        }

        /// As proposed.
        package var id: UInt8
        package var result: Result
        /// The one chosen; without meaning unless accepted.
        package var transferSyntax: TransferSyntax?

        package init(id: UInt8, result: Result, transferSyntax: TransferSyntax?) {
            self.id = id
            self.result = result
            self.transferSyntax = transferSyntax
        }
    }

    package var protocolVersion: UInt16
    /// The titles of the request sent back; a receiver does not test them.
    package var calledAETitle: String
    package var callingAETitle: String
    package var applicationContext: UID
    package var presentationContexts: [PresentationContext]
    package var userInformation: UserInformation

    package init(
        protocolVersion: UInt16 = 1,
        calledAETitle: String,
        callingAETitle: String,
        applicationContext: UID = .dicomApplicationContext,
        presentationContexts: [PresentationContext],
        userInformation: UserInformation
    ) {
        self.protocolVersion = protocolVersion
        self.calledAETitle = calledAETitle
        self.callingAETitle = callingAETitle
        self.applicationContext = applicationContext
        self.presentationContexts = presentationContexts
        self.userInformation = userInformation
    }
}
