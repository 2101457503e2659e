package import Logging
package import NIOCore
import NIOPosix

/// The acceptor of associations: Verification, Storage and Query/Retrieve as SCP, with the work done by its provider.
package final class DIMSEServer: Sendable {
    private let host: String
    private let port: Int
    private let configuration: ServerConfiguration
    private let provider: any ServiceProvider
    private let security: SecureTransport?
    private let logger: Logger
    private let group: any EventLoopGroup
    private let admission: Admission

    /// - Parameters:
    ///   - port: 0 is any free one.
    ///   - security: nil is plain TCP.
    package init(
        host: String = "127.0.0.1",
        port: Int,
        configuration: ServerConfiguration,
        provider: some ServiceProvider,
        security: SecureTransport? = nil,
        logger: Logger = .silent,
        eventLoopGroup: (any EventLoopGroup)? = nil
    ) {
        self.host = host
        self.port = port
        self.configuration = configuration
        self.provider = provider
        self.security = security
        self.logger = logger
        group = eventLoopGroup ?? MultiThreadedEventLoopGroup.singleton
        admission = Admission(maximumAssociations: configuration.maximumAssociations)
    }

    /// How many associations there are now, those that are being made or ended included.
    package var associationCount: Int { admission.connections }

    package func run() async throws {
        try await run { _ in }
    }

    /// Serves until the task is cancelled, which aborts what is open.
    ///
    /// - Parameter whenListening: is told the port.
    /// - Throws: what the system says when the port cannot be listened on; `CancellationError`.
    package func run(whenListening: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        var upperLayer = UpperLayerConfiguration.default
        upperLayer.artim = configuration.timeouts.associate
        let listener = try await upperLayer.bind(host: host, port: port, security: security, group: group)
        try await listener.executeThenClose { connections in
            await whenListening(listener.channel.localAddress?.port ?? port)
            try await withThrowingDiscardingTaskGroup { group in
                for try await channel in connections {
                    group.addTask { await self.serve(channel) }
                }
                try Task.checkCancellation()
            }
        }
    }

    /// One association from its first byte to its last.
    private func serve(_ channel: UpperLayerChannel) async {
        guard admission.connect() else {
            logger.notice("connection closed: too many await an association")
            // Closed already, it closes no worse.
            try? await channel.executeThenClose { _, _ in }
            return
        }
        defer { admission.disconnect() }
        let served = ServedAssociation(
            Connection(channel.channel),
            configuration: configuration,
            provider: provider,
            admission: admission,
            logger: logger
        )
        // It has logged why it ended, and ends none but itself.
        try? await served.run(channel)
    }
}
