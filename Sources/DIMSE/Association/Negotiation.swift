package import DICOM

/// Which roles an association's requestor plays for a SOP class (PS3.7 §D.3.3.4).
package struct Role: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let scu = Role(rawValue: 1)
    /// What a requestor of C-GET must be for the storage classes that it wants to receive.
    package static let scp = Role(rawValue: 2)
}

/// A use that the requestor proposes: one abstract syntax, in one of some transfer syntaxes (PS3.8 §9.3.2.2).
package struct ProposedContext: Hashable, Sendable {
    package var abstractSyntax: UID
    package var transferSyntaxes: [TransferSyntax]
    /// Nil proposes nothing: the default role, SCU.
    package var role: Role?

    package init(_ abstractSyntax: UID, _ transferSyntaxes: [TransferSyntax], role: Role? = nil) {
        self.abstractSyntax = abstractSyntax
        self.transferSyntaxes = transferSyntaxes
        self.role = role
    }
}

/// A use that both sides agreed on.
package struct AcceptedContext: Hashable, Sendable {
    package var id: UInt8
    package var abstractSyntax: UID
    package var transferSyntax: TransferSyntax
    /// Of the association's requestor.
    package var roles: Role

    package init(id: UInt8, abstractSyntax: UID, transferSyntax: TransferSyntax, roles: Role = .scu) {
        self.id = id
        self.abstractSyntax = abstractSyntax
        self.transferSyntax = transferSyntax
        self.roles = roles
    }
}

/// What a request and its acceptance settle, seen from either side.
package struct Negotiation: Hashable, Sendable {
    /// The ids are odd and one byte long (PS3.8 §9.3.2.2).
    package static let maximumContexts = 128

    /// In the order of their ids.
    package var contexts: [AcceptedContext]
    /// What the other side granted (as requestor), or was granted (as acceptor).
    package var extendedNegotiations: [ExtendedNegotiation]
    /// Why contexts of a class were refused (PS3.8 Table 9-18).
    package var refusals: [UID: Set<AssociateAccept.PresentationContext.Result>] = [:]

    package init(contexts: [AcceptedContext], extendedNegotiations: [ExtendedNegotiation] = []) {
        self.contexts = contexts
        self.extendedNegotiations = extendedNegotiations
    }

    /// What an acceptance leaves of a request.
    package init(_ request: AssociateRequest, _ acceptance: AssociateAccept) {
        let proposed = Swift.Dictionary(
            request.presentationContexts.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let roles = Self.roles(acceptance.userInformation.roleSelections)
        // Of two answers to one proposal the first counts.
        var answered: Set<UInt8> = []
        let answers = acceptance.presentationContexts.filter { answered.insert($0.id).inserted }
        contexts = answers.compactMap { answer in
            guard answer.result == .acceptance, let context = proposed[answer.id],
                let syntax = answer.transferSyntax, context.transferSyntaxes.contains(syntax)
            else { return nil }
            return AcceptedContext(
                id: answer.id,
                abstractSyntax: context.abstractSyntax,
                transferSyntax: syntax,
                roles: roles[context.abstractSyntax] ?? .scu
            )
        }
        contexts.sort { $0.id < $1.id }
        for answer in answers where answer.result != .acceptance {
            guard let context = proposed[answer.id] else { continue }
            refusals[context.abstractSyntax, default: []].insert(answer.result)
        }
        extendedNegotiations = acceptance.userInformation.extendedNegotiations
    }

    /// The context with that id, if it was accepted.
    package func context(_ id: UInt8) -> AcceptedContext? {
        contexts.first { $0.id == id }
    }

    /// The first context of that class, in that syntax where one is given, in which the requestor plays that role.
    package func context(
        for abstractSyntax: UID,
        _ transferSyntax: TransferSyntax? = nil,
        role: Role = .scu
    ) -> AcceptedContext? {
        contexts.first {
            $0.abstractSyntax == abstractSyntax && $0.roles.contains(role)
                && (transferSyntax == nil || $0.transferSyntax == transferSyntax)
        }
    }

    static func roles(_ selections: [RoleSelection]) -> [UID: Role] {
        Swift.Dictionary(
            selections.map { ($0.sopClassUID, Role($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension Role {
    init(_ selection: RoleSelection) {
        self = []
        if selection.isSCU { insert(.scu) }
        if selection.isSCP { insert(.scp) }
    }
}

extension AssociateRequest {
    /// A request with an id for each proposal, and one role selection for each class that names a role.
    package init(
        to peer: Peer,
        from aeTitle: String,
        proposing contexts: [ProposedContext],
        options: AssociationOptions
    ) throws(AssociationError) {
        guard contexts.count <= Negotiation.maximumContexts else { throw .tooManyContexts(contexts.count) }
        guard !contexts.isEmpty else { throw .invalidProposal("no presentation context") }
        for title in [peer.aeTitle, aeTitle] where !AETitle.isValid(title) {
            throw .invalidProposal("the AE title “\(title)”")
        }
        for context in contexts where context.transferSyntaxes.isEmpty || !context.abstractSyntax.isValid {
            throw .invalidProposal("the context of \(context.abstractSyntax)")
        }
        var roles: [RoleSelection] = []
        for context in contexts {
            guard let role = context.role, !roles.contains(where: { $0.sopClassUID == context.abstractSyntax })
            else { continue }
            roles.append(
                RoleSelection(
                    sopClassUID: context.abstractSyntax,
                    isSCU: role.contains(.scu),
                    isSCP: role.contains(.scp)
                )
            )
        }
        self.init(
            calledAETitle: peer.aeTitle,
            callingAETitle: aeTitle,
            presentationContexts: zip(stride(from: UInt8(1), through: .max, by: 2), contexts).map { id, context in
                PresentationContext(
                    id: id,
                    abstractSyntax: context.abstractSyntax,
                    transferSyntaxes: context.transferSyntaxes
                )
            },
            userInformation: UserInformation(
                maximumLength: options.maximumPDULength,
                implementationClassUID: Implementation.classUID,
                implementationVersionName: Implementation.versionName,
                roleSelections: roles,
                extendedNegotiations: options.extendedNegotiations,
                userIdentity: options.userIdentity
            )
        )
    }
}
