import CLinux
import Codestreams
import DICOM
import Glibc
import Logging
import NIOCore
import Pixels
import Synchronization
import Testing

@testable import Gateway

/// Worker processes of the gantry that was built together with these tests.
@Suite struct CodecWorkersTests {
    /// The command, beside the program that runs the tests.
    static let program: String = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        let own = String(decoding: path.prefix(max(count, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/gantry"
    }()

    /// A pool of so many threads.
    static func pool(workers count: Int) -> CodecPool {
        var configuration = GatewayConfiguration.Codecs()
        configuration.workers = count
        return CodecPool(
            configuration,
            program: program,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    static func workers(_ change: (inout CodecWorkers.Limits) -> Void = { _ in }) -> CodecWorkers {
        var limits = CodecWorkers.Limits(count: 2)
        limits.time = .seconds(300)
        change(&limits)
        return CodecWorkers(program: program, limits: limits)
    }

    static let description = {
        var dataSet = DataSet()
        dataSet.set(.samplesPerPixel, integers: 1)
        dataSet.set(.photometricInterpretation, "MONOCHROME2")
        dataSet.set(.rows, integers: Codestreams.rows)
        dataSet.set(.columns, integers: Codestreams.columns)
        dataSet.set(.bitsAllocated, integers: 16)
        dataSet.set(.bitsStored, integers: 12)
        return dataSet
    }()

    static func decode(_ bytes: ByteBuffer, _ syntax: TransferSyntax, by workers: CodecWorkers) throws -> [UInt8] {
        let frame = try Frame(
            decoding: bytes,
            PixelDescription(description),
            syntax,
            by: Runner(workers: workers)
        )
        return Array(frame.bytes.readableBytesView)
    }

    static let expected = Codestreams.monochrome.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    struct Runner: LibraryRunner {
        var workers: CodecWorkers
        var abandonment = Abandonment()

        func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
            try workers.run(job, on: bytes, unless: abandonment)
        }
    }

    @Test(arguments: [
        (Codestreams.jpegLS12, TransferSyntax.jpegLSLossless), (Codestreams.jpeg2000, .jpeg2000Lossless),
        (Codestreams.highThroughput, .htj2kLossless),
    ])
    func whatAWorkerDecodesIsWhatTheLibraryMakesOfIt(bytes: ByteBuffer, syntax: TransferSyntax) throws {
        let workers = Self.workers()
        for _ in 0..<3 { #expect(try Self.decode(bytes, syntax, by: workers) == Self.expected) }
    }

    /// The kernel of this machine has seccomp, as `/proc/self/status` tells.
    private static let hasSeccomp = {
        guard let file = fopen("/proc/self/status", "r") else { return false }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        while fgets(&line, CInt(line.count), file) != nil {
            if strncmp(line, "Seccomp:", 8) == 0 { return true }
        }
        return false
    }()

    @Test(.enabled(if: hasSeccomp))
    func noWorkerOpensAFileOrASocketStartsAProgramForksOrMovesAnother() throws {
        let workers = Self.workers { $0.requiresSandbox = true }
        #expect(try workers.escape() == [EPERM, EPERM, EPERM, EPERM, EPERM])
        #expect(workers.sandbox?.isTight == true)
        // It is of use all the same.
        #expect(try Self.decode(Codestreams.jpegLS12, .jpegLSLossless, by: workers) == Self.expected)
    }

    /// A thread that has waited for a worker on one core may run on all of them again.
    @Test func theCoresOfAThreadAreWhatTheyWere() throws {
        let before = linux_count_cores()
        #expect(before > 0)
        let workers = Self.workers()
        for _ in 0..<3 { _ = try Self.decode(Codestreams.jpegLS12, .jpegLSLossless, by: workers) }
        #expect(throws: PixelError.self) {
            let damaged = Codestreams.jpegLS12.getSlice(at: 0, length: 60)
            _ = try Self.decode(#require(damaged), .jpegLSLossless, by: workers)
        }
        #expect(linux_count_cores() == before)
    }

    @Test func bytesThatTheLibraryRefusesHarmNoOthers() throws {
        let workers = Self.workers()
        for _ in 0..<5 {
            let damaged = Codestreams.cut(Codestreams.jpegLS12, to: 60)
            #expect(throws: PixelError.self) { try Self.decode(damaged, .jpegLSLossless, by: workers) }
            #expect(try Self.decode(Codestreams.jpeg2000, .jpeg2000, by: workers) == Self.expected)
        }
    }

    /// A profile of tables comes with the image, and a library in C reads it.
    @Test func aMutatedColourProfileHarmsNoOthers() throws {
        let linear = (0..<256).map { UInt16($0 * 257) }
        let good = Codestreams.tableProfile(curve: linear, primaries: RGBSpace.sRGB.primaries)
        var dataSet = Self.description
        dataSet.set(.samplesPerPixel, integers: 3)
        dataSet.set(.photometricInterpretation, "RGB")
        for tag in [Tag.bitsAllocated, .bitsStored] { dataSet.set(tag, integers: 8) }
        let description = try PixelDescription(dataSet)
        let samples = ByteBuffer(bytes: (0..<description.frameLength).map { UInt8(truncatingIfNeeded: $0 * 7) })
        let picture = try Frame(decoding: samples, description, .explicitVRLittleEndian)
            .rendered(Presentation(dataSet, frame: 1))
        let workers = Runner(workers: Self.workers())
        let expected = try picture.converted(from: ICCProfile(good), to: .sRGB, by: LocalLibraries())
        var (random, refused) = (SystemRandomNumberGenerator(), 0)
        for _ in 0..<60 {
            var bytes = good
            for _ in 0..<4 {
                // The head, the tags, and what the table says of itself.
                let place = Int.random(in: 128..<200, using: &random)
                bytes.setInteger(UInt8.random(in: 0...255, using: &random), at: place)
            }
            let result = Result { () throws(PixelError) in
                try picture.converted(from: ICCProfile(bytes), to: .sRGB, by: workers)
            }
            switch result {
            case .success(let converted): #expect(converted.samples.count == picture.samples.count)
            case .failure(.unsupportedForm): refused += 1
            case .failure(let error): Issue.record(error)
            }
            #expect(try picture.converted(from: ICCProfile(good), to: .sRGB, by: workers) == expected)
        }
        #expect(refused > 0)
    }

    @Test func aWorkerIsReplacedAfterItsShareOfJobs() throws {
        let workers = Self.workers { $0.jobs = 1 }
        for _ in 0..<4 { #expect(try Self.decode(Codestreams.jpegLS12, .jpegLSLossless, by: workers) == Self.expected) }
    }

    @Test func anImageLargerThanTheSharedMemoryGetsAWorkerOfItsOwn() throws {
        let workers = Self.workers { $0.capacity = 4096 }
        for _ in 0..<3 { #expect(try Self.decode(Codestreams.jpegLS12, .jpegLSLossless, by: workers) == Self.expected) }
    }

    @Test func anImageBeyondEveryMemoryIsRefused() {
        let workers = Self.workers { $0.maximumCapacity = 4096 }
        #expect(throws: PixelError.tooLarge) {
            try Self.decode(Codestreams.jpegLS12, .jpegLSLossless, by: workers)
        }
    }

    /// A worker that is ready, and a job for it.
    private static func readyWorker() throws -> (WorkerProcess, LibraryJob, ByteBuffer) {
        let worker = try WorkerProcess(Nursery(program: program), capacity: 1 << 20)
        _ = try worker.ready(within: .seconds(300))
        let witness = Witness()
        _ = try? Frame(decoding: Codestreams.jpegLS12, PixelDescription(description), .jpegLSLossless, by: witness)
        return (worker, try #require(witness.job.withLock { $0 }), Codestreams.jpegLS12)
    }

    /// Keeps the job that a decoder asks for.
    private final class Witness: LibraryRunner {
        let job = Mutex<LibraryJob?>(nil)

        func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
            self.job.withLock { $0 = job }
            throw .abandoned
        }
    }

    @Test func aJobThatTakesTooLongIsGivenUp() throws {
        let (worker, job, bytes) = try Self.readyWorker()
        let error = #expect(throws: WorkerProcess.Failure.self) {
            try worker.perform(job, on: bytes, within: .zero, unless: Abandonment())
        }
        #expect(error?.words == "it took too long")
    }

    @Test func aJobThatNobodyWaitsForIsGivenUp() async throws {
        let (worker, job, bytes) = try Self.readyWorker()
        let abandonment = Abandonment()
        abandonment.begin()
        try await Task.sleep(for: .milliseconds(300))
        let error = #expect(throws: WorkerProcess.Failure.self) {
            try worker.perform(job, on: bytes, within: .seconds(300), unless: abandonment)
        }
        #expect(error?.words == "it was given up")
    }

    /// What a worker has read is not there for the next image to read.
    @Test func nothingIsLeftInTheSharedMemory() throws {
        let memory = try SharedMemory(count: 1 << 20)
        memory.write(ByteBuffer(repeating: 7, count: 5000), suffix: [8, 9])
        #expect(memory.take(0..<5002).readableBytesView.suffix(3) == [7, 8, 9])
        #expect(memory[0..<(1 << 20)].allSatisfy { $0 == 0 })
        memory.write(ByteBuffer(repeating: 7, count: 1 << 20), suffix: [])
        memory.release()
        #expect(memory[0..<(1 << 20)].allSatisfy { $0 == 0 })
    }

    @Test func aWorkerThatIsNotReadyInTimeIsSaidSo() throws {
        let hasty = CodecWorkers(program: Self.program, limits: .init(count: 0, time: .zero, timePerMebibyte: .zero))
        let error = #expect(throws: PixelError.self) {
            try Self.decode(Codestreams.jpegLS12, .jpegLSLossless, by: hasty)
        }
        // The worker may be ready before anybody waits for it.
        #expect(error == .noWorker("it took too long") || error == .tooSlow)
    }

    @Test func aProgramThatIsNotThereIsSaidSo() {
        let workers = CodecWorkers(program: "/nonexistent/gantry", limits: .init(count: 1))
        #expect(throws: PixelError.noWorker("/nonexistent/gantry: No such file or directory")) { try workers.start() }
    }

    @Test func aProgramThatIsNoWorkerIsNotWaitedForLong() {
        let workers = CodecWorkers(program: "/bin/true", limits: .init(count: 1))
        #expect(throws: PixelError.noWorker("/bin/true starts no workers")) { try workers.start() }
    }

    @Test func aGatewayThatRequiresTheSandboxSaysWhyItDoesNotStart() async {
        var configuration = GatewayConfiguration.Codecs()
        configuration.requireSandbox = true
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let pool = CodecPool(configuration, program: "/bin/true", logger: logger)
        let error = await #expect(throws: SandboxError.self) { try await pool.start() }
        #expect(error?.description.hasPrefix("codecs.requireSandbox: no confined worker can be had") == true)
    }
}
