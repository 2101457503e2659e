import NIOCore
import NIOPosix

/// Runs tasks on the thread of an event loop: for a request that does little between its waits, going from one thread to
/// another and back costs more than what it does.
///
/// The other connections of the loop wait meanwhile, so that what may take long goes elsewhere; see
/// ``besideEventLoop(if:_:)``.
final class EventLoopExecutor: TaskExecutor {
    /// That of the connection, or in HTTP/2 of the stream's connection, that the task serves.
    @TaskLocal static var current: EventLoopExecutor?

    private let eventLoop: any EventLoop
    private let requests: RequestCount

    init(_ eventLoop: any EventLoop, _ requests: RequestCount) {
        self.eventLoop = eventLoop
        self.requests = requests
    }

    /// True on its thread while no other client asks for anything, and would wait for what is computed here.
    var isForOneCaller: Bool { eventLoop.inEventLoop && requests.areOfOneCaller() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Performs what takes long on the threads that are there for it, where the task is on an event loop's.
///
/// - Parameter isLong: false of what needs no more than a small fraction of a millisecond, which stays where it is.
func besideEventLoop<Value>(
    if isLong: Bool,
    _ body: @concurrent () async throws -> Value
) async rethrows -> Value {
    guard isLong, MultiThreadedEventLoopGroup.currentEventLoop != nil else { return try await body() }
    return try await withTaskExecutorPreference(globalConcurrentExecutor, operation: body)
}
