import DICOM
import NIOCore

/// Makes the answers of one C-FIND.
struct Answering {
    private let query: ArchiveQuery
    private let matching: Matching
    /// The keys that describe entities of the query's level or above; the others restrict nothing, and come back empty.
    private let keys: DataSet
    /// What studies and series hold, where an answer needs it.
    private let tallies: Tallies?

    init(_ query: ArchiveQuery, combinesDateAndTime: Bool, in entries: [Entry]) {
        self.query = query
        matching = Matching(combinesDateAndTime: combinesDateAndTime)
        var keys = query.identifier
        keys.removeAll { QueryRetrieveLevel(of: $0.tag) > query.level }
        self.keys = keys
        let isCounted = query.level != .patient && Self.counted.contains { keys[$0] != nil }
        tallies = isCounted ? Tallies(entries) : nil
    }

    private static let counted: [Tag] = [
        .modalitiesInStudy, .sopClassesInStudy, .numberOfStudyRelatedSeries, .numberOfStudyRelatedInstances,
        .numberOfSeriesRelatedInstances,
    ]

    /// The answer for one entity; nil when it does not match.
    ///
    /// - Parameter entity: its entries, at least one: the first one stands for what they share.
    func answer(for entity: [Entry]) throws(DataError) -> DataSet? {
        guard let first = entity.first else { return nil }
        var attributes = try first.attributes()
        setCounted(first, entity, &attributes)
        guard attributes.matches(keys, matching) else { return nil }
        var answer = DataSet(characterSet: attributes.characterSet)
        answer[.specificCharacterSet] = attributes[.specificCharacterSet]
        for key in query.identifier.elements where !key.isControl {
            answer.set(keys[key.tag] == nil ? key.emptied : key.answered(by: attributes))
        }
        answer.set(.queryRetrieveLevel, query.level.rawValue)
        answer.set(.retrieveAETitle, DemoArchive.aeTitle)
        return answer
    }

    /// What no instance says of itself (PS3.4 §C.3.4, §C.6.1.1).
    private func setCounted(_ first: Entry, _ entity: [Entry], _ attributes: inout DataSet) {
        attributes.set(.retrieveAETitle, DemoArchive.aeTitle)
        attributes.set(.instanceAvailability, "ONLINE")
        switch query.level {
        case .patient:
            attributes.set(.numberOfPatientRelatedStudies, integers: Set(entity.map(\.studyInstanceUID)).count)
            attributes.set(.numberOfPatientRelatedSeries, integers: Set(entity.map(\.seriesInstanceUID)).count)
            attributes.set(.numberOfPatientRelatedInstances, integers: entity.count)
        case .study, .series: break
        case .image: attributes.set(.availableTransferSyntaxUID, uid: first.transferSyntax.uid)
        }
        guard let tallies, query.level != .patient else { return }
        if query.level >= .series {
            attributes.set(.numberOfSeriesRelatedInstances, integers: tallies.series[first.seriesInstanceUID] ?? 0)
        }
        guard let study = tallies.studies[first.studyInstanceUID] else { return }
        attributes.set(.modalitiesInStudy, .CS, strings: study.modalities.sorted())
        attributes.set(.sopClassesInStudy, uids: study.classes.sorted())
        attributes.set(.numberOfStudyRelatedSeries, integers: study.series.count)
        attributes.set(.numberOfStudyRelatedInstances, integers: study.instances)
    }
}

/// What the studies and series of the archive hold, counted once for all answers of a query.
private struct Tallies {
    struct Study {
        var modalities: Set<String> = []
        var classes: Set<UID> = []
        var series: Set<UID> = []
        var instances = 0
    }

    private(set) var studies: [UID: Study] = [:]
    /// The number of instances.
    private(set) var series: [UID: Int] = [:]

    init(_ entries: [Entry]) {
        for entry in entries {
            var study = studies.removeValue(forKey: entry.studyInstanceUID) ?? Study()
            if !entry.modality.isEmpty { study.modalities.insert(entry.modality) }
            study.classes.insert(entry.sopClassUID)
            study.series.insert(entry.seriesInstanceUID)
            study.instances += 1
            studies[entry.studyInstanceUID] = study
            series[entry.seriesInstanceUID, default: 0] += 1
        }
    }
}

extension DataElement {
    /// True of what says how the identifier is to be read.
    var isControl: Bool {
        tag == .specificCharacterSet || tag == .queryRetrieveLevel || tag == .queryRetrieveView || tag.isGroupLength
    }

    /// The key without a value, as what is unknown is returned.
    fileprivate var emptied: DataElement { DataElement(tag, vr, vr == .SQ ? .items([]) : .bytes(ByteBuffer())) }

    /// What the attributes have for the key; of items only what the key's item asks for, if it asks for anything.
    fileprivate func answered(by attributes: DataSet) -> DataElement {
        guard let element = attributes[tag] else { return emptied }
        guard case .items(let keys) = value, let wanted = keys.first, !wanted.isEmpty,
            case .items(let items) = element.value
        else { return element }
        let answers = items.map { item in
            var answer = DataSet(characterSet: item.characterSet)
            for key in wanted.elements where !key.tag.isGroupLength {
                answer.set(key.answered(by: item))
            }
            return answer
        }
        return DataElement(tag, .SQ, .items(answers))
    }
}

extension Tag {
    fileprivate static let numberOfPatientRelatedStudies = Tag(0x0020, 0x1200)
    fileprivate static let numberOfPatientRelatedSeries = Tag(0x0020, 0x1202)
    fileprivate static let numberOfPatientRelatedInstances = Tag(0x0020, 0x1204)
}
