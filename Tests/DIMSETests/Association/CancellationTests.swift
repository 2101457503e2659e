import DICOM
import DIMSE
import NIOCore
import Testing

/// Cancelling the task aborts the association at once, wherever the dialogue waits.
@Suite(.serialized)
struct CancellationTests {
    private static let promptly = Duration.milliseconds(100)

    /// Cancels `use` some time after the peer has begun its script's wait; returns how long both sides took to end.
    private func cancelled(
        _ operation: Operation,
        _ script: @escaping @Sendable (ScriptedPeer.Line) async throws -> Primitive?,
        _ use: @escaping @Sendable (Association) async throws -> Void
    ) async throws -> (mine: Duration, theirs: Duration, end: Primitive?) {
        try await withScriptedPeer(script) { peer, ends in
            try await withThrowingTaskGroup(of: ContinuousClock.Instant.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        try await Association.connect(to: peer, from: "GANTRY", proposing: [operation.context]) {
                            try await use($0)
                        }
                    }
                    return .now
                }
                try await Task.sleep(for: .milliseconds(200))
                let start = ContinuousClock.now
                group.cancelAll()
                let mine = try await group.next() ?? start
                for await (end, at) in ends { return (mine - start, at - start, end) }
                throw CancellationError()
            }
        }
    }

    @Test func whileThePeerSaysNothing() async throws {
        let (mine, theirs, end) = try await cancelled(.echo) { line in
            try await line.accept()
            return try await line.hang()
        } _: {
            _ = try await $0.echo()
        }
        #expect(mine < Self.promptly && theirs < Self.promptly, "\(mine), \(theirs)")
        #expect(end == .abort)
    }

    @Test func whileThePeerDoesNotAnswerTheRequest() async throws {
        let (mine, theirs, end) = try await cancelled(.echo) {
            try await $0.hang()
        } _: { _ in
        }
        #expect(mine < Self.promptly && theirs < Self.promptly, "\(mine), \(theirs)")
        #expect(end == .abort)
    }

    @Test func whileThePeerDoesNotReadAStore() async throws {
        let (mine, _, _) = try await cancelled(.store) { line in
            try await line.accept()
            try await Task.sleep(for: .milliseconds(500))
            return nil
        } _: { association in
            _ = try await association.store(Operation.instance) { data in
                while true { try await data.write(ByteBuffer(repeating: 0, count: 1 << 20)) }
            }
        }
        #expect(mine < Self.promptly, "\(mine)")
    }

    @Test func whileThePeerSendsWhatAGetAskedFor() async throws {
        let (mine, theirs, _) = try await cancelled(.get) { line in
            try await line.accept()
            _ = try await line.command()
            let request = CommandSet(
                .storeRequest,
                sopClassUID: TestArchive.ct,
                messageID: 1,
                hasDataSet: true,
                sopInstanceUID: "1.2.3"
            )
            let command = request.encoded()
            try await line.send(.data(.init(contextID: 1, isCommand: true, isLast: true, bytes: command)))
            let block = ByteBuffer(repeating: 1, count: 1 << 20)
            while true {
                try await line.send(.data(.init(contextID: 1, isCommand: false, isLast: false, bytes: block)))
            }
        } _: { association in
            _ = try await association.get(TestArchive.studyRootGet, DataSet()) { arrival in
                while try await arrival.next() != nil {}
                return .success
            }
        }
        #expect(mine < Self.promptly && theirs < Self.promptly, "\(mine), \(theirs)")
    }

    @Test func whileAClosureRuns() async throws {
        let (mine, theirs, end) = try await cancelled(.echo) { line in
            try await line.accept()
            return try await line.hang()
        } _: { _ in
            try await Task.sleep(for: .seconds(60))
        }
        #expect(mine < Self.promptly && theirs < Self.promptly, "\(mine), \(theirs)")
        #expect(end == .abort)
    }

    @Test func throwingAborts() async throws {
        struct Enough: Error {}
        try await withScriptedPeer { line in
            try await line.accept()
            return try await line.hang()
        } _: { peer, ends in
            await #expect(throws: Enough.self) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification]) { _ in
                    throw Enough()
                }
            }
            for await (end, _) in ends {
                #expect(end == .abort)
                return
            }
        }
    }
}
