package import Logging
import NIOCore
import NIOPosix
import Pixels
import ServiceLifecycle
import Synchronization

/// Where pixels are decoded, rendered and compressed: by as many threads as there are workers, so that each has one, and
/// off the event loops but for what is brief.
package final class CodecPool: Service {
    private let threads: NIOThreadPool
    private let workers: CodecWorkers
    private let requiresSandbox: Bool
    private let logger: Logger
    /// Pieces of work that have not ended.
    let inHand = Atomic(0)

    /// One that works and is replaced leaves this one for the next job.
    private static let spares = 1

    /// - Parameter program: the path of gantry, which the workers run.
    package init(
        _ configuration: GatewayConfiguration.Codecs,
        program: String = "/proc/self/exe",
        logger: Logger
    ) {
        let count = configuration.workers ?? System.coreCount
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        workers = CodecWorkers(
            program: program,
            limits: CodecWorkers.Limits(count: count + Self.spares, requiresSandbox: configuration.requireSandbox)
        )
        requiresSandbox = configuration.requireSandbox
        self.logger = logger
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// How many jobs are done at once.
    package var count: Int { threads.numberOfThreads }

    /// How many frames of so many bytes one request may have made before they are wanted: one for each thread, as long as
    /// they do not take too much room.
    func ahead(of length: Int) -> Int { min(count, max(1, Self.aheadLength / max(length, 1))) }

    /// Bytes of frames that wait for their turn, but for one, which may have any size.
    private static let aheadLength = 128 << 20

    /// What confines the workers; nil where none has been started.
    package var sandbox: Sandbox? { workers.sandbox }

    /// Starts the workers, and says what confines them.
    ///
    /// - Throws: `SandboxError` where the configuration asks for more than there is. Else a gateway without workers
    ///   passes stored pixels through, and decodes what needs none.
    package func start() async throws {
        do {
            try await threads.runIfActive { [workers] in try workers.start() }
        } catch let error as PixelError {
            guard !requiresSandbox else {
                throw SandboxError(description: "codecs.requireSandbox: no confined worker can be had (\(error))")
            }
            logger.error("no codec worker can be started", metadata: ["cause": "\(error)"])
            return
        }
        guard let sandbox else { return }
        logger.log(
            level: sandbox.isTight ? .info : .warning,
            "codec workers",
            metadata: [
                "workers": "\(count)",
                "inForce": "\(sandbox.inForce.joined(separator: " "))",
                "missing": "\(sandbox.missing.joined(separator: " "))",
            ]
        )
    }

    /// Keeps the workers until the end.
    package func run() async throws {
        try? await gracefulShutdown()  // Cancelled, which ends it just as well.
        workers.end()
    }

    /// Runs work, mostly on one of the threads. When the task is cancelled, work that has not begun never does, and a library's
    /// job is given up soon.
    ///
    /// - Parameters:
    ///   - isBrief: of what takes about a millisecond. Where no other client would wait for it, the event loop of the
    ///     request does it: that is less work than handing it to another thread and back.
    ///   - work: is given what does the libraries' jobs.
    func run<Value: Sendable>(
        isBrief: @autoclosure () -> Bool = false,
        _ work: @Sendable @escaping (any LibraryRunner) throws -> Value
    ) async throws -> Value {
        let isHere = EventLoopExecutor.current?.isForOneCaller == true && isBrief()
        let worker = LeasedWorkers(pool: self, workers: workers)
        inHand.wrappingAdd(1, ordering: .relaxed)
        let span = Timing.current?.begin(.codec)
        defer {
            span?.end()
            inHand.wrappingSubtract(1, ordering: .relaxed)
        }
        if isHere {
            try Task.checkCancellation()
            return try work(worker)
        }
        return try await withTaskCancellationHandler {
            try await threads.runIfActive { try work(worker) }
        } onCancel: {
            worker.abandonment.begin()
        }
    }

    /// As ``LibraryRunner/help(atMost:_:)``: the threads are shared out evenly among all that is in hand.
    fileprivate func help(atMost most: Int, _ body: @escaping @Sendable () -> Void) -> Int {
        let share = count / max(1, inHand.load(ordering: .relaxed))
        let helpers = max(0, min(most, share - 1))
        for _ in 0..<helpers {
            threads.submit { if case .active = $0 { body() } }
        }
        return helpers
    }

    /// What it comes to when a worker tries to leave its sandbox: the errno of each attempt, see
    /// ``WorkerProcess/escape(within:)``.
    package func escape() async throws -> [Int32] {
        try await threads.runIfActive { [workers] in try workers.escape() }
    }
}

/// The workers, for one piece of work that may be abandoned.
private struct LeasedWorkers: LibraryRunner {
    /// Whose threads help.
    let pool: CodecPool
    let workers: CodecWorkers
    let abandonment = Abandonment()

    func help(atMost count: Int, _ body: @escaping @Sendable () -> Void) -> Int { pool.help(atMost: count, body) }

    func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
        try workers.run(job, on: bytes, unless: abandonment)
    }
}
