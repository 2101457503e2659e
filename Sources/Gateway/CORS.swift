import HTTPTypes
import Hummingbird

/// Which other origins may read what the gateway answers (Fetch §3.2).
struct CORS: Sendable {
    let origins: [String]

    init(_ configuration: GatewayConfiguration.CORS) {
        origins = configuration.origins
    }

    /// What a viewer's script may see of an answer (G-22).
    private static let exposed =
        "Content-Type, Content-Length, Content-Range, Accept-Ranges, Content-Location, Location, ETag, Last-Modified, "
        + "Warning, Retry-After, Server-Timing"
    private static let allowed =
        "Accept, Accept-Charset, Authorization, Content-Type, Range, If-None-Match, If-Match"

    /// The answer to OPTIONS: to a preflight what the origin may do, to anything else what the path allows.
    func options(_ request: Request, allow: String) -> Response {
        var headers: HTTPFields = [.allow: allow]
        if request.headers[.accessControlRequestMethod] != nil, allowedOrigin(of: request) != nil {
            headers[.accessControlAllowMethods] = allow
            headers[.accessControlAllowHeaders] = Self.allowed
            headers[.accessControlMaxAge] = "86400"
        }
        return Response(status: .noContent, headers: headers)
    }

    /// Adds to an answer what lets other origins read it, or nothing.
    func decorate(_ response: inout Response, for request: Request) {
        response.headers[.xContentTypeOptions] = "nosniff"
        guard !origins.isEmpty else { return }
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
        // What is negotiated says so already, among other names.
        if origins != ["*"], response.headers[.vary] == nil { response.headers[.vary] = "Origin" }
        guard let origin = allowedOrigin(of: request) else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlExposeHeaders] = Self.exposed
        response.headers[.timingAllowOrigin] = origin
    }

    private func allowedOrigin(of request: Request) -> String? {
        if origins.contains("*") { return "*" }
        return request.headers[.origin].flatMap { origins.contains($0) ? $0 : nil }
    }
}

extension HTTPField.Name {
    /// W3C Server Timing §2.
    static let serverTiming = token("Server-Timing")
    /// Who may see the header's entries among a page's own measurements (W3C Resource Timing §4.5).
    static let timingAllowOrigin = token("Timing-Allow-Origin")

    private static func token(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }
}
