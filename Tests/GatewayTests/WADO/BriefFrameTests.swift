import DICOM
import DICOMweb
import Dispatch
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
        transferSyntax: TransferSyntax = .explicitVRLittleEndian,
        _ describe: (inout DataSet) -> Void = { _ in }
    ) -> FakeArchive {
        let size = (rows * columns * bits / 8 + 1) / 2 * 2
        return FakeArchive(instances: 1, size: size, transferSyntax: transferSyntax) { dataSet in
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

    private static func isBrief(
        rows: Int = 512,
        columns: Int = 512,
        bits: Int = 16,
        frame: Int = 1,
        transferSyntax: TransferSyntax = .explicitVRLittleEndian,
        _ describe: (inout DataSet) -> Void = { _ in }
    ) async throws -> Bool {
        let archive = archive(rows: rows, columns: columns, bits: bits, transferSyntax: transferSyntax, describe)
        return try await withCache { cache, _ in
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
        let pool = CodecWorkersTests.pool(workers: 1)
        let gate = DispatchSemaphore(value: 0)
        try await withCache { cache, _ in
            let service = DICOMwebService(
                archives: ArchiveDirectory([Self.archive()], federated: []),
                cache: cache,
                codecs: pool,
                matchLimit: 10,
                thumbnailLimits: InstanceCache.Limits(bytes: 1 << 20, idle: .seconds(60)),
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

    /// Its halves are exchanged first.
    @Test func bigEndianIsNot() async throws {
        #expect(try await !Self.isBrief(transferSyntax: .explicitVRBigEndian))
        #expect(try await Self.isBrief(transferSyntax: .implicitVRLittleEndian))
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
