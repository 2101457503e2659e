import DICOM
import DICOMweb

/// What an archive holds of a scope, found out by IMAGE level queries before anything is retrieved.
extension DIMSEArchive {
    /// The instances of a scope; none when the archive has none.
    func list(_ scope: Scope) async throws -> [ListedInstance] {
        do {
            return try await finding { finder in
                if finder.model == .patient {
                    var searches = limits.searches
                    guard try await finder.patientID(of: scope.study, searches: &searches) != nil else { return [] }
                }
                var list: [ListedInstance] = []
                for series in try await seriesOf(scope, by: finder) {
                    list += try await instancesOf(scope, in: series, by: finder)
                }
                return list
            }
        } catch let failure as ArchiveError {
            throw associations.error(.retrieve, failure.cause)
        }
    }

    private struct ListedSeries {
        var uid: UID
        var modality: String?
    }

    /// A hierarchical query needs the unique key of each level above its own (PS3.4 §C.4.1.3.1.1).
    private func seriesOf(_ scope: Scope, by finder: Finder) async throws -> [ListedSeries] {
        if let series = scope.series { return [ListedSeries(uid: series)] }
        return try await finder.series(of: scope.study, patientID: nil).compactMap { series in
            series.uid(.seriesInstanceUID).map { ListedSeries(uid: $0, modality: series.string(.modality)) }
        }
    }

    /// The instances of a series; with its modality, from which the classes can be guessed, where those are not told.
    private func instancesOf(
        _ scope: Scope,
        in series: ListedSeries,
        by finder: Finder
    ) async throws -> [ListedInstance] {
        let answer = try await finder.instances(of: scope.study, series: series.uid, instance: scope.instance)
        var list = answer.matches.compactMap { match in
            match.uid(.sopInstanceUID).map { instance in
                ListedInstance(
                    study: scope.study,
                    series: series.uid,
                    instance: instance,
                    sopClass: match.uid(.sopClassUID)
                )
            }
        }
        guard let last = list.last, last.sopClass == nil else { return list }
        var modality = series.modality
        if modality == nil {
            let all = try await finder.series(of: scope.study, patientID: nil)
            modality = all.first { $0.uid(.seriesInstanceUID) == series.uid }?.string(.modality)
        }
        for index in list.indices { list[index].modality = modality }
        return list
    }
}
