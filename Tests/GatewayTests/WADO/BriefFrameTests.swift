import DICOM
import DICOMweb
import FoundationEssentials
import Logging
import Testing

@testable import Gateway

/// Which frames are so small that an event loop may draw them.
@Suite struct BriefFrameTests {
    private static func isBrief(
        rows: Int = 512,
        columns: Int = 512,
        bits: Int = 16,
        frame: Int = 1,
        _ describe: @escaping (inout DataSet) -> Void = { _ in }
    ) async throws -> Bool {
        let archive = FakeArchive(instances: 1, size: (rows * columns * bits / 8 + 1) / 2 * 2) { dataSet in
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
        let cache = InstanceCache(
            spool: Spool(directory: FileManager.default.temporaryDirectory.path),
            limits: InstanceCache.Limits(bytes: 1 << 30, idle: .seconds(60)),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let scope = Scope.instance(study: "1.2", series: "1.2.3", instance: "1.2.3.1")
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await cache.run() }
            defer { group.cancelAll() }
            return try FrameSource(try await cache.instance(scope, of: archive)).isBrief(frame)
        }
    }

    @Test func aSliceIs() async throws {
        #expect(try await Self.isBrief())
        #expect(try await Self.isBrief { $0.set(.pixelSpacing, .DS, "0.7", "0.7") })
    }

    @Test func aLargerImageIsNot() async throws {
        #expect(try await !Self.isBrief(rows: 514))
    }

    /// A byte of them has eight pixels.
    @Test func singleBitsAreNot() async throws {
        #expect(try await !Self.isBrief(bits: 1))
    }

    /// They are drawn up to twenty times as high.
    @Test func pixelsThatAreNotSquareAreNot() async throws {
        #expect(try await !Self.isBrief { $0.set(.pixelSpacing, .DS, "2", "0.1") })
    }

    @Test func coloursAreNot() async throws {
        #expect(try await !Self.isBrief(bits: 8) { $0.set(.photometricInterpretation, "PALETTE COLOR") })
        #expect(try await Self.isBrief(bits: 8))
    }

    @Test func aFrameThatIsNotThereIsNot() async throws {
        #expect(try await !Self.isBrief(frame: 2))
    }
}
