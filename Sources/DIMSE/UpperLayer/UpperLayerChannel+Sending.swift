package import NIOCore

extension NIOAsyncChannel where Inbound == Primitive, Outbound == Primitive {
    /// Writes a primitive and waits until the kernel has its bytes: the back-pressure for a sender of much data.
    ///
    /// The channel's own writer lets a fast sender run far ahead. A piece of data shorter than the message must be of
    /// even length unless it is the last. Cancelling the task aborts the association.
    ///
    /// - Throws: ``UpperLayerError``; what NIO says when the connection is gone; `CancellationError`.
    package func send(_ primitive: Primitive) async throws {
        try await withTaskCancellationHandler {
            try Task.checkCancellation()
            do {
                try await channel.writeAndFlush(primitive).get()
            } catch  where Task.isCancelled {
                throw CancellationError()
            }
        } onCancel: {
            abort()
        }
    }

    /// Sends A-ABORT and closes the connection, at the latest in ``abortGrace``, even when the peer reads nothing.
    package func abort() {
        let close = { @Sendable [channel] in channel.close(promise: nil) }
        channel.writeAndFlush(Primitive.abort).whenComplete { _ in close() }
        channel.eventLoop.scheduleTask(in: abortGrace) { close() }
    }

    private var abortGrace: TimeAmount { .milliseconds(50) }
}
