import DICOM
import NIOCore
import NIOEmbedded
import ScriptedPeer
import Testing

@testable import DIMSE

extension Faults {
    /// A8: the bytes come one by one, or all at once: the same comes of them.
    @Suite(.serialized)
    struct Slices {
        enum Cut: CaseIterable, Sendable {
            case whole, oneByte, threeBytes, coalesced
        }

        /// What an acceptor says, cut so.
        private static func steps(_ said: [Said], _ cut: Cut) -> [Step] {
            switch cut {
            case .whole: said.flatMap(\.steps)
            case .oneByte: said.flatMap { one in one.after + [.sendSlowly(piece: 1, every: .zero, one.bytes)] }
            case .threeBytes: said.flatMap { one in one.after + [.sendSlowly(piece: 3, every: .zero, one.bytes)] }
            case .coalesced: coalesced(said)
            }
        }

        /// All PDUs between two that wait for something, in one write.
        private static func coalesced(_ said: [Said]) -> [Step] {
            var steps: [Step] = []
            var together: [Said] = []
            func flush() {
                let now = together
                together = []
                if !now.isEmpty { steps.append(.send { wire in now.flatMap { $0.bytes(wire) } }) }
            }
            for one in said {
                if !one.after.isEmpty {
                    flush()
                    steps += one.after
                }
                together.append(one)
            }
            flush()
            return steps
        }

        @Test func howTheAcceptorsBytesAreCutMeansNothing() async throws {
            let cases = Operation.allCases.flatMap { one in Cut.allCases.map { (one, $0) } }
            let failures = await trial("A8 requestor", cases, atOnce: 8) { operation, cut in
                let (end, peers, left) = try await Faults.request(
                    operation,
                    timeouts: .all(.seconds(10)),
                    script: Self.steps(operation.answers, cut) + [.hang]
                )
                var verdict = Verdict()
                verdict.expect(end.error == nil && end.status == .success, "\(end)")
                verdict.expect(peers.first?.abort == nil, "aborted")
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }

        @Test func howTheRequestorsBytesAreCutMeansNothing() async throws {
            let cases = Operation.allCases.flatMap { one in Cut.allCases.map { (one, $0) } }
            let failures = try await Faults.serve(timeouts: .all(.seconds(10))) { peer, _ in
                await trial("A8 acceptor", cases, atOnce: 8) { operation, cut in
                    let script = Self.steps(operation.requests, cut) + [.expect(.releaseResponse)]
                    let transcript = try await ScriptedPeer.call(peer.port, script)
                    var verdict = Verdict()
                    verdict.expect(transcript.failure == nil, "\(String(describing: transcript.failure))")
                    verdict.expect(transcript.received.last == WireKind.releaseResponse.rawValue, "\(transcript)")
                    return verdict
                }
            }
            expectNone(failures)
        }

        /// Instances sent in slices of any size arrive as they were sent, as do a thousand matches in one segment.
        @Test func whatArrivesIsByteForByteWhatWasSent() async throws {
            var random = Seeded(Trial.seed)
            print("FAULTS A8 seed=\(Trial.seed)")
            let content = Bytes((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) })
            let rq = Bytes.associateRequest([WireContext(1, TestArchive.ct.rawValue)])
            let sent =
                WireCommand.store(TestArchive.ct.rawValue, "1.2.3").pdu()
                + Bytes.dataSet(1, content, size: 1000).flatMap { $0 }
            let archive = TestArchive()
            let sizes = [1, 3, 7, 64, 1000, 1460, 8191, 8192, 8193, sent.count]
            let failures = try await Faults.serve(timeouts: .all(.seconds(20)), provider: archive) { peer, _ in
                await trial("A8 slices", sizes, atOnce: 4) { size in
                    let transcript = try await ScriptedPeer.call(
                        peer.port,
                        [
                            .send(rq), .expect(.associateAccept), .sendSlowly(piece: size, every: .zero) { _ in sent },
                            .message, .send(.releaseRequest), .expect(.releaseResponse),
                        ]
                    )
                    return Verdict(transcript.commands.last?[0x0900] == 0 ? [] : ["\(transcript)"])
                }
            }
            expectNone(failures)
            #expect(archive.received.count == sizes.count)
            #expect(archive.received.allSatisfy { Bytes($0.bytes.readableBytesView) == content })
        }

        @Test func aThousandMatchesInOneSegmentAreAThousand() async throws {
            let match = Operation.identifier
            let script: [Step] = [
                .accept(), .message,
                .send { wire in
                    let pending = wire.request.response(0xFF00).withDataSet.pdu() + .data(1, control: 2, match)
                    return (0..<1000).flatMap { _ in pending } + wire.request.response(0).pdu()
                }, .expect(.releaseRequest), .send(.releaseResponse), .hang,
            ]
            let (end, _, left) = try await Faults.request(.find, timeouts: .all(.seconds(10)), script: script) {
                var count = 0
                let outcome = try await $0.find(TestArchive.studyRootFind, DataSet()) { _ in
                    count += 1
                    return .more
                }
                #expect(count == 1000)
                return outcome.status
            }
            #expect(end.status == .success)
            #expect(left.isEmpty)
            print("FAULTS A8 coalesced cases=1 failures=\(end.status == .success ? 0 : 1)")
        }

        /// The price of a byte that comes alone: it does not grow with what came before.
        @Test func aTrickleCostsTheSameForEachByte() throws {
            let length = 1 << 20
            func time(_ count: Int, by size: Int) throws -> Duration {
                let channel = EmbeddedChannel(handler: UpperLayerHandler(role: .acceptor))
                try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 104)).wait()
                try channel.writeInbound(ByteBuffer(bytes: Bytes.associateRequest([WireContext(1, "1.2")])))
                let accept = AssociateAccept(
                    calledAETitle: "A",
                    callingAETitle: "B",
                    presentationContexts: [],
                    userInformation: UserInformation(maximumLength: 0, implementationClassUID: "1.2")
                )
                try channel.writeOutbound(Primitive.associateAccept(accept))
                let bytes = ByteBuffer(bytes: Bytes.data(1, control: 2, Bytes(repeating: 5, count: count)))
                return try ContinuousClock().measure {
                    var rest = bytes
                    while let slice = rest.readSlice(length: min(size, rest.readableBytes)), slice.readableBytes > 0 {
                        try channel.writeInbound(slice)
                        while try channel.readInbound(as: Primitive.self) != nil {}
                    }
                }
            }
            let whole = try time(length, by: length)
            let half = try time(length / 2, by: 1)
            let full = try time(length, by: 1)
            let perByte = full.seconds / Double(length) * 1e9
            print(
                "FAULTS A8 trickle: 1 MiB whole \(whole), by single bytes \(full) (\(perByte.rounded()) ns a byte), "
                    + "half of it \(half)"
            )
            #expect(full < half * 4, "the price of a byte grows")
        }
    }
}
