import DICOM
import DIMSE
import ScriptedPeer
import Testing

extension Faults {
    /// A1, A3, A4: no connection, rejections, and acceptances that are worth nothing.
    @Suite(.serialized)
    struct Refusal {
        @Test func aConnectionThatCannotBeHadIsAnErrorAtOnce() async throws {
            let hosts = ["127.0.0.1", "::1", "no-such-host.invalid", "255.255.255.255"]
            let failures = await trial("A1", Operation.allCases.flatMap { one in hosts.map { (one, $0) } }) {
                one,
                host in
                let start = ContinuousClock.now
                var verdict = Verdict()
                do {
                    _ = try await Association.connect(
                        to: Peer(aeTitle: "GONE", host: host, port: 1),
                        from: "GANTRY",
                        proposing: one.contexts,
                        options: AssociationOptions(timeouts: .all(Faults.limit))
                    ) { try await one.run($0) }
                    verdict.faults.append("there was an association")
                } catch AssociationError.connectionFailed {
                    verdict.lateness = ContinuousClock.now - start
                } catch AssociationError.timedOut(.connect) {
                    verdict.lateness = ContinuousClock.now - start - .seconds(5)
                }
                return verdict
            }
            expectNone(failures)
        }

        @Test func aRejectionIsQuotedAndTheConnectionClosed() async throws {
            let reasons: [(UInt8, [UInt8])] = [(1, [1, 2, 3, 7]), (2, [1, 2]), (3, [1, 2])]
            let triples = [UInt8(1), 2].flatMap { result -> [Bytes] in
                reasons.flatMap { source, reasons -> [Bytes] in reasons.map { [result, source, $0] } }
            }
            #expect(triples.count == 16)
            let cases = Operation.allCases.flatMap { one in triples.map { (one, $0) } }
            let failures = await trial("A3", cases) { operation, triple in
                let script: [Step] = [
                    .expect(.associateRequest), .mark, .send(.associateReject(triple[0], triple[1], triple[2])), .hang,
                ]
                let (end, peers, left) = try await Faults.request(operation, script: script)
                var verdict = Verdict(lateness: peers.first?.reaction)
                let expected = AssociateReject(
                    result: .init(rawValue: triple[0]),
                    source: .init(rawValue: triple[1]),
                    reason: triple[2]
                )
                verdict.expect(end.error == .rejected(expected), "\(String(describing: end.error))")
                verdict.expect(end.error?.isTransient == (triple[0] == 2), "transient?")
                verdict.expect(peers.first?.ending == .finished && peers.first?.abort == nil, "\(peers)")
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }

        private enum Expected: Sendable {
            case works, noContext, invalidMessage, violation
        }

        /// What an acceptance says, and what comes of it.
        private static let acceptances: [(String, @Sendable ([WireContext]) -> Bytes, Expected)] = [
            ("no contexts", { _ in .associateAccept([]) }, .noContext),
            ("rejected by the user", { .associateAccept($0.map { WireAnswer($0.id, result: 1) }) }, .noContext),
            ("rejected without reason", { .associateAccept($0.map { WireAnswer($0.id, result: 2) }) }, .noContext),
            ("abstract syntax", { .associateAccept($0.map { WireAnswer($0.id, result: 3) }) }, .noContext),
            ("transfer syntaxes", { .associateAccept($0.map { WireAnswer($0.id, result: 4) }) }, .noContext),
            ("a result that is none", { .associateAccept($0.map { WireAnswer($0.id, result: 99) }) }, .noContext),
            ("ids never proposed", { .associateAccept($0.map { WireAnswer($0.id + 100) }) }, .noContext),
            ("an even id", { .associateAccept($0.map { WireAnswer($0.id + 1) }) }, .noContext),
            (
                "a syntax not proposed", { .associateAccept($0.map { WireAnswer($0.id, "1.2.840.10008.1.2.4.50") }) },
                .noContext
            ),
            ("an unknown syntax", { .associateAccept($0.map { WireAnswer($0.id, "9.9.9") }) }, .noContext),
            ("an empty syntax", { .associateAccept($0.map { WireAnswer($0.id, "") }) }, .noContext),
            (
                "an id twice",
                { .associateAccept($0.map { WireAnswer($0.id) } + $0.map { WireAnswer($0.id, result: 3) }) }, .works
            ),
            ("maximum length 0", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: 0) }, .works),
            ("maximum length 1", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: 1) }, .invalidMessage),
            ("maximum length 6", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: 6) }, .invalidMessage),
            ("maximum length 7", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: 7) }, .invalidMessage),
            ("maximum length 8", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: 8) }, .works),
            (
                "maximum length 1 GiB", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: 1 << 30) },
                .works
            ),
            (
                "maximum length 4 GiB - 1", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: .max) },
                .works
            ),
            ("no maximum length", { .associateAccept($0.map { WireAnswer($0.id) }, maximumLength: nil) }, .works),
            ("200 contexts", { _ in .associateAccept((0..<200).map { WireAnswer(UInt8($0)) }) }, .violation),
        ]

        @Test func anAcceptanceThatIsWorthNothingIsAnErrorAtOnce() async throws {
            let cases = Operation.allCases.flatMap { one in Self.acceptances.indices.map { (one, $0) } }
            let failures = await trial("A4", cases) { operation, number in
                let (name, acceptance, expected) = Self.acceptances[number]
                let accept: [Step] = [.expect(.associateRequest), .mark, .send { acceptance($0.proposed) }]
                let rest = expected == .works ? operation.answers.dropFirst().flatMap(\.steps) : []
                let (end, peers, left) = try await Faults.request(
                    operation,
                    timeouts: .all(.seconds(5)),
                    script: accept + rest + [.hang]
                )
                var verdict = Verdict(
                    lateness: expected == .works ? nil : end.endedAt - (peers.first?.markedAt ?? .now)
                )
                switch (expected, end.error) {
                case (.works, nil), (.noContext, .noContext?), (.invalidMessage, .invalidMessage?),
                    (.violation, .protocolViolation(.invalidParameterValue)?):
                    break
                default: verdict.faults.append("\(name): \(String(describing: end.error))")
                }
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }
    }
}
