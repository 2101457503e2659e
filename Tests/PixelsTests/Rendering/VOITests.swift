import DICOM
import NIOCore
import Pixels
import Testing

struct VOITests {
    static func shades(_ values: [Int], _ window: Window) throws -> [UInt8] {
        try image(columns: values.count, isSigned: true).drawn(words(values), window: window)
    }

    /// PS3.3 §C.11.2.1.2.1: centre 50 and width 100 are the values 0 to 99.
    @Test(arguments: [
        (-1, 0), (0, 0), (1, 3), (49, 126), (50, 129), (98, 252), (99, 255), (100, 255),
    ])
    func linearGoesFromTheFirstToTheLastValueOfTheWindow(value: Int, shade: UInt8) throws {
        #expect(try Self.shades([value], Window(center: 50, width: 100)) == [shade])
    }

    @Test(arguments: [(49, 0), (50, 255), (51, 255)])
    func aLinearWindowOfOneIsAThreshold(value: Int, shade: UInt8) throws {
        #expect(try Self.shades([value], Window(center: 50, width: 1)) == [shade])
    }

    /// PS3.3 §C.11.2.1.3.2: the width is not lessened by one, nor the centre by a half.
    @Test(arguments: [(0, 0), (1, 3), (50, 128), (99, 252), (100, 255), (101, 255)])
    func linearExactTakesTheNumbersAsTheyAre(value: Int, shade: UInt8) throws {
        #expect(try Self.shades([value], Window(center: 50, width: 100, function: .linearExact)) == [shade])
    }

    /// PS3.3 §C.11.2.1.3.1: 255 / (1 + e^(-4 (x - c) / w)).
    @Test(arguments: [(-32_768, 0), (0, 30), (50, 128), (100, 225), (32_767, 255)])
    func sigmoidIsHalfWayAtTheCentre(value: Int, shade: UInt8) throws {
        #expect(try Self.shades([value], Window(center: 50, width: 100, function: .sigmoid)) == [shade])
    }

    @Test(arguments: [
        Window(center: 0, width: 0.5), Window(center: 0, width: 0, function: .linearExact),
        Window(center: 0, width: -1, function: .sigmoid), Window(center: .nan, width: 10),
        Window(center: 0, width: .infinity),
    ])
    func aWidthThatTheFunctionForbidsIsAnError(window: Window) {
        #expect(throws: PixelError.invalidWindow) { try Self.shades([0], window) }
    }

    @Test func theFunctionIsTheDataSets() throws {
        var dataSet = image(columns: 1)
        dataSet.set(.windowCenter, "50", "1000")
        dataSet.set(.windowWidth, "100", "2000")
        #expect(try dataSet.drawn(words([50])) == [129])
        dataSet.set(.voiLUTFunction, "LINEAR_EXACT")
        #expect(try dataSet.drawn(words([50])) == [128])
        dataSet.set(.voiLUTFunction, "SIGMOID")
        #expect(try dataSet.drawn(words([100])) == [225])
    }

    @Test(arguments: [(["50"], ["0"]), (["50", "60"], ["100"]), (["nan"], ["100"]), ([""], [""])])
    func aWindowThatCannotBeUsedCountsAsNone(center: [String], width: [String]) throws {
        var dataSet = image(columns: 3)
        dataSet.set(.windowCenter, strings: center)
        dataSet.set(.windowWidth, strings: width)
        #expect(try dataSet.drawn(words([1_000, 1_500, 2_000])) == [0, 128, 255])
    }

    @Test func withoutAnyWindowTheFramesOwnRangeIsShown() throws {
        #expect(try image(columns: 3, isSigned: true).drawn(words([-100, 0, 100])) == [0, 128, 255])
        #expect(try image(columns: 2).drawn(words([7, 7])) == [0, 0])
    }

    @Test func withoutAnyWindowBytesAreShownAsTheyAre() throws {
        let bytes = ByteBuffer(bytes: [10, 100, 200])
        #expect(try image(columns: 3, allocated: 8).drawn(bytes) == [10, 100, 200])
    }

    /// A table for -1, 0 and 1, of twelve bits.
    private static func table(center: String? = nil) -> DataSet {
        var item = DataSet()
        item.setTable([3, 0xFFFF, 12], words([0, 4_095, 2_048]), at: .lutDescriptor, .lutData)
        var dataSet = image(columns: 4, isSigned: true)
        dataSet.set(.voiLUTSequence, items: [item])
        if let center {
            dataSet.set(.windowCenter, center)
            dataSet.set(.windowWidth, "1")
        }
        return dataSet
    }

    @Test func aTableClampsAtItsEndsAndScalesFromItsBits() throws {
        #expect(try Self.table().drawn(words([-5, -1, 0, 5])) == [0, 0, 255, 128])
    }

    @Test func theFirstWindowComesBeforeTheTableButNotInProjectionRadiography() throws {
        var dataSet = Self.table(center: "2")
        #expect(try dataSet.drawn(words([-5, -1, 0, 5])) == [0, 0, 0, 255])
        dataSet.set(.modality, "DX")
        #expect(try dataSet.drawn(words([-5, -1, 0, 5])) == [0, 0, 255, 128])
    }
}
