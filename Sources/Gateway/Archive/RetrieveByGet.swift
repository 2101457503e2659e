import DICOM
import DICOMweb
import DIMSE

/// Retrieval by C-GET: the instances come back on the association that asks for them (PS3.4 §C.4.3).
struct RetrieveByGet: RetrieveMethod {
    let associations: ArchiveAssociations
    let knowledge: ArchiveKnowledge

    func bring(
        _ list: [ListedInstance],
        of scope: Scope,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        var missing = Set(list.map(\.instance))
        func take(_ instance: IncomingInstance) async throws {
            try await deliver(instance)
            missing.remove(instance.instance)
        }
        let plan = RetrievalPlan(scope, of: list)
        for step in plan.steps {
            let outcome = try await get(step.scope, step.contexts, deliver: take)
            guard outcome.status.isSuccess || step.isGuess else { throw failure(outcome) }
        }
        guard plan.steps.contains(where: \.isGuess) else { return }
        try await getRest(of: list, missing: { missing }, deliver: take)
    }

    /// What no guess has brought, by proposing every class in turn.
    private func getRest(
        of list: [ListedInstance],
        missing: () -> Set<UID>,
        deliver: (IncomingInstance) async throws -> Void
    ) async throws {
        var last: RetrieveOutcome?
        for contexts in LikelyClasses.everything {
            for instance in list where missing().contains(instance.instance) {
                let scope = Scope.instance(study: instance.study, series: instance.series, instance: instance.instance)
                last = try await get(scope, contexts, deliver: deliver)
            }
        }
        if let last, !missing().isEmpty { throw failure(last) }
    }

    private func get(
        _ scope: Scope,
        _ storage: [ProposedContext],
        deliver: (IncomingInstance) async throws -> Void
    ) async throws -> RetrieveOutcome {
        let model = knowledge.profile.model
        let identifier = knowledge.identifier(of: scope)
        let service = ProposedContext(model.getClass, [.explicitVRLittleEndian, .implicitVRLittleEndian])
        return try await associations.open(for: .retrieve, proposing: [service] + storage) { association in
            knowledge.learn(from: association.accepted.filter { $0.abstractSyntax != model.getClass })
            return try await association.get(model.getClass, identifier) { arrival in
                try await deliver(IncomingInstance(arrival))
                return .success
            }
        }
    }

    private func failure(_ outcome: RetrieveOutcome) -> ArchiveError {
        associations.error(.retrieve, .status(outcome.status, comment: outcome.comment))
    }
}

extension IncomingInstance {
    init(_ arrival: Arrival) {
        self.init(
            sopClass: arrival.sopClassUID,
            instance: arrival.sopInstanceUID,
            transferSyntax: arrival.transferSyntax
        ) {
            try await arrival.next()
        }
    }
}
