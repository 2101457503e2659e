import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// Finds the route of a request, checks what its path says, and turns whatever happens into a response.
///
/// Hummingbird's own router is not used: it drops empty segments, so that `/studies//series` would be the resource
/// `/studies/series`, and it knows no 405.
struct Responder: HTTPResponder {
    typealias Context = ConnectionContext

    let routes: Routes
    let limits: GatewayConfiguration.Limits
    /// Of ``limits``' requests, so many may wait for the same archives.
    let requestsPerArchive: Int
    let cors: CORS
    let requests: RequestCount

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let channel = context.channel
        let logger = context.logger
        let timing = Timing()
        var response: Response
        var route: Route?
        do {
            try checkLimits(request)
            let found = try routes.route(of: request.rawPath)
            route = found
            channel.withExchange { $0.setTemplate(found.template) }
            let method = request.method == .head ? .get : request.method
            let demand = Demand(found.urgency(of: method), client: channel.remoteAddress?.ipAddress ?? "")
            response = try await Demand.$current.withValue(demand) {
                try await Timing.$current.withValue(timing) {
                    try await requests.waiting(for: found.archives, atMost: requestsPerArchive) {
                        try await channel.cancellingWhenClientLeaves(
                            on: found.isBrief ? EventLoopExecutor.current : nil
                        ) {
                            try await answer(request, found, channel: channel, logger: logger)
                        }
                    }
                }
            }
        } catch let error as HTTPParserError {
            throw error
        } catch {
            response = Problem(describing: error, logger: logger).response
        }
        if request.method == .head {
            response = response.withoutBody(on: channel)
        } else {
            response = response.guarded(on: channel, logger: logger)
        }
        if route?.kind == .negotiated {
            response.headers[.vary] = "Accept, Accept-Charset, Accept-Encoding, Origin"
        }
        response.headers[.serverTiming] = timing.header
        cors.decorate(&response, for: request)
        return response
    }

    private func answer(
        _ request: Request,
        _ route: Route,
        channel: any Channel,
        logger: Logger
    ) async throws -> Response {
        if request.method == .options { return cors.options(request, allow: route.allow) }
        guard let answer = route.answers[request.method == .head ? .get : request.method] else {
            throw Problem(
                .methodNotAllowed,
                "This path does not take \(request.method.rawValue).",
                headers: [.allow: route.allow]
            )
        }
        return try await answer(request.bounded(by: limits.requestBody, continuingOn: channel), logger)
    }

    private func checkLimits(_ request: Request) throws(Problem) {
        guard requests.value <= limits.requests else {
            throw Problem(.serviceUnavailable, "Too many requests at once.", headers: [.retryAfter: "1"])
        }
        guard request.head.path?.utf8.count ?? 0 <= limits.requestTarget else {
            throw Problem(.uriTooLong, "The path and query of a request may have \(limits.requestTarget) bytes.")
        }
        let headers = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
        guard headers <= limits.requestHeaders else {
            throw Problem(
                .requestHeaderFieldsTooLarge,
                "The header fields of a request may have \(limits.requestHeaders) bytes."
            )
        }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limits.requestBody {
            throw Problem(.contentTooLarge, "The body of a request may have \(limits.requestBody) bytes.")
        }
    }
}
