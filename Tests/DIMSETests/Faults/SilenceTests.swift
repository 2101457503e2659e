import DICOM
import DIMSE
import ScriptedPeer
import Testing

extension Faults {
    /// A2: the peer hangs, in each state and after so many bytes of every PDU.
    @Suite(.serialized)
    struct Silence {
        /// After 0 to 73 bytes of each PDU (all of the fixed parts, PDV headers among them), and before its last byte.
        private static func places(_ exchange: (Operation) -> [Said]) -> [Place] {
            Operation.allCases.flatMap { operation in
                operation.lengths(exchange(operation)).enumerated().flatMap { index, length in
                    (Array(0..<min(74, length)) + (length > 74 ? [length - 1] : [])).map {
                        Place(operation: operation, index: index, count: $0)
                    }
                }
            }
        }

        @Test func anAcceptorThatFallsSilentIsGivenUpInTime() async throws {
            let places = Self.places(\.answers)
            let failures = await trial("A2 requestor", places, atOnce: 48) { place in
                let script = place.steps(of: place.operation.answers) + [.hang]
                let (end, peers, left) = try await Faults.request(place.operation, script: script)
                var verdict = Verdict(lateness: end.elapsed - Faults.limit)
                let expected = place.operation.answers[place.index].step.map { AssociationError.timedOut($0) }
                verdict.expect(end.error == expected, "\(String(describing: end.error))")
                verdict.expect(end.elapsed >= Faults.limit, "after \(end.elapsed)")
                verdict.expect(peers.first?.abort == [0, 0], "the peer heard \(String(describing: peers.first))")
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }

        @Test func aRequestorThatFallsSilentIsGivenUpInTime() async throws {
            let places = Self.places(\.requests)
            let failures = try await Faults.serve { peer, _ in
                await trial("A2 acceptor", places, atOnce: 48) { place in
                    let exchange = place.operation.requests
                    let script = place.steps(of: exchange) + [.mark, .hang]
                    let peer = try await ScriptedPeer.call(peer.port, script)
                    var verdict = Verdict(lateness: peer.reaction.map { $0 - Faults.limit })
                    verdict.expect(peer.failure == nil, "\(String(describing: peer.failure))")
                    verdict.expect(peer.ending == .finished, "ended \(String(describing: peer.ending))")
                    // Before there is an association, the connection is closed without a word (AA-2).
                    let isAssociated = place.index > 0
                    verdict.expect((peer.abort == [0, 0]) == isAssociated, "A-ABORT \(String(describing: peer.abort))")
                    return verdict
                }
            }
            expectNone(failures)
        }

        /// The states in which a peer can leave us, by what it does to leave us there.
        @Test func everyStateThatAPeerCanHoldEnds() async throws {
            let silences: [(String, Operation, [Step], AssociationError?)] = [
                ("Sta5", .echo, [.expect(.associateRequest), .hang], .timedOut(.associate)),
                ("Sta6", .echo, [.accept(), .message, .hang], .timedOut(.response)),
                ("Sta7", .echo, [.accept(), .message, .respond(0), .expect(.releaseRequest), .hang], nil),
                (
                    "Sta11", .echo,
                    [
                        .accept(), .message, .respond(0), .expect(.releaseRequest), .send(.releaseRequest),
                        .expect(.releaseResponse), .hang,
                    ], nil
                ),
                (
                    "Sta13 after A-ABORT", .echo,
                    [
                        .accept(), .message, .send(.pdu(.associateRequest, [], length: 0)),
                        .stopReading(for: .seconds(1)),
                    ],
                    .protocolViolation(.invalidParameterValue)
                ),
                (
                    "Sta13 after a release", .echo, [.accept(), .message, .send(.releaseRequest), .hang],
                    .releasedByPeer
                ),
            ]
            let failures = await trial("A2 states, requestor", silences.indices.map { $0 }) { number in
                let (name, operation, script, error) = silences[number]
                let (end, _, left) = try await Faults.request(operation, script: script)
                var verdict = Verdict(lateness: end.elapsed - Faults.limit)
                verdict.expect(end.error == error, "\(name): \(String(describing: end.error))")
                verdict.expect(left.isEmpty, "\(name): left \(left)")
                return verdict
            }
            expectNone(failures)
        }

        @Test func everyStateThatACallerCanHoldEnds() async throws {
            let contexts = [WireContext(1, "1.2.840.10008.1.1")]
            let rq = Bytes.associateRequest(contexts)
            let silences: [(String, Duration, [Step])] = [
                ("Sta2", Faults.limit, [.mark, .hang]),
                ("Sta6", Faults.limit, [.send(rq), .expect(.associateAccept), .mark, .hang]),
                (
                    "Sta13 after a rejection", Faults.limit,
                    [.send(.associateRequest(called: "OTHER", contexts)), .expect(.associateReject), .mark, .hang]
                ),
                (
                    "Sta13 after a release", Faults.limit,
                    [
                        .send(rq), .expect(.associateAccept), .send(.releaseRequest), .expect(.releaseResponse), .mark,
                        .hang,
                    ]
                ),
                ("Sta13 after a violation", .zero, [.send(rq), .expect(.associateAccept), .send(rq), .mark, .hang]),
                (
                    "Sta13, reading nothing", .milliseconds(600),
                    [.send(rq), .send(rq), .mark, .stopReading(for: .milliseconds(600)), .hang]
                ),
            ]
            let failures = try await Faults.serve { peer, _ in
                await trial("A2 states, acceptor", silences.indices.map { $0 }) { number in
                    let (name, limit, script) = silences[number]
                    let transcript = try await ScriptedPeer.call(peer.port, script)
                    var verdict = Verdict(lateness: transcript.reaction.map { $0 - limit })
                    verdict.expect(transcript.failure == nil, "\(name): \(String(describing: transcript.failure))")
                    verdict.expect(transcript.ending != nil && transcript.ending != .own, "\(name): still open")
                    return verdict
                }
            }
            expectNone(failures)
        }
    }
}
