import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
package import ServiceLifecycle

/// The gateway: an HTTP server over the handlers of the DICOMweb resources, and what must run beside it.
package struct Gateway: Service {
    private let application: Application<Responder>

    /// - Parameters:
    ///   - handlers: what answers the DICOMweb resources.
    ///   - services: run as long as the server, and end after it.
    ///   - onRunning: told the port once requests are answered.
    /// - Throws: what the configuration asks for and cannot be had.
    package init(
        configuration: GatewayConfiguration,
        handlers: ResourceHandlers,
        probes: [HealthMonitor.Probe],
        services: [any Service] = [],
        logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws(ConfigurationError) {
        let refusals = configuration.refusals()
        guard refusals.isEmpty else { throw ConfigurationError(file: "configuration", findings: refusals) }
        let monitor = HealthMonitor(probes, interval: configuration.health.interval, logger: logger)
        let requests = RequestCount()
        application = Application(
            responder: Responder(
                routes: Routes(
                    fixed: Health.routes(monitor) + Console.routes,
                    configuration: configuration,
                    handlers: handlers
                ),
                limits: configuration.limits,
                cors: CORS(configuration.http.cors),
                requests: requests
            ),
            server: try HTTPServer.builder(configuration, requests: requests, logger: logger),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.http.host, port: configuration.http.port)
            ),
            services: services + [monitor],
            onServerRunning: { await onRunning($0.localAddress?.port ?? configuration.http.port) },
            logger: logger
        )
    }

    package func run() async throws {
        try await application.run()
    }
}
