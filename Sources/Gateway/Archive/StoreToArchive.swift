import DICOM
import DIMSE
import NIOCore

/// Sending by C-STORE: one association after the other, each with the contexts that its instances need.
///
/// An error halts the transfer and is told; nothing is sent again behind the client's back.
extension DIMSEArchive {
    package func store(_ instances: [OutgoingInstance]) async -> [StoreAnswer] {
        var answers: [StoreAnswer] = []
        for batch in StoreBatch.batches(of: instances) {
            answers += await store(batch)
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

    private func store(_ batch: StoreBatch) async -> [StoreAnswer] {
        var answers: [StoreAnswer] = []
        var isUnacknowledged = false
        do {
            try await associations.open(for: .store, proposing: batch.contexts) { association in
                knowledge.learn(from: association.accepted)
                for instance in batch.instances {
                    answers.append(try await store(instance, by: association, isUnacknowledged: &isUnacknowledged))
                }
            }
        } catch {
            let failure = failure(error)
            if isUnacknowledged { answers.append(.notAcknowledged(failure)) }
            while answers.count < batch.instances.count {
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
        let accepted = StoreBatch.syntaxes(for: instance).first {
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

/// Instances that one association can take, and the contexts that it proposes for them.
struct StoreBatch {
    var instances: [OutgoingInstance] = []
    private(set) var contexts: [ProposedContext] = []

    private static let contextLimit = 128

    static func batches(of instances: [OutgoingInstance]) -> [StoreBatch] {
        var batches: [StoreBatch] = []
        var batch = StoreBatch()
        for instance in instances where !batch.add(instance) {
            batches.append(batch)
            batch = StoreBatch()
            _ = batch.add(instance)
        }
        return batch.instances.isEmpty ? batches : batches + [batch]
    }

    /// Adds the instance, unless its contexts are too many.
    private mutating func add(_ instance: OutgoingInstance) -> Bool {
        let needed = Self.syntaxes(for: instance)
            .map { ProposedContext(instance.sopClass, [$0]) }
            .filter { !contexts.contains($0) }
        guard contexts.count + needed.count <= Self.contextLimit else { return false }
        contexts += needed
        instances.append(instance)
        return true
    }

    /// The syntaxes in which the instance can be sent unharmed, the best first: its own, then, for native data, those
    /// that every application takes (PS3.5 §10.1).
    static func syntaxes(for instance: OutgoingInstance) -> [TransferSyntax] {
        let own = instance.deflated == nil ? instance.content.transferSyntax : .deflatedExplicitVRLittleEndian
        let native: [TransferSyntax] = own.isEncapsulated ? [] : [.explicitVRLittleEndian, .implicitVRLittleEndian]
        return [own] + native.filter { $0 != own }
    }
}

extension OutgoingInstance {
    /// The data set's bytes in one of the batch's syntaxes for it.
    ///
    /// - Throws: `DataError` when it cannot be encoded so, `SpoolError` when its header cannot be read.
    fileprivate func chunks(as syntax: TransferSyntax) throws -> SpoolChunks {
        if syntax.isDeflated, let deflated { return SpoolChunks(deflated: deflated) }
        return content.chunks(of: try content.pieces(as: syntax))
    }
}
