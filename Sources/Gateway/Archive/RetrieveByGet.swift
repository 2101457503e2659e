import DICOM
package import DICOMweb
import DIMSE

/// Retrieval by C-GET: the instances come back on the association that asks for them (PS3.4 §C.4.3).
extension DIMSEArchive {
    package func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: (IncomingInstance) async throws -> Void
    ) async throws {
        let list = try await list(scope)
        guard !list.isEmpty else { throw error(.retrieve, .notFound) }
        try await expecting(list)
        for step in RetrievalPlan(scope, of: list).steps {
            try await get(step, deliver: deliver)
        }
    }

    private func get(
        _ step: RetrievalPlan.Step,
        deliver: (IncomingInstance) async throws -> Void
    ) async throws {
        let service = ProposedContext(
            SOPClass.studyRootGet,
            [.explicitVRLittleEndian, .implicitVRLittleEndian]
        )
        let storage = RetrievalPlan.contexts(for: step.classes)
        let outcome = try await connected(.retrieve, proposing: [service] + storage) { association in
            try await association.get(SOPClass.studyRootGet, step.scope.identifier) { arrival in
                try await deliver(IncomingInstance(arrival))
                return .success
            }
        }
        guard outcome.status.isSuccess else {
            throw error(.retrieve, .status(outcome.status, comment: outcome.comment))
        }
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
