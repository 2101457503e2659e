import DICOM
import DIMSE
import NIOConcurrencyHelpers
import NIOCore

@testable import Gateway

/// An archive of one instance, in either information model, and a note of what was asked of it.
final class TinyArchive: ServiceProvider {
    static let patientID = "GEHEIM"
    static let study: UID = "1.2.3"

    private let model: InformationModel
    private let destination: Peer?
    private let sends: Bool
    private let asked = NIOLockedValueBox<[DataSet]>([])

    /// - Parameters:
    ///   - destination: where C-MOVE sends to, whomever it is asked to send to.
    ///   - sends: false for one that is done without having sent anything.
    init(_ model: InformationModel = .study, destination: Peer? = nil, sends: Bool = true) {
        self.model = model
        self.destination = destination
        self.sends = sends
    }

    var queries: [DataSet] { asked.withLockedValue { $0 } }

    /// Runs `body` with the archive listening on a free port.
    static func serve<Result: Sendable>(
        _ archive: TinyArchive,
        _ body: @escaping @Sendable (_ port: Int) async throws -> Result
    ) async throws -> Result {
        let server = DIMSEServer(port: 0, configuration: archive.configuration, provider: archive)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { listening.yield($0) } }
            defer { group.cancelAll() }
            for await port in ports { return try await body(port) }
            throw CancellationError()
        }
    }

    private var configuration: ServerConfiguration {
        let services: Set<UID> = [SOPClass.verification, model.findClass, model.getClass, model.moveClass]
        return ServerConfiguration(
            aeTitle: "TINY",
            accepts: { uid in
                services.contains(uid) || StorageSOPClass(uid) != nil
                    ? [.explicitVRLittleEndian, .implicitVRLittleEndian] : nil
            }
        )
    }

    func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
        asked.withLockedValue { $0.append(query.identifier) }
        let level = query.identifier.string(.queryRetrieveLevel) ?? ""
        if model == .patient, level != "PATIENT", query.identifier.string(.patientID) != Self.patientID {
            throw ServiceFailure(.dataSetDoesNotMatchSOPClass)
        }
        var match = DataSet()
        match.set(.queryRetrieveLevel, level)
        match.set(.patientID, Self.patientID)
        match.set(.patientName, "Sekret^Nomen")
        match.set(.studyInstanceUID, uid: Self.study)
        match.set(.seriesInstanceUID, uid: "1.2.3.4")
        match.set(.modality, "CT")
        match.set(.sopInstanceUID, uid: "1.2.3.4.5")
        match.set(.sopClassUID, uid: StorageSOPClass.ctImage)
        try await yield(match)
        return .success
    }

    func instances(_ query: Query) async throws -> [StoredInstance] {
        guard sends else { return [] }
        return [
            StoredInstance(
                sopClassUID: StorageSOPClass.ctImage,
                sopInstanceUID: "1.2.3.4.5",
                transferSyntaxes: [.explicitVRLittleEndian]
            )
        ]
    }

    func write(_ instance: StoredInstance, as syntax: TransferSyntax, into data: inout DataWriter) async throws {
        try await data.write(ByteBuffer(repeating: 0, count: 2048))
    }

    func destination(_ aeTitle: String, for caller: Caller) async throws -> Peer? { destination }
}
