import Foundation
import Glibc
import NIOCore
import ScriptedPeer
import Testing

/// Bytes that nobody should send, from samples that somebody does: each reader refuses them or makes sense of them, in
/// a second at most, and the same sense however they are cut.
///
/// `GANTRY_FUZZ` sets the number of mutations of each, `GANTRY_SEED` repeats a run.
@Suite(.serialized)
enum Fuzz {}

extension Fuzz {
    /// What one input came to.
    enum Outcome {
        case accepted, refused
        /// What no input may lead to.
        case wrong(String)
    }

    /// Feeds mutations of the samples to `target` and prints the count; a trap ends the process after the seed's line.
    ///
    /// - Parameter share: of the usual number of mutations, for slow targets.
    static func run(
        _ name: String,
        _ samples: [Bytes],
        share: Double = 1,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ target: (Bytes, inout Seeded) -> Outcome
    ) {
        let seed = Trial.seed
        print("FUZZ \(name) seed=\(seed)")
        var random = Seeded(seed)
        var (accepted, refused, wrong) = (0, 0, [String]())
        var slowest = Duration.zero
        let count = max(1, Int(Double(Trial.mutations) * share))
        for number in 0..<count {
            // The samples themselves come first: they must be read.
            let input = number < samples.count ? samples[number] : mutated(samples, &random)
            let start = processorTime()
            switch target(input, &random) {
            case .accepted: accepted += 1
            case .refused: refused += 1
            case .wrong(let what): wrong.append("input \(number): \(what): \(hex(input))")
            }
            let time = processorTime() - start
            slowest = max(slowest, time)
            if time > .seconds(1) { wrong.append("input \(number) took \(time): \(hex(input))") }
        }
        print(
            "FUZZ \(name) inputs=\(count) accepted=\(accepted) refused=\(refused) failures=\(wrong.count) "
                + "slowest=\(slowest.milliseconds)ms seed=\(seed)"
        )
        #expect(wrong.isEmpty, "\(wrong.prefix(5).joined(separator: "\n"))", sourceLocation: sourceLocation)
        #expect(accepted > 0, "not even the samples are read", sourceLocation: sourceLocation)
    }

    /// Of this thread: how busy the machine is otherwise does not count.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private static func hex(_ bytes: Bytes) -> String {
        bytes.prefix(600).map { String(format: "%02x", $0) }.joined()
    }

    /// The bytes in slices of any length.
    static func slices(_ bytes: Bytes, _ random: inout Seeded) -> [ByteBuffer] {
        var slices: [ByteBuffer] = []
        var position = 0
        let longest = [1, 3, 17, 300, 5000].randomElement(using: &random) ?? 1
        while position < bytes.count {
            let end = min(bytes.count, position + Int.random(in: 1...longest, using: &random))
            slices.append(ByteBuffer(bytes: bytes[position..<end]))
            position = end
        }
        return slices
    }
}

extension Fuzz {
    private static let interesting: [UInt8] = [0, 1, 2, 0x20, 0x2D, 0x5C, 0x7F, 0x80, 0xFE, 0xFF]

    /// One to six changes to one of the samples.
    static func mutated(_ samples: [Bytes], _ random: inout Seeded) -> Bytes {
        var bytes = samples.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            change(&bytes, samples, &random)
        }
        return bytes
    }

    private static func change(_ bytes: inout Bytes, _ samples: [Bytes], _ random: inout Seeded) {
        guard !bytes.isEmpty else {
            bytes = [UInt8.random(in: 0...255, using: &random)]
            return
        }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...32, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes[place] = interesting.randomElement(using: &random) ?? 0
        case 3: setNumber(in: &bytes, at: place, &random)
        case 4: bytes.removeSubrange(place..<end)
        case 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 6:
            bytes.insert(contentsOf: (place..<end).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
        case 7: bytes.removeSubrange(place...)
        default:
            let other = samples.randomElement(using: &random) ?? []
            bytes = Bytes(bytes[..<place]) + other.suffix(Int.random(in: 0...other.count, using: &random))
        }
    }

    /// A length or a count of 16 or 32 bits that lies, in either byte order.
    private static func setNumber(in bytes: inout Bytes, at place: Int, _ random: inout Seeded) {
        let numbers: [UInt32] = [0, 1, 2, 3, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, .max]
        let number = numbers.randomElement(using: &random) ?? 0
        let isShort = Bool.random(using: &random)
        let short = UInt16(truncatingIfNeeded: number)
        let big: Bytes = isShort ? .big(short) : .big(number)
        let little: Bytes = isShort ? .little(short) : .little(number)
        for (offset, byte) in (Bool.random(using: &random) ? big : little).enumerated()
        where place + offset < bytes.count {
            bytes[place + offset] = byte
        }
    }
}
