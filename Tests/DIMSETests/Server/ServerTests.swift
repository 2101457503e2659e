import DICOM
import DIMSE
import NIOCore
import ScriptedPeer
import Testing

/// What the acceptor does with callers of every kind.
@Suite(.serialized)
struct ServerTests {
    private func echo(_ peer: Peer, from title: String = "GANTRY") async throws -> Status {
        try await Association.connect(to: peer, from: title, proposing: [.verification]) { try await $0.echo() }
    }

    @Test func aStrangerIsRejectedWithTheReason() async throws {
        var configuration = ServerConfiguration.test()
        configuration.rejects = { $0.callingAETitle == "FRIEND" ? nil : .callingAETitleNotRecognized }
        try await withServer(TestArchive(), configuration) { peer, _ in
            let status = try await echo(peer, from: "FRIEND")
            #expect(status == .success)
            await #expect(throws: AssociationError.rejected(.callingAETitleNotRecognized)) {
                try await echo(peer, from: "STRANGER")
            }
            var wrong = peer
            wrong.aeTitle = "OTHER"
            await #expect(throws: AssociationError.rejected(.calledAETitleNotRecognized)) {
                try await echo(wrong, from: "FRIEND")
            }
        }
    }

    @Test func oneTooManyIsRejectedForTheTimeBeing() async throws {
        var configuration = ServerConfiguration.test()
        configuration.maximumAssociations = 1
        try await withServer(TestArchive(), configuration) { peer, server in
            try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification]) { first in
                #expect(server.associationCount == 1)
                await #expect(throws: AssociationError.rejected(.localLimitExceeded)) { try await echo(peer) }
                let status = try await first.echo()
                #expect(status == .success)
            }
            while server.associationCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
            let status = try await echo(peer)
            #expect(status == .success)
        }
    }

    /// They wait for ARTIM, and take nobody's place.
    @Test func callersThatSayNothingKeepNobodyOut() async throws {
        var configuration = ServerConfiguration.test()
        configuration.maximumAssociations = 2
        try await withServer(TestArchive(), configuration) { peer, server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask { _ = try await ScriptedPeer.call(peer.port, [.stopReading(for: .seconds(2))]) }
                }
                while server.associationCount < 20 { try await Task.sleep(for: .milliseconds(5)) }
                let status = try await echo(peer)
                #expect(status == .success)
                group.cancelAll()
            }
        }
    }

    /// Beyond what can ever become associations, connections are closed at once.
    @Test func connectionsHaveALimitOfTheirOwn() async throws {
        var configuration = ServerConfiguration.test()
        configuration.maximumAssociations = 1
        configuration.timeouts.associate = .seconds(2)
        try await withServer(TestArchive(), configuration) { peer, server in
            let ends = try await withThrowingTaskGroup(of: Transcript.self) { group in
                for _ in 0..<200 { group.addTask { try await ScriptedPeer.call(peer.port, [.mark, .hang]) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let atOnce = ends.count { $0.reaction.map { $0 < .seconds(1) } ?? false }
            #expect(atOnce == 200 - 129, "\(atOnce)")
            let status = try await echo(peer)
            #expect(status == .success)
        }
    }

    @Test func optionalKeysThatAreNotSupportedAreToldOf() async throws {
        struct Sparse: ServiceProvider {
            func supportsAllKeys(of query: Query) async -> Bool { query.identifier[.patientComments] == nil }
            func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
                try await yield(query.identifier)
                return .success
            }
        }
        try await withServer(Sparse()) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                for isAsked in [false, true] {
                    var identifier = DataSet.studyQuery()
                    if isAsked { identifier.set(.patientComments, .LT, "") }
                    let outcome = try await association.find(TestArchive.studyRootFind, identifier) { _ in .more }
                    #expect(outcome.status == .success)
                    #expect(outcome.hadUnsupportedKeys == isAsked)
                }
            }
        }
    }

    @Test func theProposersOrderDecidesTheTransferSyntax() async throws {
        let contexts = [
            ProposedContext(TestArchive.ct, [.jpegBaseline8Bit, .explicitVRBigEndian, .implicitVRLittleEndian]),
            ProposedContext(TestArchive.ct, [.jpegBaseline8Bit]),
            ProposedContext("1.2.3.4.5", [.implicitVRLittleEndian]),
        ]
        try await withServer(TestArchive()) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: contexts) { association in
                #expect(association.accepted.map(\.id) == [1])
                #expect(association.accepted.map(\.transferSyntax) == [.explicitVRBigEndian])
            }
        }
    }

    @Test func extendedNegotiationIsAnsweredWhereGranted() async throws {
        var configuration = ServerConfiguration.test()
        configuration.grants = { $0.information.map { min($0, 1) } }
        let proposals = [
            ExtendedNegotiation(sopClassUID: TestArchive.studyRootFind, information: [1, 0, 1]),
            ExtendedNegotiation(sopClassUID: "1.2.3.4.5", information: [1]),
        ]
        try await withServer(TestArchive(), configuration) { peer, _ in
            try await Association.connect(
                to: peer,
                from: "GANTRY",
                proposing: .all,
                options: AssociationOptions(extendedNegotiations: proposals)
            ) { association in
                #expect(association.negotiation.extendedNegotiations == [proposals[0]])
            }
        }
    }

    @Test func aCallerThatSaysNothingIsClosed() async throws {
        var configuration = ServerConfiguration.test()
        configuration.timeouts.associate = .milliseconds(200)
        try await withServer(TestArchive(), configuration) { peer, _ in
            let (_, time) = try await timed {
                let channel = try await UpperLayerConfiguration.default.connect(
                    host: peer.host,
                    port: peer.port,
                    timeout: .seconds(1)
                )
                try await channel.executeThenClose { inbound, _ in
                    for try await _ in inbound {}
                }
            }
            #expect(time.isWithin(.milliseconds(450)), "\(time)")
        }
    }

    @Test func anIdleCallerIsAborted() async throws {
        var configuration = ServerConfiguration.test()
        configuration.timeouts.idle = .milliseconds(200)
        try await withServer(TestArchive(), configuration) { peer, _ in
            _ = await #expect(throws: AssociationError.aborted(.byUser)) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification]) {
                    _ = try await $0.echo()
                    try await Task.sleep(for: .milliseconds(450))
                    _ = try await $0.echo()
                }
            }
        }
    }

    @Test func aLongQueryIsNotIdle() async throws {
        var configuration = ServerConfiguration.test()
        configuration.timeouts.idle = .seconds(1)
        try await withServer(TestArchive(matches: 3, delay: .milliseconds(450)), configuration) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let outcome = try await association.find(TestArchive.studyRootFind, DataSet()) { _ in .more }
                #expect(outcome.status == .success)
            }
        }
    }

    @Test func shuttingDownAbortsWhatIsOpen() async throws {
        let server = DIMSEServer(port: 0, configuration: .test(), provider: TestArchive())
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { listening.finish() }
                try await server.run { listening.yield($0) }
            }
            for await port in ports {
                let peer = Peer(aeTitle: "PACS", host: "127.0.0.1", port: port)
                do {
                    try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification]) {
                        group.cancelAll()
                        try await Task.sleep(for: .milliseconds(100))
                        _ = try await $0.echo()
                    }
                    Issue.record("the association went on")
                } catch {
                    #expect(error as? AssociationError == .aborted(.byUser))
                }
                break
            }
            do {
                try await group.next()
                Issue.record("the server went on")
            } catch {
                #expect(error is CancellationError)
            }
        }
        #expect(server.associationCount == 0)
    }

    @Test func whatIsNotSupportedIsRefusedAndTheAssociationGoesOn() async throws {
        struct EchoOnly: ServiceProvider {}
        try await withServer(EchoOnly()) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                for operation in [Operation.find, .get] {
                    let status = try await operation.run(association)
                    #expect(status == .sopClassNotSupported)
                }
                let request = StoreRequest(
                    sopClassUID: TestArchive.ct,
                    sopInstanceUID: "1.2.3",
                    transferSyntax: .explicitVRLittleEndian
                )
                let outcome = try await association.store(request) { data in
                    try await data.write(ByteBuffer(repeating: 0, count: 2_000_000))
                }
                #expect(outcome.status == .sopClassNotSupported)
                let status = try await association.echo()
                #expect(status == .success)
            }
        }
    }
}
