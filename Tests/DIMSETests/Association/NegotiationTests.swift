import DICOM
import DIMSE
import Testing

struct NegotiationTests {
    private let peer = Peer(aeTitle: "PACS", host: "127.0.0.1", port: 104)
    private let ct: UID = "1.2.840.10008.5.1.4.1.1.2"

    private func request(_ contexts: [ProposedContext]) throws -> AssociateRequest {
        try AssociateRequest(to: peer, from: "GANTRY", proposing: contexts, options: AssociationOptions())
    }

    @Test func idsAreOddAndEachClassNamesItsRoleOnce() throws {
        let request = try request([
            ProposedContext(ct, [.explicitVRLittleEndian], role: .scp),
            ProposedContext(ct, [.jpegBaseline8Bit], role: .scp),
            .verification,
        ])
        #expect(request.presentationContexts.map(\.id) == [1, 3, 5])
        #expect(request.userInformation.roleSelections == [RoleSelection(sopClassUID: ct, isSCU: false, isSCP: true)])
    }

    @Test func thereAre128ContextsAtMost() throws {
        let context = ProposedContext.verification
        let full = try request(Array(repeating: context, count: 128))
        #expect(full.presentationContexts.last?.id == 255)
        #expect(throws: AssociationError.tooManyContexts(129)) {
            try request(Array(repeating: context, count: 129))
        }
    }

    @Test(arguments: ["", " ", "SEVENTEEN_LETTERS", "BACK\\SLASH", "ÄE"])
    func malformedTitlesAreNotSent(title: String) {
        #expect(throws: AssociationError.self) {
            try AssociateRequest(to: peer, from: title, proposing: [.verification], options: AssociationOptions())
        }
    }

    @Test func whatWasNotProposedIsNotAccepted() throws {
        let request = try request([ProposedContext(ct, [.explicitVRLittleEndian], role: .scp), .verification])
        let acceptance = AssociateAccept(
            calledAETitle: "PACS",
            callingAETitle: "GANTRY",
            presentationContexts: [
                .init(id: 3, result: .acceptance, transferSyntax: .implicitVRLittleEndian),
                .init(id: 1, result: .acceptance, transferSyntax: .jpegBaseline8Bit),
                .init(id: 99, result: .acceptance, transferSyntax: .implicitVRLittleEndian),
            ],
            userInformation: UserInformation(maximumLength: 0, implementationClassUID: "1.2")
        )
        let negotiation = Negotiation(request, acceptance)
        #expect(negotiation.contexts.map(\.id) == [3])
        #expect(negotiation.context(for: .verification)?.id == 3)
        #expect(negotiation.context(for: ct) == nil)
    }

    @Test func aRoleThatIsNotConfirmedIsNotPlayed() throws {
        let request = try request([ProposedContext(ct, [.explicitVRLittleEndian], role: .scp)])
        let context = AssociateAccept.PresentationContext(
            id: 1,
            result: .acceptance,
            transferSyntax: .explicitVRLittleEndian
        )
        for roles in [[], [RoleSelection(sopClassUID: ct, isSCU: false, isSCP: true)]] {
            let acceptance = AssociateAccept(
                calledAETitle: "PACS",
                callingAETitle: "GANTRY",
                presentationContexts: [context],
                userInformation: UserInformation(
                    maximumLength: 0,
                    implementationClassUID: "1.2",
                    roleSelections: roles
                )
            )
            let negotiation = Negotiation(request, acceptance)
            #expect((negotiation.context(for: ct, role: .scp) != nil) == !roles.isEmpty)
        }
    }
}
