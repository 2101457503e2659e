import DICOM
import DIMSE
import ScriptedPeer
import Testing

extension Faults {
    /// A6: lengths that lie, and bytes of other protocols.
    @Suite(.serialized)
    struct Lies {
        /// What cannot begin an association, and whether that shows at once (else when ARTIM expires).
        private static let openings: [(String, Bytes, isAtOnce: Bool)] = {
            let rq = Bytes.associateRequest([WireContext(1, "1.2.840.10008.1.1")])
            let body = Bytes(rq.dropFirst(6))
            func claiming(_ length: UInt32) -> Bytes { .pdu(.associateRequest, body, length: length) }
            func with(item: Bytes) -> Bytes { .pdu(.associateRequest, body + item) }
            var openings: [(String, Bytes, Bool)] = [
                ("RQ of length 0", claiming(0), true),
                ("RQ too short by one", claiming(UInt32(body.count - 1)), true),
                ("RQ too long by one", claiming(UInt32(body.count + 1)), false),
                ("RQ of 2^31", claiming(1 << 31), true),
                ("RQ of 2^32-1", claiming(.max), true),
                ("an item longer than the PDU", with(item: .item(0x20, [1, 0, 0, 0], length: 60000)), true),
                ("an item of length 0", with(item: .item(0x20, [])), true),
                (
                    "a sub-item longer than its item",
                    with(item: .item(0x20, [3, 0, 0, 0] + .item(0x30, [49], length: 9))), true
                ),
                ("129 contexts", .associateRequest((0..<129).map { _ in WireContext(1, "1.2") }), true),
                ("an even context id", .associateRequest([WireContext(2, "1.2")]), true),
                ("HTTP", Bytes("GET / HTTP/1.1\r\nHost: pacs\r\n\r\n".utf8), true),
                ("TLS", [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3] + Bytes(repeating: 7, count: 300), true),
                ("SSH", Bytes("SSH-2.0-OpenSSH_9.6\r\n".utf8), true),
                ("zeros", Bytes(repeating: 0, count: 4096), true),
            ]
            for kind in WireKind.allCases where kind != .associateRequest && kind != .associateAccept {
                for length: UInt32 in [0, 3, 5, 1 << 31, .max] {
                    openings.append(("\(kind) of \(length)", .pdu(kind, [0, 0, 0, 0], length: length), true))
                }
            }
            return openings
        }()

        @Test func whatIsNoRequestClosesTheConnectionAtOnce() async throws {
            var random = Seeded(Trial.seed)
            let noise = (0..<Trial.count(20, full: 1000)).map { number in
                var bytes = (0..<(1 << 20)).map { _ in UInt8.random(in: 0...255, using: &random) }
                // No PDU begins with it, so that the end is due at once.
                bytes[0] |= 0x80
                return ("noise \(number)", bytes, isAtOnce: true)
            }
            print("FAULTS A6 seed=\(Trial.seed)")
            let failures = try await Faults.serve { peer, _ in
                await trial("A6 acceptor, openings", Self.openings + noise, atOnce: 8, goal: .milliseconds(100)) {
                    name,
                    bytes,
                    isAtOnce in
                    let lie: [Step] = [.mark, .send(bytes), .hang]
                    let transcript = try await ScriptedPeer.call(peer.port, lie)
                    var verdict = Verdict(lateness: transcript.reaction.map { isAtOnce ? $0 : $0 - Faults.limit })
                    verdict.expect(transcript.ending != nil && transcript.ending != .own, "\(name): still open")
                    return verdict
                }
            }
            expectNone(failures)
        }

        /// What cannot come in an association.
        private static let pieces: [(String, Bytes)] = {
            let command = WireCommand.echo().bytes
            func pdv(_ length: UInt32) -> Bytes { .pdu(.data, .value(1, control: 3, command, length: length)) }
            return [
                ("PDV length 0", pdv(0)), ("PDV length 1", pdv(1)),
                ("PDV beyond the PDU", pdv(UInt32(command.count) + 3)),
                ("PDV of 2^31", pdv(1 << 31)), ("PDV of 2^32-1", pdv(.max)),
                ("P-DATA-TF of length 0", .pdu(.data, [])),
                ("P-DATA-TF beyond what was negotiated", .pdu(.data, [], length: 1 << 30)),
                ("P-DATA-TF of 2^32-1", .pdu(.data, [], length: .max)),
                ("an unknown PDU", [9, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
                ("a data set without a command set", .data(1, control: 2, command)),
                ("a command set on a context that is none", .data(77, control: 3, command)),
                ("a command set that is none", .data(1, control: 3, Bytes(repeating: 0xFF, count: 64))),
                ("a command set interrupted", .data(1, control: 1, command) + .data(3, control: 1, command)),
                ("an empty command set", .data(1, control: 3, [])),
            ]
        }()

        @Test func whatCannotComeInAnAssociationEndsItAtOnce() async throws {
            let rq = Bytes.associateRequest([WireContext(1, "1.2.840.10008.1.1")])
            let failures = try await Faults.serve(timeouts: .all(.seconds(5))) { peer, _ in
                await trial("A6 acceptor, P-DATA", Self.pieces, goal: .milliseconds(100)) { name, bytes in
                    let script: [Step] = [.send(rq), .expect(.associateAccept), .mark, .send(bytes), .hang]
                    let transcript = try await ScriptedPeer.call(peer.port, script)
                    var verdict = Verdict(lateness: transcript.reaction)
                    verdict.expect(transcript.abort != nil, "\(name): no A-ABORT")
                    verdict.expect(transcript.ending != nil && transcript.ending != .own, "\(name): still open")
                    return verdict
                }
            }
            expectNone(failures)
        }

        @Test func anAcceptorThatLiesIsLeftAtOnce() async throws {
            let lies = (Self.openings.filter(\.isAtOnce).map { ($0.0, $0.1) } + Self.pieces).map { name, bytes in
                (name, [Step.expect(.associateRequest), .mark, .send(bytes), .hang])
            }
            let later = Self.pieces.map { name, bytes in
                ("\(name), accepted", [Step.accept(), .message, .mark, .send(bytes), .hang])
            }
            let failures = await trial("A6 requestor", lies + later, goal: .milliseconds(100)) { name, script in
                let (end, peers, left) = try await Faults.request(.echo, timeouts: .all(.seconds(5)), script: script)
                var verdict = Verdict(lateness: end.endedAt - (peers.first?.markedAt ?? .now))
                switch end.error {
                case .protocolViolation?, .invalidMessage?, .unexpectedMessage?: break
                case .secureTransport(.wanted)? where name == "TLS": break
                default: verdict.faults.append("\(name): \(String(describing: end.error))")
                }
                verdict.expect(peers.first?.abort != nil, "\(name): no A-ABORT")
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }

        /// A message that never ends is refused at a limit, or ends with its time: nothing grows for ever.
        @Test func whatNeverEndsIsRefused() async throws {
            let block = Bytes(repeating: 0, count: 16000)
            let endless: [(String, Bytes, Bytes)] = [
                ("a command set", [], .data(1, control: 1, block)),
                (
                    "an identifier", WireCommand.query(0x20, TestArchive.studyRootFind.rawValue).pdu(),
                    .data(1, control: 0, block)
                ),
                ("nothing, of a command set", [], .data(1, control: 1, [])),
                (
                    "nothing, of a data set", WireCommand.query(0x20, TestArchive.studyRootFind.rawValue).pdu(),
                    .data(1, control: 0, [])
                ),
                (
                    "nothing, of an instance", WireCommand.store(TestArchive.ct.rawValue, "1.2.3").pdu(on: 3),
                    .data(3, control: 0, [])
                ),
            ]
            let rq = Bytes.associateRequest([
                WireContext(1, TestArchive.studyRootFind.rawValue), WireContext(3, TestArchive.ct.rawValue),
            ])
            let failures = try await Faults.serve { peer, _ in
                await trial("A6 acceptor, endless", endless) { name, head, piece in
                    let isNothing = piece.count < 20
                    let pause: [Step] = isNothing ? [.stopReading(for: .milliseconds(20))] : []
                    let flood = Step.repeating(5000, [.send(piece)] + pause)
                    let script: [Step] = [.send(rq), .expect(.associateAccept), .send(head), .mark, flood, .hang]
                    let start = ContinuousClock.now
                    let transcript = try await ScriptedPeer.call(peer.port, script)
                    var verdict = Verdict(lateness: ContinuousClock.now - start - Faults.limit)
                    verdict.expect(transcript.ending != nil && transcript.ending != .own, "\(name): never ended")
                    return verdict
                }
            }
            expectNone(failures)
        }
    }
}
