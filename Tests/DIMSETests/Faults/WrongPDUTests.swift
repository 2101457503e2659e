import DICOM
import DIMSE
import ScriptedPeer
import Testing

extension Faults {
    /// A5, over sockets: each PDU in each state that a peer can send it in; what the A-ABORT says of it.
    @Suite(.serialized)
    struct WrongPDU {
        private static let contexts = [WireContext(1, "1.2.840.10008.1.1")]
        private static let pdus: [(WireKind?, Bytes)] = [
            (.associateRequest, .associateRequest(contexts)), (.associateAccept, .associateAccept([WireAnswer(1)])),
            (.associateReject, .associateReject(1, 1, 1)), (.data, .data(1, control: 1, [0, 0])),
            (.releaseRequest, .releaseRequest), (.releaseResponse, .releaseResponse), (.abort, .abort()),
            (nil, [0x0B, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
        ]

        struct Case: Sendable, CustomStringConvertible {
            var state: String
            var kind: WireKind?
            var bytes: Bytes
            var way: [Step]
            /// Source and reason of the A-ABORT that is due; nil where none is.
            var abort: Bytes?
            /// When the connection ends only with ARTIM.
            var isPatient = false
            var description: String { "\(kind.map { "\($0)" } ?? "unknown PDU") in \(state)" }
        }

        /// AA-8: by the provider; 1 for an unknown PDU, 2 for one that does not fit.
        private static func violation(_ kind: WireKind?) -> Bytes { [2, kind == nil ? 1 : 2] }

        @Test func theAcceptorAnswersAsTheTableSays() async throws {
            let associated: [Step] = [.send(.associateRequest(Self.contexts)), .expect(.associateAccept)]
            let released = associated + [.send(.releaseRequest), .expect(.releaseResponse)]
            var cases: [Case] = []
            for (kind, bytes) in Self.pdus {
                if kind != .associateRequest {
                    // AA-1 says that the user aborts, whatever came; AA-2 says nothing.
                    let abort: Bytes? = kind == .abort ? nil : [0, 0]
                    cases.append(Case(state: "Sta2", kind: kind, bytes: bytes, way: [], abort: abort))
                }
                if kind != .data, kind != .releaseRequest {
                    let abort: Bytes? = kind == .abort ? nil : Self.violation(kind)
                    cases.append(Case(state: "Sta6", kind: kind, bytes: bytes, way: associated, abort: abort))
                }
                let ending: Bytes? = kind == .associateRequest ? [2, 2] : kind == nil ? [2, 1] : nil
                cases.append(
                    Case(
                        state: "Sta13",
                        kind: kind,
                        bytes: bytes,
                        way: released,
                        abort: ending,
                        isPatient: kind != nil && kind != .abort
                    )
                )
            }
            let failures = try await Faults.serve { [cases] peer, _ in
                await trial("A5 acceptor, sockets", cases) { one in
                    let transcript = try await ScriptedPeer.call(peer.port, one.way + [.mark, .send(one.bytes), .hang])
                    var verdict = Verdict()
                    verdict.expect(transcript.abort == one.abort, "A-ABORT \(String(describing: transcript.abort))")
                    verdict.expect(transcript.ending != nil && transcript.ending != .own, "still open")
                    if one.abort == nil, let reaction = transcript.reaction {
                        verdict.lateness = one.isPatient ? reaction - Faults.limit : reaction
                    }
                    return verdict
                }
            }
            expectNone(failures)
        }

        @Test func theRequestorAnswersAsTheTableSays() async throws {
            let established: [Step] = [.accept(), .message]
            let releasing = established + [.respond(0), .expect(.releaseRequest)]
            var cases: [Case] = []
            for (kind, bytes) in Self.pdus {
                if kind != .associateAccept, kind != .associateReject {
                    let abort: Bytes? = kind == .abort ? nil : Self.violation(kind)
                    cases.append(
                        Case(state: "Sta5", kind: kind, bytes: bytes, way: [.expect(.associateRequest)], abort: abort)
                    )
                }
                if kind != .data, kind != .releaseRequest {
                    let abort: Bytes? = kind == .abort ? nil : Self.violation(kind)
                    cases.append(Case(state: "Sta6", kind: kind, bytes: bytes, way: established, abort: abort))
                    if kind != .releaseResponse {
                        cases.append(Case(state: "Sta7", kind: kind, bytes: bytes, way: releasing, abort: abort))
                    }
                }
            }
            let failures = await trial("A5 requestor, sockets", cases) { one in
                let script = one.way + [.mark, .send(one.bytes), .hang]
                let (end, peers, left) = try await Faults.request(.echo, timeouts: .all(.seconds(5)), script: script)
                var verdict = Verdict(lateness: end.endedAt - (peers.first?.markedAt ?? .now))
                verdict.expect(peers.first?.abort == one.abort, "A-ABORT \(String(describing: peers.first?.abort))")
                verdict.expect((end.error == nil) == (one.state == "Sta7"), "\(String(describing: end.error))")
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }
    }
}
