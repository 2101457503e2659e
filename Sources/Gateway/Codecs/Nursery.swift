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

    private let program: String
    private let running = Mutex<Running?>(nil)

    /// - Parameter program: the path of gantry.
    init(program: String) {
        self.program = program
    }

    deinit {
        running.withLock { $0?.end() }
    }

    /// A new worker with two descriptors, which stay ours too.
    ///
    /// It must be called on a thread that lasts: the system ends the nursery, and the workers with it, together with the
    /// thread that has started it.
    func child(socket: CInt, memory: CInt) throws(PixelError) -> Child {
        try running.withLock { (running) throws(PixelError) in
            for _ in 0..<2 {
                let nursery = if let running { running } else { try start(after: 0) }
                running = nursery
                var process = pid_t(0)
                if linux_ask_for_child(nursery.socket, socket, memory, &process) == 0 {
                    return Child(process: process, generation: nursery.generation)
                }
                // It has ended, which it does not do by itself.
                nursery.end()
                running = try start(after: nursery.generation)
            }
            throw .noWorker("\(program) starts no workers")
        }
    }

    /// Ends a worker, if it still runs.
    ///
    /// - Returns: How it ended, in words.
    func end(_ child: Child) -> String {
        running.withLock { running in
            var status = CInt(0)
            guard let nursery = running, nursery.generation == child.generation,
                linux_end_child(nursery.socket, child.process, &status) == 0
            else { return "ended" }
            let signal = status & 0x7F
            return "ended by " + (signal == 0 ? "status \(status >> 8 & 0xFF)" : "signal \(signal)")
        }
    }

    private func start(after generation: Int) throws(PixelError) -> Running {
        var (ours, theirs, process) = (CInt(-1), CInt(-1), pid_t(0))
        guard linux_create_sockets(&ours, &theirs) == 0 else { throw .noWorker("socketpair: errno \(errno)") }
        let code = linux_spawn_nursery(program, theirs, &process)
        close(theirs)
        guard code == 0 else {
            close(ours)
            throw .noWorker("\(program): \(String(cString: strerror(code)))")
        }
        return Running(process: process, socket: ours, generation: generation + 1)
    }
}
