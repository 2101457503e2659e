import DICOM
import Foundation
import NIOCore
import Pixels
import Testing

@testable import Gateway

private let folder = ProcessInfo.processInfo.environment["GANTRY_BENCH_CODESTREAMS"]

/// Decoding by a worker beside the bare call of the library, in one run, over the codestreams of a folder: `make bench`.
@Suite(.enabled(if: folder != nil))
struct CodecBenchmarks {
    private static let rounds = 15

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
    }

    /// Keeps the job that a decoder asks for, and the bytes that go with it.
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

    @Test func workersBesideTheLibraries() throws {
        let folder = try #require(folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let runner = CodecWorkersTests.Runner(workers: CodecWorkersTests.workers())
        try runner.workers.start()
        for file in files {
            guard let sample = try Sample(URL(filePath: folder).appending(path: file)) else { continue }
            let catcher = Catcher()
            _ = try Frame(decoding: sample.bytes, sample.description, sample.syntax, by: catcher)
            let (job, bytes) = try #require(catcher.caught)
            let input = Array(bytes.readableBytesView) + job.suffix
            var output = [UInt8](repeating: 0, count: job.outputLength)
            var (bare, jailed) = ([Double](), [Double]())
            // In turn, so that what else the machine does befalls both.
            for _ in 0..<Self.rounds {
                bare.append(
                    try Self.milliseconds {
                        try input.withUnsafeBytes { input in
                            try output.withUnsafeMutableBytes { _ = try job.perform(on: input, into: $0) }
                        }
                    }
                )
                jailed.append(
                    try Self.milliseconds {
                        _ = try Frame(decoding: sample.bytes, sample.description, sample.syntax, by: runner)
                    }
                )
            }
            let middle = Self.rounds / 2
            let (bares, workers) = (bare.sorted(), jailed.sorted())
            let numbers = [
                bares[middle], workers[middle], workers[middle] / bares[middle], bares[0], workers[0],
                workers[0] / bares[0],
            ]
            let words = numbers.map { String(format: "%8.2f", $0) }
            print(
                "BENCH \(sample.name) \(bytes.readableBytes) bytes, ms: library\(words[0]), worker\(words[1]),"
                    + " ratio\(words[2]); at best\(words[3]),\(words[4]),\(words[5])"
            )
        }
    }
}
