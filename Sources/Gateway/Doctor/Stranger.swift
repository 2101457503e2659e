import NIOCore
import NIOPosix

/// What answers on a port where no DICOM application does.
enum Stranger: Hashable, Sendable {
    case http
    /// A DICOM application after all, which says with an A-ABORT that it was not asked in its language.
    case dicom
    /// Something with a greeting of its own, such as SSH.
    case other
    case silent

    /// How long one attempt may take.
    private static let patience = Duration.seconds(2)

    /// Asks in the language that is met most. An archive may take that for a broken association.
    static func meet(_ address: SocketAddress) async -> Stranger {
        let answer = await within(patience) { await reply(to: "GET / HTTP/1.0\r\n\r\n", at: address) } ?? []
        if answer.starts(with: Array("HTTP/".utf8)) { return .http }
        if let first = answer.first, (0x01...0x07).contains(first), answer.dropFirst().first == 0 { return .dicom }
        return answer.isEmpty ? .silent : .other
    }

    /// The first bytes that come after `text` was sent; none when the connection is closed without.
    private static func reply(to text: String, at address: SocketAddress) async -> [UInt8] {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(TimeAmount(patience))
                .connect(to: address) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            return try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: text))
                var bytes: [UInt8] = []
                for try await buffer in inbound {
                    bytes += buffer.readableBytesView
                    if bytes.count >= 5 { break }
                }
                return bytes
            }
        } catch {
            return []
        }
    }
}
