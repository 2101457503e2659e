import NIOCore

extension Channel {
    /// Performs `operation`, which is cancelled when the client leaves (G-27).
    ///
    /// Hummingbird's own `consumeWithCancellationOnInboundClose` ends the connection after the response; this keeps it.
    ///
    /// - Parameter executor: where the operation runs; nil for the threads that are there for what takes long. One of both it
    ///   is in any case: a task without a preference that leaves an actor goes on where that was served, on an event loop too.
    func cancellingWhenClientLeaves<Value: Sendable>(
        on executor: EventLoopExecutor? = nil,
        _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // A scope of one task, which a handler of the channel can cancel: its end is awaited here, and who cancels this
        // one cancels it. With a second task in a group, which waits for the departure, a small picture takes a tenth
        // more CPU time.
        let task = Task(executorPreference: executor ?? globalConcurrentExecutor) { try await operation() }
        withExchange { exchange in
            exchange.whenClientLeaves { task.cancel() }
        } orElse: {
            task.cancel()
        }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        // What it wrote from another thread waits in the queue of the loop. Who is on the loop, and did not have to wait
        // for the task, is ahead of it, and might write or close the connection first.
        if executor == nil { try? await eventLoop.submit {}.get() }
        return try result.get()
    }
}
