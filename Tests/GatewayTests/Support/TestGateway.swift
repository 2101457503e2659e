import DICOMweb
import Gateway
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Runs a gateway on a free port of the loopback interface for as long as `body` runs.
func withGateway<Value: Sendable>(
    _ configuration: GatewayConfiguration = GatewayConfiguration(),
    handlers: ResourceHandlers = .answering(),
    probes: [HealthMonitor.Probe] = [],
    _ body: (_ port: Int) async throws -> Value
) async throws -> Value {
    var configuration = configuration
    configuration.http.port = 0
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let (ports, report) = AsyncStream.makeStream(of: Int.self)
    let gateway = try Gateway(
        configuration: configuration,
        handlers: handlers,
        probes: probes,
        logger: logger,
        onRunning: { report.yield($0) }
    )
    let group = ServiceGroup(configuration: .init(services: [.init(service: gateway)], logger: logger))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { report.finish() }
            try await group.run()
        }
        var port: Int?
        for await each in ports {
            port = each
            break
        }
        guard let port else { throw NotRunning() }
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(port))
        } catch {
            result = .failure(error)
        }
        tasks.cancelAll()
        // Ended by cancellation, which is no failure of the test.
        _ = await tasks.nextResult()
        return try result.get()
    }
}

struct NotRunning: Error {}

extension ResourceHandlers {
    /// Every resource answers in the same way.
    static func answering(
        _ answer: @escaping @Sendable (ResourceRequest) async throws -> Response = { _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "answered")))
        }
    ) -> ResourceHandlers {
        ResourceHandlers(
            searchStudies: { request in try await answer(request) },
            searchSeries: { request, _ in try await answer(request) },
            searchInstances: { request, _ in try await answer(request) },
            retrieveInstances: { request, _ in try await answer(request) },
            retrieveMetadata: { request, _ in try await answer(request) },
            retrieveFrames: { request, _, _ in try await answer(request) },
            retrieveBulkData: { request, _, _ in try await answer(request) },
            retrieveRendered: { request, _ in try await answer(request) },
            retrieveRenderedFrames: { request, _, _ in try await answer(request) },
            retrieveThumbnail: { request, _ in try await answer(request) },
            retrieveFrameThumbnail: { request, _, _ in try await answer(request) },
            retrieveSingle: { request in try await answer(request) },
            storeInstances: { request, _ in try await answer(request) }
        )
    }
}
