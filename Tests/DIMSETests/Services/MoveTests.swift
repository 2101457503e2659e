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

    /// An association has 128 contexts at most; a study of more classes and syntaxes needs several.
    @Test func aMoveOfMoreClassesThanAnAssociationHasContextsIsWhole() async throws {
        let inbox = TestArchive()
        var anything = ServerConfiguration.test("INBOX")
        anything.accepts = { _ in [.explicitVRLittleEndian, .implicitVRLittleEndian] }
        try await withServer(inbox, anything) { destination, _ in
            try await withServer(ManyClasses(count: 300, destination: destination)) { peer, _ in
                try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                    let outcome = try await association.move(TestArchive.studyRootMove, .studyQuery(), to: "INBOX")
                    #expect(outcome.status == .success)
                    #expect(outcome.subOperations == SubOperations(completed: 300, failed: 0, warning: 0))
                }
            }
        }
        #expect(Set(inbox.received.map(\.sopInstanceUID)).count == 300)
    }

    /// An archive of instances each of which has a class of its own, in two transfer syntaxes.
    private struct ManyClasses: ServiceProvider {
        let count: Int
        let destination: Peer

        func instances(_ query: Query) async throws -> [StoredInstance] {
            (0..<count).map {
                StoredInstance(
                    sopClassUID: UID(rawValue: "1.2.840.10008.5.1.4.1.1.\($0)"),
                    sopInstanceUID: UID(rawValue: "1.2.3.\($0)"),
                    transferSyntaxes: [.explicitVRLittleEndian, .implicitVRLittleEndian]
                )
            }
        }

        func write(
            _ instance: StoredInstance,
            as transferSyntax: TransferSyntax,
            into data: inout DataWriter
        ) async throws {
            try await data.write(ByteBuffer(string: "an instance"))
        }

        func destination(_ aeTitle: String, for caller: Caller) async throws -> Peer? { destination }
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
        try await withInterlocutor { line in
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
