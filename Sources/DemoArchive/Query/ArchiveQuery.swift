import DICOM
import DIMSE

/// The identifier of a C-FIND, C-GET or C-MOVE, found to fit its information model (PS3.4 §C.4).
struct ArchiveQuery {
    let level: QueryRetrieveLevel
    /// The upmost level of the information model.
    private let root: QueryRetrieveLevel
    let identifier: DataSet

    /// - Throws: `dataSetDoesNotMatchSOPClass` when the level or a unique key is missing (PS3.4 §C.4.1.3.1.1, §C.4.2.2.1).
    init(_ query: Query) throws(ServiceFailure) {
        root = query.isPatientRoot ? .patient : .study
        let text = query.identifier.string(.queryRetrieveLevel)
        guard let level = text.flatMap(QueryRetrieveLevel.init(rawValue:)), level >= root else {
            throw ServiceFailure(.dataSetDoesNotMatchSOPClass, comment: "Query/Retrieve Level missing or not in model")
        }
        self.level = level
        identifier = query.identifier
        try checkUniqueKeys(isRelational: query.isRelational, isRetrieval: query.isRetrieval)
    }

    /// One value for each level above the query's; in a retrieval at least one for its own (PS3.4 §C.4.2.1.4).
    private func checkUniqueKeys(isRelational: Bool, isRetrieval: Bool) throws(ServiceFailure) {
        for upper in levels where upper < level && !isRelational {
            guard let values = values(upper), values.count == 1 else {
                throw ServiceFailure(.dataSetDoesNotMatchSOPClass, comment: "no single value of \(upper.uniqueKey)")
            }
        }
        guard isRetrieval, values(level) == nil else { return }
        throw ServiceFailure(.dataSetDoesNotMatchSOPClass, comment: "no value of \(level.uniqueKey)")
    }

    /// The levels of the model from its root to the query's.
    private var levels: [QueryRetrieveLevel] {
        QueryRetrieveLevel.allCases.filter { $0 >= root && $0 <= level }
    }

    /// The values that the level's unique key must be one of; nil when it restricts nothing, or by wildcards.
    private func values(_ level: QueryRetrieveLevel) -> Set<String>? {
        let values = identifier.strings(level.uniqueKey).filter { !$0.isEmpty }
        guard !values.isEmpty, !values.contains(where: { $0.contains("*") || $0.contains("?") }) else { return nil }
        return Set(values)
    }

    /// The entries under what the unique keys name.
    func selected(from entries: [Entry]) -> [Entry] {
        let wanted = levels.compactMap { level in values(level).map { (level, $0) } }
        return entries.filter { entry in wanted.allSatisfy { $1.contains(entry.uniqueKey($0)) } }
    }

    /// The entries in groups, one for each entity of the query's level.
    func entities(of entries: [Entry]) -> [[Entry]] {
        var groups: [[Entry]] = []
        var positions: [String: Int] = [:]
        for entry in entries {
            if let position = positions[entry.uniqueKey(level)] {
                groups[position].append(entry)
            } else {
                positions[entry.uniqueKey(level)] = groups.count
                groups.append([entry])
            }
        }
        return groups
    }
}

extension Entry {
    func uniqueKey(_ level: QueryRetrieveLevel) -> String {
        switch level {
        case .patient: patientID
        case .study: studyInstanceUID.rawValue
        case .series: seriesInstanceUID.rawValue
        case .image: sopInstanceUID.rawValue
        }
    }
}

extension Query {
    fileprivate var isPatientRoot: Bool {
        [SOPClass.patientRootFind, SOPClass.patientRootGet, SOPClass.patientRootMove].contains(sopClassUID)
    }

    fileprivate var isRetrieval: Bool {
        ![SOPClass.patientRootFind, SOPClass.studyRootFind].contains(sopClassUID)
    }

    /// As negotiated (PS3.4 §C.5.1.1): the first byte of both kinds.
    fileprivate var isRelational: Bool { extendedNegotiation.first == 1 }

    /// Of queries the second byte.
    var combinesDateAndTime: Bool { extendedNegotiation.dropFirst().first == 1 }
}
