import DICOM
import DIMSE
import ScriptedPeer
import Testing

/// What can go wrong below a message, for each service and in both roles. The numbers are those of the table that
/// `make faults` prints.
@Suite(.serialized)
enum Faults {}

extension Faults {
    /// For which a peer may be silent in these tests.
    static let limit = Duration.milliseconds(300)

    /// How our side of an association ended.
    struct End: Sendable {
        var error: AssociationError?
        var elapsed: Duration
        var endedAt: ContinuousClock.Instant
        var status: Status?
    }

    /// Runs the operation against an acceptor, and sees to it that no connection is left.
    static func request(
        _ operation: Operation,
        of port: Int,
        timeouts: AssociationTimeouts = .all(limit),
        _ use: (@Sendable (Association) async throws -> Status)? = nil
    ) async -> End {
        let start = ContinuousClock.now
        var end = End(error: nil, elapsed: .zero, endedAt: start)
        do {
            end.status = try await Association.connect(
                to: Peer(aeTitle: "EVIL", host: "127.0.0.1", port: port),
                from: "GANTRY",
                proposing: operation.contexts,
                options: AssociationOptions(timeouts: timeouts)
            ) { association in
                if let use { try await use(association) } else { try await operation.run(association) }
            }
        } catch {
            end.error = error as? AssociationError ?? .invalidMessage("not an AssociationError: \(error)")
        }
        end.endedAt = .now
        end.elapsed = end.endedAt - start
        return end
    }

    /// The same against a scripted acceptor: how our side ended, and how each of its connections went.
    static func request(
        _ operation: Operation,
        timeouts: AssociationTimeouts = .all(limit),
        receiveBuffer: Int32? = nil,
        script: [Step],
        _ use: (@Sendable (Association) async throws -> Status)? = nil
    ) async throws -> (end: End, peer: [Transcript], left: [Int]) {
        let (end, transcripts, port) = try await ScriptedPeer.listen(receiveBuffer: receiveBuffer, script) {
            port,
            ends in
            let end = await request(operation, of: port, timeouts: timeouts, use)
            var iterator = ends.makeAsyncIterator()
            let first = await iterator.next()
            return (end, [first].compactMap { $0 }, port)
        }
        return (end, transcripts, await Sockets.left(of: port))
    }

    /// A provider with two matches and one small instance, and its server, while `body` runs.
    static func serve<Result: Sendable>(
        timeouts: ServerConfiguration.Timeouts = .all(limit),
        provider: some ServiceProvider = TestArchive(matches: 2, lengths: [40]),
        maximumAssociations: Int = 500,
        _ body: (Peer, DIMSEServer) async throws -> Result
    ) async throws -> Result {
        var configuration = ServerConfiguration.test()
        configuration.timeouts = timeouts
        configuration.maximumAssociations = maximumAssociations
        let (result, left) = try await withServer(provider, configuration) { peer, server in
            let result = try await body(peer, server)
            let left = await Sockets.left(of: peer.port)
            let start = ContinuousClock.now
            while server.associationCount > 0, ContinuousClock.now - start < .seconds(5) {
                try await Task.sleep(for: .milliseconds(5))
            }
            return (
                result,
                left.map { "state \($0)" }
                    + (server.associationCount == 0 ? [] : ["\(server.associationCount) associations"])
            )
        }
        #expect(left.isEmpty, "left behind: \(left)")
        return result
    }
}

/// No case of a trial may fail.
func expectNone(_ failures: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let shown = failures.prefix(20).joined(separator: "\n")
    #expect(failures.isEmpty, "\(failures.count) cases:\n\(shown)", sourceLocation: sourceLocation)
}
