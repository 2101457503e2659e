import Dispatch
import NIOCore
import Pixels
import Testing

@testable import Gateway

@Suite struct CodecPoolTests {
    /// `codecs.workers` bounds what is computed at once: work that is alone is helped by every other thread, and work
    /// beside others has its share.
    @Test func theThreadsAreShared() async throws {
        let pool = CodecWorkersTests.pool(workers: 6)
        #expect(try await pool.run { $0.help(atMost: 9) {} } == 5)
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        #expect(try await pool.run { $0.help(atMost: 2) {} } == 2)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await pool.run { _ in
                        beginning.yield()
                        gate.wait()
                    }
                }
            }
            var beginnings = begun.makeAsyncIterator()
            for _ in 0..<2 { await beginnings.next() }
            #expect(try await pool.run { $0.help(atMost: 9) {} } == 1)
            for _ in 0..<2 { gate.signal() }
            try await group.waitForAll()
        }
        #expect(try await pool.run { $0.help(atMost: 9) {} } == 5)
    }
}
