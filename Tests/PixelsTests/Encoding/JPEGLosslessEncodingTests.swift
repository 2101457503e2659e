import DICOM
import NIOCore
import Testing

@testable import Pixels

/// Our encoder of JPEG Lossless against our decoder, which is held by those of others; the codestreams are held by theirs
/// in `test_transcoding`.
struct JPEGLosslessEncodingTests {
    private static func encoded(_ frame: Frame) throws -> EncodedFrame {
        try Encoder.encode(frame, as: .jpegLosslessFirstOrder)
    }

    private static func decoded(_ encoded: EncodedFrame) throws -> Frame {
        try Frame(decoding: encoded.bytes, encoded.description, .jpegLosslessFirstOrder)
    }

    /// Samples that jump, creep and stand still over their whole range, by pixel or by plane, signs in all bits above.
    private static func frame(_ description: PixelDescription, _ random: inout Random) throws -> Frame {
        let bits = description.bits
        var bytes = ByteBuffer()
        var last = 0
        for _ in 0..<description.pixels * description.samplesPerPixel {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: last = Int.random(in: bits.range, using: &random)
            case 1...3: break
            default:
                last = min(
                    max(last + Int.random(in: -9...9, using: &random), bits.range.lowerBound),
                    bits.range.upperBound
                )
            }
            bytes.writeSample(last, bits)
        }
        return try Frame(description, bytes)
    }

    @Test(arguments: 2...16, [false, true])
    func everyDepthAndSignAndColourComesBack(_ stored: Int, _ isSigned: Bool) throws {
        var random = Random(seed: UInt64(stored))
        for photometric in ["MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL"] {
            for allocated in stored > 8 ? [16] : [8, 16] {
                for (rows, columns) in [(1, 1), (1, 17), (19, 1), (23, 31)] {
                    let dataSet = image(
                        photometric,
                        rows: rows,
                        columns: columns,
                        allocated: allocated,
                        stored: stored,
                        isSigned: isSigned
                    )
                    let frame = try Self.frame(PixelDescription(dataSet), &random)
                    let encoded = try Self.encoded(frame)
                    #expect(
                        encoded.description.photometricInterpretation == frame.description.photometricInterpretation
                    )
                    let back = try Self.decoded(encoded)
                    #expect(back.values == frame.values)
                }
            }
        }
    }

    @Test func planesGoIntoTheCodestreamByPixel() throws {
        var dataSet = image("RGB", rows: 1, columns: 2, allocated: 8)
        dataSet.set(.planarConfiguration, integers: 1)
        let frame = try Frame(PixelDescription(dataSet), ByteBuffer(bytes: [1, 2, 3, 4, 5, 6]))
        let encoded = try Self.encoded(frame)
        #expect(encoded.description.planarConfiguration == .byPixel)
        #expect(try Self.decoded(encoded).bytes == ByteBuffer(bytes: [1, 3, 5, 2, 4, 6]))
    }

    /// Half of all differences is one that has no sign, and no bits beside its code (T.81 Table H.2).
    @Test func aDifferenceOfHalfTheRangeIsACodeAlone() throws {
        let frame = try Frame(PixelDescription(image(columns: 4)), words([0, 0x8000, 0, 0x8000]))
        let encoded = try Self.encoded(frame)
        #expect(try Self.decoded(encoded).bytes == frame.bytes)
        // SOI, SOF3, one code of one bit, SOS, one byte of four zeros and four ones, EOI.
        let bytes = Array(encoded.bytes.readableBytesView)
        #expect(bytes.count == 2 + 13 + 22 + 10 + 1 + 2)
        let table = [0xFF, 0xC4, 0, 20, 0, 1] + [UInt8](repeating: 0, count: 15) + [16]
        #expect(Array(bytes[15..<37]) == table)
        #expect(bytes[47] == 0b0000_1111)
    }

    @Test func bytesOfOnesAreFollowedByAZero() throws {
        var random = Random(seed: 5)
        let description = try PixelDescription(image(rows: 64, columns: 64))
        let noise = ByteBuffer(
            bytes: (0..<description.frameLength).map { _ in UInt8.random(in: 0...255, using: &random) }
        )
        let frame = try Frame(description, noise)
        let encoded = try Self.encoded(frame)
        #expect(try Self.decoded(encoded).bytes == frame.bytes)
        let bytes = Array(encoded.bytes.readableBytesView)
        let start = try #require(bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDA }) + 10
        let scan = bytes[start..<bytes.count - 2]
        let ones = scan.indices.filter { scan[$0] == 0xFF }
        #expect(ones.count > 10)
        #expect(ones.allSatisfy { $0 + 1 < scan.endIndex && scan[$0 + 1] == 0 })
    }

    @Test func theHeaderSaysWhatTheSamplesAre() throws {
        let gray = try PixelDescription(image(rows: 3, columns: 0x123, stored: 12, isSigned: true))
        var bytes = try Self.encoded(Frame(gray, ByteBuffer(repeating: 0, count: gray.frameLength))).bytes
        #expect(bytes.readBytes(length: 4) == [0xFF, 0xD8, 0xFF, 0xC3])
        #expect(bytes.readBytes(length: 11) == [0, 11, 12, 0, 3, 1, 0x23, 1, 1, 0x11, 0])
        for (photometric, isNamed) in [("RGB", true), ("YBR_FULL", false)] {
            let colour = try PixelDescription(image(photometric, columns: 2, allocated: 8))
            let codestream = try JPEGCodestream(Self.encoded(Frame(colour, ByteBuffer(repeating: 7, count: 6))).bytes)
            #expect(codestream.adobeTransform == (isNamed ? 0 : nil))
            #expect(codestream.frame.components.map(\.identifier) == (isNamed ? Array("RGB".utf8) : [1, 2, 3]))
        }
    }

    @Test func whatAFrameHeaderCannotSayIsRefused() throws {
        let limits = PixelLimits(maximumSide: 70_000)
        let description = try PixelDescription(
            rows: 65_536,
            columns: 1,
            photometricInterpretation: .monochrome2,
            bits: try SampleBits(allocated: 8),
            limits: limits
        )
        let frame = try Frame(description, ByteBuffer(repeating: 0, count: 65_536))
        #expect(throws: PixelError.unsupportedForm("65536 rows of 1 in JPEG")) { try Self.encoded(frame) }
    }

    /// As many frames of every form as are tried with bytes that went wrong.
    @Test func anyFrameComesBack() throws {
        var random = Random(seed: Trial.seed &+ 2)
        for number in 0..<Trial.count / 4 {
            let stored = Int.random(in: 2...16, using: &random)
            let dataSet = image(
                ["MONOCHROME2", "RGB", "YBR_FULL"].randomElement(using: &random) ?? "RGB",
                rows: .random(in: 1...20, using: &random),
                columns: .random(in: 1...40, using: &random),
                allocated: stored > 8 || Bool.random(using: &random) ? 16 : 8,
                stored: stored,
                isSigned: Bool.random(using: &random)
            )
            let frame = try Self.frame(PixelDescription(dataSet), &random)
            #expect(try Self.decoded(Self.encoded(frame)).values == frame.values, "seed \(Trial.seed), frame \(number)")
        }
    }
}

/// Huffman codes for how often categories come.
struct JPEGHuffmanCodeTests {
    private static func lengths(_ frequencies: [Int]) -> [Int] {
        let code = JPEGHuffmanCode(frequencies: frequencies)
        return frequencies.indices.map { category in
            let rest = category < 16 ? category : 0
            return frequencies[category] == 0 ? 0 : Int(code.words[category].length) - rest
        }
    }

    @Test func theMoreFrequentHasTheShorterCode() {
        // 1 + 1 + 2 + 4 + 8, with one for the code that is forbidden.
        #expect(
            Self.lengths([8, 4, 2, 1] + [Int](repeating: 0, count: 13)) == [1, 2, 3, 4] + [Int](repeating: 0, count: 13)
        )
        #expect(Self.lengths([5] + [Int](repeating: 0, count: 16))[0] == 1)
        #expect(Self.lengths([Int](repeating: 0, count: 16) + [1])[16] == 1)
    }

    /// Frequencies of Fibonacci make the longest codes that there are: seventeen bits, were they not limited.
    @Test func noCodeIsLongerThanSixteenBits() {
        var fibonacci = [1, 1]
        while fibonacci.count < 17 { fibonacci.append(fibonacci.suffix(2).reduce(0, +)) }
        let lengths = Self.lengths(fibonacci)
        #expect(lengths.max() == 16)
        #expect(lengths.min() == 1)
        #expect(lengths.allSatisfy { $0 > 0 })
    }

    @Test func everyCodeIsOneThatADecoderTakesAndNoneIsOnesAlone() throws {
        var random = Random(seed: 9)
        for _ in 0..<500 {
            let frequencies = (0..<17).map { _ in
                Int.random(in: 0..<3, using: &random) == 0 ? 0 : 1 << Int.random(in: 0..<24, using: &random)
            }
            guard frequencies.contains(where: { $0 > 0 }) else { continue }
            let code = JPEGHuffmanCode(frequencies: frequencies)
            let table = try JPEGHuffmanTable(code.specification)
            #expect(code.specification.symbols.count == frequencies.count { $0 > 0 })
            for (category, length) in Self.lengths(frequencies).enumerated() where length > 0 {
                let rest = category < 16 ? category : 0
                let bits = code.words[category].bits >> UInt32(rest)
                #expect(bits != 1 << UInt32(length) - 1)
                let found = table.search(UInt16(bits << UInt32(16 - length)))
                #expect(found == JPEGHuffmanTable.entry(symbol: UInt8(category), length: length))
            }
        }
    }

    /// The sum of a Huffman code is the least: no other lengths that leave room for one more code give less.
    @Test func noOtherCodeIsShorter() {
        let frequencies = [40, 7, 90, 3, 3, 21, 1] + [Int](repeating: 0, count: 10)
        let code = JPEGHuffmanCode(frequencies: frequencies)
        let codeBits = code.length(of: frequencies) - frequencies.enumerated().reduce(0) { $0 + $1.0 * $1.1 }
        var least = Int.max
        func search(_ place: Int, _ room: Int, _ sum: Int) {
            guard sum < least else { return }
            guard place < 7 else { return least = sum }
            for length in 1...8 where room - 1 << (8 - length) >= 1 {
                search(place + 1, room - 1 << (8 - length), sum + length * frequencies[place])
            }
        }
        search(0, 1 << 8, 0)
        #expect(codeBits == least)
    }
}

extension ByteBuffer {
    fileprivate mutating func writeSample(_ value: Int, _ bits: SampleBits) {
        if bits.allocated == 8 {
            writeInteger(UInt8(truncatingIfNeeded: value))
        } else {
            writeInteger(UInt16(truncatingIfNeeded: value), endianness: .little)
        }
    }
}

extension Frame {
    /// The samples as numbers, whatever is allocated for them.
    fileprivate var values: [Int] {
        var reader = bytes
        return (0..<description.pixels * description.samplesPerPixel).map { _ in
            let word =
                description.bits.bytes == 1
                ? reader.readInteger(as: UInt8.self).map(UInt32.init)
                : reader.readInteger(endianness: .little, as: UInt16.self).map(UInt32.init)
            return description.bits.value(of: (word ?? 0) >> UInt32(description.bits.shift) & description.bits.mask)
        }
    }
}
