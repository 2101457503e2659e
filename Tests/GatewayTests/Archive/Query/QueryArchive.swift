import DICOM
import DICOMweb
import DIMSE
import Gateway
import Logging
import NIOConcurrencyHelpers

/// An archive of our own server's that answers C-FIND by the rules of PS3.4 §C.4.1, as far as a test lets it.
final class QueryArchive: ServiceProvider {
    /// What it can and cannot do.
    struct Habits: Sendable {
        var models: Set<InformationModel> = [.study, .patient]
        /// Byte by byte of what it grants (PS3.4 §C.5.1.1).
        var grants: [UInt8] = []
        /// From how many bytes of extended negotiation on it rejects associations.
        var rejectsFrom = Int.max
        /// Grants relational queries and refuses them.
        var refusesRelational = false
        /// Attributes that it neither matches nor returns.
        var omits: Set<Tag> = []
        /// How many associations it rejects before it takes one, whatever they propose.
        var rejectsCallers = false
    }

    struct Log: Sendable {
        var identifiers: [DataSet] = []
        var proposals: [[ExtendedNegotiation]] = []
        var contexts: [Int] = []
    }

    let habits: Habits
    let log = NIOLockedValueBox(Log())
    private let instances: [DataSet]

    init(_ instances: [DataSet], _ habits: Habits) {
        self.instances = instances
        self.habits = habits
    }

    var proposals: [[ExtendedNegotiation]] { log.withLockedValue { $0.proposals } }
    /// How many presentation contexts each association proposed.
    var contexts: [Int] { log.withLockedValue { $0.contexts } }

    /// The levels of the C-FINDs.
    var asked: [String] { log.withLockedValue { $0.identifiers.map { $0.string(.queryRetrieveLevel) ?? "" } } }

    private static let levels = ["PATIENT", "STUDY", "SERIES", "IMAGE"]
    private static let keys: [Tag] = [.patientID, .studyInstanceUID, .seriesInstanceUID, .sopInstanceUID]

    func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
        log.withLockedValue { $0.identifiers.append(query.identifier) }
        let isPatientRoot = query.sopClassUID == SOPClass.patientRootFind
        guard let level = Self.levels.firstIndex(of: query.identifier.string(.queryRetrieveLevel) ?? "") else {
            throw ServiceFailure(.dataSetDoesNotMatchSOPClass)
        }
        let isRelational = query.extendedNegotiation.first == 1 && !habits.refusesRelational
        for key in Self.keys[(isPatientRoot ? 0 : 1)..<max(level, isPatientRoot ? 0 : 1)] where !isRelational {
            guard query.identifier.strings(key).count == 1, query.identifier.string(key) != nil else {
                throw ServiceFailure(.dataSetDoesNotMatchSOPClass)
            }
        }
        var keys = query.identifier
        keys.removeAll { habits.omits.contains($0.tag) }
        var seen: Set<String> = []
        for instance in instances {
            let combines = query.extendedNegotiation.dropFirst().first == 1
            guard instance.matches(keys, Matching(combinesDateAndTime: combines)),
                seen.insert(instance.string(Self.keys[level]) ?? "").inserted
            else { continue }
            var answer = DataSet()
            for key in keys.elements where key.tag != .specificCharacterSet {
                if let element = instance[key.tag] { answer.set(element) }
            }
            try await yield(answer)
        }
        return .success
    }
}

extension QueryArchive {
    /// An instance of a study of a patient: "A/1/2/3" is instance 3 of series 2 of study 1.
    static func instance(_ place: String, _ body: (inout DataSet) -> Void = { _ in }) -> DataSet {
        let parts = place.split(separator: "/").map(String.init)
        var dataSet = DataSet()
        dataSet.set(.patientID, parts[0])
        dataSet.set(.patientName, "Name^\(parts[0])")
        dataSet.set(.studyInstanceUID, "1.\(parts[1])")
        dataSet.set(.seriesInstanceUID, "1.\(parts[1]).\(parts[2])")
        dataSet.set(.sopInstanceUID, "1.\(parts[1]).\(parts[2]).\(parts[3])")
        dataSet.set(.modality, parts[2] == "1" ? "CT" : "SR")
        dataSet.set(.instanceNumber, parts[3])
        dataSet.set(.studyDate, "2024010\(parts[1])")
        body(&dataSet)
        return dataSet
    }

    static let some = ["A/1/1/1", "A/1/1/2", "A/1/2/1", "A/2/1/1", "B/3/1/1", "B/3/1/2", "C/4/2/1"].map { instance($0) }
}

/// Runs `body` with the gateway's own archive before such a one.
func withQueryArchive<Result: Sendable>(
    _ instances: [DataSet] = QueryArchive.some,
    _ habits: QueryArchive.Habits = QueryArchive.Habits(),
    quirks: ArchiveProfile = ArchiveProfile(),
    limits: SearchLimits = SearchLimits(),
    _ body: (DIMSEArchive, QueryArchive) async throws -> Result
) async throws -> Result {
    let provider = QueryArchive(instances, habits)
    let classes = Set(habits.models.flatMap { [$0.findClass, $0.getClass] })
    let configuration = ServerConfiguration(
        aeTitle: "ARCHIVE",
        accepts: { classes.contains($0) ? [.explicitVRLittleEndian, .implicitVRLittleEndian] : nil },
        rejects: { request in
            provider.log.withLockedValue {
                $0.proposals.append(request.userInformation.extendedNegotiations)
                $0.contexts.append(request.presentationContexts.count)
            }
            if habits.rejectsCallers { return .callingAETitleNotRecognized }
            let length = request.userInformation.extendedNegotiations.map(\.information.count).max() ?? 0
            return length >= habits.rejectsFrom ? .applicationContextNotSupported : nil
        },
        grants: { proposed in zip(proposed.information, habits.grants).map { min($0, $1) } }
    )
    let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let server = DIMSEServer(port: 0, configuration: configuration, provider: provider, logger: quiet)
    let (ports, report) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { report.finish() }
            try await server.run { report.yield($0) }
        }
        defer { group.cancelAll() }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else { throw NotRunning() }
        var archive = GatewayConfiguration.Archive(name: "main", aeTitle: "ARCHIVE", host: "127.0.0.1", port: port)
        archive.quirks = quirks
        archive.computeCounts = limits.counting
        return try await body(
            DIMSEArchive(archive, aeTitle: "GANTRY", searches: limits.searches, logger: quiet),
            provider
        )
    }
}
