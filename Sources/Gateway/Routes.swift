import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import Logging

/// A path and what answers each of its methods.
struct Route: Sendable {
    typealias Answer = @Sendable (Request, Logger) async throws -> Response

    enum Kind: Hashable, Sendable {
        case plain
        /// Different requests get different media types of one path.
        case negotiated
        /// Known to PS3.18 and not answered here: 501, rather than a false "not there".
        case unsupported
    }

    /// The path with names for what varies, as `OpenAPI/gantry.yaml` writes it and the log may show it.
    let template: String
    let kind: Kind
    let answers: [HTTPRequest.Method: Answer]
    /// The methods whose work lets others go before it.
    let bulk: Set<HTTPRequest.Method>
    /// True where an answer takes little between its waits, so that it may be made on the thread of an event loop.
    let isBrief: Bool
    /// Those that are asked; nil where none is.
    var archives: ArchiveSelection?

    init(
        _ template: String,
        _ answers: [HTTPRequest.Method: Answer],
        kind: Kind = .plain,
        bulk: Set<HTTPRequest.Method> = [],
        isBrief: Bool = false
    ) {
        self.template = template
        self.kind = kind
        self.answers = answers
        self.bulk = bulk
        self.isBrief = isBrief
    }

    /// How urgent a request by that method is.
    func urgency(of method: HTTPRequest.Method) -> Urgency { bulk.contains(method) ? .bulk : .viewer }

    /// What the path allows, as the Allow header says it (RFC 9110 §10.2.1).
    var allow: String {
        var methods = Set(answers.keys.map(\.rawValue)).union(["OPTIONS"])
        if methods.contains("GET") { methods.insert("HEAD") }
        return methods.sorted().joined(separator: ", ")
    }
}

/// Every path of the gateway.
struct Routes: Sendable {
    let fixed: [String: Route]
    private let handlers: ResourceHandlers
    private let archives: Set<String>
    private let baseURI: BaseURI

    /// - Parameters:
    ///   - fixed: those whose template is their path.
    ///   - descriptions: what is to be told of each archive.
    init(
        fixed: [Route],
        descriptions: [String: @Sendable () -> String] = [:],
        configuration: GatewayConfiguration,
        handlers: ResourceHandlers
    ) {
        let ofArchives = descriptions.map { ("/archives/\($0.key)", ArchiveDescription.route($0.value)) }
        self.fixed = Swift.Dictionary(fixed.map { ($0.template, $0) } + ofArchives) { first, _ in first }
        self.handlers = handlers
        archives = Set(configuration.archives.map(\.name))
        baseURI = BaseURI(configuration.http)
    }

    /// The route of a path as it stands in the request, undecoded and with its empty segments.
    ///
    /// - Throws: what the grammar of the resources refuses: a 404, or a 400 for what is no UID.
    func route(of path: Substring) throws -> Route {
        if let route = fixed[String(path)] { return route }
        guard let (selection, base, template, rest) = service(of: path) else {
            throw Problem(.notFound, "There is no such path.")
        }
        let resource = template.hasSuffix("/wado") ? nil : try Resource(path: String(rest))
        if case .named(let name) = selection, !archives.contains(name) {
            throw Problem(.notFound, "There is no archive of that name.")
        }
        let resourceRequest = { @Sendable [baseURI] (http: Request, logger: Logger) in
            ResourceRequest(
                http: http,
                archives: selection,
                baseURI: baseURI.url(of: http, path: base),
                logger: logger
            )
        }
        var route =
            resource.map { Route(of: $0, below: template, handlers, resourceRequest) }
            ?? Route(uriService: template, handlers, resourceRequest)
        route.archives = selection
        return route
    }

    private typealias Service = (selection: ArchiveSelection, base: String, template: String, rest: Substring)

    private func service(of path: Substring) -> Service? {
        let segments = path.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
        func rest(after base: String) -> Substring { path.dropFirst(base.count) }
        if segments.count > 1, segments[1] == "dicom-web" {
            return (.federated, "/dicom-web", "/dicom-web", rest(after: "/dicom-web"))
        }
        // What WADO-URI answers with can be had below the DICOMweb service too: that is its base URI.
        if path == "/wado" { return (.federated, "/dicom-web", "/wado", "") }
        guard segments.count > 3, segments[1] == "archives" else { return nil }
        let base = "/archives/\(segments[2])/dicom-web"
        if segments[3] == "wado", segments.count == 4 {
            return (.named(String(segments[2])), base, "/archives/{archive}/wado", "")
        }
        guard segments[3] == "dicom-web" else { return nil }
        return (.named(String(segments[2])), base, "/archives/{archive}/dicom-web", rest(after: base))
    }
}

extension Route {
    typealias ResourceRequests = @Sendable (Request, Logger) -> ResourceRequest

    /// The route of a DICOMweb resource (PS3.18 §10).
    ///
    /// - Parameter base: what its template begins with.
    init(of resource: Resource, below base: String, _ handlers: ResourceHandlers, _ request: @escaping ResourceRequests)
    {
        let template = base + resource.template
        let answers = Self.answers(to: resource, handlers, request)
        if answers.isEmpty {
            self.init(template, [.get: Self.refusal], kind: .unsupported)
        } else {
            self.init(template, answers, kind: .negotiated, bulk: resource.bulk, isBrief: resource.isBrief)
        }
    }

    /// The route of WADO-URI (PS3.18 §9), which has one path for all.
    init(uriService template: String, _ handlers: ResourceHandlers, _ request: @escaping ResourceRequests) {
        self.init(template, [.get: { try await handlers.retrieveSingle(request($0, $1)) }], kind: .negotiated)
    }

    private static let refusal: Answer = { _, _ in
        throw Problem(.notImplemented, "This version of Gantry does not have this resource.")
    }

    private static func answers(
        to resource: Resource,
        _ handlers: ResourceHandlers,
        _ request: @escaping ResourceRequests
    ) -> [HTTPRequest.Method: Answer] {
        switch resource {
        case .search(.study, _, _):
            [
                .get: { try await handlers.searchStudies(request($0, $1)) },
                .post: { try await handlers.storeInstances(request($0, $1), nil) },
            ]
        case .search(.series, let study, _):
            [.get: { try await handlers.searchSeries(request($0, $1), study.map(Scope.study)) }]
        case .search(.instance, let study, let series):
            [.get: { try await handlers.searchInstances(request($0, $1), Scope(study, series)) }]
        case .objects(.study(let study)):
            [
                .get: { try await handlers.retrieveInstances(request($0, $1), .study(study)) },
                .post: { try await handlers.storeInstances(request($0, $1), .study(study)) },
            ]
        case .objects(let scope): [.get: { try await handlers.retrieveInstances(request($0, $1), scope) }]
        case .metadata(let scope): [.get: { try await handlers.retrieveMetadata(request($0, $1), scope) }]
        case .rendered(let scope): [.get: { try await handlers.retrieveRendered(request($0, $1), scope) }]
        case .thumbnail(let scope): [.get: { try await handlers.retrieveThumbnail(request($0, $1), scope) }]
        case .thumbnailFrames(let scope, let frames):
            [.get: { try await handlers.retrieveFrameThumbnail(request($0, $1), scope, frames) }]
        case .frames(let scope, let frames):
            [.get: { try await handlers.retrieveFrames(request($0, $1), scope, frames) }]
        case .renderedFrames(let scope, let frames):
            [.get: { try await handlers.retrieveRenderedFrames(request($0, $1), scope, frames) }]
        case .bulkDataValue(let scope, let path):
            [.get: { try await handlers.retrieveBulkData(request($0, $1), scope, path) }]
        case .bulkData, .pixelData: [:]
        }
    }
}

extension Resource {
    /// The methods that move whole studies or series.
    fileprivate var bulk: Set<HTTPRequest.Method> {
        switch self {
        case .objects(.study), .objects(.series): [.get, .post]
        case .rendered(.study), .rendered(.series): [.get]
        case .search: [.post]
        default: []
        }
    }

    /// True of what is made of one instance, by the codec threads or as it is stored.
    fileprivate var isBrief: Bool {
        switch self {
        case .rendered(.instance), .renderedFrames, .frames, .thumbnail(.instance), .thumbnailFrames: true
        default: false
        }
    }

    /// The path below the base URI, with names for what varies.
    var template: String {
        switch self {
        case .search(.study, _, _): "/studies"
        case .search(.series, let study, _): study == nil ? "/series" : "/studies/{study}/series"
        case .search(.instance, nil, _): "/instances"
        case .search(.instance, _, let series):
            series == nil ? "/studies/{study}/instances" : "/studies/{study}/series/{series}/instances"
        case .objects(let scope): scope.template
        case .metadata(let scope): "\(scope.template)/metadata"
        case .rendered(let scope): "\(scope.template)/rendered"
        case .thumbnail(let scope): "\(scope.template)/thumbnail"
        case .bulkData(let scope): "\(scope.template)/bulkdata"
        case .pixelData(let scope): "\(scope.template)/pixeldata"
        case .frames(let scope, _): "\(scope.template)/frames/{frames}"
        case .renderedFrames(let scope, _): "\(scope.template)/frames/{frames}/rendered"
        case .thumbnailFrames(let scope, _): "\(scope.template)/frames/{frames}/thumbnail"
        case .bulkDataValue(let scope, _): "\(scope.template)/bulkdata/{attribute}"
        }
    }
}

extension Scope {
    /// What a path names above the instances that are searched for; nil when nothing.
    fileprivate init?(_ study: UID?, _ series: UID?) {
        guard let study else { return nil }
        self = series.map { .series(study: study, series: $0) } ?? .study(study)
    }

    fileprivate var template: String {
        switch self {
        case .study: "/studies/{study}"
        case .series: "/studies/{study}/series/{series}"
        case .instance: "/studies/{study}/series/{series}/instances/{instance}"
        }
    }
}
