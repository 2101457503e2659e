import NIOCore
import Pixels
import Synchronization

/// The worker processes: warm, leased to one job at a time, and replaced.
///
/// A worker that refused bytes, ended, was too slow or has done many jobs is ended, and another one started in its
/// place, so that what a codestream has done to one is gone with it.
final class CodecWorkers: Sendable {
    struct Limits: Sendable {
        /// How many are kept beside those that work.
        var count: Int
        /// Whether a worker may be used whose system calls or memory are not confined.
        var requiresSandbox = false
        /// Bytes of memory shared with a worker; larger images get one that has more.
        var capacity = 64 << 20
        /// The most that a worker is given.
        var maximumCapacity = 2 << 30
        /// After so many jobs a worker is replaced.
        var jobs = 1000
        /// After so much time at work, too: its processor time is limited.
        var busy = Duration.seconds(1200)
        /// For a worker to be ready, and for a job; and beside that for each MiB of what comes of it.
        var time = Duration.seconds(20)
        var timePerMebibyte = Duration.seconds(1)
    }

    private struct State {
        var idle: [WorkerProcess] = []
        var sandbox: Sandbox?
    }

    private let nursery: Nursery
    private let limits: Limits
    private let state = Mutex(State())

    init(program: String, limits: Limits) {
        nursery = Nursery(program: program)
        self.limits = limits
    }

    /// What confines them, as the last one that was started said; nil before.
    var sandbox: Sandbox? { state.withLock { $0.sandbox } }

    /// Starts as many as are kept, and waits for one.
    func start() throws(PixelError) {
        for _ in state.withLock({ $0.idle.count })..<limits.count {
            let worker = try WorkerProcess(nursery, capacity: limits.capacity)
            state.withLock { $0.idle.append(worker) }
        }
        giveBack(try lease(limits.capacity))
    }

    /// Ends those that do not work.
    func end() { state.withLock { $0.idle = [] } }

    func run(
        _ job: LibraryJob,
        on bytes: ByteBuffer,
        unless abandonment: Abandonment
    ) throws(PixelError) -> ByteBuffer {
        let needed = WorkerRequest.outputOffset(job, inputLength: bytes.readableBytes) &+ job.outputLength
        guard needed <= limits.maximumCapacity else { throw .tooLarge }
        let time = limits.time + limits.timePerMebibyte * Double(job.outputLength >> 20)
        while true {
            let worker = try lease(needed)
            do throws(WorkerProcess.Failure) {
                let result = try worker.perform(job, on: bytes, within: time, unless: abandonment)
                giveBack(worker)
                return result
            } catch {
                replace()
                switch error {
                case .gone: continue  // It ended while it was idle, which is not the bytes' fault.
                case .refused(let words): throw .damaged(words)
                case .broken: throw .damaged(error.words)
                case .tooSlow: throw .tooSlow
                case .abandoned: throw .abandoned
                }
            }
        }
    }

    /// What it comes to when a worker tries to leave its sandbox; see ``WorkerProcess/escape(within:)``.
    func escape() throws(PixelError) -> [Int32] {
        let worker = try lease(limits.capacity)
        do throws(WorkerProcess.Failure) {
            let errors = try worker.escape(within: limits.time)
            giveBack(worker)
            return errors
        } catch {
            replace()
            throw .noWorker(error.words)
        }
    }

    /// A worker that is ready, with so much shared memory at least.
    private func lease(_ capacity: Int) throws(PixelError) -> WorkerProcess {
        while let idle = takeIdle(capacity) {
            // One that ended while nobody looked is passed over. Where none ever gets ready, a new one says why.
            if let sandbox = try? idle.ready(within: limits.time) { return try checked(idle, sandbox) }
        }
        let worker = try WorkerProcess(nursery, capacity: larger(capacity))
        let sandbox: Sandbox
        do throws(WorkerProcess.Failure) {
            sandbox = try worker.ready(within: limits.time)
        } catch {
            throw .noWorker(error.words)
        }
        return try checked(worker, sandbox)
    }

    private func checked(_ worker: WorkerProcess, _ sandbox: Sandbox) throws(PixelError) -> WorkerProcess {
        guard sandbox.isTight || !limits.requiresSandbox else {
            throw .noWorker("without " + sandbox.missing.joined(separator: ", "))
        }
        state.withLock { $0.sandbox = sandbox }
        return worker
    }

    /// One that has enough memory, best one that is ready already, and of these the one that has worked last: what it
    /// needs is still in the processor's cache. Where none has enough, one makes room for another.
    private func takeIdle(_ capacity: Int) -> WorkerProcess? {
        state.withLock { state in
            let fitting = state.idle.indices.filter { state.idle[$0].capacity >= capacity }
            if let index = fitting.last(where: { state.idle[$0].sandbox != nil }) ?? fitting.first {
                return state.idle.remove(at: index)
            }
            if !state.idle.isEmpty { state.idle.removeFirst() }
            return nil
        }
    }

    private func larger(_ capacity: Int) -> Int {
        var size = limits.capacity
        while size < capacity { size &*= 2 }
        return size
    }

    private func giveBack(_ worker: WorkerProcess) {
        let (jobs, busy) = worker.use
        guard jobs < limits.jobs, busy < limits.busy else { return replace() }
        if worker.capacity > limits.capacity { worker.releaseMemory() }
        state.withLock { if $0.idle.count < limits.count { $0.idle.append(worker) } }
    }

    /// Starts another one for one that is used no more. It is waited for when it is needed.
    private func replace() {
        // Where none can be started now, the next lease tries again, and says why it cannot.
        guard let worker = try? WorkerProcess(nursery, capacity: limits.capacity) else { return }
        state.withLock { if $0.idle.count < limits.count { $0.idle.append(worker) } }
    }
}
