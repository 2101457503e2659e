import DICOM
import DIMSE
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Synchronization
import Testing

/// A provider for tests: some matches, some instances of given lengths, and a record of what arrived.
final class TestArchive: ServiceProvider {
    static let ct: UID = "1.2.840.10008.5.1.4.1.1.2"
    static let studyRootFind: UID = "1.2.840.10008.5.1.4.1.2.2.1"
    static let studyRootMove: UID = "1.2.840.10008.5.1.4.1.2.2.2"
    static let studyRootGet: UID = "1.2.840.10008.5.1.4.1.2.2.3"

    struct Received: Hashable, Sendable {
        var sopInstanceUID: UID
        var transferSyntax: TransferSyntax
        var moveOriginator: MoveOriginator?
        var bytes: ByteBuffer
    }

    let matches: Int
    /// The length of each instance's data set.
    let lengths: [Int]
    let destinations: [String: Peer]
    /// How long each match, and each piece that is stored, takes.
    let delay: Duration?
    private let log = NIOLockedValueBox<[Received]>([])
    private let found = Atomic(0)
    private let stored = Atomic(0)

    init(matches: Int = 0, lengths: [Int] = [], destinations: [String: Peer] = [:], delay: Duration? = nil) {
        self.matches = matches
        self.lengths = lengths
        self.destinations = destinations
        self.delay = delay
    }

    var received: [Received] { log.withLockedValue { $0 } }
    /// How many matches were passed on before the query ended.
    var yielded: Int { found.load(ordering: .relaxed) }
    /// How many bytes of instances were taken, whole ones or not.
    var taken: Int { stored.load(ordering: .relaxed) }

    func store(_ arrival: Arrival, from caller: Caller) async throws -> Status {
        var bytes = ByteBuffer()
        while let piece = try await arrival.next() {
            stored.add(piece.readableBytes, ordering: .relaxed)
            bytes.writeImmutableBuffer(piece)
            if let delay { try await Task.sleep(for: delay) }
        }
        log.withLockedValue {
            $0.append(
                Received(
                    sopInstanceUID: arrival.sopInstanceUID,
                    transferSyntax: arrival.transferSyntax,
                    moveOriginator: arrival.moveOriginator,
                    bytes: bytes
                )
            )
        }
        return .success
    }

    func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
        if query.identifier.string(.patientID) == "FAIL" { throw ServiceFailure(.unableToProcess, comment: "as asked") }
        for number in 0..<matches {
            var match = DataSet()
            match.set(.queryRetrieveLevel, .CS, "STUDY")
            match.set(.studyInstanceUID, .UI, "1.2.\(number)")
            if let delay { try await Task.sleep(for: delay) }
            try await yield(match)
            found.add(1, ordering: .relaxed)
        }
        return .success
    }

    func instances(_ query: Query) async throws -> [StoredInstance] {
        lengths.indices.map {
            StoredInstance(
                sopClassUID: Self.ct,
                sopInstanceUID: UID(rawValue: "1.2.3.\($0)"),
                transferSyntaxes: [.explicitVRLittleEndian]
            )
        }
    }

    func write(
        _ instance: StoredInstance,
        as transferSyntax: TransferSyntax,
        into data: inout DataWriter
    ) async throws {
        guard let number = instance.sopInstanceUID.rawValue.split(separator: ".").last.flatMap({ Int($0) }) else {
            throw ServiceFailure(.noSuchSOPInstance)
        }
        guard lengths[number] >= 0 else { throw ServiceFailure(.processingFailure) }
        try await data.write(Self.content(of: number, length: lengths[number]))
    }

    func destination(_ aeTitle: String, for caller: Caller) async throws -> Peer? { destinations[aeTitle] }

    /// Bytes that differ between instances, and repeat at no length in which data sets are cut.
    static func content(of number: Int, length: Int) -> ByteBuffer {
        let period = ByteBuffer(bytes: (0..<1021).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ number) })
        var bytes = ByteBuffer()
        bytes.reserveCapacity(length + 1021)
        while bytes.readableBytes < length {
            bytes.writeImmutableBuffer(period)
        }
        return bytes.getSlice(at: bytes.readerIndex, length: length) ?? bytes
    }
}

extension ServerConfiguration {
    /// Everything the test archive does, in three transfer syntaxes.
    static func test(_ aeTitle: String = "PACS") -> ServerConfiguration {
        ServerConfiguration(
            aeTitle: aeTitle,
            accepts: { abstractSyntax in
                switch abstractSyntax {
                case .verification, TestArchive.ct, TestArchive.studyRootFind, TestArchive.studyRootGet,
                    TestArchive.studyRootMove:
                    [.implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian]
                default: nil
                }
            }
        )
    }
}

extension [ProposedContext] {
    /// All of them, storage with the SCP role.
    static var all: [ProposedContext] {
        [
            .verification,
            ProposedContext(TestArchive.studyRootFind, [.explicitVRLittleEndian]),
            ProposedContext(TestArchive.studyRootGet, [.implicitVRLittleEndian]),
            ProposedContext(TestArchive.studyRootMove, [.explicitVRBigEndian]),
            ProposedContext(TestArchive.ct, [.explicitVRLittleEndian], role: [.scu, .scp]),
        ]
    }
}

extension DataSet {
    /// The identifier of a query for studies.
    static func studyQuery(_ patientID: String = "") -> DataSet {
        var identifier = DataSet()
        identifier.set(.queryRetrieveLevel, .CS, "STUDY")
        identifier.set(.patientID, .LO, patientID)
        return identifier
    }
}

extension DIMSEServer {
    /// Waits for the last association to end; which it must within that time.
    func waitUntilIdle(within limit: Duration) async throws {
        let (_, time) = try await timed {
            while associationCount > 0 { try await Task.sleep(for: .milliseconds(1)) }
        }
        #expect(time.isWithin(limit), "\(time)")
    }
}

/// Serves on loopback while `body` runs.
func withServer<Result: Sendable>(
    _ provider: some ServiceProvider,
    _ configuration: ServerConfiguration = .test(),
    security: SecureTransport? = nil,
    logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
    _ body: (Peer, DIMSEServer) async throws -> Result
) async throws -> Result {
    let server = DIMSEServer(
        port: 0,
        configuration: configuration,
        provider: provider,
        security: security,
        logger: logger
    )
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { listening.finish() }
            try await server.run { listening.yield($0) }
        }
        defer { group.cancelAll() }
        for await port in ports {
            return try await body(Peer(aeTitle: configuration.aeTitle, host: "127.0.0.1", port: port), server)
        }
        try await group.waitForAll()
        throw CancellationError()
    }
}
