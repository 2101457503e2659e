package import DICOM

/// A-ASSOCIATE-RQ (PS3.8 §9.3.2): who calls whom, and what for.
package struct AssociateRequest: Hashable, Sendable {
    /// A use that the requestor proposes (PS3.8 §9.3.2.2).
    package struct PresentationContext: Hashable, Sendable {
        /// Odd, 1 to 255.
        package var id: UInt8
        package var abstractSyntax: UID
        package var transferSyntaxes: [TransferSyntax]

        package init(id: UInt8, abstractSyntax: UID, transferSyntaxes: [TransferSyntax]) {
            self.id = id
            self.abstractSyntax = abstractSyntax
            self.transferSyntaxes = transferSyntaxes
        }
    }

    /// One bit for each version spoken; DICOM's only one is bit 0.
    package var protocolVersion: UInt16
    /// Without the spaces around it; see ``AETitle``.
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

extension UID {
    /// The DICOM Application Context Name (PS3.7 §A.2.1).
    package static let dicomApplicationContext: UID = "1.2.840.10008.3.1.1.1"
}
