import ArgumentParser

/// The command: `gantry serve`, `gantry demo`, `gantry doctor`.
///
/// Exit codes: 0 for a run that ended as asked, 1 for one that failed, 2 for wrong usage or configuration.
@main
struct Gantry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gantry",
        abstract: "A DICOMweb gateway to archives that speak DIMSE.",
        version: Version.current,
        subcommands: [Serve.self, Demo.self, Examine.self, RunCodecWorker.self]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(because: error)
        }
    }
}

enum Version {
    static let current = "0.1.0"
}
