import NIOCore

extension Channel {
    /// Performs `operation`, which is cancelled when the client leaves (G-27).
    ///
    /// Hummingbird's own `consumeWithCancellationOnInboundClose` ends the connection after the response; this keeps it.
    func cancellingWhenClientLeaves<Value: Sendable>(
        _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let (departure, signal) = AsyncStream.makeStream(of: Never.self)
        withExchange { exchange in
            exchange.whenClientLeaves { signal.finish() }
        } orElse: {
            signal.finish()
        }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                for await _ in departure {}
                return nil
            }
            while let value = try await group.next() {
                group.cancelAll()
                if let value { return value }
            }
            throw CancellationError()
        }
    }
}
