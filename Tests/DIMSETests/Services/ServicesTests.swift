import DICOM
import DIMSE
import NIOCore
import Testing

/// Requestor and acceptor of this project talking over loopback.
struct ServicesTests {
    private func identifier(_ patientID: String = "") -> DataSet {
        var identifier = DataSet()
        identifier.set(.queryRetrieveLevel, .CS, "STUDY")
        identifier.set(.patientID, .LO, patientID)
        return identifier
    }

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
                let outcome = try await association.find(TestArchive.studyRootFind, identifier()) { match in
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
                let outcome = try await association.find(TestArchive.studyRootFind, identifier()) { _ in
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
                let outcome = try await association.find(TestArchive.studyRootFind, identifier("FAIL")) { _ in .more }
                #expect(outcome.status == .unableToProcess)
                #expect(outcome.comment == "as asked")
            }
        }
    }

    @Test func aGetDeliversEveryByteOfEveryInstance() async throws {
        let lengths = [0, 1, 2, 1000, 262_144, 262_145, 3_000_000]
        try await withServer(TestArchive(lengths: lengths)) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                var instances: [ByteBuffer] = []
                let outcome = try await association.get(TestArchive.studyRootGet, identifier()) { arrival in
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
                let outcome = try await association.get(TestArchive.studyRootGet, identifier()) { arrival in
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
                let outcome = try await association.get(TestArchive.studyRootGet, identifier()) { _ in .success }
                #expect(outcome.subOperations == SubOperations(completed: 2, failed: 1, warning: 0))
                #expect(outcome.failedSOPInstanceUIDs == ["1.2.3.1"])
            }
        }
    }

    @Test func aCancelledGetEndsAfterTheInstanceInFlight() async throws {
        try await withServer(TestArchive(lengths: Array(repeating: 10_000, count: 500))) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                var count = 0
                let outcome = try await association.get(TestArchive.studyRootGet, identifier()) { arrival in
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
                let outcome = try await association.get(TestArchive.studyRootGet, identifier()) { _ in .success }
                #expect(outcome.status == .cannotPerformSubOperations)
                #expect(outcome.subOperations.failed == 2)
            }
        }
    }

    @Test func aStoreArrivesWholeHoweverItIsWritten() async throws {
        let archive = TestArchive()
        try await withServer(archive) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                for (number, step) in [1, 7, 100_000, 262_144, 5_000_000].enumerated() {
                    let request = StoreRequest(
                        sopClassUID: TestArchive.ct,
                        sopInstanceUID: UID(rawValue: "1.2.3.\(number)"),
                        transferSyntax: .explicitVRLittleEndian
                    )
                    let bytes = TestArchive.content(of: number, length: step < 100 ? 5000 : 2_000_001)
                    var rest = bytes
                    let outcome = try await association.store(request) { data in
                        while rest.readableBytes > 0 {
                            guard let piece = rest.readSlice(length: min(step, rest.readableBytes)) else { return }
                            try await data.write(piece)
                        }
                    }
                    #expect(outcome.status == .success)
                    let isWhole = archive.received.last?.bytes == bytes
                    #expect(isWhole)
                }
            }
        }
    }

    @Test func aSlowStoreHoldsItsSenderBack() async throws {
        let total = 96 << 20
        // What sockets and a few pieces hold.
        let buffered = 40 << 20
        let archive = TestArchive(delay: .milliseconds(5))
        try await withServer(archive) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let request = StoreRequest(
                    sopClassUID: TestArchive.ct,
                    sopInstanceUID: "1.2.3",
                    transferSyntax: .explicitVRLittleEndian
                )
                let piece = ByteBuffer(repeating: 7, count: 1 << 20)
                let outcome = try await association.store(request) { data in
                    for _ in 0..<(total >> 20) { try await data.write(piece) }
                    #expect(archive.taken > total - buffered)
                }
                #expect(outcome.status == .success)
                #expect(archive.taken == total)
            }
        }
    }

    @Test func aStoreThatFailsMidwayLeavesNothingBehind() async throws {
        struct Unreadable: Error {}
        let archive = TestArchive()
        try await withServer(archive) { peer, server in
            await #expect(throws: Unreadable.self) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                    let request = StoreRequest(
                        sopClassUID: TestArchive.ct,
                        sopInstanceUID: "1.2.3",
                        transferSyntax: .explicitVRLittleEndian
                    )
                    _ = try await association.store(request) { data in
                        try await data.write(ByteBuffer(repeating: 7, count: 1 << 20))
                        throw Unreadable()
                    }
                }
            }
            #expect(archive.received.isEmpty)
        }
    }

    @Test func aStoreNeedsItsExactContext() async throws {
        try await withServer(TestArchive()) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let request = StoreRequest(
                    sopClassUID: TestArchive.ct,
                    sopInstanceUID: "1.2.3",
                    transferSyntax: .jpegBaseline8Bit
                )
                await #expect(throws: AssociationError.noContext(TestArchive.ct, .jpegBaseline8Bit)) {
                    try await association.store(request) { _ in }
                }
                let status = try await association.echo()
                #expect(status == .success)
            }
        }
    }

    @Test func aMoveDeliversToItsDestinationAndNamesItsOrigin() async throws {
        let inbox = TestArchive()
        try await withServer(inbox, .test("INBOX")) { destination, _ in
            let archive = TestArchive(
                lengths: [100_000, 5, -1, 300_000],
                destinations: ["INBOX": destination]
            )
            try await withServer(archive) { peer, _ in
                try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                    let id = MessageID.next()
                    var pending: [UInt16?] = []
                    let outcome = try await association.move(
                        TestArchive.studyRootMove,
                        identifier(),
                        to: "INBOX",
                        messageID: id
                    ) { pending.append($0.remaining) }
                    #expect(outcome.status == .subOperationsCompleteWithFailures)
                    #expect(outcome.subOperations == SubOperations(completed: 3, failed: 1, warning: 0))
                    #expect(outcome.failedSOPInstanceUIDs == ["1.2.3.2"])
                    #expect(pending == [3, 2, 1])
                    let origin = MoveOriginator(aeTitle: "GANTRY", messageID: id)
                    #expect(inbox.received.map(\.moveOriginator) == [origin, origin, origin])
                    #expect(inbox.received.map(\.bytes.readableBytes) == [100_000, 5, 300_000])
                }
            }
        }
    }

    @Test func aMoveToNobodyIsRefused() async throws {
        let nobody = Peer(aeTitle: "GONE", host: "127.0.0.1", port: 1)
        let archive = TestArchive(lengths: [10, 10], destinations: ["GONE": nobody])
        try await withServer(archive) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let unknown = try await association.move(TestArchive.studyRootMove, identifier(), to: "WHO")
                #expect(unknown.status == .moveDestinationUnknown)
                let gone = try await association.move(TestArchive.studyRootMove, identifier(), to: "GONE")
                #expect(gone.status == .cannotPerformSubOperations)
                #expect(gone.subOperations.failed == 2)
            }
        }
    }
}
