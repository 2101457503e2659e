import NIOCore
import Testing

@testable import DIMSE

/// Runs `body` between the two ends of a transport connection over loopback; it is to close them.
func withConnection(
    _ body: (_ requestor: UpperLayerChannel, _ acceptor: UpperLayerChannel) async throws -> Void
) async throws {
    let configuration = UpperLayerConfiguration.default
    let server = try await configuration.bind(host: "127.0.0.1", port: 0)
    try await server.executeThenClose { connections in
        let port = try #require(server.channel.localAddress?.port)
        let requestor = try await configuration.connect(host: "127.0.0.1", port: port, timeout: .seconds(5))
        var iterator = connections.makeAsyncIterator()
        try await body(requestor, try #require(await iterator.next()))
    }
}
