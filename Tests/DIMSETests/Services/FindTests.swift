import DICOM
import DIMSE
import NIOCore
import Testing

/// C-ECHO and C-FIND between requestor and acceptor of this project, over loopback.
struct FindTests {
    @Test func anEchoIsAnswered() async throws {
        try await withServer(TestArchive()) { peer, _ in
            let status = try await Association.connect(to: peer, from: "GANTRY", proposing: [.verification]) {
                try await $0.echo()
            }
            #expect(status == .success)
        }
    }

    @Test func manyMatchesComeInOrder() async throws {
        try await withServer(TestArchive(matches: 2000)) { peer, _ in
            let (uids, outcome) = try await Association.connect(to: peer, from: "GANTRY", proposing: .all) {
                association in
                var uids: [UID?] = []
                let outcome = try await association.find(TestArchive.studyRootFind, .studyQuery()) { match in
                    uids.append(match.uid(.studyInstanceUID))
                    return .more
                }
                return (uids, outcome)
            }
            #expect(uids == (0..<2000).map { UID(rawValue: "1.2.\($0)") })
            #expect(outcome.status == .success)
            #expect(!outcome.wasCancelled)
        }
    }

    @Test func leavingEarlyIsACancel() async throws {
        let archive = TestArchive(matches: 1_000_000)
        try await withServer(archive) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                var count = 0
                let outcome = try await association.find(TestArchive.studyRootFind, .studyQuery()) { _ in
                    count += 1
                    return count == 10 ? .enough : .more
                }
                #expect(count == 10)
                #expect(outcome.status == .cancelled)
                #expect(outcome.wasCancelled)
                #expect(archive.yielded < 100_000)
                // The association is as good as before.
                let status = try await association.echo()
                #expect(status == .success)
            }
        }
    }

    @Test func aProvidersRefusalReachesTheCaller() async throws {
        try await withServer(TestArchive()) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let outcome = try await association.find(TestArchive.studyRootFind, .studyQuery("FAIL")) { _ in .more }
                #expect(outcome.status == .unableToProcess)
                #expect(outcome.comment == "as asked")
            }
        }
    }

    @Test func aCallerThatGoesEndsTheQuery() async throws {
        struct Bored: Error {}
        let archive = TestArchive(matches: 10_000_000)
        try await withServer(archive) { peer, server in
            await #expect(throws: Bored.self) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                    _ = try await association.find(TestArchive.studyRootFind, .studyQuery()) { _ in throw Bored() }
                }
            }
            try await server.waitUntilIdle(within: .milliseconds(250))
        }
    }
}
