import DICOM
import NIOCore
import Testing

/// Frames of native Pixel Data (PS3.5 §8).
struct FrameIndexTests {
    private func image(
        _ rows: Int,
        _ columns: Int,
        bits: Int,
        samples: Int = 1,
        frames: Int? = nil,
        photometric: String = "MONOCHROME2",
        pixels: [UInt8]
    ) -> DataSet {
        var dataSet = DataSet()
        dataSet.set(.rows, integers: rows)
        dataSet.set(.columns, integers: columns)
        dataSet.set(.bitsAllocated, integers: bits)
        dataSet.set(.samplesPerPixel, integers: samples)
        dataSet.set(.photometricInterpretation, .CS, photometric)
        if let frames { dataSet.set(.numberOfFrames, integers: frames) }
        dataSet.set(DataElement(.pixelData, .OW, .bytes(ByteBuffer(bytes: pixels))))
        return dataSet
    }

    private func frames(_ dataSet: DataSet) throws -> [[UInt8]] {
        let index = try FrameIndex(dataSet, transferSyntax: .explicitVRLittleEndian)
        return try (0..<index.count).compactMap { number in
            try index.bytes(of: number, reading: PixelReader(dataSet).callAsFunction).map {
                Array($0.readableBytesView)
            }
        }
    }

    @Test func framesLieBehindOneAnother() throws {
        let pixels = (0..<24).map { UInt8($0) }
        let image = image(2, 3, bits: 16, frames: 2, pixels: pixels)
        #expect(try frames(image) == [Array(pixels[..<12]), Array(pixels[12...])])
    }

    @Test func thePaddingIsNotPartOfTheFrame() throws {
        #expect(try frames(image(1, 3, bits: 8, pixels: [1, 2, 3, 0])) == [[1, 2, 3]])
    }

    @Test func withoutNumberOfFramesThereIsOne() throws {
        #expect(
            try frames(image(1, 2, bits: 8, samples: 3, photometric: "RGB", pixels: [1, 2, 3, 4, 5, 6])).count == 1
        )
    }

    /// PS3.3 §C.7.6.3.1.2.
    @Test(arguments: ["YBR_FULL_422", "YBR_PARTIAL_422"])
    func sharedChrominanceMakesTwoThirds(photometric: String) throws {
        let image = image(
            1,
            4,
            bits: 8,
            samples: 3,
            frames: 2,
            photometric: photometric,
            pixels: (0..<16).map { UInt8($0) }
        )
        #expect(try frames(image).map(\.count) == [8, 8])
    }

    /// Three frames of five pixels: 10101 01100 11111, lowest bit first.
    @Test func framesOfBitsBeginAtBitZero() throws {
        let image = image(1, 5, bits: 1, frames: 3, pixels: [0b1101_0101, 0b0111_1100])
        #expect(try frames(image) == [[0b1_0101], [0b0_0110], [0b1_1111]])
    }

    @Test(arguments: [7, 8, 9, 15, 17, 64, 65])
    func everyBitOfAFrameIsItsOwn(_ size: Int) throws {
        var seed: UInt64 = 42
        let count = size * 5
        let pixels = (0..<(count + 15) / 16 * 2).map { _ in
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(truncatingIfNeeded: seed >> 33)
        }
        let image = image(1, size, bits: 1, frames: 5, pixels: pixels)
        func bit(_ bytes: [UInt8], _ index: Int) -> UInt8 { bytes[index / 8] >> UInt8(index % 8) & 1 }
        for (number, frame) in try frames(image).enumerated() {
            #expect(frame.count == (size + 7) / 8)
            for index in 0..<frame.count * 8 {
                #expect(bit(frame, index) == (index < size ? bit(pixels, number * size + index) : 0))
            }
        }
    }

    @Test func aDeferredValueIsReadWhereItLies() throws {
        let stored = try DataSetEncoder(.explicitVRLittleEndian).encode(
            image(1, 5, bits: 1, frames: 3, pixels: [0b1101_0101, 0b0111_1100])
        )
        var decoder = DataSetDecoder(.explicitVRLittleEndian, deferringAbove: 100)
        try decoder.feed(stored)
        let index = try FrameIndex(decoder.finish(), transferSyntax: .explicitVRLittleEndian)
        let frame = try index.bytes(of: 1) { ByteBuffer(bytes: Array(stored.readableBytesView)[$0]) }
        #expect(frame == ByteBuffer(bytes: [0b0_0110]))
        #expect(try index.frame(1)?.count == 1)
    }

    @Test func aValueTooShortForAFrameIsTruncated() throws {
        let image = image(2, 2, bits: 8, frames: 3, pixels: [UInt8](repeating: 1, count: 8))
        let index = try FrameIndex(image, transferSyntax: .explicitVRLittleEndian)
        #expect(index.count == 3)
        #expect(try index.frame(1)?.ranges == [4..<8])
        #expect(throws: DataError(reason: .truncated, tag: .pixelData)) { try index.frame(2) }
        #expect(try index.frame(3) == nil)
    }

    @Test(arguments: [
        (Tag.rows, VR.UL), (.columns, .UL), (.samplesPerPixel, .UL), (.bitsAllocated, .UL), (.bitsAllocated, .IS),
    ])
    func sizesThatOverflowAreAnErrorAndNoTrap(_ tag: Tag, _ vr: VR) throws {
        var image = image(0xFFFF, 0xFFFF, bits: 0xFFFF, samples: 0xFFFF, frames: Int(Int32.max), pixels: [1, 2])
        if vr == .IS {
            image.set(DataElement(tag, .IS, .bytes(ByteBuffer(string: "9223372036854775807 "))))
        } else {
            image.set(DataElement(tag, vr, .bytes(ByteBuffer(bytes: [0xFF, 0xFF, 0xFF, 0xFF]))))
        }
        do {
            let index = try FrameIndex(image, transferSyntax: .explicitVRLittleEndian)
            for number in [0, 1, index.count - 1] { _ = try index.frame(number) }
            Issue.record("such an image cannot be")
        } catch {
            #expect(error is DataError)
        }
    }

    @Test func anImageNotDescribedHasNoFrames() {
        var image = image(2, 2, bits: 8, pixels: [1, 2, 3, 4])
        image.remove(.bitsAllocated)
        #expect(throws: DataError(reason: .invalidValue, tag: .bitsAllocated)) {
            try FrameIndex(image, transferSyntax: .explicitVRLittleEndian)
        }
        #expect(throws: DataError(reason: .invalidValue, tag: .pixelData)) {
            try FrameIndex(DataSet(), transferSyntax: .explicitVRLittleEndian)
        }
    }
}
