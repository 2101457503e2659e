import CLinux
import Glibc
import NIOCore
import Pixels

/// The workers' side: a process that forks when it is asked to, and its children, which confine themselves and then do
/// jobs of C libraries until nobody asks any more.
package enum CodecWorker {
    /// Bytes that libraries may allocate, beside as many again as the shared memory has.
    private static let memory = 512 << 20
    /// Of processor time, over its life.
    private static let seconds = 3600

    /// Runs until the process that started this one closes its end.
    ///
    /// - Returns: False at once, where the process was not started by ``Nursery``.
    package static func run() -> Bool {
        var (type, length) = (CInt(0), socklen_t(MemoryLayout<CInt>.size))
        guard getsockopt(CInt(linux_nursery_socket), SOL_SOCKET, SO_TYPE, &type, &length) == 0 else { return false }
        let measures = linux_enter_yard()
        if linux_run_nursery() == 0 { work(measures) }
        return true
    }

    /// - Parameter measures: those that are in force already.
    private static func work(_ measures: UInt32) {
        let socket = MessageSocket(descriptor: CInt(linux_worker_socket))
        guard let shared = SharedMemory(inherited: CInt(linux_worker_memory)) else { return }
        // The shared memory counts, and libraries need room for an image in a form of their own.
        let further = linux_enter_jail(UInt64(memory + 2 * shared.count), UInt64(seconds))
        guard socket.send(WorkerReply.ready(Sandbox(measures: measures | further)).encoded) else { return }
        while case .message(let bytes) = socket.receive(WorkerRequest.length, isWaiting: true) {
            guard let request = WorkerRequest(decoding: bytes), socket.send(answer(request, shared).encoded) else {
                return
            }
        }
    }

    private static func answer(_ request: WorkerRequest, _ shared: SharedMemory) -> WorkerReply {
        switch request {
        case .job(let job, let inputLength): return perform(job, inputLength, shared)
        case .escape:
            var errors = [Int32](repeating: 0, count: Int(linux_escapes))
            linux_try_to_escape(&errors)
            return .escaped(errors)
        }
    }

    private static func perform(_ job: LibraryJob, _ inputLength: Int, _ shared: SharedMemory) -> WorkerReply {
        let offset = WorkerRequest.outputOffset(job, inputLength: inputLength)
        guard inputLength >= 0, offset &+ job.outputLength <= shared.count else { return .failed("no room") }
        let input = UnsafeRawBufferPointer(shared[0..<inputLength &+ job.suffix.count])
        do throws(PixelError) {
            return .done(try job.perform(on: input, into: shared[offset..<offset &+ job.outputLength]))
        } catch .damaged(let words) {
            return .failed(words)
        } catch {
            return .failed("\(error)")
        }
    }
}
