import DICOM
import DIMSE
import NIOCore
import Testing

/// Cancelling the task aborts the association at once, wherever the dialogue waits.
@Suite(.serialized)
struct CancellationTests {
    private static let promptly = Duration.milliseconds(100)

    /// How the two sides ended after the cancellation.
    private struct Ending {
        var mine: Punctuality
        var theirs: Punctuality
        /// What the peer heard last.
        var last: Primitive?
    }

    /// Cancels `use` some time after the script has called `onReady`; tells when both sides had ended.
    private func cancelled(
        _ operation: Operation,
        _ script: @escaping @Sendable (Interlocutor.Line) async throws -> Primitive?,
        _ use: @escaping @Sendable (Association) async throws -> Void
    ) async throws -> Ending {
        let (readiness, isReady) = AsyncStream.makeStream(of: Void.self)
        return try await withInterlocutor { line in
            line.onReady = { isReady.yield() }
            return try await script(line)
        } _: { peer, ends in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    // One that ends before its time fails the test, and must not hold it up.
                    defer { isReady.finish() }
                    await #expect(throws: CancellationError.self) {
                        try await Association.connect(to: peer, from: "GANTRY", proposing: [operation.context]) {
                            try await use($0)
                        }
                    }
                }
                for await _ in readiness { break }
                try await Task.sleep(for: .milliseconds(200))
                group.cancelAll()
                let (_, mine) = try await timed { try await group.next() }
                let (last, theirs) = try await timed { () -> Primitive? in
                    for await end in ends { return end }
                    return nil
                }
                return Ending(mine: mine, theirs: theirs, last: last)
            }
        }
    }

    private func expectPrompt(_ ending: Ending) {
        #expect(ending.mine.isWithin(Self.promptly), "\(ending)")
        #expect(ending.theirs.isWithin(Self.promptly), "\(ending)")
    }

    @Test func whileThePeerSaysNothing() async throws {
        let ending = try await cancelled(.echo) { line in
            try await line.accept()
            return try await line.hang()
        } _: {
            _ = try await $0.echo()
        }
        expectPrompt(ending)
        #expect(ending.last == .abort)
    }

    @Test func whileThePeerDoesNotAnswerTheRequest() async throws {
        let ending = try await cancelled(.echo) { line in
            _ = try await line.next()
            line.onReady()
            return try await line.hang()
        } _: { _ in
        }
        expectPrompt(ending)
        #expect(ending.last == .abort)
    }

    @Test func whileThePeerDoesNotReadAStore() async throws {
        let ending = try await cancelled(.store) { line in
            try await line.accept()
            try await Task.sleep(for: .milliseconds(500))
            return nil
        } _: { association in
            _ = try await association.store(Operation.instance) { data in
                while true { try await data.write(ByteBuffer(repeating: 0, count: 1 << 20)) }
            }
        }
        #expect(ending.mine.isWithin(Self.promptly), "\(ending)")
    }

    @Test func whileThePeerSendsWhatAGetAskedFor() async throws {
        let ending = try await cancelled(.get) { line in
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
        expectPrompt(ending)
    }

    @Test func whileAClosureRuns() async throws {
        let ending = try await cancelled(.echo) { line in
            try await line.accept()
            return try await line.hang()
        } _: { _ in
            try await Task.sleep(for: .seconds(60))
        }
        expectPrompt(ending)
        #expect(ending.last == .abort)
    }

    @Test func throwingAborts() async throws {
        struct Enough: Error {}
        try await withInterlocutor { line in
            try await line.accept()
            return try await line.hang()
        } _: { peer, ends in
            await #expect(throws: Enough.self) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification]) { _ in
                    throw Enough()
                }
            }
            for await end in ends {
                #expect(end == .abort)
                return
            }
        }
    }
}
