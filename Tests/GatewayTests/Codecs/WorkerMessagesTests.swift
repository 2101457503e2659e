import NIOCore
import Pixels
import Testing

@testable import Gateway

struct WorkerMessagesTests {
    @Test(arguments: [
        WorkerReply.ready(Sandbox(measures: 31)), .done(7), .failed("words"), .failed(""), .escaped([1, 2, 3, 4]),
    ])
    func aReplyComesBackAndIsOfOneLength(reply: WorkerReply) {
        #expect(reply.encoded.readableBytes == WorkerReply.length)
        #expect(WorkerReply(decoding: reply.encoded) == reply)
    }

    @Test func whatALibrarySaysIsPrintable() {
        #expect(WorkerReply(decoding: WorkerReply.failed("a\u{1B}[2J\nb").encoded) == .failed("a?[2J?b"))
        let long = WorkerReply(decoding: WorkerReply.failed(String(repeating: "x", count: 999)).encoded)
        #expect(long == .failed(String(repeating: "x", count: 200)))
    }

    /// A worker that a codestream has taken over may send anything.
    @Test func anyBytesAreAReplyOrNone() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = ByteBuffer()
            bytes.writeInteger(UInt64.random(in: 0...5, using: &random))
            bytes.writeInteger(Bool.random() ? random.next() : UInt64.random(in: 0...300, using: &random))
            bytes.writeBytes((0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255) })
            if case .failed(let words) = WorkerReply(decoding: bytes) { #expect(words.utf8.count <= 200) }
            _ = WorkerRequest(decoding: bytes)  // Either answer is right; a trap is not.
        }
    }

    @Test func anEscapeIsOfTheSameLengthAsAJob() {
        #expect(WorkerRequest.escape.encoded.readableBytes == WorkerRequest.length)
        #expect(WorkerRequest(decoding: WorkerRequest.escape.encoded) == .escape)
    }
}
