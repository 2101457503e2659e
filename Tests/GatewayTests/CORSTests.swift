import DICOMweb
import Gateway
import Testing

@Suite struct CORSTests {
    private static func configuration(_ origins: [String]) -> GatewayConfiguration {
        var configuration = GatewayConfiguration()
        configuration.http.cors.origins = origins
        return configuration
    }

    private static let viewer = "https://viewer.example.org"
    private static let preflight = ["Origin: \(viewer)", "Access-Control-Request-Method: POST"]

    @Test func withoutOriginsNothingIsAllowed() async throws {
        try await withGateway { port in
            let get = try await RawResponse.request(
                "/dicom-web/studies",
                headers: ["Origin: \(Self.viewer)"],
                port: port
            )
            #expect(get.headers["access-control-allow-origin"] == nil)
            #expect(get.headers["cross-origin-resource-policy"] == nil)
            let options = try await RawResponse.request(
                "/dicom-web/studies",
                method: "OPTIONS",
                headers: Self.preflight,
                port: port
            )
            #expect(options.status == 204)
            #expect(options.headers["access-control-allow-methods"] == nil)
        }
    }

    @Test(arguments: [(["*"], "*"), ([viewer], viewer)])
    func anAllowedOriginMayReadAnswers(origins: [String], allowed: String) async throws {
        try await withGateway(Self.configuration(origins)) { port in
            for path in ["/dicom-web/studies", "/dicom-web/studies/no-uid", "/nothing"] {
                let get = try await RawResponse.request(path, headers: ["Origin: \(Self.viewer)"], port: port)
                #expect(get.headers["access-control-allow-origin"] == allowed, "\(path)")
                #expect(get.headers["cross-origin-resource-policy"] == "cross-origin")
                #expect(get.headers["access-control-expose-headers"]?.contains("Content-Location") == true)
                #expect(get.headers["access-control-expose-headers"]?.contains("Server-Timing") == true)
                #expect(get.headers["timing-allow-origin"] == allowed)
            }
        }
    }

    @Test func aPreflightIsAnswered() async throws {
        try await withGateway(Self.configuration(["*"])) { port in
            let options = try await RawResponse.request(
                "/dicom-web/studies",
                method: "OPTIONS",
                headers: Self.preflight,
                port: port
            )
            #expect(options.status == 204)
            #expect(options.body.isEmpty)
            #expect(options.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS, POST")
            #expect(options.headers["access-control-allow-headers"]?.contains("Content-Type") == true)
            #expect(options.headers["access-control-allow-origin"] == "*")
        }
    }

    @Test func anotherOriginGetsNothing() async throws {
        try await withGateway(Self.configuration([Self.viewer])) { port in
            let headers = ["Origin: https://elsewhere.example.org"]
            let get = try await RawResponse.request("/dicom-web/studies", headers: headers, port: port)
            #expect(get.headers["access-control-allow-origin"] == nil)
            #expect(get.headers["timing-allow-origin"] == nil)
            #expect(get.headers["vary"]?.contains("Origin") == true)
        }
    }

    @Test func negotiatedAnswersVary() async throws {
        try await withGateway { port in
            let get = try await RawResponse.request("/dicom-web/studies", port: port)
            #expect(get.headers["vary"] == "Accept, Accept-Charset, Accept-Encoding, Origin")
        }
    }
}
