import DICOM
package import Logging

/// Tries, one archive after the other and step by step, everything that the gateway will ask of it, and says what does
/// not work and what to change.
///
/// What it transfers is one small instance of each archive, twice at most, which it does not keep.
package struct Doctor: Sendable {
    /// What happens while it works, for who watches.
    package enum Event: Sendable {
        case archive(DoctorReport.Archive)
        case step(DoctorStep, of: DoctorReport.Archive)
        /// Something that is about to be done.
        case notice(String)
        /// All steps of an archive are done.
        case done(DoctorReport.Archive)
    }

    private let configuration: GatewayConfiguration
    private let source: ConfigurationSource
    private let logger: Logger

    package init(_ configuration: GatewayConfiguration, from source: ConfigurationSource, logger: Logger) {
        self.configuration = configuration
        self.source = source
        self.logger = logger
    }

    /// - Parameters:
    ///   - name: of the only archive to examine; nil for all.
    ///   - watch: told of everything as it happens.
    /// - Throws: for a name that is not configured.
    package func examine(
        only name: String? = nil,
        watch: (Event) async -> Void
    ) async throws(ConfigurationError) -> DoctorReport {
        let chosen = try choose(name)
        var report = DoctorReport(aeTitle: configuration.aeTitle, source: source)
        let missing = CharacterSet.missingSystemEncodings
        if !missing.isEmpty {
            await watch(.notice("\(Gateway.encodingWarning) (\(missing.joined(separator: ", ")))"))
        }
        for index in chosen {
            var archive = DoctorReport.Archive(configuration.archives[index], index: index)
            await watch(.archive(archive))
            var examination = Examination(of: archive.configuration, configuration, logger: logger)
            archive.steps = await examination.run { notice in
                await watch(.notice(notice))
            } onStep: { step in
                await watch(.step(step, of: archive))
            }
            await watch(.done(archive))
            report.archives.append(archive)
        }
        return report
    }

    private func choose(_ name: String?) throws(ConfigurationError) -> [Int] {
        guard !configuration.archives.isEmpty else {
            throw ConfigurationError(file: source.file, findings: [.init("archives: there must be at least one")])
        }
        guard let name else { return Array(configuration.archives.indices) }
        if let index = configuration.archives.firstIndex(where: { $0.name == name }) { return [index] }
        let names = configuration.archives.map(\.name)
        let hint =
            names.nearest(to: name).map { "did you mean \"\($0)\"?" } ?? "there are \(names.joined(separator: ", "))"
        throw ConfigurationError(file: source.file, findings: [.init("there is no archive \"\(name)\"; \(hint)")])
    }
}
