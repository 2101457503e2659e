import NIOCore
import NIOHPACK
import NIOHTTP2
import NIOPosix
import NIOSSL

/// A client of HTTP/2 over TLS that sees how each stream ends.
struct HTTP2Connection {
    private typealias Frames = NIOAsyncChannel<HTTP2Frame.FramePayload, HTTP2Frame.FramePayload>

    /// What came on a stream before it ended, and how it ended.
    struct Answer {
        var status = ""
        var headers: HPACKHeaders = [:]
        var bytes = 0
        var hasEndStream = false
        /// The code of RST_STREAM, when the stream was reset.
        var reset: HTTP2ErrorCode?
    }

    private let connection: any Channel
    private let multiplexer: NIOHTTP2Handler.AsyncStreamMultiplexer<Void>

    static func open<Value>(to port: Int, _ body: (HTTP2Connection) async throws -> Value) async throws -> Value {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        tls.applicationProtocols = ["h2"]
        let context = try NIOSSLContext(configuration: tls)
        let (channel, multiplexer) = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(try NIOSSLClientHandler(context: context, serverHostname: nil))
                    let multiplexer = try pipeline.configureAsyncHTTP2Pipeline(mode: .client) {
                        $0.eventLoop.makeSucceededVoidFuture()
                    }
                    return (channel, multiplexer)
                }
            }
        let value = try await body(HTTP2Connection(connection: channel, multiplexer: multiplexer))
        try await channel.close()
        return value
    }

    /// Sends a GET and, with `leavingAfter`, resets the stream when that has returned.
    func get(_ path: String, leavingAfter event: (() async -> Void)? = nil) async throws -> Answer {
        let stream = try await multiplexer.openStream { channel in
            channel.eventLoop.makeCompletedFuture { try Frames(wrappingChannelSynchronously: channel) }
        }
        var answer = Answer()
        do {
            try await stream.executeThenClose { inbound, outbound in
                let headers: HPACKHeaders = [
                    ":method": "GET", ":path": path, ":scheme": "https", ":authority": "localhost",
                ]
                try await outbound.write(.headers(.init(headers: headers, endStream: true)))
                if let event { return await event() }
                for try await frame in inbound { answer.take(frame) }
            }
        } catch let error as NIOHTTP2Errors.StreamClosed {
            answer.reset = error.errorCode
        }
        return answer
    }
}

extension HTTP2Connection.Answer {
    fileprivate mutating func take(_ frame: HTTP2Frame.FramePayload) {
        switch frame {
        case .headers(let frame):
            status = frame.headers.first(name: ":status") ?? status
            headers = frame.headers
            hasEndStream = frame.endStream
        case .data(let frame):
            bytes += frame.data.readableBytes
            hasEndStream = frame.endStream
        default: break
        }
    }
}
