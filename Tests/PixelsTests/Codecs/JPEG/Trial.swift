import DICOM
import Foundation
import NIOCore
import Pixels
import Testing

/// How much is tried with bytes that went wrong: `GANTRY_FUZZ` mutations, from the numbers of `GANTRY_SEED`.
enum Trial {
    static let count = ProcessInfo.processInfo.environment["GANTRY_FUZZ"].flatMap { Int($0) } ?? 2000

    /// The run's seed, printed so that a failure can be repeated.
    static let seed: UInt64 = {
        let seed =
            ProcessInfo.processInfo.environment["GANTRY_SEED"].flatMap { UInt64($0) }
            ?? UInt64.random(in: 1...99_999_999)
        print("codestreams: GANTRY_SEED=\(seed)")
        return seed
    }()

    /// Calls with the stream after 1 to 4 of its bytes were changed, and now and then some dropped or put in.
    private static func mutations(of streams: [ByteBuffer], _ body: (Int, ByteBuffer) throws -> Void) rethrows {
        var random = Random(seed: seed)
        for _ in 0..<count {
            let chosen = Int.random(in: streams.indices, using: &random)
            var bytes = Array(streams[chosen].readableBytesView)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<8, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(.random(in: 0...255, using: &random), at: place)
                case 2: bytes[place] = 0xFF
                case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                default: bytes[place] = .random(in: 0...255, using: &random)
                }
            }
            try body(chosen, ByteBuffer(bytes: bytes))
        }
    }

    /// Decodes the first of the streams cut at each of their bytes, and all of them cut anywhere: none is read but whole.
    static func expectCutsToFail(
        _ streams: [(bytes: ByteBuffer, dataSet: DataSet)],
        everywhere count: Int,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ decode: (ByteBuffer, DataSet) throws -> Frame
    ) {
        for (bytes, dataSet) in streams.prefix(count) {
            #expect(throws: Never.self, sourceLocation: sourceLocation) { try decode(bytes, dataSet) }
            for length in 0..<bytes.readableBytes {
                #expect(throws: PixelError.self, "cut at \(length)", sourceLocation: sourceLocation) {
                    try decode(ByteBuffer(bytes: bytes.readableBytesView.prefix(length)), dataSet)
                }
            }
        }
        truncations(of: streams.map(\.bytes)) { chosen, bytes in
            let which = Comment("seed \(seed), stream \(chosen), \(bytes.readableBytes) bytes")
            #expect(throws: PixelError.self, which, sourceLocation: sourceLocation) {
                try decode(bytes, streams[chosen].dataSet)
            }
        }
    }

    /// Decodes the streams with bytes changed. Either answer is right, but for a frame of another size; a trap is not.
    static func expectNoTrap(
        _ streams: [(bytes: ByteBuffer, dataSet: DataSet)],
        sourceLocation: SourceLocation = #_sourceLocation,
        _ decode: (ByteBuffer, DataSet) throws -> Frame
    ) {
        mutations(of: streams.map(\.bytes)) { chosen, bytes in
            guard let frame = try? decode(bytes, streams[chosen].dataSet) else { return }
            #expect(frame.bytes.readableBytes == frame.description.frameLength, sourceLocation: sourceLocation)
        }
    }

    /// Calls with beginnings of the streams, none of them whole.
    private static func truncations(of streams: [ByteBuffer], _ body: (Int, ByteBuffer) throws -> Void) rethrows {
        var random = Random(seed: seed &+ 1)
        for _ in 0..<count {
            let chosen = Int.random(in: streams.indices, using: &random)
            let length = Int.random(in: 0..<streams[chosen].readableBytes, using: &random)
            try body(chosen, ByteBuffer(bytes: streams[chosen].readableBytesView.prefix(length)))
        }
    }
}
