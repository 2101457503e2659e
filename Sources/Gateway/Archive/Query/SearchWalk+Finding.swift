import DICOM
import DICOMweb
import DIMSE

/// The C-FINDs of a walk, and what becomes of their matches.
extension SearchWalk {
    func collect(_ step: SearchStep, from above: DataSet?) async throws {
        for var match in try await find(step, limit: limit - answer.matches.count) {
            for (tag, value) in step.unique where match.string(tag) == nil { match.set(tag, strings: [value]) }
            if let above { inherit(above, of: levels.filter { !step.levels.contains($0) }, in: &match) }
            answer.matches.append(match)
        }
    }

    func inherit(_ above: DataSet, of levels: [QueryLevel], in match: inout DataSet) {
        query.inherit(above, of: Set(levels), in: &match, finder.capabilities)
    }

    /// What a step finds and matches.
    func find(_ step: SearchStep, limit: Int) async throws -> [DataSet] {
        let checks = query.checks(
            at: step.levels,
            hasPatientLevel: finder.capabilities.hasPatientLevel,
            hasFuzzyNames: finder.capabilities.fuzzyNames,
            askedIn: finder.capabilities.characterSet
        )
        let keys = Set(query.keys.map(\.tag))
        var found: [DataSet] = []
        for identifier in try query.identifiers(for: step, finder.capabilities) {
            guard searches > 0 else {
                answer.isTruncated = true
                break
            }
            searches -= 1
            let left = max(0, limit - found.count)
            do {
                let part = try await finder.find(identifier, limit: left, keys: keys) {
                    checks.verdict(on: $0) != .differs
                }
                found += part.matches
                answer.isTruncated = answer.isTruncated || part.isTruncated
                if part.isTruncated { break }
            } catch is AssociationError where answer.isTruncated {
                // The archive did not stop when it was told to, and was hung up on.
                searches = 0
                break
            }
        }
        learnPatients(of: found, under: step)
        guard query.matchesModalities, step.levels.contains(.study) else { return found }
        return try await withModalities(found, under: step).filter { checks.verdict(on: $0) != .differs }
    }

    private func learnPatients(of matches: [DataSet], under step: SearchStep) {
        guard finder.model == .patient, step.levels.contains(.study) else { return }
        for match in matches {
            guard let study = match.uid(.studyInstanceUID),
                let patient = match.string(.patientID) ?? step.unique[.patientID]
            else { continue }
            finder.knowledge.learn(patientID: patient, of: study)
        }
    }

    /// Modalities in Study (0008,0061) of those that the archive has left without, from a search for their series.
    private func withModalities(_ matches: [DataSet], under step: SearchStep) async throws -> [DataSet] {
        var completed: [DataSet] = []
        for var match in matches {
            if match.string(.modalitiesInStudy) == nil, let study = match.uid(.studyInstanceUID) {
                if modalities[study] == nil, searches > 0, !answer.isTruncated {
                    searches -= 1
                    let series = try await finder.series(of: study, patientID: step.unique[.patientID])
                    modalities[study] = Set(series.compactMap { $0.string(.modality) }).sorted()
                }
                if let found = modalities[study] { match.set(.modalitiesInStudy, strings: found) }
            }
            completed.append(match)
        }
        return completed
    }
}
