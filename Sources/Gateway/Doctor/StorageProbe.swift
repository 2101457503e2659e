import DICOM
import DIMSE
import Logging
import NIOConcurrencyHelpers
import NIOCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Our Storage SCP for the time of one C-MOVE: it takes whatever comes, notes who came, and keeps nothing.
final class StorageProbe: Sendable {
    /// What was seen on the port.
    struct Seen: Hashable, Sendable {
        /// One association that was asked for.
        struct Caller: Hashable, Sendable {
            var callingAETitle: String
            var calledAETitle: String
        }

        var callers: [Caller] = []
        var arrivals: [Arrived] = []
    }

    /// Why the port cannot be listened on.
    enum Trouble: Error, Hashable {
        /// Another process has it; true when that is a gateway like this one.
        case taken(byGateway: Bool)
        case system(CInt)
    }

    private let seenState = NIOLockedValueBox(Seen())

    var seen: Seen { seenState.withLockedValue { $0 } }

    func forget() { seenState.withLockedValue { $0 = Seen() } }

    /// Listens while `body` runs.
    ///
    /// - Parameter callers: AE titles that a gateway on the port would let in, ours and the archive's.
    /// - Throws: ``Trouble``; what `body` throws.
    func listen<Result: Sendable>(
        at storage: GatewayConfiguration.Storage,
        callers: [String],
        logger: Logger,
        _ body: () async throws -> Result
    ) async throws -> Result {
        let server = DIMSEServer(
            host: storage.host,
            port: storage.port,
            configuration: configuration(storage.aeTitles.first ?? callers.first ?? ""),
            provider: self,
            security: storage.tls.map { .acceptor($0, logger: logger) },
            logger: logger
        )
        let (listening, events) = AsyncStream.makeStream(of: Void.self)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { events.finish() }
                try await server.run { _ in events.yield() }
            }
            defer { group.cancelAll() }
            for await _ in listening { return try await body() }
            do {
                try await group.next()
                throw Trouble.system(EADDRNOTAVAIL)
            } catch let error as IOError {
                guard error.errnoCode == EADDRINUSE else { throw Trouble.system(error.errnoCode) }
                throw Trouble.taken(byGateway: await isGateway(at: storage, callers))
            }
        }
    }

    private func configuration(_ aeTitle: String) -> ServerConfiguration {
        ServerConfiguration(
            aeTitle: aeTitle,
            accepts: { $0 == SOPClass.verification || StorageSOPClass($0) != nil ? TransferSyntax.all : nil },
            rejects: { request in
                self.seenState.withLockedValue {
                    $0.callers.append(
                        .init(callingAETitle: request.callingAETitle, calledAETitle: request.calledAETitle)
                    )
                }
                return nil
            },
            acceptsAnyCalledAETitle: true
        )
    }

    /// Whether who has the port is a gateway of this kind: its implementation says so.
    private func isGateway(at storage: GatewayConfiguration.Storage, _ callers: [String]) async -> Bool {
        let host = ["0.0.0.0", ""].contains(storage.host) ? "127.0.0.1" : storage.host == "::" ? "::1" : storage.host
        let short = Duration.seconds(2)
        let timeouts = AssociationTimeouts(connect: short, associate: short, response: short, release: short)
        for caller in callers {
            do {
                return try await Association.connect(
                    to: Peer(aeTitle: storage.aeTitles.first ?? callers[0], host: host, port: storage.port),
                    from: caller,
                    proposing: [.verification],
                    options: AssociationOptions(
                        timeouts: timeouts,
                        security: storage.tls.map { .stranger(presenting: $0) }
                    )
                ) { $0.acceptor.implementationClassUID == Implementation.classUID }
            } catch AssociationError.rejected(.callingAETitleNotRecognized) {
                continue
            } catch {
                return false
            }
        }
        return false
    }
}

extension StorageProbe: ServiceProvider {
    func store(_ arrival: Arrival, from caller: Caller) async throws -> Status {
        let arrived = try await Arrived(arrival)
        seenState.withLockedValue { $0.arrivals.append(arrived) }
        return .success
    }
}
