import ArgumentParser
import DIMSE
import DemoArchive
import Gateway
import Logging
import NIOConcurrencyHelpers
import ServiceLifecycle

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves DICOMweb over an archive of its own, and prints what to try.",
        discussion: """
            The archive holds the DICOM files of a directory or, without one, studies that it makes itself. It listens \
            on the loopback interface, and the gateway speaks to it as to any other. What is stored into it goes with it.
            """
    )

    @Option(help: ArgumentHelp("The directory whose DICOM files the archive holds.", valueName: "directory"))
    var files: String?

    @Option(help: ArgumentHelp("The port of the gateway; 0 for any that is free.", valueName: "number"))
    var port = 8080

    @Option(help: "How instances come from the archive: auto, get (C-GET) or move (C-MOVE).")
    var retrieve = GatewayConfiguration.Retrieve.auto

    @OptionGroup var logging: LoggingOptions

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be a number from 0 to 65535") }
    }

    func run() async throws {
        let logger = logging.logger()
        let destination = NIOLockedValueBox<Peer?>(nil)
        let archive = try await DemoArchive(
            files: files,
            destinations: { aeTitle in destination.withLockedValue { $0?.aeTitle == aeTitle ? $0 : nil } },
            logger: logger
        ) { Terminal.complain($0) }
        let service = DemoService(
            archive: archive,
            destination: destination,
            retrieve: retrieve,
            port: port,
            logger: logger
        )
        try await ServiceGroup(running: [service], logger: logger).run()
    }
}

extension GatewayConfiguration.Retrieve: ExpressibleByArgument {}

/// The archive and, once it listens, the gateway in front of it.
private struct DemoService: Service {
    let archive: DemoArchive
    /// Where the archive sends for C-MOVE: the gateway's storage port, once it is known.
    let destination: NIOLockedValueBox<Peer?>
    let retrieve: GatewayConfiguration.Retrieve
    let port: Int
    let logger: Logger

    func run() async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { listening.finish() }
                try await archive.run { listening.yield($0) }
            }
            for await archivePort in ports {
                let gateway = try gateway(archivePort: archivePort)
                group.addTask { try await gateway.run() }
                break
            }
            // Whichever ends first ends the other.
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func gateway(archivePort: Int) throws -> Gateway {
        var configuration = GatewayConfiguration()
        configuration.http.port = port
        configuration.storage.port = 0
        var demo = GatewayConfiguration.Archive(
            name: "demo",
            aeTitle: DemoArchive.aeTitle,
            host: "127.0.0.1",
            port: archivePort
        )
        demo.retrieve = retrieve
        configuration.archives = [demo]
        // A viewer on another origin is part of what there is to try.
        configuration.http.cors.origins = ["*"]
        let searched = DIMSEArchive(demo, aeTitle: configuration.aeTitle, logger: logger)
        let aeTitle = configuration.aeTitle
        let register: @Sendable (Int) async -> Void = { [destination] port in
            destination.withLockedValue { $0 = Peer(aeTitle: aeTitle, host: "127.0.0.1", port: port) }
        }
        return try Gateway(configuration, logger: logger, onStorage: register) { port in
            let address = "http://127.0.0.1:\(port)"
            Terminal.say("The archive takes associations as \(DemoArchive.aeTitle)@127.0.0.1:\(archivePort)")
            do {
                Terminal.say(try await Suggestions(of: searched, at: address).text)
            } catch {
                Terminal.say("Gantry listens on \(address)/")
                logger.error("the archive cannot be searched", metadata: ["error": "\(error)"])
            }
        }
    }
}
