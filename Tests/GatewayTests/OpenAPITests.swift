import DICOM
import DICOMweb
import FoundationEssentials
import HTTPTypes
import Logging
import Testing
import Yams

@testable import Gateway

/// The routes and `OpenAPI/gantry.yaml` are held together from both sides.
@Suite struct OpenAPITests {
    private static func document() throws -> Node {
        let url = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "OpenAPI/gantry.yaml")
        return try #require(try Yams.compose(yaml: String(contentsOfFile: url.path, encoding: .utf8)))
    }

    /// `GET /dicom-web/studies` and the like.
    private static func documented() throws -> Set<String> {
        let paths = try #require(document()["paths"]?.mapping)
        return Set(
            paths.flatMap { path, item in
                (item.mapping ?? [:]).keys.compactMap(\.string)
                    .filter { $0 != "parameters" }
                    .map { "\($0.uppercased()) \(path.string ?? "")" }
            }
        )
    }

    private static let instance = Scope.instance(study: "1", series: "2", instance: "3")

    /// One of each kind of resource at each level.
    private static let resources: [Resource] =
        [.search(.study, study: nil, series: nil), .search(.series, study: nil, series: nil)]
        + [.search(.instance, study: nil, series: nil), .search(.series, study: "1", series: nil)]
        + [.search(.instance, study: "1", series: nil), .search(.instance, study: "1", series: "2")]
        + [Scope.study("1"), .series(study: "1", series: "2"), instance].flatMap { scope -> [Resource] in
            [
                .objects(scope), .metadata(scope), .rendered(scope), .thumbnail(scope), .bulkData(scope),
                .pixelData(scope),
            ]
        }
        + [.frames(instance, [1]), .renderedFrames(instance, [1]), .thumbnailFrames(instance, [1])]
        + [.bulkDataValue(instance, AttributePath(.pixelData))]

    private static func served() -> Set<String> {
        let monitor = HealthMonitor([], interval: .seconds(1), logger: .init(label: "test"))
        let certificates = CertificateWatch([], logger: .init(label: "test"))
        var routes = Health.routes(monitor, certificates, nil) + Console.routes + [ArchiveDescription.route { "" }]
        for base in ["/dicom-web", "/archives/{archive}/dicom-web"] {
            routes += resources.map { resource in
                Route(of: resource, below: base, .answering()) { http, logger in
                    ResourceRequest(http: http, archives: .federated, baseURI: "", logger: logger)
                }
            }
        }
        routes += ["/wado", "/archives/{archive}/wado"].map { template in
            Route(uriService: template, .answering()) { http, logger in
                ResourceRequest(http: http, archives: .federated, baseURI: "", logger: logger)
            }
        }
        return Set(
            routes.filter { $0.kind != .unsupported }
                .flatMap { route in route.answers.keys.map { "\($0.rawValue) \(route.template)" } }
        )
    }

    @Test func everyRouteIsDocumentedAndTheReverse() throws {
        let documented = try Self.documented()
        #expect(documented == Self.served())
    }

    @Test func everyOperationHasItsOwnName() throws {
        let paths = try #require(try Self.document()["paths"]?.mapping)
        let names = paths.values.flatMap { item in
            (item.mapping ?? [:]).values.compactMap { $0["operationId"]?.string }
        }
        #expect(Set(names).count == names.count)
        let operations = try Self.documented().count
        #expect(names.count == operations)
    }

    @Test func theGatewayServesTheDocument() async throws {
        try await withGateway { port in
            let response = try await RawResponse.request("/openapi.yaml", port: port)
            #expect(response.status == 200)
            #expect(response.body.hasPrefix("openapi: 3.1.0"))
        }
    }
}
