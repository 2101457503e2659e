import DICOM
import NIOCore
import Pixels
import Testing

struct PixelDescriptionTests {
    @Test(arguments: [
        (image(columns: 3, allocated: 1), 1),
        (image(rows: 3, columns: 3, allocated: 1), 2),
        (image(rows: 2, columns: 3, allocated: 8), 6),
        (image(rows: 2, columns: 3, allocated: 16, stored: 12), 12),
        (image(rows: 2, columns: 3, allocated: 32), 24),
        (image("RGB", rows: 2, columns: 3, allocated: 8), 18),
        (image("RGB", rows: 2, columns: 3, allocated: 16), 36),
        (image("YBR_FULL_422", rows: 2, columns: 3, allocated: 8), 12),
        (image("YBR_PARTIAL_422", rows: 2, columns: 3, allocated: 8), 12),
    ])
    func aFrameHasTheLengthThatItsAttributesGive(dataSet: DataSet, length: Int) throws {
        #expect(try PixelDescription(dataSet).frameLength == length)
    }

    @Test(arguments: [
        (65_536, 1), (1, 65_536), (65_535, 65_535), (4_294_967_295, 4_294_967_295),
    ])
    func dimensionsBeyondTheLimitsAreRefused(rows: Int, columns: Int) {
        var dataSet = image(columns: 1)
        dataSet.set(.rows, .UL, integers: rows)
        dataSet.set(.columns, .UL, integers: columns)
        #expect(throws: PixelError.tooLarge) { try PixelDescription(dataSet) }
    }

    @Test func theBytesOfAFrameAreLimitedToo() {
        // 20,000 x 20,000 pixels pass, 12 bytes for each do not.
        let dataSet = image("RGB", rows: 20_000, columns: 20_000, allocated: 32)
        #expect(throws: PixelError.tooLarge) { try PixelDescription(dataSet) }
    }

    @Test(arguments: [DICOM.Tag.rows, .columns, .bitsAllocated, .photometricInterpretation])
    func whatIsNeededMustBeThere(tag: DICOM.Tag) {
        var dataSet = image(columns: 1)
        dataSet[tag] = nil
        #expect(throws: PixelError.missing(tag)) { try PixelDescription(dataSet) }
    }

    @Test(arguments: [
        (DICOM.Tag.rows, 0), (.columns, 0), (.bitsStored, 17), (.bitsStored, 0), (.samplesPerPixel, 3),
    ])
    func whatCannotBeIsRefused(tag: DICOM.Tag, value: Int) {
        var dataSet = image(columns: 1)
        dataSet.set(tag, integers: value)
        #expect(throws: PixelError.invalid(tag)) { try PixelDescription(dataSet) }
    }

    @Test(arguments: [0, 7, 12, 24, 64])
    func bitsAllocatedAreOneEightSixteenOrThirtyTwo(allocated: Int) {
        var dataSet = image(columns: 1)
        dataSet.set(.bitsAllocated, integers: allocated)
        #expect(throws: PixelError.unsupportedForm("Bits Allocated \(allocated)")) { try PixelDescription(dataSet) }
    }

    @Test func aHighBitThatCannotBeIsTakenAsTheUsualOne() throws {
        #expect(try PixelDescription(image(columns: 1, stored: 12, high: 3)).bits.high == 11)
    }

    @Test func aFrameShorterThanItsDescriptionIsAnError() throws {
        let description = try PixelDescription(image(columns: 4))
        #expect(throws: PixelError.truncated(expected: 8, found: 7)) {
            try Frame(decoding: ByteBuffer(repeating: 0, count: 7), description, .explicitVRLittleEndian)
        }
    }

    @Test func whatFollowsAFrameIsNotPartOfIt() throws {
        let description = try PixelDescription(image(columns: 3, allocated: 8))
        let frame = try Frame(decoding: ByteBuffer(bytes: [1, 2, 3, 0]), description, .implicitVRLittleEndian)
        #expect(frame.bytes == ByteBuffer(bytes: [1, 2, 3]))
    }

    @Test func aSyntaxWithoutDecoderIsNamed() throws {
        let description = try PixelDescription(image(columns: 1))
        #expect(throws: PixelError.unsupported(transferSyntax: "1.2.3".syntax)) {
            try Frame(decoding: ByteBuffer(), description, "1.2.3".syntax)
        }
        #expect(!Codec.isSupported("1.2.3".syntax))
        #expect(Codec.isSupported(.rleLossless))
    }

    @Test func thirtyTwoBitsOfABigEndianOWComeWithTheirHalvesExchanged() throws {
        let description = try PixelDescription(image(columns: 1, allocated: 32))
        let frame = try Frame(decoding: ByteBuffer(bytes: [2, 1, 4, 3]), description, .explicitVRBigEndian)
        #expect(frame.bytes == ByteBuffer(bytes: [4, 3, 2, 1]))
    }

    @Test func decodingChangesTheAttributesThatItMakesUntrue() throws {
        var dataSet = image("YBR_FULL_422", rows: 8, columns: 16, allocated: 8)
        dataSet.set(.planarConfiguration, integers: 1)
        let frame = try Frame(
            decoding: JPEGs.ycc420,
            PixelDescription(dataSet),
            .jpegBaseline8Bit,
            by: LocalLibraries()
        )
        frame.description.apply(to: &dataSet, decodedFrom: .jpegBaseline8Bit)
        #expect(dataSet.string(.photometricInterpretation) == "RGB")
        #expect(dataSet.integer(.planarConfiguration) == 0)
        #expect(dataSet.string(.lossyImageCompression) == "01")
        #expect(frame.bytes.readableBytes == 8 * 16 * 3)
    }
}

extension String {
    fileprivate var syntax: TransferSyntax { TransferSyntax(UID(rawValue: self)) }
}
