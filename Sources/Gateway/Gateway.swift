import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
package import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The gateway: an HTTP server over the handlers of the DICOMweb resources, and what must run beside it.
package struct Gateway: Service {
    private let application: Application<Responder>
    private let address: String
    private let codecs: CodecPool?

    /// - Parameters:
    ///   - handlers: what answers the DICOMweb resources.
    ///   - descriptions: what is told of each archive, by name: JSON.
    ///   - services: run as long as the server, and end after it.
    ///   - codecs: started before the server; nil where nothing is decoded.
    ///   - onRunning: told the port once requests are answered.
    /// - Throws: what the configuration asks for and cannot be had.
    package init(
        configuration: GatewayConfiguration,
        handlers: ResourceHandlers,
        descriptions: [String: @Sendable () -> String] = [:],
        probes: [HealthMonitor.Probe],
        services: [any Service] = [],
        codecs: CodecPool? = nil,
        logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws(ConfigurationError) {
        self.codecs = codecs
        address = "\(configuration.http.host):\(configuration.http.port)"
        let refusals = configuration.refusals()
        guard refusals.isEmpty else { throw ConfigurationError(file: "configuration", findings: refusals) }
        let monitor = HealthMonitor(probes, interval: configuration.health.interval, logger: logger)
        let certificates = CertificateWatch(configuration.certificateUses, logger: logger)
        let requests = RequestCount()
        application = Application(
            responder: Responder(
                routes: Routes(
                    fixed: Health.routes(monitor, certificates, codecs) + Console.routes,
                    descriptions: descriptions,
                    configuration: configuration,
                    handlers: handlers
                ),
                limits: configuration.limits,
                requestsPerArchive: configuration.requestsPerArchive,
                cors: CORS(configuration.http.cors),
                requests: requests
            ),
            server: try HTTPServer.builder(configuration, requests: requests, logger: logger),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.http.host, port: configuration.http.port)
            ),
            services: services + [monitor, certificates],
            onServerRunning: { await onRunning($0.localAddress?.port ?? configuration.http.port) },
            logger: logger
        )
    }

    package func run() async throws {
        try await codecs?.start()
        do {
            // Connections go to their event loops, and all else stays off them; see `cancellingWhenClientLeaves`.
            try await withTaskExecutorPreference(globalConcurrentExecutor) { try await application.run() }
        } catch let error as IOError {
            throw ListeningError(address: address, code: error.errnoCode)
        }
    }
}

/// The port is taken, or the address is not this machine's.
package struct ListeningError: Error, CustomStringConvertible {
    let address: String
    let code: CInt

    package var description: String { "cannot listen on \(address): \(String(cString: strerror(code)))" }
}
