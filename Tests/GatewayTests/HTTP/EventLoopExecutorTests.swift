import DICOMweb
import Hummingbird
import NIOCore
import NIOHPACK
import NIOPosix
import Pixels
import Testing

@testable import Gateway

/// What a request does between its waits runs on the event loop, and what takes long does not.
@Suite struct EventLoopExecutorTests {
    private static func place() -> String {
        MultiThreadedEventLoopGroup.currentEventLoop == nil ? "beside" : "on the loop"
    }

    /// Says where it runs: before a wait, after one, in something long, and after that.
    private static let handlers = ResourceHandlers.answering { _ in
        var places = [place()]
        try await Task.sleep(for: .milliseconds(1))
        places.append(place())
        places.append(await besideEventLoop(if: true) { place() })
        places.append(await besideEventLoop(if: false) { place() })
        return Response(status: .ok, headers: [.contentLanguage: places.joined(separator: ", ")])
    }

    private static let study = "/dicom-web/studies/1.2"
    private static let instance = study + "/series/1.3/instances/1.4"

    @Test(arguments: [
        "/rendered", "/frames/1", "/frames/1/rendered", "/thumbnail", "/frames/1/thumbnail",
    ])
    func oneInstanceIsAnsweredOnTheLoop(resource: String) async throws {
        try await withGateway(handlers: Self.handlers) { port in
            let response = try await RawResponse.request(Self.instance + resource, port: port)
            #expect(response.headers["content-language"] == "on the loop, on the loop, beside, on the loop")
        }
    }

    @Test(arguments: [
        "/dicom-web/studies", study, study + "/metadata", study + "/rendered", study + "/thumbnail",
        study + "/series/1.3/thumbnail", instance, instance + "/metadata",
    ])
    func allElseIsAnsweredBeside(path: String) async throws {
        try await withGateway(handlers: Self.handlers) { port in
            let response = try await RawResponse.request(path, port: port)
            #expect(response.headers["content-language"] == "beside, beside, beside, beside")
        }
    }

    @Test func aStreamOfHTTP2HasItsConnectionsLoop() async throws {
        try await withTLSGateway(handlers: Self.handlers) { port in
            try await HTTP2Connection.open(to: port) { connection in
                let response = try await connection.get(Self.instance + "/rendered")
                #expect(response.headers["content-language"] == ["on the loop, on the loop, beside, on the loop"])
            }
        }
    }

    /// Of codec threads, and of the loop where nobody else asks and the work is brief.
    @Test func briefWorkStaysOnTheLoopOfTheOnlyClient() async throws {
        let pool = CodecWorkersTests.pool(workers: 6)
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let gate = AsyncStream.makeStream(of: Void.self)
        let handlers = ResourceHandlers.answering { request in
            if request.http.uri.path.contains("1.9") {
                arrival.yield()
                for await _ in gate.stream {}
            }
            let brief = try await pool.run(isBrief: true) { "\(Self.place()), helped by \($0.help(atMost: 9) {})" }
            let long = try await pool.run { _ in Self.place() }
            return Response(status: .ok, headers: [.contentLanguage: "\(brief), \(long)"])
        }
        try await withGateway(handlers: handlers) { port in
            let path = Self.instance + "/rendered"
            let alone = try await RawResponse.request(path, port: port)
            #expect(alone.headers["content-language"] == "on the loop, helped by 5, beside")
            async let other = RawResponse.request("/dicom-web/studies/1.9", port: port)
            for await _ in arrivals.prefix(1) {}
            let inCompany = try await RawResponse.request(path, port: port)
            #expect(inCompany.headers["content-language"] == "beside, helped by 5, beside")
            gate.continuation.finish()
            #expect(try await other.headers["content-language"]?.hasPrefix("beside, helped by") == true)
        }
    }

    /// A body that is long or of unknown length is written beside the loop, since nobody knows what its writer does.
    @Test(arguments: [nil, 2 << 20])
    func aBodyThatIsNotReadyIsWrittenBeside(length: Int?) async throws {
        let handlers = ResourceHandlers.answering { _ in
            Response(
                status: .ok,
                body: ResponseBody(contentLength: length) { writer in
                    var bytes = ByteBuffer(string: Self.place() + ".")
                    bytes.writeRepeatingByte(0, count: max(0, (length ?? 0) - bytes.readableBytes))
                    try await writer.write(bytes)
                    try await writer.finish(nil)
                }
            )
        }
        try await withGateway(handlers: handlers) { port in
            let response = try await RawResponse.request(Self.instance + "/rendered", port: port)
            #expect(response.body.contains("beside."))
        }
    }
}
