import DICOM
import DIMSE
import NIOCore
import Testing

/// C-GET between requestor and acceptor of this project, over loopback.
struct GetTests {
    @Test func aGetDeliversEveryByteOfEveryInstance() async throws {
        let lengths = [0, 1, 2, 1000, 262_144, 262_145, 3_000_000]
        try await withServer(TestArchive(lengths: lengths)) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                var instances: [ByteBuffer] = []
                let outcome = try await association.get(TestArchive.studyRootGet, .studyQuery()) { arrival in
                    var bytes = ByteBuffer()
                    while let piece = try await arrival.next() { bytes.writeImmutableBuffer(piece) }
                    instances.append(bytes)
                    return .success
                }
                #expect(outcome.status == .success)
                #expect(outcome.subOperations.completed == 7)
                let expected = lengths.indices.map { TestArchive.content(of: $0, length: lengths[$0]) }
                #expect(instances == expected, "as sent: \(instances.map(\.readableBytes))")
            }
        }
    }

    @Test func anInstanceThatIsNotWantedIsSkippedAndItsStatusSent() async throws {
        try await withServer(TestArchive(lengths: [1_500_000, 10, 10])) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let outcome = try await association.get(TestArchive.studyRootGet, .studyQuery()) { arrival in
                    arrival.sopInstanceUID == "1.2.3.0" ? .notAuthorized : .elementsDiscarded
                }
                #expect(outcome.status == .subOperationsCompleteWithFailures)
                #expect(outcome.subOperations == SubOperations(completed: 0, failed: 1, warning: 2))
                #expect(outcome.failedSOPInstanceUIDs == ["1.2.3.0"])
            }
        }
    }

    @Test func anInstanceThatCannotBeReadFailsAloneAndTheRestComes() async throws {
        try await withServer(TestArchive(lengths: [10, -1, 10])) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let outcome = try await association.get(TestArchive.studyRootGet, .studyQuery()) { _ in .success }
                #expect(outcome.subOperations == SubOperations(completed: 2, failed: 1, warning: 0))
                #expect(outcome.failedSOPInstanceUIDs == ["1.2.3.1"])
            }
        }
    }

    @Test func aCancelledGetEndsAfterTheInstanceInFlight() async throws {
        try await withServer(TestArchive(lengths: Array(repeating: 10_000, count: 500))) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                var count = 0
                let outcome = try await association.get(TestArchive.studyRootGet, .studyQuery()) { arrival in
                    count += 1
                    if count == 3 { association.requestCancel() }
                    return .success
                }
                #expect(outcome.status == .cancelled)
                #expect(outcome.wasCancelled)
                #expect(count < 10)
                #expect(Int(outcome.subOperations.remaining ?? 0) == 500 - count)
                let status = try await association.echo()
                #expect(status == .success)
            }
        }
    }

    @Test func withoutTheRoleNothingIsDelivered() async throws {
        let contexts = [
            ProposedContext(TestArchive.studyRootGet, [.implicitVRLittleEndian]),
            ProposedContext(TestArchive.ct, [.explicitVRLittleEndian]),
        ]
        try await withServer(TestArchive(lengths: [10, 10])) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: contexts) { association in
                let outcome = try await association.get(TestArchive.studyRootGet, .studyQuery()) { _ in .success }
                #expect(outcome.status == .cannotPerformSubOperations)
                #expect(outcome.subOperations.failed == 2)
            }
        }
    }

    @Test func aClosureThatThrowsAbortsTheGet() async throws {
        struct Full: Error {}
        try await withServer(TestArchive(lengths: Array(repeating: 1_000_000, count: 50))) { peer, server in
            await #expect(throws: Full.self) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                    do {
                        _ = try await association.get(TestArchive.studyRootGet, .studyQuery()) { arrival in
                            _ = try await arrival.next()
                            throw Full()
                        }
                    } catch is Full {
                        // Nothing can be done on it any more, even by who catches the error.
                        _ = try await association.echo()
                    }
                }
            }
            try await server.waitUntilIdle(within: .milliseconds(250))
        }
    }

    @Test func aCancelledTaskIsNoticedByTheArchiveAtOnce() async throws {
        try await withServer(TestArchive(lengths: Array(repeating: 5_000_000, count: 1000))) { peer, server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                        _ = try await association.get(TestArchive.studyRootGet, .studyQuery()) { arrival in
                            while try await arrival.next() != nil {}
                            return .success
                        }
                    }
                }
                while server.associationCount == 0 { try await Task.sleep(for: .milliseconds(1)) }
                try await Task.sleep(for: .milliseconds(100))
                group.cancelAll()
                try await server.waitUntilIdle(within: .milliseconds(100))
            }
        }
    }
}
