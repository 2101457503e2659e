import CLinux
import Glibc
import NIOCore
import Pixels

/// What a worker is asked: one message of a fixed size.
enum WorkerRequest: Hashable, Sendable {
    /// The bytes lie at the start of the shared memory, with the job's suffix behind them; what comes of them goes to
    /// ``outputOffset``.
    case job(LibraryJob, inputLength: Int)
    /// Tries to leave the sandbox by opening a file, opening a socket, starting a program and forking.
    case escape

    static let length = 8 + 8 + LibraryJob.encodedLength
    private static let alignment = 4096

    /// Where the output of a job begins: on a page of its own behind the bytes.
    static func outputOffset(_ job: LibraryJob, inputLength: Int) -> Int {
        (inputLength &+ job.suffix.count &+ alignment &- 1) / alignment &* alignment
    }

    var encoded: ByteBuffer {
        var bytes = ByteBuffer()
        switch self {
        case .job(let job, let inputLength):
            bytes.writeMultipleIntegers(1 as UInt64, UInt64(inputLength))
            job.encode(into: &bytes)
        case .escape: bytes.writeInteger(2 as UInt64)
        }
        bytes.writeRepeatingByte(0, count: Self.length &- bytes.readableBytes)
        return bytes
    }

    init?(decoding bytes: ByteBuffer) {
        var bytes = bytes
        guard let (kind, length) = bytes.readMultipleIntegers(as: (UInt64, UInt64).self) else { return nil }
        switch kind {
        case 1:
            guard let job = LibraryJob(decoding: &bytes), let length = Int(exactly: length) else { return nil }
            self = .job(job, inputLength: length)
        case 2: self = .escape
        default: return nil
        }
    }
}

/// What a worker answers: one message of a fixed size. From a worker that a codestream has taken over it may say
/// anything.
enum WorkerReply: Hashable, Sendable {
    /// Sent once, before anything is asked.
    case ready(Sandbox)
    /// How many bytes lie at the output's place.
    case done(Int)
    /// The library's words.
    case failed(String)
    /// The errno of each attempt to escape; 0 of one that succeeded.
    case escaped([Int32])

    static let length = 16 + wordsLength
    private static let wordsLength = 200

    var encoded: ByteBuffer {
        var bytes = ByteBuffer()
        switch self {
        case .ready(let sandbox): bytes.writeMultipleIntegers(1 as UInt64, UInt64(sandbox.measures))
        case .done(let count): bytes.writeMultipleIntegers(2 as UInt64, UInt64(truncatingIfNeeded: count))
        case .failed(let words):
            let words = words.utf8.prefix(Self.wordsLength)
            bytes.writeMultipleIntegers(3 as UInt64, UInt64(words.count))
            bytes.writeBytes(words)
        case .escaped(let errors):
            bytes.writeMultipleIntegers(4 as UInt64, UInt64(errors.count))
            for error in errors { bytes.writeInteger(error) }
        }
        bytes.writeRepeatingByte(0, count: Self.length &- bytes.readableBytes)
        return bytes
    }

    init?(decoding bytes: ByteBuffer) {
        var bytes = bytes
        guard let (kind, number) = bytes.readMultipleIntegers(as: (UInt64, UInt64).self) else { return nil }
        switch kind {
        case 1: self = .ready(Sandbox(measures: UInt32(truncatingIfNeeded: number)))
        case 2:
            guard let count = Int(exactly: number) else { return nil }
            self = .done(count)
        case 3:
            guard let length = Int(exactly: number), let words = bytes.readBytes(length: length) else { return nil }
            self = .failed(String(decoding: words.map { 0x20..<0x7F ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self))
        case 4:
            guard number <= linux_escapes else { return nil }
            self = .escaped((0..<number).compactMap { _ in bytes.readInteger(as: Int32.self) })
        default: return nil
        }
    }
}
