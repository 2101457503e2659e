import DICOM
import DIMSE
import NIOCore
import NIOPosix
import Testing

/// C-MOVE between three associations of this project, over loopback.
struct MoveTests {
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
                        .studyQuery(),
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
                let unknown = try await association.move(TestArchive.studyRootMove, .studyQuery(), to: "WHO")
                #expect(unknown.status == .moveDestinationUnknown)
                let gone = try await association.move(TestArchive.studyRootMove, .studyQuery(), to: "GONE")
                #expect(gone.status == .cannotPerformSubOperations)
                #expect(gone.subOperations.failed == 2)
            }
        }
    }

    @Test func signsOfLifeFromElsewhereKeepAMoveWaiting() async throws {
        try await withScriptedPeer { line in
            try await line.accept()
            guard let request = try await line.command() else { return nil }
            try await Task.sleep(for: .milliseconds(600))
            try await line.send(request.response(.success))
            _ = try await line.next()
            try await line.send(.releaseResponse)
            return nil
        } _: { peer, _ in
            let context = ProposedContext(TestArchive.studyRootMove, [.implicitVRLittleEndian])
            let options = AssociationOptions(timeouts: .short(.progress))
            try await Association.connect(to: peer, from: "GANTRY", proposing: [context], options: options) {
                association in
                let progress = association.progress
                // Not a task, which might be late: the machine that tests has other things to do.
                let restarts = MultiThreadedEventLoopGroup.singleton.any().scheduleRepeatedTask(
                    initialDelay: .zero,
                    delay: .milliseconds(20)
                ) { _ in progress.restart() }
                defer { restarts.cancel() }
                let outcome = try await association.move(TestArchive.studyRootMove, .studyQuery(), to: "INBOX")
                #expect(outcome.status == .success)
            }
        }
    }
}
