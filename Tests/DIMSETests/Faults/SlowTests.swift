import DICOM
import NIOCore
import ScriptedPeer
import Testing

@testable import DIMSE

extension Faults {
    /// A11, A12: links that are slow, and links that are gone. What moves goes on; what stands still ends.
    @Suite(.serialized)
    struct Slow {
        /// Short but for the way to the association, which is not what is tested.
        private static var timeouts: AssociationTimeouts {
            var timeouts = AssociationTimeouts.all(limit)
            timeouts.associate = .seconds(10)
            return timeouts
        }

        /// Long beside what a loaded machine adds to a pause.
        private static let limit = Duration.seconds(1)
        /// In all it takes several times the limit, though never so long at a stretch.
        private static let pause = Duration.milliseconds(250)

        @Test(arguments: [Operation.get, .find, .move])
        func aSlowAcceptorIsWaitedFor(operation: Operation) async throws {
            let parts = 14
            let script: [Step] =
                [.accept(), .message] + Self.manyParts(operation, parts) + [
                    .expect(.releaseRequest), .send(.releaseResponse), .hang,
                ]
            let (end, _, left) = try await Faults.request(operation, timeouts: Self.timeouts, script: script)
            #expect(end.error == nil)
            #expect(end.status == .success)
            #expect(end.elapsed > Self.pause * parts && end.elapsed > Self.limit * 3)
            #expect(left.isEmpty)
            print("FAULTS A12 slow \(operation) cases=1 failures=\(end.status == .success ? 0 : 1) took \(end.elapsed)")
        }

        /// What an acceptor of that operation says in many parts with a pause after each.
        private static func manyParts(_ operation: Operation, _ parts: Int) -> [Step] {
            let rest: Step = .stopReading(for: pause)
            switch operation {
            case .find:
                let match: Step = .send {
                    $0.request.response(0xFF00).withDataSet.pdu() + .data(1, control: 2, Operation.identifier)
                }
                return [.repeating(parts, [match, rest]), .respond(0)]
            case .move:
                return (0..<UInt16(parts)).flatMap { number in
                    [.send { $0.request.response(0xFF00).with(0x1021, number).pdu() }, rest]
                } + [.respond(0)]
            default:
                let store = WireCommand.store(TestArchive.ct.rawValue, "1.2.3", id: 7).pdu(on: 3)
                // More than the decoder holds back, so that each is seen.
                let block = Bytes(repeating: 0, count: 9000)
                return [.send(store), .repeating(parts, [.send(.data(3, control: 0, block)), rest])] + [
                    .send(.data(3, control: 2, [])), .command,
                    .send { ($0.transcript.commands.first ?? WireCommand()).response(0).pdu() },
                ]
            }
        }

        /// 256 KiB at a time are given to the kernel; the peer takes a few at a time.
        @Test func aSlowReaderOfAStoreIsWaitedFor() async throws {
            let length = 4 << 20
            let script: [Step] = [
                .accept(maximumLength: 0), .readSlowly(3 << 20, piece: 65536, every: .milliseconds(80)), .message,
                .respond(0),
                .expect(.releaseRequest), .send(.releaseResponse), .hang,
            ]
            let (end, _, left) = try await Faults.request(
                .store,
                timeouts: .all(.seconds(1)),
                receiveBuffer: 16384,
                script: script
            ) {
                try await $0.store(Operation.instance) { data in
                    for _ in 0..<length >> 18 { try await data.write(ByteBuffer(repeating: 0, count: 1 << 18)) }
                }.status
            }
            #expect(end.error == nil)
            #expect(end.elapsed > .seconds(3))
            #expect(left.isEmpty)
            print("FAULTS A12 slow reader cases=1 failures=\(end.error == nil ? 0 : 1) took \(end.elapsed)")
        }

        /// A peer that says that it goes on, though nothing does.
        @Test(arguments: [Operation.get, .find, .move])
        func pendingForEverIsNoProgress(operation: Operation) async throws {
            let pending: Step = .send { $0.request.response(0xFF00).with(0x1020, 5).pdu() }
            let script: [Step] = [
                .accept(), .message, .repeating(160, [pending, .stopReading(for: .milliseconds(50))]), .hang,
            ]
            let (end, _, left) = try await Faults.request(operation, timeouts: Self.timeouts, script: script)
            #expect(end.error == .timedOut(operation.step))
            #expect(end.elapsed < .seconds(6), "\(end.elapsed)")
            #expect(left.isEmpty)
            print(
                "FAULTS A12 pending for ever \(operation) cases=1 failures=\(end.error == .timedOut(operation.step) ? 0 : 1)"
            )
        }

        /// NAT forgets connections; the kernel asks whether the peer is still there.
        @Test func bothRolesAskWhetherThePeerIsThere() async throws {
            try await withConnection { called, calling in
                try await called.executeThenClose { _, _ in
                    try await calling.executeThenClose { _, _ in
                        for channel in [called.channel, calling.channel] {
                            #expect(try await channel.getOption(.socketOption(.so_keepalive)).get() != 0)
                            let idle = try await channel.getOption(.keepAliveIdle).get()
                            let interval = try await channel.getOption(.keepAliveInterval).get()
                            let probes = try await channel.getOption(.keepAliveProbes).get()
                            #expect(idle + interval * probes <= 90, "\(idle), \(interval), \(probes)")
                        }
                    }
                }
            }
        }
    }
}
