import DICOM
import DICOMweb

/// Which C-MOVEs bring the instances of a scope.
struct MovePlan {
    struct Step {
        /// What is asked for, or of which series some instances are.
        var scope: Scope
        /// Those of the series that are asked for, at the IMAGE level; none: the scope.
        var listed: [UID] = []
        /// What comes of it.
        var instances: Set<UID>

        /// The identifier in the archive's model (PS3.4 §C.4.2.1.4), where a list of UIDs is allowed at its level.
        func identifier(for knowledge: ArchiveKnowledge) -> DataSet {
            var identifier = knowledge.identifier(of: scope)
            if !listed.isEmpty {
                identifier.set(.queryRetrieveLevel, "IMAGE")
                identifier.set(.sopInstanceUID, uids: listed)
            }
            return identifier
        }
    }

    /// As many UIDs as one identifier has: 64 KiB in Explicit VR are a little more than a thousand.
    static let uidLimit = 500
    /// Up to so many are asked for one by one: not every archive takes a list.
    static let singleLimit = 20

    let steps: [Step]

    /// - Parameters:
    ///   - list: what the archive lists in the scope.
    ///   - arrived: those that are there already, and are not asked for again.
    init(_ scope: Scope, of list: [ListedInstance], without arrived: Set<UID> = []) {
        guard !arrived.isEmpty else {
            steps = [Step(scope: scope, instances: Set(list.map(\.instance)))]
            return
        }
        let bySeries = [UID: [ListedInstance]](grouping: list, by: \.series)
        steps = bySeries.keys.sorted().flatMap { series in
            let listed = (bySeries[series] ?? []).map(\.instance)
            let missing = listed.filter { !arrived.contains($0) }
            return missing.count == listed.count
                ? [Self.whole(.series(study: scope.study, series: series), missing)]
                : Self.parts(missing, of: .series(study: scope.study, series: series))
        }
    }

    private static func whole(_ scope: Scope, _ instances: [UID]) -> Step {
        Step(scope: scope, instances: Set(instances))
    }

    private static func parts(_ instances: [UID], of series: Scope) -> [Step] {
        let size = instances.count <= singleLimit ? 1 : uidLimit
        return stride(from: 0, to: instances.count, by: size).map { start in
            let part = Array(instances[start..<min(start + size, instances.count)])
            return Step(scope: series, listed: part, instances: Set(part))
        }
    }
}
