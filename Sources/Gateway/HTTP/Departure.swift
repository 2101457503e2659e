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
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
