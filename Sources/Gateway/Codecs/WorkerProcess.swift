import CLinux
import Glibc
import NIOCore
import Pixels
import Synchronization

/// A worker process, and the memory that is shared with it. The process ends with this value.
///
/// Whoever has leased it from ``CodecWorkers`` uses it alone.
final class WorkerProcess: Sendable {
    /// Why a worker is of no use any more.
    enum Failure: Error {
        /// It did not take the request: it had ended before.
        case gone
        /// The library refused the bytes, in its words.
        case refused(String)
        /// It ended while it worked, or answered nonsense.
        case broken(String)
        case tooSlow
        case abandoned

        /// What it did, for those who operate the gateway.
        var words: String {
            switch self {
            case .gone: "it had ended"
            case .refused(let words): words
            case .broken(let how): "it \(how)"
            case .tooSlow: "it took too long"
            case .abandoned: "it was given up"
            }
        }
    }

    private struct State {
        var sandbox: Sandbox?
        var jobs = 0
        var busy = Duration.zero
        /// The one that it is kept on; -1 where it may run on any.
        var core: CInt = -1
        var hasEnded = false
    }

    private let nursery: Nursery
    private let child: Nursery.Child
    private let memory: SharedMemory
    private let socket: MessageSocket
    private let state = Mutex(State())

    /// Starts it, and does not wait until it is ``ready(within:)``.
    ///
    /// - Parameters:
    ///   - nursery: forks it, see ``Nursery/child(socket:memory:)``.
    ///   - capacity: bytes of shared memory.
    init(_ nursery: Nursery, capacity: Int) throws(PixelError) {
        memory = try SharedMemory(count: capacity)
        var (ours, theirs) = (CInt(-1), CInt(-1))
        guard linux_create_sockets(&ours, &theirs) == 0 else { throw .noWorker("socketpair: errno \(errno)") }
        defer { close(theirs) }
        do throws(PixelError) {
            child = try nursery.child(socket: theirs, memory: memory.descriptor ?? -1)
        } catch {
            close(ours)
            throw error
        }
        self.nursery = nursery
        socket = MessageSocket(descriptor: ours)
        socket.limitWaits(to: Self.call)
    }

    deinit {
        close(socket.descriptor)
        if !state.withLock({ $0.hasEnded }) { _ = nursery.end(child) }
    }

    /// Bytes of shared memory.
    var capacity: Int { memory.count }

    /// How many jobs it has done, and how long they took in all.
    var use: (jobs: Int, busy: Duration) { state.withLock { ($0.jobs, $0.busy) } }

    /// What confines it, once it has said so; nil before.
    var sandbox: Sandbox? {
        if let known = state.withLock({ $0.sandbox }) { return known }
        guard case .message(let bytes) = socket.receive(WorkerReply.length, isWaiting: false),
            case .ready(let sandbox) = WorkerReply(decoding: bytes)
        else { return nil }
        state.withLock { $0.sandbox = sandbox }
        return sandbox
    }

    /// Waits until it can be asked.
    func ready(within time: Duration) throws(Failure) -> Sandbox {
        if let sandbox { return sandbox }
        guard case .ready(let sandbox) = try answer(before: .now + time, Abandonment()) else {
            throw .broken("answered nonsense")
        }
        state.withLock { $0.sandbox = sandbox }
        return sandbox
    }

    /// Has a job done. The bytes and what comes of them must fit into the shared memory.
    ///
    /// Nothing is left in it: the worker that reads the next image finds zeros.
    func perform(
        _ job: LibraryJob,
        on bytes: ByteBuffer,
        within time: Duration,
        unless abandonment: Abandonment
    ) throws(Failure) -> ByteBuffer {
        let start = ContinuousClock.now
        let output = WorkerRequest.outputOffset(job, inputLength: bytes.readableBytes)
        memory.write(bytes, suffix: job.suffix)
        let request = WorkerRequest.job(job, inputLength: bytes.readableBytes)
        shareCore()
        defer { linux_leave_core(0) }
        guard socket.send(request.encoded) else { throw .gone }
        switch try answer(before: start + time, abandonment) {
        case .done(let count) where job.allows(count):
            let result = memory.take(output..<output &+ count)
            memory.erase(0..<bytes.readableBytes &+ job.suffix.count)
            state.withLock { state in
                state.jobs += 1
                state.busy += .now - start
            }
            return result
        case .failed(let words): throw .refused(words)
        default: throw .broken("answered nonsense")
        }
    }

    /// Gives the shared memory back to the system, until it is used again.
    func releaseMemory() { memory.release() }

    /// What it comes to when the worker tries to open a file, open a socket, start a program, fork, and move a process to
    /// other cores.
    func escape(within time: Duration) throws(Failure) -> [Int32] {
        guard socket.send(WorkerRequest.escape.encoded) else { throw .gone }
        guard case .escaped(let errors) = try answer(before: .now + time, Abandonment()) else {
            throw .broken("answered nonsense")
        }
        return errors
    }

    /// Has the worker wake where this thread is, which is about to wait for it.
    private func shareCore() {
        // Another process may have the number of one that ended together with its nursery.
        guard socket.isOpen else { return }
        state.withLock { $0.core = linux_share_core(child.process, $0.core) }
    }

    /// What takes so long is better done, and waited for, wherever there is room.
    private func leaveCore() {
        guard socket.isOpen, state.withLock({ $0.core >= 0 }) else { return }
        linux_leave_core(child.process)
        linux_leave_core(0)
        state.withLock { $0.core = -1 }
    }

    /// How long a wait may last before it is looked whether somebody still waits.
    private static let watch = Duration.milliseconds(50)
    /// How long one may last on one core.
    private static let call = Duration.milliseconds(2)

    private func answer(
        before deadline: ContinuousClock.Instant,
        _ abandonment: Abandonment
    ) throws(Failure) -> WorkerReply {
        var isCalled = true
        while true {
            let left = deadline - .now
            guard left > .zero else { throw .tooSlow }
            guard !abandonment.isOver else { throw .abandoned }
            // The first wait is the call's own, see ``call``.
            if !isCalled { socket.wait(milliseconds: Int(min(left, Self.watch) / .milliseconds(1)) + 1) }
            switch socket.receive(WorkerReply.length, isWaiting: isCalled) {
            case .nothingYet:
                isCalled = false
                leaveCore()
            case .end: throw .broken(ending)
            case .message(let bytes):
                guard let reply = WorkerReply(decoding: bytes) else { throw .broken("answered nonsense") }
                return reply
            }
        }
    }

    /// Ends it, if it has not ended by itself, and tells how it did.
    private var ending: String {
        state.withLock { $0.hasEnded = true }
        return nursery.end(child)
    }
}

extension LibraryJob {
    /// Whether so many bytes can have come of it.
    fileprivate func allows(_ count: Int) -> Bool {
        work == .encode ? 0...outputLength ~= count : count == outputLength
    }
}

/// Says that nobody waits for a job any more. It goes on for a moment, since most are done by then.
final class Abandonment: Sendable {
    private let since = Mutex<ContinuousClock.Instant?>(nil)
    private static let grace = Duration.milliseconds(250)

    func begin() { since.withLock { $0 = $0 ?? .now } }

    /// Whether the moment has passed.
    var isOver: Bool { since.withLock { $0.map { $0 + Self.grace < .now } ?? false } }
}
