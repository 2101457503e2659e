import ArgumentParser
import FoundationEssentials
import Gateway
import Logging
import ServiceLifecycle
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves DICOMweb over the archives of a configuration, until a signal."
    )

    @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
    var config = "Config/gantry.yaml"

    @OptionGroup var logging: LoggingOptions

    func run() async throws {
        let configuration = try GatewayConfiguration(
            contentsOf: config,
            environment: ProcessInfo.processInfo.environment
        )
        let logger = logging.logger()
        let scheme = configuration.http.tls == nil ? "http" : "https"
        let host = configuration.http.host
        let gateway = try Gateway(configuration, logger: logger) { port in
            Terminal.say("Gantry listens on \(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
        }
        try await ServiceGroup(running: [gateway], logger: logger).run()
    }
}

struct LoggingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"),
        transform: LoggingOptions.level
    )
    var logLevel = Logger.Level.info

    func logger() -> Logger { Self.logger(logLevel) }

    @Sendable static func level(_ text: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: text) else { throw ValidationError("there is no level \(text)") }
        return level
    }

    /// Logs to the standard error, so that the standard output stays for results.
    static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "gantry") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}

extension ServiceGroup {
    /// How long requests that are under way may take after a signal to end.
    private static var drain: Duration { .seconds(30) }

    /// Runs until SIGTERM or SIGINT, and then ends the services in order, the last first.
    init(running services: [any Service], logger: Logger) {
        var configuration = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = Self.drain
        self.init(configuration: configuration)
    }
}
