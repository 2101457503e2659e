import CLinux
import Glibc
import Pixels
import Synchronization

/// The process that forks workers: `gantry codec-worker`, started once. It is small, knows nothing, and has neither
/// network nor files nor capabilities, which its children inherit.
///
/// To start a worker from the program anew would take twenty milliseconds; a fork of that process takes one.
final class Nursery: Sendable {
    /// A child, and which of the processes has forked it.
    struct Child: Sendable {
        let process: pid_t
        fileprivate let generation: Int
    }

    private struct Running {
        let process: pid_t
        let socket: CInt
        let generation: Int

        func end() {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
            close(socket)
        }
    }

    private struct State {
        var running: Running?
        /// Of the last one that was started: what is known of the children of another means nothing.
        var generation = 0

        mutating func end() {
            running?.end()
            running = nil
        }
    }

    private let program: String
    private let patience: Duration
    private let state = Mutex(State())

    /// - Parameters:
    ///   - program: the path of gantry.
    ///   - patience: for an answer of the process; one that is later is replaced.
    init(program: String, patience: Duration = .seconds(30)) {
        self.program = program
        self.patience = patience
    }

    deinit {
        state.withLock { $0.end() }
    }

    /// A new worker with two descriptors, which stay ours too.
    ///
    /// It must be called on a thread that lasts: the system ends the nursery, and the workers with it, together with the
    /// thread that has started it.
    func child(socket: CInt, memory: CInt) throws(PixelError) -> Child {
        try state.withLock { (state) throws(PixelError) in
            for _ in 0..<2 {
                let nursery = if let running = state.running { running } else { try start(&state) }
                var process = pid_t(0)
                switch linux_ask_for_child(nursery.socket, socket, memory, &process) {
                case 0: return Child(process: process, generation: nursery.generation)
                case 1: throw .noWorker("fork fails")
                default: state.end()  // It has ended, which it does not do by itself.
                }
            }
            throw .noWorker("\(program) starts no workers")
        }
    }

    /// Ends a worker, if it still runs.
    ///
    /// - Returns: How it ended, in words.
    func end(_ child: Child) -> String {
        state.withLock { state in
            guard let nursery = state.running, nursery.generation == child.generation else { return "ended" }
            var status = CInt(0)
            guard linux_end_child(nursery.socket, child.process, &status) == 0 else {
                // It has ended, or is late: its answer must not be taken for that to the next question.
                state.end()
                return "ended"
            }
            let signal = status & 0x7F
            return "ended by " + (signal == 0 ? "status \(status >> 8 & 0xFF)" : "signal \(signal)")
        }
    }

    private func start(_ state: inout State) throws(PixelError) -> Running {
        var (ours, theirs, process) = (CInt(-1), CInt(-1), pid_t(0))
        guard linux_create_sockets(&ours, &theirs) == 0 else { throw .noWorker("socketpair: errno \(errno)") }
        let code = linux_spawn_nursery(program, theirs, &process)
        close(theirs)
        guard code == 0 else {
            close(ours)
            throw .noWorker("\(program): \(String(cString: strerror(code)))")
        }
        MessageSocket(descriptor: ours).limitWaits(to: patience)
        state.generation += 1
        let running = Running(process: process, socket: ours, generation: state.generation)
        state.running = running
        return running
    }
}
