import ArgumentParser
import Gateway

/// A worker process of the gateway's, started by it and by nobody else.
struct RunCodecWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codec-worker",
        abstract: "Reads compressed pixels for the gateway, which starts it.",
        shouldDisplay: false
    )

    func run() throws {
        guard CodecWorker.run() else {
            throw ValidationError("codec-worker is started by the gateway, not by hand")
        }
    }
}
