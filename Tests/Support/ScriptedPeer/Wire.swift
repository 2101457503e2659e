import Foundation
import Glibc

/// Why a script could not go on.
package enum WireError: Error, Hashable, Sendable {
    /// The other side did nothing for as long as any test may wait.
    case patience
    /// The other side ended the connection where the script had something to send or to read.
    case ended(Transcript.Ending)
    case unexpected(String)
    case system(String, Int32)
}

/// How an association went, as a script's side of it saw it.
package struct Transcript: Sendable {
    package enum Ending: String, Sendable {
        /// FIN.
        case finished
        /// RST.
        case reset
        /// By the script itself.
        case own
    }

    /// The first byte of each PDU that came.
    package var received: [UInt8] = []
    /// Source and reason of the A-ABORT that came.
    package var abort: [UInt8]?
    package var ending: Ending?
    /// When the first sign came that the other side has given up: its A-ABORT, or the end of the connection.
    package var endedAt: ContinuousClock.Instant?
    /// When ``Step/mark`` ran.
    package var markedAt: ContinuousClock.Instant?
    /// The bytes of data sets that came.
    package var dataBytes = 0
    package var commands: [WireCommand] = []
    /// Why the script stopped before its end.
    package var failure: WireError?

    package init() {}

    /// From the mark to the end.
    package var reaction: Duration? {
        guard let endedAt, let markedAt else { return nil }
        return endedAt - markedAt
    }
}

/// One end of a TCP connection: bytes out, PDUs in. It blocks, and belongs to one thread.
package final class Wire {
    /// For which a script waits at most, whatever happens.
    static let patience = Duration.seconds(20)

    package let descriptor: Int32
    package var transcript = Transcript()
    /// Of the last A-ASSOCIATE-RQ that came.
    package var proposed: [WireContext] = []
    /// The last command set that came, and the context that it came on.
    package var request = WireCommand()
    package var requestContext: UInt8 = 1
    private var input: Bytes = []
    private var position = 0
    private var command: Bytes = []
    private var isClosed = false

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        setOption(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    }

    /// Without a connection: to find out what would be said.
    package convenience init(proposed: [WireContext]) {
        self.init(-1)
        self.proposed = proposed
    }

    deinit { close() }

    package func setOption(_ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        _ = setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    package func send(_ bytes: some Collection<UInt8>) throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN || errno == EINTR {
                try wait(for: POLLOUT)
            } else {
                throw WireError.ended(end(errno == ECONNRESET || errno == EPIPE ? .reset : .finished))
            }
        }
    }

    /// The next PDU whole; nil when the other side has ended the connection.
    package func receive() throws -> Bytes? {
        while true {
            if let pdu = taken() {
                try note(pdu)
                return pdu
            }
            guard try fill() else { return nil }
        }
    }

    /// Reads some bytes and forgets them; false at the end.
    package func discard() throws -> Bool {
        defer { (input, position) = ([], 0) }
        return try fill()
    }

    /// Reads some bytes, to be understood later; how many, 0 at the end.
    func collect(atMost count: Int) throws -> Int {
        let before = input.count
        return try fill(atMost: count) ? input.count - before : 0
    }

    private func taken() -> Bytes? {
        guard input.count - position >= 6, let length = input.big32(at: position + 2) else { return nil }
        let end = position + 6 + Int(length)
        guard input.count >= end else { return nil }
        defer {
            position = end
            if position == input.count { (input, position) = ([], 0) }
        }
        return Bytes(input[position..<end])
    }

    private func fill(atMost length: Int = 65536) throws -> Bool {
        var buffer = Bytes(repeating: 0, count: min(length, 65536))
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 {
                input += buffer.prefix(count)
                return true
            }
            if count == 0 {
                end(.finished)
                return false
            }
            guard errno == EAGAIN || errno == EINTR else {
                end(.reset)
                return false
            }
            try wait(for: POLLIN)
        }
    }

    private func wait(for event: Int32) throws {
        var poller = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        guard poll(&poller, 1, Int32(Self.patience.components.seconds * 1000)) != 0 else { throw WireError.patience }
    }

    @discardableResult
    private func end(_ ending: Transcript.Ending) -> Transcript.Ending {
        if transcript.ending == nil { transcript.ending = ending }
        if transcript.endedAt == nil { transcript.endedAt = .now }
        return ending
    }

    package func mark() { transcript.markedAt = .now }

    /// FIN: nothing more will be sent, though what comes is read.
    package func finish() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    package func close() {
        guard !isClosed else { return }
        isClosed = true
        if transcript.ending == nil { transcript.ending = .own }
        _ = Glibc.close(descriptor)
    }

    /// RST.
    package func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }
}

extension Wire {
    private func note(_ pdu: Bytes) throws {
        transcript.received.append(pdu[0])
        switch WireKind(rawValue: pdu[0]) {
        case .associateRequest: proposed = Self.contexts(of: pdu)
        case .data: try noteData(pdu)
        case .abort:
            transcript.abort = Bytes(pdu.suffix(2))
            if transcript.endedAt == nil { transcript.endedAt = .now }
        default: break
        }
    }

    private func noteData(_ pdu: Bytes) throws {
        var offset = 6
        while offset < pdu.count {
            guard let length = pdu.big32(at: offset), length >= 2, offset + 4 + Int(length) <= pdu.count else {
                throw WireError.unexpected("a P-DATA-TF that is none")
            }
            let (contextID, control) = (pdu[offset + 4], pdu[offset + 5])
            if control & 1 == 1 {
                command += pdu[offset + 6..<offset + 4 + Int(length)]
                if control & 2 == 2 { try noteCommand(on: contextID) }
            } else {
                transcript.dataBytes += Int(length) - 2
            }
            offset += 4 + Int(length)
        }
    }

    private func noteCommand(on contextID: UInt8) throws {
        guard let read = WireCommand(reading: command) else { throw WireError.unexpected("no command set") }
        command = []
        request = read
        requestContext = contextID
        transcript.commands.append(read)
    }

    private static func contexts(of request: Bytes) -> [WireContext] {
        var contexts: [WireContext] = []
        for (type, range) in items(request, 74..<request.count) where type == 0x20 && range.count > 4 {
            var context = WireContext(request[range.lowerBound], "", [])
            for (type, range) in items(request, range.lowerBound + 4..<range.upperBound) {
                let uid = String(decoding: request[range], as: UTF8.self)
                if type == 0x30 { context.abstractSyntax = uid } else { context.transferSyntaxes.append(uid) }
            }
            contexts.append(context)
        }
        return contexts
    }

    private static func items(_ bytes: Bytes, _ range: Range<Int>) -> [(UInt8, Range<Int>)] {
        var found: [(UInt8, Range<Int>)] = []
        var offset = range.lowerBound
        while offset + 4 <= range.upperBound {
            let end = offset + 4 + Int(bytes[offset + 2]) << 8 + Int(bytes[offset + 3])
            guard end <= range.upperBound else { break }
            found.append((bytes[offset], offset + 4..<end))
            offset = end
        }
        return found
    }
}
