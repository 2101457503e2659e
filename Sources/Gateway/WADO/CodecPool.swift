import NIOPosix

/// Where pixels are decoded, rendered and compressed: off the event loops, by as many threads as there are cores.
package struct CodecPool: Sendable {
    private let threads: NIOThreadPool

    package init() {
        threads = NIOThreadPool.singleton
    }

    func run<Value: Sendable>(_ work: @Sendable @escaping () throws -> Value) async throws -> Value {
        guard let timing = Timing.current else { return try await threads.runIfActive(work) }
        return try await timing.measure(.codec) { try await threads.runIfActive(work) }
    }
}
