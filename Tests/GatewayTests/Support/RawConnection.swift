import NIOCore
import NIOPosix

/// A TCP connection whose bytes a test writes and reads itself.
final class RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    private init(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    static func open<Value>(to port: Int, _ body: (RawConnection) async throws -> Value) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(RawConnection(inbound, outbound))
        }
    }

    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    /// Everything until the peer closes, also when it does so with a reset.
    func receiveAll() async -> String {
        var received = ByteBuffer()
        do {
            while let bytes = try await inbound.next(isolation: nil) { received.writeImmutableBuffer(bytes) }
        } catch {
            // A reset ends what was received like a close.
        }
        return String(buffer: received)
    }

    /// Everything until what was received ends with `end`.
    func receive(until end: String) async throws -> String {
        var received = ByteBuffer()
        while !String(buffer: received).hasSuffix(end), let bytes = try await inbound.next(isolation: nil) {
            received.writeImmutableBuffer(bytes)
        }
        return String(buffer: received)
    }
}

/// A response as it stood on the wire.
struct RawResponse {
    var status = 0
    var headers: [String: String] = [:]
    var body = ""

    init(_ text: String) {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = (parts.first ?? "").split(separator: "\r\n")
        status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
        for line in lines.dropFirst() {
            let field = line.split(separator: ":", maxSplits: 1)
            guard field.count == 2 else { continue }
            headers[field[0].lowercased()] = String(field[1].drop { $0 == " " })
        }
        body = parts.count == 2 ? String(parts[1]) : ""
    }

    /// One request on a connection of its own.
    ///
    /// - Parameter rawBody: follows the head as it is, under whatever framing `headers` gives it.
    static func request(
        _ target: String,
        method: String = "GET",
        headers: [String] = [],
        body: String = "",
        port: Int,
        rawBody: String = ""
    ) async throws -> RawResponse {
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers + length
        return try await RawConnection.open(to: port) { connection in
            try await connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body + rawBody)
            return RawResponse(await connection.receiveAll())
        }
    }
}
