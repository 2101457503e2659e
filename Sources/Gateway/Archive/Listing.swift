import DICOM
import DICOMweb

/// What an archive holds of a scope, found out by IMAGE level queries before anything is retrieved.
extension DIMSEArchive {
    /// The instances of a scope; none when the archive has none.
    func list(_ scope: Scope) async throws -> [ListedInstance] {
        do {
            return try await finding { finder in
                var list: [ListedInstance] = []
                for series in try await seriesOf(scope, by: finder) {
                    list += try await instancesOf(scope, in: series, by: finder)
                    if list.last?.sopClass == nil { try await tellModality(of: series, in: &list, scope, by: finder) }
                }
                return list
            }
        } catch let failure as ArchiveError {
            throw associations.error(.retrieve, failure.cause)
        }
    }

    /// A hierarchical query needs the unique key of each level above its own (PS3.4 §C.4.1.3.1.1).
    private func seriesOf(_ scope: Scope, by finder: Finder) async throws -> [UID] {
        if let series = scope.series { return [series] }
        var identifier = DataSet()
        identifier.set(.queryRetrieveLevel, "SERIES")
        identifier.set(.studyInstanceUID, uid: scope.study)
        identifier.set(.seriesInstanceUID)
        let answer = try await finder.find(identifier, limit: Self.listingLimit)
        return answer.matches.compactMap { $0.uid(.seriesInstanceUID) }
    }

    private func instancesOf(_ scope: Scope, in series: UID, by finder: Finder) async throws -> [ListedInstance] {
        var identifier = DataSet()
        identifier.set(.queryRetrieveLevel, "IMAGE")
        identifier.set(.sopClassUID)
        identifier.set(.sopInstanceUID, uids: scope.instance.map { [$0] } ?? [])
        identifier.set(.studyInstanceUID, uid: scope.study)
        identifier.set(.seriesInstanceUID, uid: series)
        let answer = try await finder.find(identifier, limit: Self.listingLimit)
        return answer.matches.compactMap { match in
            guard let instance = match.uid(.sopInstanceUID) else { return nil }
            return ListedInstance(
                study: scope.study,
                series: series,
                instance: instance,
                sopClass: match.uid(.sopClassUID)
            )
        }
    }

    /// The series' modality, from which the classes can be guessed.
    private func tellModality(
        of series: UID,
        in list: inout [ListedInstance],
        _ scope: Scope,
        by finder: Finder
    ) async throws {
        guard list.last?.series == series else { return }
        var identifier = DataSet()
        identifier.set(.queryRetrieveLevel, "SERIES")
        identifier.set(.modality)
        identifier.set(.studyInstanceUID, uid: scope.study)
        identifier.set(.seriesInstanceUID, uid: series)
        let modality = try await finder.find(identifier, limit: 1).matches.first?.string(.modality)
        for index in list.indices where list[index].series == series {
            list[index].modality = modality
        }
    }

    /// More instances than any series has; a larger answer is a broken one.
    private static let listingLimit = 1_000_000
}
