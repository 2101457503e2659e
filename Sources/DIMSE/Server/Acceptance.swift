import DICOM

extension ServerConfiguration {
    /// Why a request is refused as a whole; nil when it is not (PS3.8 §9.3.4).
    func rejection(of request: AssociateRequest) -> AssociateReject? {
        guard request.applicationContext == .dicomApplicationContext else { return .applicationContextNotSupported }
        guard acceptsAnyCalledAETitle || request.calledAETitle == aeTitle else { return .calledAETitleNotRecognized }
        return rejects(request)
    }

    /// The answer to each proposed context (PS3.8 §9.3.3), and to what else is negotiated.
    func acceptance(of request: AssociateRequest) -> AssociateAccept {
        AssociateAccept(
            calledAETitle: request.calledAETitle,
            callingAETitle: request.callingAETitle,
            presentationContexts: request.presentationContexts.map(answer),
            userInformation: UserInformation(
                maximumLength: maximumPDULength,
                implementationClassUID: Implementation.classUID,
                implementationVersionName: Implementation.versionName,
                asynchronousOperationsWindow: request.userInformation.asynchronousOperationsWindow.map { _ in
                    AsynchronousOperationsWindow(invoked: 1, performed: 1)
                },
                roleSelections: request.userInformation.roleSelections.filter { accepts($0.sopClassUID) != nil },
                extendedNegotiations: request.userInformation.extendedNegotiations.compactMap(granted)
            )
        )
    }

    private func answer(_ context: AssociateRequest.PresentationContext) -> AssociateAccept.PresentationContext {
        let supported = accepts(context.abstractSyntax)
        let chosen = context.transferSyntaxes.first { supported?.contains($0) ?? false }
        let result: AssociateAccept.PresentationContext.Result =
            if supported == nil {
                .abstractSyntaxNotSupported
            } else if chosen == nil {
                .transferSyntaxesNotSupported
            } else {
                .acceptance
            }
        return AssociateAccept.PresentationContext(
            id: context.id,
            result: result,
            // Insignificant in a refusal, yet peers want to read one.
            transferSyntax: chosen ?? context.transferSyntaxes.first
        )
    }

    private func granted(_ proposed: ExtendedNegotiation) -> ExtendedNegotiation? {
        guard accepts(proposed.sopClassUID) != nil, let information = grants(proposed) else { return nil }
        return ExtendedNegotiation(sopClassUID: proposed.sopClassUID, information: information)
    }
}
