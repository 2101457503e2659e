import DICOMweb
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@Suite struct RoutesTests {
    private static let long = String(repeating: "1", count: 65)
    private static let noUIDs = ["%5C", "*", "..%2F", "", long, "1.２", "1.2 3", "1%002", "1,2", "-1", "%", "1.2%0d%0a"]

    /// `{}` stands for a UID.
    private static let templates = [
        "/studies/{}", "/studies/{}/metadata", "/studies/{}/series", "/studies/1.2/series/{}",
        "/studies/{}/series/1.3", "/studies/1.2/series/{}/metadata", "/studies/1.2/series/{}/instances",
        "/studies/1.2/series/1.3/instances/{}", "/studies/1.2/series/{}/instances/1.4",
        "/studies/1.2/series/1.3/instances/{}/metadata", "/studies/1.2/series/1.3/instances/{}/frames/1",
        "/studies/1.2/series/1.3/instances/{}/rendered", "/studies/1.2/series/1.3/instances/{}/frames/1/rendered",
        "/studies/1.2/series/1.3/instances/{}/bulkdata/7FE00010", "/studies/{}/rendered", "/studies/{}/thumbnail",
        "/studies/1.2/series/{}/thumbnail", "/studies/1.2/series/1.3/instances/{}/frames/1/thumbnail",
    ]

    private static var configuration: GatewayConfiguration {
        var configuration = GatewayConfiguration()
        configuration.archives = [.init(name: "main", aeTitle: "MAIN", host: "127.0.0.1", port: 104)]
        return configuration
    }

    @Test(arguments: ["/dicom-web", "/archives/main/dicom-web"])
    func whatIsNoUIDReachesNoHandler(base: String) async throws {
        let (reached, report) = AsyncStream.makeStream(of: String.self)
        let handlers = ResourceHandlers.answering { request in
            report.yield("\(request.http.uri)")
            return Response(status: .ok)
        }
        try await withGateway(Self.configuration, handlers: handlers) { port in
            for template in Self.templates {
                for text in Self.noUIDs {
                    // Of `/studies/` and the like, a trailing empty segment is an empty UID too.
                    let path = base + template.replacing("{}", with: text)
                    let response = try await RawResponse.request(path, port: port)
                    #expect(response.status == 400, "\(path)")
                }
            }
            for path in ["/studies/", "/studies//series", "/studies/1.2/series//instances", "/studies/1.2/series/"] {
                #expect(try await RawResponse.request(base + path, port: port).status == 400, "\(path)")
            }
        }
        report.finish()
        var paths: [String] = []
        for await path in reached { paths.append(path) }
        #expect(paths.isEmpty)
    }

    /// Whole studies and series, and what is stored, let others go before them.
    @Test(arguments: [
        ("GET", "/studies/1.2", Urgency.bulk), ("GET", "/studies/1.2/series/1.3", .bulk),
        ("HEAD", "/studies/1.2", .bulk),
        ("POST", "/studies", .bulk), ("POST", "/studies/1.2", .bulk), ("GET", "/studies", .viewer),
        ("GET", "/studies/1.2/series", .viewer), ("GET", "/studies/1.2/metadata", .viewer),
        ("GET", "/studies/1.2/series/1.3/instances/1.4", .viewer),
        ("GET", "/studies/1.2/series/1.3/instances/1.4/frames/1", .viewer),
        ("GET", "/studies/1.2/series/1.3/instances/1.4/rendered", .viewer),
        ("GET", "/studies/1.2/thumbnail", .viewer), ("GET", "/studies/1.2/series/1.3/rendered", .bulk),
    ])
    func requestsAreAsUrgentAsWhatTheyAskFor(method: String, path: String, urgency: Urgency) async throws {
        let handlers = ResourceHandlers.answering { _ in
            let demand = Demand.current
            return Response(status: .ok, headers: [.server: "\(demand.urgency) of \(demand.client)"])
        }
        try await withGateway(handlers: handlers) { port in
            let response = try await RawResponse.request("/dicom-web\(path)", method: method, port: port)
            #expect(response.headers["server"] == "\(urgency) of 127.0.0.1")
            #expect(response.headers["server-timing"]?.contains("total;dur=") == true)
        }
    }

    /// One archive's crowd leaves room for another's clients.
    @Test(.timeLimit(.minutes(1))) func requestsThatWaitForOneArchiveLeaveRoomForAnother() async throws {
        var configuration = Self.configuration
        configuration.archives.append(.init(name: "slow", aeTitle: "SLOW", host: "127.0.0.1", port: 105))
        configuration.limits.requests = 8
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let handlers = ResourceHandlers.answering { request in
            if request.archives == .named("slow") {
                arrived.yield()
                try await Task.sleep(for: .seconds(30))
            }
            return Response(status: .ok)
        }
        try await withGateway(configuration, handlers: handlers) { port in
            try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask { _ = try await RawResponse.request("/archives/slow/dicom-web/studies", port: port) }
                }
                var all = arrivals.makeAsyncIterator()
                for _ in 0..<6 { await all.next() }
                let refused = try await RawResponse.request("/archives/slow/dicom-web/studies", port: port)
                #expect(refused.status == 503)
                #expect(refused.headers["retry-after"] != nil)
                #expect(try await RawResponse.request("/archives/main/dicom-web/studies", port: port).status == 200)
                group.cancelAll()
            }
        }
    }

    @Test func pathsReachTheirHandlers() async throws {
        @Sendable func named(_ name: String) -> Response {
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: name)))
        }
        let handlers = ResourceHandlers(
            searchStudies: { named("studies of \($0.archives) at \($0.baseURI)") },
            searchSeries: { named("series in \($1?.path ?? "any")") },
            searchInstances: { named("instances in \($1?.path ?? "any")") },
            retrieveInstances: { named("objects of \($1.path)") },
            retrieveMetadata: { named("metadata of \($1.path)") },
            retrieveFrames: { named("frames \($2) of \($1.path)") },
            retrieveBulkData: { named("value \($2) of \($1.path)") },
            retrieveRendered: { named("picture of \($1.path)") },
            retrieveRenderedFrames: { named("pictures \($2) of \($1.path)") },
            retrieveThumbnail: { named("thumbnail of \($1.path)") },
            retrieveFrameThumbnail: { named("thumbnail \($2) of \($1.path)") },
            retrieveSingle: { named("single of \($0.archives) at \($0.baseURI)") },
            storeInstances: { named("store in \($1?.path ?? "any")") }
        )
        let instance = "/studies/1.2/series/1.3/instances/1.4"
        try await withGateway(Self.configuration, handlers: handlers) { (port: Int) async throws -> Void in
            func ask(_ path: String, method: String = "GET") async throws -> String {
                try await RawResponse.request(path, method: method, port: port).body
            }
            #expect(try await ask("/dicom-web/studies") == "studies of federated at http://127.0.0.1:\(port)/dicom-web")
            #expect(
                try await ask("/archives/main/dicom-web/studies?a=b")
                    == "studies of named(\"main\") at http://127.0.0.1:\(port)/archives/main/dicom-web"
            )
            #expect(try await ask("/dicom-web/series?a=b") == "series in any")
            #expect(try await ask("/dicom-web/instances") == "instances in any")
            #expect(try await ask("/dicom-web/studies/1.2/instances") == "instances in /studies/1.2")
            #expect(try await ask("/dicom-web/studies/1.2/series") == "series in /studies/1.2")
            #expect(
                try await ask("/dicom-web/studies/1.2/series/1.3/instances") == "instances in /studies/1.2/series/1.3"
            )
            #expect(try await ask("/dicom-web/studies/1.2") == "objects of /studies/1.2")
            #expect(try await ask("/dicom-web\(instance)") == "objects of \(instance)")
            #expect(
                try await ask("/dicom-web/studies/1.2/series/1.3/metadata") == "metadata of /studies/1.2/series/1.3"
            )
            #expect(try await ask("/dicom-web\(instance)/frames/3,1") == "frames [3, 1] of \(instance)")
            #expect(try await ask("/dicom-web\(instance)/frames/2/rendered") == "pictures [2] of \(instance)")
            for scope in ["/studies/1.2", "/studies/1.2/series/1.3", instance] {
                #expect(try await ask("/dicom-web\(scope)/rendered") == "picture of \(scope)")
                #expect(try await ask("/dicom-web\(scope)/thumbnail") == "thumbnail of \(scope)")
            }
            #expect(try await ask("/dicom-web\(instance)/frames/2/thumbnail") == "thumbnail [2] of \(instance)")
            #expect(
                try await ask("/wado?requestType=WADO")
                    == "single of federated at http://127.0.0.1:\(port)/dicom-web"
            )
            #expect(
                try await ask("/archives/main/wado")
                    == "single of named(\"main\") at http://127.0.0.1:\(port)/archives/main/dicom-web"
            )
            #expect(
                try await ask("/dicom-web\(instance)/bulkdata/00081140/1/7FE00010")
                    == "value 00081140/1/7FE00010 of \(instance)"
            )
            #expect(try await ask("/dicom-web/studies", method: "POST") == "store in any")
            #expect(try await ask("/dicom-web/studies/1.2", method: "POST") == "store in /studies/1.2")
        }
    }

    @Test(arguments: [
        ("GET", "/nothing", 404), ("GET", "/dicom-web", 404), ("GET", "/dicom-web/patients", 404),
        ("GET", "/archives/other/dicom-web/studies", 404), ("GET", "/dicom-webs/studies", 404),
        ("GET", "/dicom-web/studies/1.2/renderedmpr", 404), ("DELETE", "/dicom-web/studies/1.2", 405),
        ("PUT", "/dicom-web/studies", 405), ("POST", "/dicom-web/studies/1.2/metadata", 405), ("POST", "/", 405),
        ("GET", "/wado/", 404), ("GET", "/archives/other/wado", 404), ("GET", "/archives/main/wado/x", 404),
        ("POST", "/wado", 405), ("POST", "/dicom-web/studies/1.2/thumbnail", 405),
        ("GET", "/dicom-web/studies/1.2/bulkdata", 501), ("GET", "/dicom-web/studies/1.2/pixeldata", 501),
        ("GET", "/dicom-web/studies/1.2/series/1.3/instances/1.4/frames/0", 400),
        ("GET", "/dicom-web/studies/1.2/series/1.3/instances/1.4/frames/1,,2", 400),
    ])
    func otherPathsAndMethodsAreRefused(method: String, path: String, status: Int) async throws {
        try await withGateway(Self.configuration) { port in
            let response = try await RawResponse.request(path, method: method, port: port)
            #expect(response.status == status)
            #expect(response.headers["content-type"] == "application/problem+json")
            #expect(response.headers["x-content-type-options"] == "nosniff")
            #expect(response.body.contains("\"status\":\(status)"))
            #expect((response.headers["allow"] != nil) == (status == 405))
        }
    }

    @Test func headIsGetWithoutItsBody() async throws {
        let handlers = ResourceHandlers.answering { request in
            if request.http.uri.path.hasSuffix("metadata") {
                return Response(status: .ok, body: ResponseBody { try await $0.finish(nil) })
            }
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "answered")))
        }
        try await withGateway(handlers: handlers) { port in
            let known = try await RawResponse.request("/dicom-web/studies/1.2", method: "HEAD", port: port)
            #expect(known.status == 200 && known.headers["content-length"] == "8" && known.body.isEmpty)
            let unknown = try await RawResponse.request("/dicom-web/studies/1.2/metadata", method: "HEAD", port: port)
            #expect(unknown.status == 200 && unknown.headers["content-length"] == nil && unknown.body.isEmpty)
        }
    }

    @Test func limitsAreAnswered() async throws {
        var configuration = GatewayConfiguration()
        configuration.limits.requestTarget = 1 << 10
        configuration.limits.requestHeaders = 2 << 10
        configuration.limits.requestBody = 10
        let handlers = ResourceHandlers.answering { request in
            for try await _ in request.http.body {}
            return Response(status: .ok)
        }
        try await withGateway(configuration, handlers: handlers) { port in
            let query = String(repeating: "a", count: 1100)
            #expect(try await RawResponse.request("/dicom-web/studies?\(query)", port: port).status == 414)
            let header = "X-Long: \(query)\(query)"
            #expect(try await RawResponse.request("/dicom-web/studies", headers: [header], port: port).status == 431)
            let declared = try await RawResponse.request(
                "/dicom-web/studies",
                method: "POST",
                body: "12345678901",
                port: port
            )
            #expect(declared.status == 413)
            let chunked = try await RawResponse.request(
                "/dicom-web/studies",
                method: "POST",
                headers: ["Transfer-Encoding: chunked"],
                port: port,
                rawBody: "b\r\n12345678901\r\n0\r\n\r\n"
            )
            #expect(chunked.status == 413)
            let fitting = try await RawResponse.request(
                "/dicom-web/studies",
                method: "POST",
                body: "1234567890",
                port: port
            )
            #expect(fitting.status == 200)
        }
    }

    @Test func aClientThatAsksIsToldToSendItsBody() async throws {
        let handlers = ResourceHandlers.answering { request in
            for try await _ in request.http.body {}
            return Response(status: .ok)
        }
        try await withGateway(handlers: handlers) { port in
            try await RawConnection.open(to: port) { connection in
                let head =
                    "POST /dicom-web/studies HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n"
                try await connection.send(head)
                #expect(try await connection.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 100"))
                try await connection.send("body")
                #expect(try await connection.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200"))
            }
        }
    }
}
