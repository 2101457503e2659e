package import DICOM
import DICOMweb

/// A study, or a series, of which an archive did not tell what it holds.
package struct UncountedEntity: Hashable, Sendable {
    package var study: UID
    /// Nil of a study.
    package var series: UID?
    package var wantsInstances: Bool

    package init(study: UID, series: UID? = nil, wantsInstances: Bool) {
        self.study = study
        self.series = series
        self.wantsInstances = wantsInstances
    }
}

/// What a study or series holds, as far as it was counted (PS3.4 §C.3.4).
package struct EntityCounts: Hashable, Sendable {
    package var modalities: Set<String> = []
    package var series: Int?
    package var instances: Int?

    package init() {}

    /// What two archives have of one entity.
    mutating func merge(_ other: EntityCounts) {
        modalities.formUnion(other.modalities)
        series = [series, other.series].compactMap { $0 }.max()
        instances = [instances, other.instances].compactMap { $0 }.max()
    }
}

extension Archive {
    /// Nothing.
    package func count(_ entities: [UncountedEntity], limit: Int) async throws -> [UncountedEntity: EntityCounts] {
        [:]
    }
}

extension DIMSEArchive {
    package func count(_ entities: [UncountedEntity], limit: Int) async throws -> [UncountedEntity: EntityCounts] {
        guard limits.counting != .off, !entities.isEmpty else { return [:] }
        return try await finding { finder in
            var count = Count(finder, limits, instances: limit)
            for entity in entities { try await count.add(entity) }
            return count.counts
        }
    }
}

/// The counting of some entities on one association, to the end or until the archive has been asked enough.
private struct Count {
    private(set) var counts: [UncountedEntity: EntityCounts] = [:]
    private let finder: Finder
    private let countsInstances: Bool
    private var searches: Int
    /// How many answers for instances may still be read.
    private var answers: Int

    init(_ finder: Finder, _ limits: SearchLimits, instances: Int) {
        self.finder = finder
        countsInstances = limits.counting == .full
        searches = limits.searches
        answers = instances
    }

    mutating func add(_ entity: UncountedEntity) async throws {
        guard searches > 0 else { return }
        if finder.model == .patient, try await finder.patientID(of: entity.study, searches: &searches) == nil { return }
        var found = EntityCounts()
        if let series = entity.series {
            found.instances = try await instances(of: entity.study, series)
        } else {
            searches -= 1
            let series = try await finder.series(of: entity.study, patientID: nil)
            // Of an archive that does not have it, nothing is said.
            guard !series.isEmpty else { return }
            found.modalities = Set(series.compactMap { $0.string(.modality) })
            found.series = Set(series.compactMap { $0.uid(.seriesInstanceUID) }).count
            if entity.wantsInstances { found.instances = try await instances(of: entity.study, all: series) }
        }
        counts[entity] = found
    }

    private mutating func instances(of study: UID, all series: [DataSet]) async throws -> Int? {
        var sum = 0
        for one in series {
            guard let uid = one.uid(.seriesInstanceUID) else { continue }
            var count = one.integer(.numberOfSeriesRelatedInstances)
            if count == nil { count = try await instances(of: study, uid) }
            guard let count, count >= 0 else { return nil }
            sum += count
        }
        return sum
    }

    private mutating func instances(of study: UID, _ series: UID) async throws -> Int? {
        guard countsInstances, searches > 0, answers > 0 else { return nil }
        searches -= 1
        let found = try await finder.instances(of: study, series: series, limit: answers)
        answers -= found.matches.count
        guard !found.isTruncated else {
            answers = 0
            searches = 0
            return nil
        }
        return Set(found.matches.compactMap { $0.uid(.sopInstanceUID) }).count
    }
}
