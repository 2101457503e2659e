import DICOM
import FoundationEssentials
package import Logging
import Pixels
import ServiceLifecycle

extension Gateway {
    /// The gateway that a configuration describes, over its archives and with its cache.
    ///
    /// - Parameters:
    ///   - onStorage: told the port of the Storage SCP once it listens; never when no archive delivers there.
    ///   - onRunning: told the port once requests are answered.
    package init(
        _ configuration: GatewayConfiguration,
        logger: Logger,
        onStorage: @escaping @Sendable (_ port: Int) async -> Void = { _ in },
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws(ConfigurationError) {
        guard !configuration.archives.isEmpty else {
            throw ConfigurationError(file: "configuration", findings: [.init("archives: there must be at least one")])
        }
        Self.warn(of: CharacterSet.missingSystemEncodings, logger)
        let storage = StorageService.asNeeded(by: configuration, logger: logger, whenListening: onStorage)
        let archives = configuration.archives.map {
            DIMSEArchive(
                $0,
                aeTitle: configuration.aeTitle,
                inbox: storage?.inbox,
                searches: configuration.limits.searches,
                logger: logger
            )
        }
        let cache = InstanceCache(
            spool: Spool(directory: configuration.cache.directory ?? FileManager.default.temporaryDirectory.path),
            limits: InstanceCache.Limits(bytes: configuration.cache.bytes, idle: configuration.cache.idle),
            logger: logger
        )
        let codecs = CodecPool(configuration.codecs, logger: logger)
        let federated = configuration.archives.filter(\.federated).map(\.name)
        let service = DICOMwebService(
            archives: ArchiveDirectory(archives, federated: Set(federated)),
            cache: cache,
            codecs: codecs,
            matchLimit: configuration.limits.matches,
            thumbnailLimits: InstanceCache.Limits(
                bytes: configuration.cache.thumbnails,
                idle: configuration.cache.idle
            ),
            typeface: Typeface(Self.fonts(configuration.rendering, logger))
        )
        try self.init(
            configuration: configuration,
            handlers: service.handlers,
            descriptions: [String: @Sendable () -> String](
                archives.map { archive in (archive.name, { @Sendable in archive.description }) },
                uniquingKeysWith: { first, _ in first }
            ),
            probes: archives.map { archive in
                HealthMonitor.Probe(
                    name: archive.name,
                    isSuspended: { archive.associations.isSuspended },
                    probeTime: { try await archive.associations.probeTime(after: $0) },
                    echo: { try await Demand.$current.withValue(Demand(.probe)) { try await archive.echo() } }
                )
            },
            // The last to end is the first here: what is under way needs those that come before it.
            services: [codecs as any Service] + (storage.map { [$0] } ?? []) + [cache],
            codecs: codecs,
            logger: logger,
            onRunning: onRunning
        )
    }
}
