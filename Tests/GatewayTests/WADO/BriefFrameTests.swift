import DICOM
import DICOMweb
import Dispatch
import FoundationEssentials
import Logging
import NIOCore
import Pixels
import Synchronization
import Testing

@testable import Gateway

/// Which frames are so small that an event loop may draw them.
@Suite struct BriefFrameTests {
    private static let instance = Scope.instance(study: "1.2", series: "1.2.3", instance: "1.2.3.1")

    private static func archive(
        rows: Int = 512,
        columns: Int = 512,
        bits: Int = 16,
        _ describe: (inout DataSet) -> Void = { _ in }
    ) -> FakeArchive {
        FakeArchive(instances: 1, size: (rows * columns * bits / 8 + 1) / 2 * 2) { dataSet in
            dataSet.set(.rows, .US, String(rows))
            dataSet.set(.columns, .US, String(columns))
            dataSet.set(.bitsAllocated, .US, String(bits))
            dataSet.set(.bitsStored, .US, String(bits))
            dataSet.set(.highBit, .US, String(bits - 1))
            dataSet.set(.pixelRepresentation, .US, "0")
            dataSet.set(.samplesPerPixel, .US, "1")
            dataSet.set(.photometricInterpretation, "MONOCHROME2")
            describe(&dataSet)
        }
    }

    private static func withCache<Value: Sendable>(
        _ body: (InstanceCache) async throws -> Value
    ) async throws -> Value {
        let cache = InstanceCache(
            spool: Spool(directory: FileManager.default.temporaryDirectory.path),
            limits: limits,
            logger: logger
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await cache.run() }
            defer { group.cancelAll() }
            return try await body(cache)
        }
    }

    private static let limits = InstanceCache.Limits(bytes: 1 << 30, idle: .seconds(60))
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static func isBrief(
        rows: Int = 512,
        columns: Int = 512,
        bits: Int = 16,
        frame: Int = 1,
        _ describe: (inout DataSet) -> Void = { _ in }
    ) async throws -> Bool {
        let archive = archive(rows: rows, columns: columns, bits: bits, describe)
        return try await withCache { cache in
            try FrameSource(try await cache.instance(instance, of: archive)).isBrief(frame)
        }
    }

    /// While the only codec thread is taken, a brief picture comes, and what is not brief waits for the thread.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "accept=image/png", "viewport=64,64", "annotation=patient", "iccprofile=yes", "quality=90&viewport=512,512",
        ]
    )
    func onlyBriefPicturesAreDrawnOnTheLoop(query: String) async throws {
        var configuration = GatewayConfiguration.Codecs()
        configuration.workers = 1
        let pool = CodecPool(configuration, program: CodecWorkersTests.program, logger: Self.logger)
        let gate = DispatchSemaphore(value: 0)
        try await Self.withCache { cache in
            let service = DICOMwebService(
                archives: ArchiveDirectory([Self.archive()], federated: []),
                cache: cache,
                codecs: pool,
                matchLimit: 10,
                thumbnailLimits: Self.limits,
                typeface: Typeface([])
            )
            async let taken: Void = pool.run { _ in gate.wait() }
            while pool.inHand.load(ordering: .relaxed) < 1 { await Task.yield() }
            try await withGateway(handlers: service.handlers) { port in
                let path = "/dicom-web/studies/1.2/series/1.2.3/instances/1.2.3.1/rendered"
                let brief = try await RawResponse.request(path, headers: ["Accept: image/jpeg"], port: port)
                #expect(brief.status == 200)
                async let other = RawResponse.request(path + "?" + query, port: port)
                while pool.inHand.load(ordering: .relaxed) < 2 { try await Task.sleep(for: .milliseconds(1)) }
                gate.signal()
                #expect(try await other.status == 200)
            }
            try await taken
        }
    }

    @Test func aSliceIs() async throws {
        #expect(try await Self.isBrief())
        #expect(try await Self.isBrief { $0.set(.pixelSpacing, .DS, "0.7", "0.7") })
    }

    @Test func aLargerImageIsNot() async throws {
        #expect(try await !Self.isBrief(rows: 514))
        #expect(try await !Self.isBrief(rows: 514, bits: 8))
    }

    /// A byte of them has eight pixels.
    @Test func singleBitsAreNot() async throws {
        #expect(try await !Self.isBrief(bits: 1))
    }

    /// One of many corners takes longer than all else.
    @Test func whatHasAShutterIsNot() async throws {
        #expect(try await !Self.isBrief { $0.set(Tag(0x0018, 0x1600), .CS, "POLYGONAL") })
    }

    /// They are drawn up to twenty times as high.
    @Test func pixelsThatAreNotSquareAreNot() async throws {
        #expect(try await !Self.isBrief { $0.set(.pixelSpacing, .DS, "2", "0.1") })
    }

    @Test func coloursAreNot() async throws {
        #expect(try await !Self.isBrief(bits: 8) { $0.set(.photometricInterpretation, "PALETTE COLOR") })
        #expect(try await !Self.isBrief { $0.set(.redPaletteColorLookupTableDescriptor, .US, "16", "0", "8") })
        #expect(try await Self.isBrief(bits: 8))
    }

    @Test func aFrameThatIsNotThereIsNot() async throws {
        #expect(try await !Self.isBrief(frame: 2))
    }
}
