import ArgumentParser
import FoundationEssentials
import Gateway
import Logging

struct Examine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tries everything that the gateway asks of its archives, and says what to change.",
        discussion: """
            For each archive of the configuration: name resolution, TCP, TLS, the association with the answer to each \
            presentation context, C-ECHO, a C-FIND for each level, C-GET and C-MOVE of one small instance, and whether \
            instances could be stored, by negotiation only. Nothing else is transferred, and nothing is kept. For \
            C-MOVE it listens on the storage port, which a running gateway has: end that first.

            It ends with 0 when everything that the configuration needs works, with 1 when something does not, and \
            with 2 for wrong usage or configuration.
            """
    )

    @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
    var config = "Config/gantry.yaml"

    @Option(help: ArgumentHelp("The only archive to examine; without it, all.", valueName: "name"))
    var archive: String?

    @Flag(help: "Print one JSON document instead of text.")
    var json = false

    @Flag(help: "No colours, even on a terminal; NO_COLOR in the environment says the same.")
    var noColor = false

    @Option(
        help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"),
        transform: LoggingOptions.level
    )
    var logLevel = Logger.Level.critical

    func run() async throws {
        let (configuration, source) = try GatewayConfiguration.located(
            contentsOf: config,
            environment: ProcessInfo.processInfo.environment
        )
        let doctor = Doctor(configuration, from: source, logger: LoggingOptions.logger(logLevel))
        let report = try await doctor.examine(only: archive, watch: watcher(configuration.aeTitle, source))
        if json { Terminal.say(String(decoding: try report.json(), as: UTF8.self)) }
        if !report.isHealthy { throw ExitCode(1) }
    }

    /// Prints as it goes; for machines, only what is about to be transferred, where it is not in their way.
    private func watcher(_ aeTitle: String, _ source: ConfigurationSource) -> (Doctor.Event) -> Void {
        let text = DoctorText(aeTitle, source, hasColors: hasColors)
        return { event in
            switch event {
            case .notice(let notice) where json: Terminal.complain(notice)
            case _ where json: break
            case .archive(let archive): Terminal.say(text.heading(archive))
            case .step(let step, let archive): Terminal.say(text.step(step, of: archive))
            case .notice(let notice): Terminal.say(text.notice(notice))
            case .done(let archive): Terminal.say(text.verdict(archive))
            }
        }
    }

    private var hasColors: Bool {
        let environment = ProcessInfo.processInfo.environment
        let isUnwanted = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return !noColor && !isUnwanted && Terminal.isTerminal
    }
}
