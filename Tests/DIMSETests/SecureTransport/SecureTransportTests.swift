import DICOM
import NIOCore
import NIOPosix
import TestLog
import Testing

@testable import DIMSE

/// Associations over TLS, both roles on loopback (PS3.15 §B.12).
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SecureTransportTests {
    static func echo(
        _ peer: Peer,
        _ security: SecureTransport?,
        identity: UserIdentity? = nil,
        timeouts: AssociationTimeouts = AssociationTimeouts()
    ) async throws -> Status {
        let options = AssociationOptions(timeouts: timeouts, userIdentity: identity, security: security)
        return try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification], options: options) {
            try await $0.echo()
        }
    }

    /// The error with which an attempt must end.
    static func failure(_ attempt: () async throws -> Status) async -> AssociationError? {
        do {
            _ = try await attempt()
            return nil
        } catch {
            return error as? AssociationError
        }
    }

    @Test func bothSidesKnowEachOtherByTheirCertificates() async throws {
        try await TestFiles.with { files in
            let acceptor = try files.acceptor(trusting: TestCertificates.authority)
            let requestor = try files.requestor(TestCertificates.valid)
            try await withServer(TestArchive(), security: acceptor) { peer, _ in
                var peer = peer
                for host in ["127.0.0.1", "localhost"] {
                    peer.host = host
                    #expect(try await Self.echo(peer, requestor) == .success)
                }
                let facts = try await requestor.probe(host: peer.host, port: peer.port, within: .seconds(10))
                #expect(facts.version == "TLS 1.3")
                #expect(facts.cipherSuite?.hasPrefix("TLS_") == true)
                #expect(facts.certificate?.subject == "CN=localhost")
                #expect(facts.certificate?.notAfter.day == "2120-01-01")
            }
        }
    }

    @Test func muchDataGoesThroughUnharmed() async throws {
        let archive = TestArchive(lengths: [3_000_000, 5, 70_001])
        try await TestFiles.with { files in
            let security = try files.requestor()
            try await withServer(archive, security: try files.acceptor()) { peer, _ in
                let contexts = [
                    ProposedContext(TestArchive.studyRootGet, [.implicitVRLittleEndian]),
                    ProposedContext(TestArchive.ct, [.explicitVRLittleEndian, .implicitVRLittleEndian], role: .scp),
                ]
                let options = AssociationOptions(security: security)
                var lengths: [Int] = []
                try await Association.connect(to: peer, from: "G", proposing: contexts, options: options) {
                    association in
                    var identifier = DataSet()
                    identifier.set(.queryRetrieveLevel, .CS, "STUDY")
                    let outcome = try await association.get(TestArchive.studyRootGet, identifier) { arrival in
                        var count = 0
                        while let piece = try await arrival.next() { count += piece.readableBytes }
                        lengths.append(count)
                        return .success
                    }
                    #expect(outcome.status == .success)
                }
                #expect(lengths == [3_000_000, 5, 70_001])
            }
        }
    }

    /// What an acceptor presents, and what the requestor says of it.
    static let badCertificates: [(certificate: String, sentence: String)] = [
        (TestCertificates.expired, "the peer's certificate (CN=expired) expired on 2021-01-01"),
        (TestCertificates.notYetValid, "(CN=not yet valid) is not valid before 2110-01-01"),
        (TestCertificates.wrongName, "(CN=elsewhere.example) is for elsewhere.example, not for 127.0.0.1"),
        (TestCertificates.unknownAuthority, "is from CN=Other Authority, which leads to no trusted authority"),
        (TestCertificates.selfSigned, "(CN=localhost) is signed by itself and is not among the trusted ones"),
        (TestCertificates.forged, "names the trusted authority CN=Test Authority, but does not verify"),
        (TestCertificates.forSigningCode, "is not meant for this side of a TLS connection"),
    ]

    @Test("A18: a bad certificate of an acceptor's is named", arguments: badCertificates)
    func aBadCertificateIsNamed(certificate: String, sentence: String) async throws {
        try await TestFiles.with { files in
            try await withServer(TestArchive(), security: try files.acceptor(certificate)) { peer, server in
                let requestor = try files.requestor()
                let failure = await Self.failure { try await Self.echo(peer, requestor) }
                guard case .secureTransport(.certificate)? = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
                #expect(failure.map { "\($0)" }?.contains(sentence) == true, "\(String(describing: failure))")
                try await server.waitUntilIdle(within: .seconds(5))
            }
        }
    }

    @Test func aNameMayBeAnotherOrAny() async throws {
        try await TestFiles.with { files in
            try await withServer(TestArchive(), security: try files.acceptor(TestCertificates.wrongName)) { peer, _ in
                let named = try files.requestor(expecting: .named("elsewhere.example"))
                #expect(try await Self.echo(peer, named) == .success)
                #expect(try await Self.echo(peer, try files.requestor(expecting: .any)) == .success)
                let other = try files.requestor(expecting: .named("third.example"))
                let failure = await Self.failure { try await Self.echo(peer, other) }
                guard case .secureTransport(.certificate(.wrongName("third.example"), _))? = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
            }
        }
    }

    /// What a requestor presents, what the acceptor logs, and what the requestor learns.
    static let badCallers: [(certificate: String?, logged: String, told: String)] = [
        (nil, "presented no certificate", "wants a certificate of ours (certificate_required), and none is configured"),
        (TestCertificates.expired, "(CN=expired) expired on 2021-01-01", "our certificate has expired"),
        (TestCertificates.notYetValid, "is not valid before 2110-01-01", "our certificate"),
        (
            TestCertificates.unknownAuthority, "is from CN=Other Authority",
            "does not know the authority of our certificate"
        ),
        (TestCertificates.forged, "names the trusted authority CN=Test Authority", "our certificate"),
    ]

    @Test("A18: a caller without a good certificate is turned away, and both sides know why", arguments: badCallers)
    func aBadCallerIsTurnedAway(certificate: String?, logged: String, told: String) async throws {
        let log = TestLog()
        try await TestFiles.with { files in
            let acceptor = try files.acceptor(trusting: TestCertificates.authority)
            let requestor = try files.requestor(certificate)
            try await withServer(TestArchive(), security: acceptor, logger: log.logger) { peer, server in
                let failure = await Self.failure { try await Self.echo(peer, requestor) }
                guard case .secureTransport(.refused)? = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
                #expect(failure.map { "\($0)" }?.contains(told) == true, "\(String(describing: failure))")
                let line = try await log.line(with: "association ended")
                #expect(line.contains(logged), "\(line)")
                try await server.waitUntilIdle(within: .seconds(5))
            }
        }
    }

    @Test("A18: TLS to a plain port, and plain to a port for TLS") func whoSpeaksTheOtherLanguageIsToldSo() async throws
    {
        let log = TestLog()
        try await TestFiles.with { files in
            let acceptor = try files.acceptor()
            let requestor = try files.requestor()
            try await withServer(TestArchive(), logger: log.logger) { peer, server in
                let failure = await Self.failure { try await Self.echo(peer, requestor) }
                #expect(failure == .secureTransport(.notSpoken(.requestor)))
                let line = try await log.line(with: "association ended")
                #expect(line.contains("the peer began a TLS handshake, and this port speaks plain DICOM"), "\(line)")
                try await server.waitUntilIdle(within: .seconds(5))
            }
            try await withServer(TestArchive(), security: acceptor, logger: log.logger) { peer, server in
                let failure = await Self.failure { try await Self.echo(peer, nil) }
                #expect(failure == .secureTransport(.wanted))
                _ = try await log.line(with: "the peer does not speak TLS, and this port does")
                try await server.waitUntilIdle(within: .seconds(5))
            }
        }
    }

    @Test func aHandshakeThatNobodyAnswersEndsInTime() async throws {
        try await TestFiles.with { files in
            let requestor = try files.requestor()
            let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: 0).get()
            let peer = Peer(aeTitle: "MUTE", host: "127.0.0.1", port: listener.localAddress?.port ?? 0)
            let (failure, time) = try await timed {
                await Self.failure { try await Self.echo(peer, requestor, timeouts: .short(.handshake)) }
            }
            #expect(failure == .timedOut(.handshake))
            #expect(time.isWithin(.seconds(5)), "\(time)")
            try await listener.close()
        }
    }

    @Test func anAcceptorDoesNotWaitForAHandshakeForEver() async throws {
        var configuration = ServerConfiguration.test()
        configuration.timeouts.associate = .milliseconds(200)
        try await TestFiles.with { files in
            try await withServer(TestArchive(), configuration, security: try files.acceptor()) { peer, server in
                let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connect(host: peer.host, port: peer.port).get()
                let (_, time) = try await timed { try await channel.closeFuture.get() }
                #expect(time.isWithin(.seconds(5)), "\(time)")
                try await server.waitUntilIdle(within: .seconds(5))
            }
        }
    }

    @Test func cancellingAHandshakeEndsIt() async throws {
        try await TestFiles.with { files in
            let requestor = try files.requestor()
            let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: 0).get()
            let peer = Peer(aeTitle: "MUTE", host: "127.0.0.1", port: listener.localAddress?.port ?? 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) { try await Self.echo(peer, requestor) }
                }
                try await Task.sleep(for: .milliseconds(200))
                group.cancelAll()
                let (_, time) = try await timed { try await group.next() }
                #expect(time.isWithin(.seconds(1)), "\(time)")
            }
            try await listener.close()
        }
    }

    @Test("A18: certificates that change are used from the next connection on") func certificatesChangeLive()
        async throws
    {
        let log = TestLog()
        try await TestFiles.with { files in
            let acceptor = try files.acceptor(logger: log.logger)
            let requestor = try files.requestor()
            try await withServer(TestArchive(), security: acceptor) { peer, _ in
                let options = AssociationOptions(security: requestor)
                try await Association.connect(
                    to: peer,
                    from: "GANTRY",
                    proposing: [.verification],
                    options: options
                ) { first in
                    #expect(try await first.echo() == .success)
                    try files.write("acceptor.pem", TestCertificates.expired)
                    let failure = await Self.failure { try await Self.echo(peer, requestor) }
                    guard case .secureTransport(.certificate(.expired, _))? = failure else {
                        Issue.record("\(String(describing: failure))")
                        return
                    }
                    // Half of a renewal, or a bad one, changes nothing.
                    try files.write("acceptor.pem", "-----BEGIN CERT")
                    guard
                        case .secureTransport(.certificate(.expired, _))? = await Self.failure({
                            try await Self.echo(peer, requestor)
                        })
                    else {
                        Issue.record("the earlier certificate did not stay")
                        return
                    }
                    _ = try await log.line(with: "holds no certificate in PEM")
                    try files.write("acceptor.pem", TestCertificates.valid)
                    #expect(try await Self.echo(peer, requestor) == .success)
                    // The association from before is none the worse for it.
                    #expect(try await first.echo() == .success)
                }
            }
        }
        #expect(log.lines.contains { $0.contains("certificates read again") })
    }
}
