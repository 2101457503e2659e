import DICOM
import NIOCore
import Pixels
import Testing

struct PresentationTests {
    static let window = Window(center: 50, width: 100)

    @Test func monochrome1IsInvertedOnceEvenIfThePresentationLUTShapeSaysItToo() throws {
        var dataSet = image("MONOCHROME1", columns: 3)
        let values = words([0, 50, 99])
        #expect(try dataSet.drawn(values, window: Self.window) == [255, 126, 0])
        dataSet.set(.presentationLUTShape, "INVERSE")
        #expect(try dataSet.drawn(values, window: Self.window) == [255, 126, 0])
        dataSet.set(.photometricInterpretation, "MONOCHROME2")
        #expect(try dataSet.drawn(values, window: Self.window) == [255, 126, 0])
        dataSet.set(.presentationLUTShape, "IDENTITY")
        #expect(try dataSet.drawn(values, window: Self.window) == [0, 129, 255])
    }

    @Test(arguments: ["MONOCHROME1", "MONOCHROME2"])
    func paddingIsBlackWhateverThePolarity(photometric: String) throws {
        var dataSet = image(photometric, columns: 4, isSigned: true)
        // As Implicit VR has it: an unsigned number that means -2000.
        dataSet.set(.pixelPaddingValue, .US, integers: 63_536)
        let shades = try dataSet.drawn(words([-2_000, 0, 50, 100]))
        #expect(shades == (photometric == "MONOCHROME1" ? [0, 255, 128, 0] : [0, 0, 128, 255]))
    }

    @Test(arguments: [(4_000, 4_095), (4_095, 4_000)])
    func aPaddingRangeIncludesBothEndsWhicheverComesFirst(value: Int, limit: Int) throws {
        var dataSet = image("MONOCHROME1", columns: 5, stored: 12)
        dataSet.set(.pixelPaddingValue, .US, integers: value)
        dataSet.set(.pixelPaddingRangeLimit, .US, integers: limit)
        #expect(try dataSet.drawn(words([0, 100, 3_999, 4_000, 4_095])) == [255, 249, 0, 0, 0])
    }

    @Test func paddingThatNoPixelCanHaveExcludesNothing() throws {
        var dataSet = image(columns: 3, stored: 12)
        dataSet.set(.pixelPaddingValue, .SL, integers: -2_000)
        #expect(try dataSet.drawn(words([0, 50, 100])) == [0, 128, 255])
        dataSet.set(.pixelPaddingValue, .US, integers: 5_000)
        #expect(try dataSet.drawn(words([4_095, 3_995, 4_045])) == [255, 0, 128])
    }

    @Test func aFrameOfPaddingAloneIsBlack() throws {
        var dataSet = image(columns: 2)
        dataSet.set(.pixelPaddingValue, .US, integers: 5)
        #expect(try dataSet.drawn(words([5, 5])) == [0, 0])
    }

    /// What lies above High Bit or below the lowest stored bit is not part of the number (PS3.5 §8.1.1).
    @Test func twelveSignedBitsInSixteenAreMaskedAndExtended() throws {
        let window = Window(center: 0, width: 4_096, function: .linearExact)
        let low = image(columns: 4, stored: 12, isSigned: true)
        #expect(try low.drawn(words([0xA800, 0xAFFF, 0x5000, 0xF7FF]), window: window) == [0, 127, 128, 255])
        let high = image(columns: 4, stored: 12, high: 15, isSigned: true)
        #expect(try high.drawn(words([0x800A, 0xFFFA, 0x0005, 0x7FFF]), window: window) == [0, 127, 128, 255])
    }

    @Test func thirtyTwoBitsAndFloatsAreShownByTheirRange() throws {
        var bytes = ByteBuffer()
        for number: UInt32 in [1_000_000, 2_000_000, 3_000_000] { bytes.writeInteger(number, endianness: .little) }
        #expect(try image(columns: 3, allocated: 32).drawn(bytes) == [0, 128, 255])
        var signed = ByteBuffer()
        for number: Int32 in [-1_000_000, 0, 1_000_000] { signed.writeInteger(number, endianness: .little) }
        #expect(try image(columns: 3, allocated: 32, isSigned: true).drawn(signed) == [0, 128, 255])
        // The four bits below the stored ones may hold anything.
        var high = ByteBuffer()
        for number: Int32 in [-16_000_000 | 15, 0, 16_000_000 | 7] { high.writeInteger(number, endianness: .little) }
        let shifted = image(columns: 3, allocated: 32, stored: 28, high: 31, isSigned: true)
        #expect(try shifted.drawn(high) == [0, 128, 255])
        var floats = ByteBuffer()
        for number: Float in [-0.5, .nan, 0.5] { floats.writeInteger(number.bitPattern, endianness: .little) }
        var dataSet = image(columns: 3, allocated: 32)
        dataSet.set(.floatPixelData, .OF, bytes: floats)
        #expect(try dataSet.drawn(floats) == [0, 0, 255])
    }

    @Test func oneBitPixelsBeginAtTheLowestBitAndRunOnOverRows() throws {
        let dataSet = image(rows: 2, columns: 5, allocated: 1)
        let shades = try dataSet.drawn(ByteBuffer(bytes: [0b0010_0001, 0b10]))
        #expect(shades == [255, 0, 0, 0, 0, 255, 0, 0, 0, 255])
        #expect(try image(columns: 8, allocated: 1).drawn(ByteBuffer(bytes: [0xFF])) == Array(repeating: 255, count: 8))
    }

    @Test func theRescaledValuesAreWindowed() throws {
        var dataSet = image(columns: 3)
        dataSet.set(.rescaleSlope, "2")
        dataSet.set(.rescaleIntercept, "-1000")
        #expect(try dataSet.drawn(words([500, 525, 549]), window: Self.window) == [0, 129, 252])
    }

    @Test func aSlopeOfZeroCountsAsOne() throws {
        var dataSet = image(columns: 2)
        dataSet.set(.rescaleSlope, "0")
        #expect(try dataSet.drawn(words([0, 99]), window: Self.window) == [0, 255])
    }

    @Test func aModalityLUTTakesThePlaceOfTheRescale() throws {
        var item = DataSet()
        item.setTable([3, 10, 16], words([0, 50, 99]), at: .lutDescriptor, .lutData)
        var dataSet = image(columns: 4)
        dataSet.set(.modalityLUTSequence, items: [item])
        #expect(try dataSet.drawn(words([0, 10, 11, 99]), window: Self.window) == [0, 0, 129, 255])
        #expect(try dataSet.drawn(words([0, 10, 11, 99])) == [0, 0, 129, 255])
    }

    @Test func aTableThatIsShorterThanItsDescriptorIsAnError() {
        var item = DataSet()
        item.setTable([0, 0, 16], words([0, 50, 99]), at: .lutDescriptor, .lutData)
        var dataSet = image(columns: 1)
        dataSet.set(.modalityLUTSequence, items: [item])
        #expect(throws: PixelError.invalid(.lutData)) { try dataSet.drawn(words([0])) }
    }

    /// PS3.3 §C.7.6.16: what a frame says for itself comes before what is said for all.
    @Test func theFunctionalGroupsOfTheFrameComeFirst() throws {
        var dataSet = image(columns: 1)
        dataSet.set(.windowCenter, "9000")
        dataSet.set(.windowWidth, "2")
        dataSet.set(.sharedFunctionalGroupsSequence, items: [Self.group(intercept: "0", center: "50")])
        dataSet.set(
            .perFrameFunctionalGroupsSequence,
            items: [DataSet(), Self.group(intercept: "10", center: "70"), Self.group(intercept: "-50", center: nil)]
        )
        #expect(try dataSet.drawn(words([50]), frame: 1) == [129])
        #expect(try dataSet.drawn(words([60]), frame: 2) == [129])
        #expect(try dataSet.drawn(words([100]), frame: 3) == [129])
        #expect(try dataSet.drawn(words([50]), frame: 9) == [129])
    }

    private static func group(intercept: String, center: String?) -> DataSet {
        var (group, transformation, voi) = (DataSet(), DataSet(), DataSet())
        transformation.set(.rescaleIntercept, intercept)
        transformation.set(.rescaleSlope, "1")
        group.set(.pixelValueTransformationSequence, items: [transformation])
        if let center {
            voi.set(.windowCenter, center)
            voi.set(.windowWidth, "100")
            group.set(.frameVOILUTSequence, items: [voi])
        }
        return group
    }
}
