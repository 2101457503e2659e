import DICOM
import DICOMweb

/// What a page of results is to tell of its studies and series and the archive did not (PS3.4 §C.3.4).
struct MissingCounts {
    private let query: SearchQuery

    init(_ query: SearchQuery) {
        self.query = query
    }

    /// The studies and series to be counted, each once, in the order of the page.
    func entities(of results: [DataSet]) -> [UncountedEntity] {
        var seen: Set<UncountedEntity> = []
        return results.flatMap(entities).filter { seen.insert($0).inserted }
    }

    private func entities(of result: DataSet) -> [UncountedEntity] {
        [study(of: result), series(of: result)].compactMap { $0 }
    }

    private func study(of result: DataSet) -> UncountedEntity? {
        guard query.levels.contains(.study), let study = result.uid(.studyInstanceUID) else { return nil }
        let wantsInstances = result.integer(.numberOfStudyRelatedInstances) == nil
        guard wantsInstances || result.integer(.numberOfStudyRelatedSeries) == nil || result[.modalitiesInStudy] == nil
        else { return nil }
        return UncountedEntity(study: study, wantsInstances: wantsInstances)
    }

    private func series(of result: DataSet) -> UncountedEntity? {
        guard query.levels.contains(.series), result.integer(.numberOfSeriesRelatedInstances) == nil,
            let study = result.uid(.studyInstanceUID), let series = result.uid(.seriesInstanceUID)
        else { return nil }
        return UncountedEntity(study: study, series: series, wantsInstances: true)
    }

    /// The result with what was counted; what the archive told stands.
    func filling(_ result: DataSet, with counts: [UncountedEntity: EntityCounts]) -> DataSet {
        var result = result
        if let entity = study(of: result), let found = counts[entity] {
            if result[.modalitiesInStudy] == nil, !found.modalities.isEmpty {
                result.set(.modalitiesInStudy, strings: found.modalities.sorted())
            }
            result.fill(.numberOfStudyRelatedSeries, found.series)
            result.fill(.numberOfStudyRelatedInstances, found.instances)
        }
        if let entity = series(of: result), let found = counts[entity] {
            result.fill(.numberOfSeriesRelatedInstances, found.instances)
        }
        return result
    }
}

extension DataSet {
    fileprivate mutating func fill(_ tag: Tag, _ count: Int?) {
        guard let count, integer(tag) == nil else { return }
        set(tag, integers: count)
    }
}
