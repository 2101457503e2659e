import DICOM
package import DICOMweb
import DIMSE

/// One of the two services that bring instances: C-GET or C-MOVE.
protocol RetrieveMethod: Sendable {
    /// Brings the instances that an archive lists in a scope, each exactly once.
    ///
    /// - Parameter deliver: takes one instance; returning acknowledges it to the archive, throwing refuses it and ends
    ///   the retrieval.
    /// - Throws: ``ArchiveError``; what `deliver` throws. That all is there when it returns is for the caller to check.
    func bring(
        _ list: [ListedInstance],
        of scope: Scope,
        deliver: (IncomingInstance) async throws -> Void
    ) async throws
}

extension DIMSEArchive {
    package func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: (IncomingInstance) async throws -> Void
    ) async throws {
        let list = try await list(scope)
        guard !list.isEmpty else { throw associations.error(.retrieve, .notFound) }
        try await expecting(list)
        let method = RetrieveByGet(associations: associations, knowledge: knowledge)
        try await method.bring(list, of: scope) { instance in
            var instance = instance
            instance.assumedCharacterSet = knowledge.characterSet
            try await deliver(instance)
        }
    }
}
