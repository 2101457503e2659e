import DIMSE
import Testing

/// On whose behalf an association is asked for (PS3.7 §D.3.3.7).
@Suite(.timeLimit(.minutes(1))) struct UserIdentityTests {
    private static let identity = UserIdentity(
        kind: .usernameAndPasscode,
        isResponseRequested: true,
        primary: Array("user".utf8),
        secondary: Array("passcode".utf8)
    )

    private func echo(_ peer: Peer, _ identity: UserIdentity) async throws -> Status {
        let options = AssociationOptions(userIdentity: identity)
        return try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification], options: options) {
            try await $0.echo()
        }
    }

    @Test func anIdentityThatIsNotConfirmedAsAskedEndsTheAssociation() async throws {
        // Our own acceptor confirms no identity.
        try await withServer(TestArchive()) { peer, server in
            await #expect(throws: AssociationError.userIdentityNotConfirmed) { try await echo(peer, Self.identity) }
            var unasked = Self.identity
            unasked.isResponseRequested = false
            #expect(try await echo(peer, unasked) == .success)
            try await server.waitUntilIdle(within: .seconds(5))
        }
    }

    @Test func aRejectionWithoutAReasonIsTheIdentitysWhereOneWasSent() async throws {
        var configuration = ServerConfiguration.test()
        configuration.rejects = { $0.userInformation.userIdentity == nil ? .noReasonGiven : .noReasonGivenByProvider }
        try await withServer(TestArchive(), configuration) { peer, server in
            await #expect(throws: AssociationError.userIdentityRejected(.noReasonGivenByProvider)) {
                try await echo(peer, Self.identity)
            }
            try await server.waitUntilIdle(within: .seconds(5))
        }
    }

    @Test func noSecretStandsInADescription() {
        #expect(!"\(Self.identity)".contains("112, 97, 115, 115"))
        #expect(!String(reflecting: Self.identity).contains("112, 97, 115, 115"))
        var dumped = ""
        dump(Self.identity, to: &dumped)
        #expect(!dumped.contains("112"))
    }
}
