import DICOM
import DIMSE
import NIOCore
import Testing

/// Peers that say nothing, the wrong thing or good-bye, at each step. All end in time, and no connection is left.
@Suite(.serialized)
struct BadPeerTests {
    /// What may pass beyond a time limit.
    private static let slack = Duration.milliseconds(250)
    private static let limit = Duration.milliseconds(200)

    /// Runs the operation against the script; returns the error, and how the script saw the association end.
    private func outcome(
        _ operation: Operation,
        short step: AssociationError.Step? = nil,
        within limit: Duration,
        _ script: @escaping @Sendable (Interlocutor.Line) async throws -> Primitive?,
        _ use: ((Association) async throws -> Void)? = nil
    ) async throws -> (error: AssociationError?, end: Primitive?) {
        try await withInterlocutor(script) { peer, ends in
            let (caught, time) = try await timed { () -> AssociationError? in
                do {
                    _ = try await Association.connect(
                        to: peer,
                        from: "GANTRY",
                        proposing: [operation.context],
                        options: AssociationOptions(
                            timeouts: step.map(AssociationTimeouts.short) ?? AssociationTimeouts()
                        )
                    ) { association in
                        if let use {
                            try await use(association)
                        } else {
                            _ = try await operation.run(association)
                        }
                    }
                    return nil
                } catch let error as AssociationError {
                    return error
                }
            }
            #expect(time.isWithin(limit + Self.slack), "\(operation): \(time)")
            for await end in ends { return (caught, end) }
            return (caught, nil)
        }
    }

    @Test func aPeerThatNeverAnswersTheRequestIsAborted() async throws {
        let (error, end) = try await outcome(.echo, short: .associate, within: Self.limit) { try await $0.hang() }
        #expect(error == .timedOut(.associate))
        #expect(end == .abort)
    }

    @Test(arguments: Operation.allCases)
    func aPeerThatNeverRespondsIsAborted(operation: Operation) async throws {
        let (error, end) = try await outcome(operation, short: operation.step, within: Self.limit) { line in
            try await line.accept()
            return try await line.hang()
        }
        #expect(error == .timedOut(operation.step))
        #expect(end == .abort)
    }

    @Test(arguments: Operation.allCases)
    func aPeerThatStopsInsideItsResponseIsAborted(operation: Operation) async throws {
        let (error, end) = try await outcome(operation, short: operation.step, within: Self.limit * 2) { line in
            try await line.accept()
            _ = try await line.command()
            let half = ByteBuffer(bytes: [0, 0, 0, 1])
            try await line.send(.data(.init(contextID: 1, isCommand: true, isLast: false, bytes: half)))
            return try await line.hang()
        }
        #expect(error == .timedOut(operation.step))
        #expect(end == .abort)
    }

    @Test(arguments: Operation.allCases)
    func anAbortIsSeenAtOnce(operation: Operation) async throws {
        let (error, _) = try await outcome(operation, within: .zero) { line in
            try await line.accept()
            _ = try await line.command()
            try await line.send(.abort)
            return nil
        }
        #expect(error == .aborted(.byUser))
    }

    @Test(arguments: Operation.allCases)
    func aClosedConnectionIsSeenAtOnce(operation: Operation) async throws {
        let (error, _) = try await outcome(operation, within: .zero) { line in
            try await line.accept()
            _ = try await line.command()
            return nil
        }
        #expect(error == .closed)
    }

    @Test(arguments: Operation.allCases)
    func aReleaseInsteadOfAResponseIsNamed(operation: Operation) async throws {
        let (error, end) = try await outcome(operation, within: .zero) { line in
            try await line.accept()
            _ = try await line.command()
            try await line.send(.releaseRequest)
            return try await line.hang()
        }
        #expect(error == .releasedByPeer)
        #expect(end == .releaseResponse)
    }

    @Test(arguments: Operation.allCases)
    func aResponseToSomethingElseIsRefused(operation: Operation) async throws {
        let (error, end) = try await outcome(operation, within: .zero) { line in
            try await line.accept()
            guard let request = try await line.command() else { return nil }
            var response = request.response(.success)
            response.messageIDBeingRespondedTo = (request.messageID ?? 0) &+ 1
            try await line.send(response)
            return try await line.hang()
        }
        guard case .unexpectedMessage? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(end == .abort)
    }

    @Test func aStoreResponseForAnotherInstanceIsRefused() async throws {
        let (error, end) = try await outcome(.store, within: .zero) { line in
            try await line.accept()
            guard let request = try await line.command() else { return nil }
            var response = request.response(.success)
            response.sopInstanceUID = "9.9.9"
            try await line.send(response)
            return try await line.hang()
        }
        #expect(error == .invalidMessage("a response for another instance"))
        #expect(end == .abort)
    }

    @Test func aPeerThatRejectsIsQuoted() async throws {
        let (error, _) = try await outcome(.echo, within: .zero) { line in
            _ = try await line.next()
            try await line.send(.associateReject(.localLimitExceeded))
            return try await line.hang()
        }
        #expect(error == .rejected(.localLimitExceeded))
        #expect(error?.isTransient == true)
    }

    @Test(arguments: Operation.allCases)
    func aPeerThatAcceptsNothingIsToldNothing(operation: Operation) async throws {
        let (error, _) = try await outcome(operation, within: .zero) { line in
            guard case .associateRequest(let request)? = try await line.next() else { return nil }
            let acceptance = AssociateAccept(
                calledAETitle: "EVIL",
                callingAETitle: "GANTRY",
                presentationContexts: request.presentationContexts.map {
                    .init(id: $0.id, result: .abstractSyntaxNotSupported, transferSyntax: nil)
                },
                userInformation: UserInformation(maximumLength: 0, implementationClassUID: "1.2.3")
            )
            try await line.send(.associateAccept(acceptance))
            return try await line.hang()
        }
        guard case .noContext? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aMaximumLengthThatTakesNoDataIsAnError() async throws {
        let (error, end) = try await outcome(.echo, within: .zero) { line in
            try await line.accept(maximumLength: 6)
            return try await line.hang()
        }
        guard case .invalidMessage? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(end == .abort)
    }

    @Test func aReleaseThatIsNotConfirmedHoldsNothingUp() async throws {
        let (error, end) = try await outcome(.echo, short: .release, within: Self.limit) { line in
            try await line.accept()
            guard let request = try await line.command() else { return nil }
            try await line.send(request.response(.success))
            _ = try await line.next()
            return try await line.hang()
        }
        #expect(error == nil)
        #expect(end == .abort)
    }

    @Test func aConnectionThatDropsInsteadOfTheReleaseDoesNoHarm() async throws {
        let (error, _) = try await outcome(.echo, within: .zero) { line in
            try await line.accept()
            guard let request = try await line.command() else { return nil }
            try await line.send(request.response(.success))
            return nil
        }
        #expect(error == nil)
    }

    @Test func aPeerThatReadsNothingEndsTheStore() async throws {
        let (error, _) = try await outcome(.store, short: .send, within: Self.limit * 3) { line in
            try await line.accept()
            try await Task.sleep(for: .seconds(2))
            return nil
        } _: { association in
            _ = try await association.store(Operation.instance) { data in
                while true { try await data.write(ByteBuffer(repeating: 0, count: 1 << 20)) }
            }
        }
        #expect(error == .timedOut(.send))
    }

    @Test func aPeerThatIgnoresTheCancelIsAbortedAndTheMatchesStand() async throws {
        let (error, _) = try await outcome(.find, short: .cancel, within: Self.limit) { line in
            try await line.accept()
            guard let request = try await line.command() else { return nil }
            var match = DataSet()
            match.set(.studyInstanceUID, .UI, "1.2")
            let bytes = try DataSetEncoder(.implicitVRLittleEndian).encode(match)
            while !Task.isCancelled {
                try await line.send(request.response(.pending), bytes)
                try await Task.sleep(for: .milliseconds(5))
            }
            return nil
        } _: { association in
            let outcome = try await association.find(TestArchive.studyRootFind, DataSet()) { _ in .enough }
            #expect(outcome.wasCancelled)
        }
        #expect(error == nil)
    }

    @Test func aRefusedConnectionIsAnErrorAtOnce() async throws {
        let nobody = Peer(aeTitle: "GONE", host: "127.0.0.1", port: 1)
        let (isRefused, time) = try await timed {
            do {
                _ = try await Association.connect(to: nobody, from: "GANTRY", proposing: [.verification]) {
                    try await $0.echo()
                }
                return false
            } catch AssociationError.connectionFailed {
                return true
            }
        }
        #expect(isRefused)
        #expect(time.isWithin(Self.slack), "\(time)")
    }
}
