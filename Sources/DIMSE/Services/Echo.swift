package import DICOM

extension UID {
    /// The SOP class of C-ECHO (PS3.4 §A.4).
    package static let verification: UID = "1.2.840.10008.1.1"
}

extension ProposedContext {
    /// The context that C-ECHO needs.
    package static let verification = ProposedContext(.verification, [.implicitVRLittleEndian])
}

extension Association {
    /// C-ECHO: asks whether the peer is there (PS3.7 §9.1.5).
    package func echo() async throws -> Status {
        let context = try context(for: .verification)
        let request = CommandSet(.echoRequest, sopClassUID: .verification, messageID: MessageID.next())
        try await send(request, on: context.id)
        let (response, _) = try await receiveCommand(.response, within: options.timeouts.response)
        try check(response, answers: request)
        return try status(of: response)
    }
}
