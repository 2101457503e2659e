import DICOM
import DIMSE
import NIOCore
import ScriptedPeer
import Testing

extension Faults {
    /// A7: the peer reads nothing more while it is sent to.
    @Suite(.serialized)
    struct Stall {
        /// The bytes of a data set that the peer still reads; none, and around those of PDUs and kernel buffers.
        private static let places = [0, 1, 1000, 16383, 16384, 16385, 100_000, 1_000_000]

        @Test func aStoreThatNobodyReadsIsAbortedInTime() async throws {
            let cases = Self.places.flatMap { place -> [(Int, UInt32)] in
                [0, 16384, 131072].map { (place, $0) }
            }
            let failures = await trial("A7 requestor", cases, atOnce: 6) { count, maximumLength in
                let script: [Step] = [
                    .accept(maximumLength: maximumLength), .readSlowly(count, piece: 65536, every: .zero), .mark,
                    .stopReading(for: Faults.limit + .milliseconds(1000)), .discard,
                ]
                let (end, peers, left) = try await Faults.request(.store, receiveBuffer: 16384, script: script) {
                    try await $0.store(Operation.instance) { data in
                        while true { try await data.write(ByteBuffer(repeating: 0, count: 1 << 18)) }
                    }.status
                }
                let stopped = peers.first?.markedAt ?? .now
                var verdict = Verdict(lateness: end.endedAt - stopped - Faults.limit)
                verdict.expect(end.error == .timedOut(.send), "\(String(describing: end.error))")
                verdict.expect(peers.first?.ending == .reset, "the peer saw \(String(describing: peers.first?.ending))")
                verdict.expect(left.isEmpty, "left: \(left)")
                return verdict
            }
            expectNone(failures)
        }

        /// Matches of many kilobytes, and one instance of many megabytes.
        private struct Plenty: ServiceProvider {
            func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
                var match = DataSet()
                match.set(.patientComments, .LT, String(repeating: "A", count: 10_000))
                for _ in 0..<2000 { try await yield(match) }
                return .success
            }

            func instances(_ query: Query) async throws -> [StoredInstance] {
                [
                    StoredInstance(
                        sopClassUID: TestArchive.ct,
                        sopInstanceUID: "1.2.3",
                        transferSyntaxes: [.explicitVRLittleEndian]
                    )
                ]
            }

            func write(
                _ instance: StoredInstance,
                as transferSyntax: TransferSyntax,
                into data: inout DataWriter
            ) async throws {
                for _ in 0..<80 { try await data.write(ByteBuffer(repeating: 0, count: 1 << 18)) }
            }
        }

        /// Callers that ask for much and read none of it.
        @Test func aCallerThatReadsNothingIsAbortedInTime() async throws {
            let failures = try await Faults.serve(provider: Plenty()) { peer, server in
                await trial("A7 acceptor", [Operation.find, .get], atOnce: 2) { operation in
                    let asked = operation.requests.prefix(3).flatMap(\.steps)
                    let script = asked + [.mark, .stopReading(for: .seconds(5)), .discard]
                    let transcript = try await ScriptedPeer.call(peer.port, receiveBuffer: 16384, script)
                    var verdict = Verdict()
                    verdict.expect(transcript.ending == .reset, "saw \(String(describing: transcript.ending))")
                    verdict.expect(server.associationCount < 2, "not ended after 5 s")
                    return verdict
                }
            }
            expectNone(failures)
        }
    }
}
