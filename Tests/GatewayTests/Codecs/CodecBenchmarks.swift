import DICOM
import Foundation
import NIOCore
import Pixels
import Testing

@testable import Gateway

private let folder = ProcessInfo.processInfo.environment["GANTRY_BENCH_CODESTREAMS"]

/// Decoding and encoding by a worker beside the bare call of the library, in one run, over the files of a folder:
/// `make bench`.
@Suite(.enabled(if: folder != nil))
struct CodecBenchmarks {
    /// At least so many rounds, and for so long.
    private static let rounds = 15
    private static let time = Duration.milliseconds(500)
    /// What native samples are put into.
    private static let targets: KeyValuePairs<TransferSyntax, String> = [
        .jpegLSLossless: "jpeg-ls", .jpeg2000Lossless: "jpeg2000", .htj2kLossless: "htj2k",
    ]
    /// And without a library.
    private static let ownTargets: KeyValuePairs<TransferSyntax, String> = [
        .rleLossless: "rle", .jpegLosslessFirstOrder: "jpeg-lossless",
    ]

    /// What is decoded without one.
    private static let ownSources: Set<TransferSyntax> = [.jpegLosslessFirstOrder]

    /// A file's name says what it holds: `syntax_rows_columns_samples_bits_name`.
    private struct Sample {
        let name: String
        let bytes: ByteBuffer
        let syntax: TransferSyntax
        let description: PixelDescription

        init?(_ url: URL) throws {
            let words = url.lastPathComponent.split(separator: "_").map(String.init)
            guard words.count == 6, let rows = Int(words[1]), let columns = Int(words[2]), let bits = Int(words[4]),
                let uid = UID(validating: words[0])
            else { return nil }
            name = words[5]
            bytes = ByteBuffer(bytes: try Data(contentsOf: url))
            syntax = TransferSyntax(uid)
            var dataSet = DataSet()
            dataSet.set(.photometricInterpretation, words[3] == "3" ? "RGB" : "MONOCHROME2")
            for (tag, value) in [
                (Tag.samplesPerPixel, words[3] == "3" ? 3 : 1), (.rows, rows), (.columns, columns),
                (.bitsAllocated, bits > 8 ? 16 : 8), (.bitsStored, bits),
            ] {
                dataSet.set(tag, integers: value)
            }
            description = try PixelDescription(dataSet)
        }

        func decoded(by libraries: any LibraryRunner) throws -> Frame {
            try Frame(decoding: bytes, description, syntax, by: libraries)
        }
    }

    /// Keeps the job that is asked for, and the bytes that go with it.
    private final class Catcher: LibraryRunner, @unchecked Sendable {
        // Unchecked: it is used by one thread.
        private(set) var caught: (job: LibraryJob, bytes: ByteBuffer)?

        func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
            caught = (job, bytes)
            return ByteBuffer(repeating: 0, count: job.outputLength)
        }
    }

    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(work)
        return Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
    }

    private static func rounds(_ work: () throws -> Void) rethrows {
        let end = ContinuousClock.now + time
        var count = 0
        while count < rounds || .now < end {
            try work()
            count += 1
        }
    }

    @Test func workersBesideTheLibraries() throws {
        let folder = try #require(folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let runner = CodecWorkersTests.Runner(workers: CodecWorkersTests.workers())
        try runner.workers.start()
        for file in files {
            guard let sample = try Sample(URL(filePath: folder).appending(path: file)) else { continue }
            if Self.ownSources.contains(sample.syntax) {
                try Self.time("decode \(sample.name)", sample.bytes.readableBytes) {
                    _ = try sample.decoded(by: NoLibraries())
                }
                continue
            }
            guard !sample.syntax.isEncapsulated else {
                try Self.compare("decode \(sample.name)", sample.bytes.readableBytes, runner) {
                    _ = try sample.decoded(by: $0)
                }
                continue
            }
            let frame = try sample.decoded(by: NoLibraries())
            for (target, name) in Self.targets {
                let encoded = try Encoder.encode(frame, as: target, by: runner)
                try Self.compare("encode \(name)-\(sample.name)", encoded.bytes.readableBytes, runner) {
                    _ = try Encoder.encode(frame, as: target, by: $0)
                }
            }
            for (target, name) in Self.ownTargets {
                let encoded = try Encoder.encode(frame, as: target)
                try Self.time("encode \(name)-\(sample.name)", encoded.bytes.readableBytes) {
                    _ = try Encoder.encode(frame, as: target)
                }
            }
        }
    }

    /// Prints how long it takes where it is called.
    ///
    /// - Parameter count: bytes of the codestream.
    private static func time(_ name: String, _ count: Int, _ work: () throws -> Void) throws {
        var times: [Double] = []
        try rounds { times.append(try milliseconds(work)) }
        let words = [times.sorted()[times.count / 2], times.min() ?? 0].map { String(format: "%8.2f", $0) }
        print("BENCH \(name) \(count) bytes, ms: own\(words[0]); at best\(words[1])")
    }

    /// Prints how long it takes by a worker, and how long the library's own part of it.
    ///
    /// - Parameter count: bytes of the codestream.
    private static func compare(
        _ name: String,
        _ count: Int,
        _ workers: any LibraryRunner,
        _ work: (any LibraryRunner) throws -> Void
    ) throws {
        let catcher = Catcher()
        try work(catcher)
        let (job, bytes) = try #require(catcher.caught)
        let input = Array(bytes.readableBytesView) + job.suffix
        var output = [UInt8](repeating: 0, count: job.outputLength)
        var (bare, jailed) = ([Double](), [Double]())
        // In turn, so that what else the machine does befalls both.
        try rounds {
            bare.append(
                try milliseconds {
                    try input.withUnsafeBytes { input in
                        try output.withUnsafeMutableBytes { _ = try job.perform(on: input, into: $0) }
                    }
                }
            )
            jailed.append(try milliseconds { try work(workers) })
        }
        let (bares, jaileds) = (bare.sorted(), jailed.sorted())
        let numbers = [bares.count / 2, 0].flatMap { [bares[$0], jaileds[$0], jaileds[$0] / bares[$0]] }
        let words = numbers.map { String(format: "%8.2f", $0) }
        print(
            "BENCH \(name) \(count) bytes, ms: library\(words[0]), worker\(words[1]), ratio\(words[2]);"
                + " at best\(words[3]),\(words[4]),\(words[5])"
        )
    }
}
