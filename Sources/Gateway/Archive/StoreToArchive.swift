import DICOM
import DIMSE
import NIOCore

/// Sending by C-STORE: one association after the other, each with the contexts that its instances need.
///
/// An error halts the transfer and is told; nothing is sent again behind the client's back.
extension DIMSEArchive {
    package func store(_ instances: [OutgoingInstance]) async -> [StoreAnswer] {
        var answers: [StoreAnswer] = []
        let groups = ContextGroup.groups(of: instances) { instance in
            instance.transferSyntaxes.map { ProposedContext(instance.sopClass, [$0]) }
        }
        for group in groups {
            answers += await store(group)
        }
        return answers
    }

    /// What any error on the way means for the archive's answer.
    private func failure(_ error: any Error) -> ArchiveError {
        switch error {
        case let failure as ArchiveError: failure
        case let failure as SpoolError: associations.error(.store, .spool(failure))
        case let failure as DataError: associations.error(.store, .damaged(failure))
        default: associations.error(.store, .abandoned)
        }
    }

    private func store(_ group: ContextGroup<OutgoingInstance>) async -> [StoreAnswer] {
        var answers: [StoreAnswer] = []
        var isUnacknowledged = false
        do {
            try await associations.open(for: .store, proposing: group.contexts) { association in
                knowledge.learn(from: association.accepted)
                for instance in group.elements {
                    answers.append(try await store(instance, by: association, isUnacknowledged: &isUnacknowledged))
                }
            }
        } catch {
            let failure = failure(error)
            if isUnacknowledged { answers.append(.notAcknowledged(failure)) }
            while answers.count < group.elements.count {
                answers.append(.notSent(failure))
            }
        }
        return answers
    }

    /// - Parameter isUnacknowledged: true while all bytes are sent and no answer has come.
    private func store(
        _ instance: OutgoingInstance,
        by association: Association,
        isUnacknowledged: inout Bool
    ) async throws -> StoreAnswer {
        let accepted = instance.transferSyntaxes.first {
            association.negotiation.context(for: instance.sopClass, $0) != nil
        }
        guard let accepted else {
            return .refused(association.refusal(of: instance.sopClass))
        }
        let request = StoreRequest(
            sopClassUID: instance.sopClass,
            sopInstanceUID: instance.instance,
            transferSyntax: accepted
        )
        let content = try instance.chunks(as: accepted)
        let outcome = try await association.store(request) { writer in
            var chunks = content
            while let bytes = try chunks.next() {
                try await writer.write(bytes)
            }
            isUnacknowledged = true
        }
        isUnacknowledged = false
        return .status(outcome.status, comment: outcome.comment)
    }
}

extension Association {
    /// Why no context fits instances of that class.
    fileprivate func refusal(of sopClass: UID) -> StoreAnswer.Refusal {
        let results = negotiation.refusals[sopClass] ?? []
        if negotiation.context(for: sopClass) != nil || results.contains(.transferSyntaxesNotSupported) {
            return .syntax
        }
        return results.contains(.abstractSyntaxNotSupported) ? .sopClass : .unexplained
    }
}

extension OutgoingInstance {
    /// The syntaxes in which the instance can be sent unharmed, the best first: its own, then, for native data, those
    /// that every application takes (PS3.5 §10.1).
    fileprivate var transferSyntaxes: [TransferSyntax] {
        let own = deflated == nil ? content.transferSyntax : .deflatedExplicitVRLittleEndian
        let native: [TransferSyntax] = own.isEncapsulated ? [] : [.explicitVRLittleEndian, .implicitVRLittleEndian]
        return [own] + native.filter { $0 != own }
    }

    /// The data set's bytes in one of its syntaxes.
    ///
    /// - Throws: `DataError` when it cannot be encoded so, `SpoolError` when its header cannot be read.
    fileprivate func chunks(as syntax: TransferSyntax) throws -> SpoolChunks {
        if syntax.isDeflated, let deflated { return SpoolChunks(deflated: deflated) }
        return content.chunks(of: try content.pieces(as: syntax))
    }
}
