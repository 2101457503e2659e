import DICOMweb
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP2
import Testing

/// How a failure after the head shows on the wire: what everything that streams relies on.
@Suite struct TruncationTests {
    struct Broken: Error {}

    static let target = "/dicom-web/studies/1.2"
    static let piece = ByteBuffer(repeating: UInt8(ascii: "x"), count: 1000)

    /// Sends some bytes and then fails.
    static func failing(length: Int? = nil) -> ResourceHandlers {
        .answering { _ in
            Response(
                status: .ok,
                body: ResponseBody(contentLength: length) { writer in
                    try await writer.write(piece)
                    try await writer.write(piece)
                    throw Broken()
                }
            )
        }
    }

    @Test func aChunkedBodyThatFailsHasNoLastChunk() async throws {
        try await withGateway(handlers: Self.failing()) { port in
            try await RawConnection.open(to: port) { connection in
                try await connection.send("GET \(Self.target) HTTP/1.1\r\nHost: x\r\n\r\n")
                let received = await connection.receiveAll()
                #expect(received.hasPrefix("HTTP/1.1 200"))
                #expect(received.contains("xxx"))
                #expect(!received.contains("\r\n0\r\n"))
            }
        }
    }

    @Test(arguments: [3000, 3 << 20])
    func aBodyOfKnownLengthThatFailsIsShort(length: Int) async throws {
        try await withGateway(handlers: Self.failing(length: length)) { port in
            try await RawConnection.open(to: port) { connection in
                try await connection.send("GET \(Self.target) HTTP/1.1\r\nHost: x\r\n\r\n")
                let response = RawResponse(await connection.receiveAll())
                #expect(response.headers["content-length"] == "\(length)")
                #expect(response.body.utf8.count == 2000)
            }
        }
    }

    /// What is written beside the event loop waits in its queue: a connection that ends with its response must not be
    /// closed before.
    @Test(arguments: [nil, 2 << 20])
    func aShortWaitDoesNotLoseTheBody(length: Int?) async throws {
        let bytes = ByteBuffer(repeating: UInt8(ascii: "x"), count: length ?? 1)
        let handlers = ResourceHandlers.answering { _ in
            Response(
                status: .ok,
                body: ResponseBody(contentLength: length) { writer in
                    try await writer.write(bytes)
                    try await writer.finish(nil)
                }
            )
        }
        try await withGateway(handlers: handlers) { port in
            for _ in 0..<50 {
                let response = try await RawResponse.request(Self.target, port: port)
                #expect(response.body.hasSuffix(length == nil ? "x\r\n0\r\n\r\n" : "x"))
                #expect(response.body.utf8.count >= bytes.readableBytes)
            }
        }
    }

    @Test(arguments: [500, 1500])
    func aBodyWithAnotherLengthThanItsHeadEndsTheConnection(length: Int) async throws {
        let handlers = ResourceHandlers.answering { _ in
            Response(
                status: .ok,
                body: ResponseBody(contentLength: length) { writer in
                    try await writer.write(Self.piece)
                    try await writer.finish(nil)
                }
            )
        }
        try await withGateway(handlers: handlers) { port in
            try await RawConnection.open(to: port) { connection in
                try await connection.send("GET \(Self.target) HTTP/1.1\r\nHost: x\r\n\r\n")
                let response = RawResponse(await connection.receiveAll())
                #expect(response.body.utf8.count < length)
            }
        }
    }

    @Test func theNextRequestOfAnotherConnectionIsServed() async throws {
        try await withGateway(handlers: Self.failing()) { port in
            _ = try await RawResponse.request(Self.target, port: port)
            let next = try await RawResponse.request("/health/live", port: port)
            #expect(next.status == 200)
        }
    }

    @Test(arguments: [nil, 3000, 3 << 20] as [Int?])
    func anHTTP2StreamThatFailsIsReset(length: Int?) async throws {
        try await withTLSGateway(handlers: Self.failing(length: length)) { port in
            try await HTTP2Connection.open(to: port) { connection in
                let answer = try await connection.get(Self.target)
                #expect(answer.status == "200")
                #expect(answer.bytes <= 2000)
                #expect(answer.reset == .cancel)
                #expect(!answer.hasEndStream)
                // The connection and its other streams go on.
                let next = try await connection.get("/health/live")
                #expect(next.status == "200")
                #expect(next.hasEndStream)
            }
        }
    }

    @Test func aWholeBodyEndsItsHTTP2Stream() async throws {
        try await withTLSGateway { port in
            try await HTTP2Connection.open(to: port) { connection in
                let answer = try await connection.get(Self.target)
                #expect(answer.reset == nil)
                #expect(answer.hasEndStream)
                #expect(answer.bytes == 8)
            }
        }
    }

    @Test func anUploadThatEndsEarlyIsAnError() async throws {
        let (reports, report) = AsyncStream.makeStream(of: Bool.self)
        let handlers = ResourceHandlers.answering { request in
            do {
                for try await _ in request.http.body {}
                report.yield(true)
            } catch {
                report.yield(false)
                throw error
            }
            return Response(status: .ok)
        }
        try await withGateway(handlers: handlers) { port in
            for framing in ["Content-Length: 1000\r\n\r\nshort", "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"] {
                try await RawConnection.open(to: port) { connection in
                    try await connection.send("POST /dicom-web/studies HTTP/1.1\r\nHost: x\r\n\(framing)")
                    try await Task.sleep(for: .milliseconds(50))
                }
                var iterator = reports.makeAsyncIterator()
                #expect(await iterator.next() == false)
            }
        }
    }
}

/// The same over TLS, where clients may choose HTTP/2.
func withTLSGateway<Value: Sendable>(
    handlers: ResourceHandlers = .answering(),
    _ body: (_ port: Int) async throws -> Value
) async throws -> Value {
    try await TestCertificate.withFiles { certificate, privateKey in
        var configuration = GatewayConfiguration()
        configuration.http.tls = .init(certificate: certificate, privateKey: privateKey)
        return try await withGateway(configuration, handlers: handlers, body)
    }
}
