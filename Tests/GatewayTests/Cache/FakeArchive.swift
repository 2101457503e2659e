import DICOM
import DICOMweb
import DIMSE
import Gateway
import NIOCore
import NIOConcurrencyHelpers

/// An archive in memory that does what a test tells it to.
final class FakeArchive: Archive {
    /// How a retrieval goes wrong.
    enum Fault: Sendable {
        case stopsAfter(Int)
        case leavesOut(Int)
        case sendsForeign
        case sendsTruncated
    }

    struct Log {
        var retrievals: [Scope] = []
        var delivered = 0
        var cancelled = 0
    }

    let name: String
    let log = NIOLockedValueBox(Log())
    private let instances: [(Scope, ByteBuffer)]
    private let transferSyntax: TransferSyntax
    private let fault: Fault?
    /// Lets so many instances through; nil lets all.
    private let gate: AsyncStream<Void>?

    /// - Parameter describe: adds attributes to each instance.
    init(
        name: String = "fake",
        instances: Int,
        size: Int = 1000,
        transferSyntax: TransferSyntax = .explicitVRLittleEndian,
        fault: Fault? = nil,
        gate: AsyncStream<Void>? = nil,
        describe: (inout DataSet) -> Void = { _ in }
    ) {
        self.name = name
        self.instances = (1...instances).map { number in
            let scope = Scope.instance(study: "1.2", series: "1.2.3", instance: UID(rawValue: "1.2.3.\(number)"))
            return (
                scope,
                Self.encoded(scope, size: size, fill: UInt8(truncatingIfNeeded: number), transferSyntax, describe)
            )
        }
        self.transferSyntax = transferSyntax
        self.fault = fault
        self.gate = gate
    }

    static func encoded(
        _ scope: Scope,
        size: Int,
        fill: UInt8,
        _ transferSyntax: TransferSyntax = .explicitVRLittleEndian,
        _ describe: (inout DataSet) -> Void = { _ in }
    ) -> ByteBuffer {
        var dataSet = DataSet()
        describe(&dataSet)
        dataSet.set(.sopClassUID, "1.2.840.10008.5.1.4.1.1.2")
        dataSet.set(.sopInstanceUID, scope.instance?.rawValue ?? "")
        dataSet.set(.studyInstanceUID, scope.study.rawValue)
        dataSet.set(.seriesInstanceUID, scope.series?.rawValue ?? "")
        dataSet.set(DataElement(.pixelData, .OW, .bytes(ByteBuffer(repeating: fill, count: size))))
        guard let bytes = try? DataSetEncoder(transferSyntax).encode(dataSet) else { return ByteBuffer() }
        return bytes
    }

    func bytes(of instance: UID) -> ByteBuffer? { instances.first { $0.0.instance == instance }?.1 }

    func echo() async throws {}

    func search(_ query: SearchQuery, limit: Int) async throws -> ArchiveMatches {
        ArchiveMatches(matches: [], isTruncated: false)
    }

    func store(_ instances: [OutgoingInstance]) async -> [StoreAnswer] { [] }

    func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        log.withLockedValue { $0.retrievals.append(scope) }
        let wanted = instances.filter { scope.series == nil || scope.instance == nil || scope == $0.0 }
        guard !wanted.isEmpty else { throw ArchiveError(archive: name, step: .retrieve, cause: .notFound) }
        try await expecting(
            wanted.map { ListedInstance(study: "1.2", series: "1.2.3", instance: $0.0.instance ?? "", sopClass: nil) }
        )
        var gate = gate?.makeAsyncIterator()
        for (index, (place, bytes)) in wanted.enumerated() {
            if gate != nil, await gate?.next() == nil {
                log.withLockedValue { $0.cancelled += 1 }
                throw CancellationError()
            }
            if case .stopsAfter(index) = fault {
                throw ArchiveError(archive: name, step: .retrieve, cause: .association(.closed))
            }
            if case .leavesOut(index) = fault { continue }
            try await deliver(incoming(place, bytes))
            log.withLockedValue { $0.delivered += 1 }
        }
    }

    private func incoming(_ place: Scope, _ bytes: ByteBuffer) -> IncomingInstance {
        var instance = place.instance ?? ""
        var rest = bytes
        if case .sendsForeign = fault {
            instance = "9.9.9"
            rest = Self.encoded(.instance(study: "9", series: "9.9", instance: "9.9.9"), size: 10, fill: 0)
        }
        if case .sendsTruncated = fault { rest = rest.getSlice(at: 0, length: rest.readableBytes / 2) ?? rest }
        let pieces = NIOLockedValueBox(rest)
        return IncomingInstance(
            sopClass: "1.2.840.10008.5.1.4.1.1.2",
            instance: instance,
            transferSyntax: transferSyntax
        ) {
            pieces.withLockedValue { $0.readableBytes == 0 ? nil : $0.readSlice(length: min(100, $0.readableBytes)) }
        }
    }
}
