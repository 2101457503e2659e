import DICOM
import DIMSE
import Logging
import NIOConcurrencyHelpers
import Testing

@testable import Gateway

/// Against a server of our own that takes associations or does not.
@Suite(.timeLimit(.minutes(1))) struct ArchiveAssociationsTests {
    /// Answers C-ECHO, slowly if asked to.
    private struct Answering: ServiceProvider {
        var delay = Duration.zero

        func verify(_ caller: Caller) async throws -> Status {
            try await Task.sleep(for: delay)
            return .success
        }
    }

    private final class Requests: Sendable {
        let count = NIOLockedValueBox(0)
        var value: Int { count.withLockedValue { $0 } }
    }

    private static func associations(
        to port: Int,
        _ capacity: ArchiveCapacity,
        response: Duration = .seconds(30)
    ) -> ArchiveAssociations {
        ArchiveAssociations(
            archive: "main",
            peer: Peer(aeTitle: "ARCHIVE", host: "127.0.0.1", port: port),
            aeTitle: "GANTRY",
            timeouts: AssociationTimeouts(response: response),
            capacity: capacity,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Runs a server that answers requests as told: nil takes the association.
    private func withArchive(
        maximum: Int = 100,
        delay: Duration = .zero,
        rejects: @escaping @Sendable (_ request: Int) -> AssociateReject? = { _ in nil },
        _ body: @Sendable @escaping (_ port: Int, Requests) async throws -> Void
    ) async throws {
        let requests = Requests()
        let server = DIMSEServer(
            port: 0,
            configuration: ServerConfiguration(
                aeTitle: "ARCHIVE",
                accepts: { _ in [.implicitVRLittleEndian] },
                rejects: { _ in
                    rejects(
                        requests.count.withLockedValue {
                            $0 += 1
                            return $0
                        }
                    )
                },
                maximumAssociations: maximum
            ),
            provider: Answering(delay: delay)
        )
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup { group in
            group.addTask { try await server.run { listening.yield($0) } }
            for await port in ports {
                try await body(port, requests)
                break
            }
            group.cancelAll()
        }
    }

    private static func echo(_ associations: ArchiveAssociations) async throws {
        let status = try await associations.open(for: .echo, proposing: [.verification]) { try await $0.echo() }
        #expect(status == .success)
    }

    private static func cause(_ body: () async throws -> Void) async -> ArchiveError.Cause? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? ArchiveError)?.cause
        }
    }

    @Test func aTransientRejectionIsTriedOnceMore() async throws {
        try await withArchive(rejects: { $0 == 1 ? .localLimitExceeded : nil }) { port, requests in
            try await Self.echo(Self.associations(to: port, ArchiveCapacity()))
            #expect(requests.value == 2)
        }
    }

    @Test(arguments: [AssociateReject.localLimitExceeded, .temporaryCongestion])
    func twoTransientRejectionsAreToldToTheClient(_ rejection: AssociateReject) async throws {
        try await withArchive(rejects: { _ in rejection }) { port, requests in
            let associations = Self.associations(to: port, ArchiveCapacity())
            guard case .association(.rejected(rejection))? = await Self.cause({ try await Self.echo(associations) })
            else {
                Issue.record("not the rejection")
                return
            }
            #expect(requests.value == 2)
            #expect(!associations.isSuspended)
        }
    }

    @Test(arguments: [AssociateReject.callingAETitleNotRecognized, .calledAETitleNotRecognized, .noReasonGiven])
    func aPermanentRejectionIsNotTriedAgain(_ rejection: AssociateReject) async throws {
        try await withArchive(rejects: { _ in rejection }) { port, requests in
            let associations = Self.associations(to: port, ArchiveCapacity(failuresInARow: 1))
            #expect(await Self.cause { try await Self.echo(associations) } != nil)
            #expect(requests.value == 1)
            // It answers, if only to say no.
            #expect(!associations.isSuspended)
        }
    }

    /// The archive takes two at first, and the operator thinks that it takes six. Which it really takes, and when it counts
    /// one out, is for `test_capacity`.
    @Test func whoIsRejectedInTheFirstRushIsServedLater() async throws {
        try await withArchive(
            delay: .milliseconds(20),
            rejects: { (3...6).contains($0) ? .localLimitExceeded : nil }
        ) { port, requests in
            let associations = Self.associations(to: port, ArchiveCapacity(maximumAssociations: 6))
            let failures = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<60 {
                    group.addTask { await Self.cause { try await Self.echo(associations) }.map { "\($0)" } }
                }
                return await group.reduce(into: [String]()) { $0 += $1.map { [$0] } ?? [] }
            }
            #expect(failures.isEmpty)
            #expect(requests.value == 64)
        }
    }

    /// The peer counts, and takes not one more: see its `maximumAssociations`.
    @Test func theArchiveHasSeenTheEndOfOneBeforeTheNextBegins() async throws {
        let rejected = NIOLockedValueBox(0)
        try await withArchive(maximum: 1) { port, _ in
            let associations = Self.associations(to: port, ArchiveCapacity(maximumAssociations: 1))
            for _ in 0..<200 {
                guard await Self.cause({ try await Self.echo(associations) }) != nil else { continue }
                rejected.withLockedValue { $0 += 1 }
            }
        }
        #expect(rejected.withLockedValue { $0 } == 0)
    }

    @Test func anArchiveThatIsNotThereIsLeftAloneAfterFiveFailures() async throws {
        let associations = Self.associations(to: 1, ArchiveCapacity(failuresInARow: 5, probeInterval: .seconds(60)))
        for _ in 0..<5 {
            guard case .association(.connectionFailed)? = await Self.cause({ try await Self.echo(associations) }) else {
                Issue.record("not the connection")
                return
            }
        }
        #expect(associations.isSuspended)
        guard case .noCapacity(let refusal)? = await Self.cause({ try await Self.echo(associations) }) else {
            Issue.record("asked again")
            return
        }
        #expect(refusal.reason == .suspended)
        #expect((1...60).contains(refusal.retryAfter))
    }

    @Test func anArchiveThatDoesNotAnswerIsLeftAloneToo() async throws {
        try await withArchive(delay: .seconds(20)) { port, _ in
            let capacity = ArchiveCapacity(failuresInARow: 2)
            let associations = Self.associations(to: port, capacity, response: .milliseconds(200))
            for _ in 0..<2 {
                guard case .association(.timedOut(.response))? = await Self.cause({ try await Self.echo(associations) })
                else {
                    Issue.record("no timeout")
                    return
                }
            }
            #expect(associations.isSuspended)
        }
    }

    @Test func theStagesOfARequestAreTimed() async throws {
        try await withArchive(delay: .milliseconds(30)) { port, _ in
            let timing = Timing()
            try await Timing.$current.withValue(timing) {
                try await Self.echo(Self.associations(to: port, ArchiveCapacity()))
            }
            let header = timing.header
            let pattern = /queue;dur=[\d.]+, association;dur=[\d.]+, archive;dur=([\d.]+), total;dur=[\d.]+/
            let match = try #require(header.wholeMatch(of: pattern), "\(header)")
            #expect(Double(match.1) ?? 0 >= 30)
        }
    }
}
