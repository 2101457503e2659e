import DICOM
import DIMSE
package import Logging
import NIOCore
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Our Storage SCP, to which archives deliver for C-MOVE; Verification too, since it is tested with that.
package struct StorageService: Service {
    package let inbox: MoveInbox
    private let address: String
    private let server: DIMSEServer
    private let whenListening: @Sendable (_ port: Int) async -> Void

    /// - Parameters:
    ///   - configuration: where it listens, and whom it serves.
    ///   - inbox: where the instances go.
    ///   - archiveTitles: the AE titles of the configured archives.
    ///   - whenListening: told the port.
    package init(
        _ configuration: GatewayConfiguration.Storage,
        inbox: MoveInbox,
        archiveTitles: [String],
        logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.inbox = inbox
        self.whenListening = whenListening
        address = "\(configuration.host):\(configuration.port)"
        server = DIMSEServer(
            host: configuration.host,
            port: configuration.port,
            configuration: .storage(configuration, inbox.destinations + [inbox.aeTitle], archiveTitles),
            provider: StorageProvider(inbox: inbox),
            security: configuration.tls.map { .acceptor($0, logger: logger) },
            logger: logger
        )
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await server.run(whenListening: whenListening) }
        } catch is CancellationError {
            // As asked.
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw StoragePortError(address: address, isTaken: true)
        } catch is IOError {
            throw StoragePortError(address: address, isTaken: false)
        }
    }
}

extension StorageService {
    /// The one that a configuration describes; nil when no archive uses C-MOVE.
    static func asNeeded(
        by configuration: GatewayConfiguration,
        logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void
    ) -> StorageService? {
        guard configuration.archives.contains(where: { $0.retrieve != .get }) else { return nil }
        for name in configuration.archivesThatCannotDeliver {
            logger.warning(
                "the archive cannot send to the storage port, which only this machine reaches",
                metadata: ["archive": "\(name)", "host": "\(configuration.storage.host)", "change": "storage.host"]
            )
        }
        let archiveTitles = configuration.archives.map(\.aeTitle)
        let inbox = MoveInbox(
            aeTitle: configuration.aeTitle,
            destinations: configuration.storage.aeTitles,
            archiveTitles: archiveTitles,
            grace: configuration.storage.grace,
            logger: logger
        )
        return StorageService(
            configuration.storage,
            inbox: inbox,
            archiveTitles: archiveTitles,
            logger: logger,
            whenListening: whenListening
        )
    }
}

/// The storage port is taken, or its address is not this machine's.
package struct StoragePortError: Error, CustomStringConvertible {
    let address: String
    let isTaken: Bool

    package var description: String {
        isTaken
            ? "the storage port is already in use: another program listens on \(address) (storage.port)"
            : "cannot listen for C-MOVE on \(address): it is no address of this machine, or not allowed (storage.host)"
    }
}

private struct StorageProvider: ServiceProvider {
    let inbox: MoveInbox

    /// How long a response to pynetdicom is held back.
    ///
    /// A sender made with pynetdicom 3.0.4 drops a C-STORE response that comes within a millisecond or so: the thread that
    /// watches its association has not been halted yet, and takes it. The sender then waits until it times out. Seven
    /// of a thousand instances were lost so, with an unloaded qrscp; `test_move` holds it.
    private static let pause = Duration.milliseconds(5)

    func store(_ arrival: Arrival, from caller: Caller) async throws -> Status {
        let outcome: Result<Status, any Error>
        do {
            outcome = .success(try await inbox.take(arrival, from: caller))
        } catch {
            outcome = .failure(error)
        }
        if caller.implementationVersionName?.hasPrefix("PYNETDICOM") ?? false {
            try await Task.sleep(for: Self.pause)
        }
        return try outcome.get()
    }
}

extension ServerConfiguration {
    /// Verification and storage, for callers that are let in.
    ///
    /// - Parameters:
    ///   - titles: our own.
    ///   - archiveTitles: let in beside the `callers`, where there are any.
    fileprivate static func storage(
        _ configuration: GatewayConfiguration.Storage,
        _ titles: [String],
        _ archiveTitles: [String]
    ) -> ServerConfiguration {
        let callers = configuration.callers.isEmpty ? [] : Set(configuration.callers + archiveTitles)
        return ServerConfiguration(
            aeTitle: titles[0],
            accepts: { syntaxes(for: $0) },
            rejects: { request in
                if !titles.contains(request.calledAETitle) { return .calledAETitleNotRecognized }
                let isLetIn = callers.isEmpty || callers.contains(request.callingAETitle)
                return isLetIn ? nil : .callingAETitleNotRecognized
            },
            acceptsAnyCalledAETitle: true,
            maximumAssociations: configuration.maximumAssociations,
            timeouts: Timeouts(associate: .seconds(5))
        )
    }

    /// Verification, and whatever may be a storage class: those of the standard, also ones that are newer than the table,
    /// and private ones. Nothing is taken that no C-MOVE expects, whatever its class.
    private static func syntaxes(for abstractSyntax: UID) -> [TransferSyntax]? {
        if abstractSyntax == SOPClass.verification {
            return [.explicitVRLittleEndian, .implicitVRLittleEndian, .explicitVRBigEndian]
        }
        let isStandard = abstractSyntax.rawValue.hasPrefix("1.2.840.10008.")
        let isStorage =
            StorageSOPClass(abstractSyntax) != nil || abstractSyntax.rawValue.hasPrefix("1.2.840.10008.5.1.4.1.1.")
        return isStorage || !isStandard ? TransferSyntax.all : nil
    }
}
