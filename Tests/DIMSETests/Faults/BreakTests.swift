import DICOM
import DIMSE
import ScriptedPeer
import Testing

extension Faults {
    /// A10: the peer aborts, closes or resets at every place of an exchange.
    @Suite(.serialized)
    struct Breaks {
        enum How: CaseIterable, Sendable {
            case abort, providerAbort, fin, rst

            var steps: [Step] {
                switch self {
                case .abort: [.mark, .abort(), .hang]
                case .providerAbort: [.mark, .abort(source: 2, reason: 2), .hang]
                case .fin: [.mark, .fin, .hang]
                case .rst: [.mark, .rst]
                }
            }
        }

        struct Break: Sendable, CustomStringConvertible {
            var place: Place
            var how: How
            var isWhole: Bool
            var description: String { "\(place), \(how)" }
        }

        /// At both ends of each PDU, at the edges of its header and its value's, and in its middle.
        private static func breaks(_ exchange: (Operation) -> [Said]) -> [Break] {
            Operation.allCases.flatMap { operation in
                operation.lengths(exchange(operation)).enumerated().flatMap { index, length in
                    let counts = Set([0, 1, 5, 6, 7, 10, 11, 12, 13, length / 2, length - 1, length])
                    return counts.filter { (0...length).contains($0) }.sorted().flatMap { count in
                        How.allCases
                            // An A-ABORT within a PDU is a part of that.
                            .filter { ![.abort, .providerAbort].contains($0) || count == 0 || count == length }
                            .map { how in
                                let place = Place(operation: operation, index: index, count: count)
                                return Break(place: place, how: how, isWhole: count == length)
                            }
                    }
                }
            }
        }

        @Test func anAcceptorThatBreaksOffIsNoticedAtOnce() async throws {
            let failures = await trial("A10 requestor", Self.breaks(\.answers), atOnce: 8, goal: .milliseconds(100)) {
                one in
                let operation = one.place.operation
                let script = one.place.steps(of: operation.answers) + one.how.steps
                let (end, peers, left) = try await Faults.request(
                    operation,
                    timeouts: .all(.seconds(10)),
                    script: script
                )
                var verdict = Verdict(lateness: end.endedAt - (peers.first?.markedAt ?? .now))
                let isOver =
                    one.place.index == operation.answers.count - 1
                    || one.place.index == operation.answers.count - 2 && one.isWhole
                switch (end.error, one.how) {
                case (nil, _) where isOver: break
                case (.aborted(let abort)?, .abort): verdict.expect(abort == .byUser, "\(abort)")
                case (.aborted(let abort)?, .providerAbort):
                    verdict.expect(abort == Abort(source: .serviceProvider, reason: .unexpectedPDU), "\(abort)")
                case (.closed?, .fin), (.closed?, .rst): break
                default: verdict.faults.append("\(String(describing: end.error))")
                }
                if one.how != .rst {
                    verdict.expect(peers.first?.ending == .finished, "the peer saw \(String(describing: peers.first))")
                }
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }

        @Test func aRequestorThatBreaksOffIsLetGoAtOnce() async throws {
            let failures = try await Faults.serve(timeouts: .all(.seconds(10))) { peer, server in
                await trial("A10 acceptor", Self.breaks(\.requests), atOnce: 8, goal: .milliseconds(100)) { one in
                    let script = one.place.steps(of: one.place.operation.requests) + one.how.steps
                    let transcript = try await ScriptedPeer.call(peer.port, script)
                    var verdict = Verdict(lateness: one.how == .rst ? nil : transcript.reaction)
                    verdict.expect(transcript.failure == nil, "\(String(describing: transcript.failure))")
                    if one.how != .rst {
                        let endings: [Transcript.Ending?] = [.finished, .reset]
                        verdict.expect(endings.contains(transcript.ending), "still open")
                    }
                    return verdict
                }
            }
            expectNone(failures)
        }

        /// A9: after a time-out, a cancellation or nonsense the next operation has a connection of its own.
        @Test func anAssociationThatWentWrongIsNotUsedAgain() async throws {
            let wrongs: [[Step]] = [
                [.accept(), .message, .hang],
                [.accept(), .message, .send(WireCommand(0x8030).with(0x0120, 60000).with(0x0900, 0).pdu()), .hang],
                [.accept(), .message, .send([0xFF]), .hang],
                [.accept(), .message, .abort(), .hang],
            ]
            let rounds = Trial.count(25, full: 2500)
            let used = try await ScriptedPeer.listen({ number in
                number.isMultiple(of: 2)
                    ? wrongs[number / 2 % wrongs.count] : Operation.echo.answers.flatMap(\.steps) + [.hang]
            }) { port, ends in
                var failures: [String] = []
                for round in 0..<rounds * wrongs.count {
                    let limits = AssociationTimeouts.all(.milliseconds(round % wrongs.count == 0 ? 20 : 5000))
                    let bad = await Faults.request(.echo, of: port, timeouts: limits)
                    let good = await Faults.request(.echo, of: port, timeouts: .all(.seconds(5)))
                    if bad.error == nil || good.error != nil { failures.append("round \(round): \(bad), \(good)") }
                }
                print("FAULTS A9 cases=\(rounds * wrongs.count) failures=\(failures.count)")
                expectNone(failures)
                var count = 0
                var iterator = ends.makeAsyncIterator()
                while count < rounds * wrongs.count * 2, let one = await iterator.next() {
                    count += 1
                    // No message of another operation came on it.
                    #expect(one.commands.count <= 1)
                }
                return count
            }
            #expect(used == rounds * wrongs.count * 2)
        }
    }
}
