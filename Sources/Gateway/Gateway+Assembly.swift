import DICOM
import FoundationEssentials
package import Logging

extension Gateway {
    /// The gateway that a configuration describes, over its archives and with its cache.
    ///
    /// - Parameter onRunning: told the port once requests are answered.
    package init(
        _ configuration: GatewayConfiguration,
        logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws(ConfigurationError) {
        guard !configuration.archives.isEmpty else {
            throw ConfigurationError(file: "configuration", findings: [.init("archives: there must be at least one")])
        }
        Self.warn(of: CharacterSet.missingSystemEncodings, logger)
        let archives = configuration.archives.map {
            DIMSEArchive($0, aeTitle: configuration.aeTitle, logger: logger)
        }
        let cache = InstanceCache(
            spool: Spool(directory: configuration.cache.directory ?? FileManager.default.temporaryDirectory.path),
            limits: InstanceCache.Limits(bytes: configuration.cache.bytes, idle: configuration.cache.idle),
            logger: logger
        )
        let federated = configuration.archives.filter(\.federated).map(\.name)
        let service = DICOMwebService(
            archives: ArchiveDirectory(archives, federated: Set(federated)),
            cache: cache,
            matchLimit: configuration.limits.matches
        )
        try self.init(
            configuration: configuration,
            handlers: service.handlers,
            probes: archives.map { archive in
                HealthMonitor.Probe(name: archive.name) { try await archive.echo() }
            },
            services: [cache],
            logger: logger,
            onRunning: onRunning
        )
    }
}
