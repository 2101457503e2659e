import DICOM
import DIMSE
import DemoArchive
import FoundationEssentials
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Testing

/// An instance for tests, of which those of one study and series follow from numbers.
struct Sample {
    var study = 1
    var series = 1
    var instance = 1
    var patientName = "Adams^Ada"
    var patientID = "P1"
    var studyDate = "20240101"
    var modality = "CT"
    var characterSet: [String] = ["ISO_IR 100"]
    var transferSyntax = TransferSyntax.explicitVRLittleEndian
    var pixelCount = 1000

    var studyInstanceUID: UID { UID(rawValue: "1.2.\(study)") }
    var seriesInstanceUID: UID { UID(rawValue: "1.2.\(study).\(series)") }
    var sopInstanceUID: UID { UID(rawValue: "1.2.\(study).\(series).\(instance)") }

    var dataSet: DataSet {
        var dataSet = DataSet()
        dataSet.set(.specificCharacterSet, strings: characterSet)
        dataSet.set(.sopClassUID, uid: StorageSOPClass.ctImage)
        dataSet.set(.sopInstanceUID, uid: sopInstanceUID)
        dataSet.set(.studyDate, studyDate)
        dataSet.set(.modality, modality)
        dataSet.set(.patientName, patientName)
        dataSet.set(.patientID, patientID)
        dataSet.set(.studyInstanceUID, uid: studyInstanceUID)
        dataSet.set(.seriesInstanceUID, uid: seriesInstanceUID)
        dataSet.set(.seriesNumber, integers: series)
        dataSet.set(.instanceNumber, integers: instance)
        dataSet.set(
            .pixelData,
            .OW,
            bytes: ByteBuffer(bytes: (0..<pixelCount * 2).map { UInt8(truncatingIfNeeded: $0) })
        )
        return dataSet
    }

    var encoded: ByteBuffer {
        get throws { try DataSetEncoder(transferSyntax).encode(dataSet) }
    }

    var file: ByteBuffer {
        get throws {
            var file = FileMeta(
                mediaStorageSOPClassUID: StorageSOPClass.ctImage,
                mediaStorageSOPInstanceUID: sopInstanceUID,
                transferSyntax: transferSyntax
            ).encoded()
            file.writeImmutableBuffer(try encoded)
            return file
        }
    }
}

/// A directory that lasts as long as `body` runs.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gantry-test-\(UUID().uuidString)")
        .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // What cannot be removed is the temporary directory's.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

func write(_ bytes: ByteBuffer, to path: String) throws {
    try Data(bytes.readableBytesView).write(to: URL(filePath: path))
}

/// The words of the progress.
final class Words: Sendable {
    private let words = NIOLockedValueBox<[String]>([])
    var all: [String] { words.withLockedValue { $0 } }
    func add(_ word: String) { words.withLockedValue { $0.append(word) } }
}

/// An archive over a folder with those samples' files, listening while `body` runs.
func withArchive(
    of samples: [Sample],
    destinations: [String: Peer] = [:],
    _ body: (Peer) async throws -> Void
) async throws {
    try await withFolder { folder in
        for (number, sample) in samples.enumerated() {
            try write(sample.file, to: "\(folder)/\(number).dcm")
        }
        try await withArchive(files: folder, destinations: destinations, body)
    }
}

func withArchive(
    files: String?,
    destinations: [String: Peer] = [:],
    progress: (String) -> Void = { _ in },
    _ body: (Peer) async throws -> Void
) async throws {
    let logger = Logger(label: "demo", factory: { _ in SwiftLogNoOpLogHandler() })
    let archive = try await DemoArchive(
        files: files,
        destinations: { destinations[$0] },
        logger: logger,
        progress: progress
    )
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { listening.finish() }
            try await archive.run { listening.yield($0) }
        }
        defer { group.cancelAll() }
        for await port in ports {
            return try await body(Peer(aeTitle: DemoArchive.aeTitle, host: "127.0.0.1", port: port))
        }
        try await group.waitForAll()
    }
}

/// The identifier of a query: empty values ask for the attribute.
func identifier(_ level: String, _ keys: [(DICOM.Tag, String)], in characterSet: [String] = []) -> DataSet {
    var identifier = DataSet()
    if !characterSet.isEmpty { identifier.set(.specificCharacterSet, strings: characterSet) }
    identifier.set(.queryRetrieveLevel, level)
    for (tag, value) in keys {
        value.isEmpty
            ? identifier.setEmpty(tag) : identifier.set(tag, strings: value.split(separator: "\\").map(String.init))
    }
    return identifier
}

func find(
    _ peer: Peer,
    _ identifier: DataSet,
    _ sopClass: UID = SOPClass.studyRootFind
) async throws -> (status: Status, matches: [DataSet]) {
    try await Association.connect(
        to: peer,
        from: "TEST",
        proposing: [ProposedContext(sopClass, [.explicitVRLittleEndian])]
    ) { association in
        var matches: [DataSet] = []
        let outcome = try await association.find(sopClass, identifier) {
            matches.append($0)
            return .more
        }
        return (outcome.status, matches)
    }
}

/// What a C-GET delivers, by SOP Instance UID, when CT images are taken in that transfer syntax.
func get(
    _ peer: Peer,
    _ identifier: DataSet,
    of sopClass: UID = StorageSOPClass.ctImage,
    as syntax: TransferSyntax = .explicitVRLittleEndian
) async throws -> (status: Status, instances: [UID: ByteBuffer]) {
    let contexts = [
        ProposedContext(SOPClass.studyRootGet, [.implicitVRLittleEndian]),
        ProposedContext(sopClass, [syntax], role: [.scu, .scp]),
    ]
    return try await Association.connect(to: peer, from: "TEST", proposing: contexts) { association in
        var instances: [UID: ByteBuffer] = [:]
        let outcome = try await association.get(SOPClass.studyRootGet, identifier) { arrival in
            var bytes = ByteBuffer()
            while let piece = try await arrival.next() { bytes.writeImmutableBuffer(piece) }
            instances[arrival.sopInstanceUID] = bytes
            return .success
        }
        return (outcome.status, instances)
    }
}

/// As `#expect`, of what is awaited on the way to the call: the macro does not take that.
func expect<Value: Equatable>(
    _ value: Value,
    is expected: Value,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(value == expected, sourceLocation: sourceLocation)
}
