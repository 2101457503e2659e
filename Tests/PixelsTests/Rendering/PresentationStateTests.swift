import DICOM
import NIOCore
import Pixels
import Testing

private typealias Tag = DICOM.Tag

struct PresentationStateTests {
    /// A state for the image 1.4, which is what `image` is here.
    static func state(_ set: (inout DataSet) -> Void = { _ in }) -> DataSet {
        var image = DataSet()
        image.set(.referencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
        image.set(.referencedSOPInstanceUID, "1.4")
        var series = DataSet()
        series.set(.seriesInstanceUID, "1.3")
        series.set(.referencedImageSequence, items: [image])
        var state = DataSet()
        state.set(.referencedSeriesSequence, items: [series])
        state.set(.presentationLUTShape, "IDENTITY")
        set(&state)
        return state
    }

    static func drawn(_ dataSet: DataSet, _ state: DataSet, _ bytes: ByteBuffer, _ framing: Framing? = nil) throws
        -> Picture
    {
        var dataSet = dataSet
        dataSet.set(.sopInstanceUID, "1.4")
        return try Frame(decoding: bytes, PixelDescription(dataSet), .explicitVRLittleEndian)
            .rendered(Presentation(dataSet, frame: 1, through: PresentationState(state)), framing: framing)
    }

    private static func voi(_ center: String, _ width: String, for instance: String? = nil) -> DataSet {
        var item = DataSet()
        item.set(.windowCenter, .DS, center)
        item.set(.windowWidth, .DS, width)
        guard let instance else { return item }
        var image = DataSet()
        image.set(.referencedSOPInstanceUID, instance)
        item.set(.referencedImageSequence, items: [image])
        return item
    }

    private static let voiSequence = Tag(0x0028, 0x3110)

    @Test func theStateReplacesWhatTheImageSays() throws {
        var dataSet = image(columns: 3)
        dataSet.set(.windowCenter, .DS, "5")
        dataSet.set(.windowWidth, .DS, "1")
        dataSet.set(.rescaleIntercept, .DS, "-1000")
        let values = words([0, 50, 99])
        let state = Self.state {
            $0.set(Self.voiSequence, items: [Self.voi("5", "2", for: "9.9"), Self.voi("50", "100", for: "1.4")])
        }
        #expect(try Self.drawn(dataSet, state, values).samples == [0, 129, 255])
        let rescaled = Self.state {
            $0.set(.rescaleSlope, .DS, "2")
            $0.set(.rescaleIntercept, .DS, "0")
            $0.set(Self.voiSequence, items: [Self.voi("50", "100")])
        }
        #expect(try Self.drawn(dataSet, rescaled, values).samples == [0, 255, 255])
    }

    /// PS3.4 §N.2.1.4, Note 1.
    @Test(arguments: ["MONOCHROME1", "MONOCHROME2"])
    func thePolarityIsTheStatesAlone(photometric: String) throws {
        let dataSet = image(photometric, columns: 3)
        let voi = Self.voi("50", "100")
        let identity = Self.state { $0.set(Self.voiSequence, items: [voi]) }
        #expect(try Self.drawn(dataSet, identity, words([0, 50, 99])).samples == [0, 129, 255])
        let inverse = Self.state {
            $0.set(Self.voiSequence, items: [voi])
            $0.set(.presentationLUTShape, "INVERSE")
        }
        #expect(try Self.drawn(dataSet, inverse, words([0, 50, 99])).samples == [255, 126, 0])
    }

    @Test func aPresentationLUTSpreadsOverTheShades() throws {
        var lut = DataSet()
        lut.setTable([5, 0, 10], words([1_023, 0, 512, 0, 1_023]), at: .lutDescriptor, .lutData)
        let state = Self.state {
            $0.remove(.presentationLUTShape)
            $0.set(.presentationLUTSequence, items: [lut])
            var item = Self.voi("50", "100")
            item.set(.voiLUTFunction, .CS, "LINEAR_EXACT")
            $0.set(Self.voiSequence, items: [item])
        }
        let shades = try Self.drawn(image(columns: 5), state, words([0, 25, 50, 75, 100])).samples
        #expect(shades == [255, 0, 128, 0, 255])
    }

    /// PS3.4 §N.2.1.2: the whole range of what the Modality LUT can give.
    @Test func withoutAVOITheWholeRangeIsShown() throws {
        let twelve = image(columns: 3, stored: 12)
        #expect(try Self.drawn(twelve, Self.state(), words([0, 2_048, 4_095])).samples == [0, 128, 255])
        let signed = image(columns: 3, stored: 12, isSigned: true)
        #expect(try Self.drawn(signed, Self.state(), words([-2_048, 0, 2_047])).samples == [0, 128, 255])
    }

    @Test(
        arguments: [
            (0, "N", [1, 2, 3, 4, 5, 6], 3), (90, "N", [4, 1, 5, 2, 6, 3], 2), (180, "N", [6, 5, 4, 3, 2, 1], 3),
            (270, "N", [3, 6, 2, 5, 1, 4], 2), (0, "Y", [3, 2, 1, 6, 5, 4], 3), (90, "Y", [1, 4, 2, 5, 3, 6], 2),
        ] as [(Int, String, [UInt8], Int)]
    )
    func itIsTurnedAndThenFlipped(rotation: Int, flip: String, samples: [UInt8], width: Int) throws {
        let state = Self.state {
            $0.set(Tag(0x0070, 0x0041), .CS, flip)
            $0.set(Tag(0x0070, 0x0042), .US, integers: rotation)
        }
        let picture = try Self.drawn(
            image(rows: 2, columns: 3, allocated: 8),
            state,
            ByteBuffer(bytes: [1, 2, 3, 4, 5, 6])
        )
        #expect(picture.samples == samples && picture.width == width)
    }

    private static func area(_ first: [Int], _ second: [Int], _ mode: String, ratio: Double? = nil) -> DataSet {
        var item = DataSet()
        item.set(Tag(0x0070, 0x0052), .SL, integers: first)
        item.set(Tag(0x0070, 0x0053), .SL, integers: second)
        item.set(Tag(0x0070, 0x0100), .CS, mode)
        if let ratio { item.set(Tag(0x0070, 0x0103), .FL, numbers: ratio) }
        return item
    }

    @Test func theDisplayedAreaIsCutAndReachesBeyondTheImage() throws {
        let bytes = ByteBuffer(bytes: [1, 2, 3, 4, 5, 6])
        let dataSet = image(rows: 2, columns: 3, allocated: 8)
        let inside = Self.state { $0.set(Tag(0x0070, 0x005A), items: [Self.area([2, 1], [3, 1], "SCALE TO FIT")]) }
        #expect(try Self.drawn(dataSet, inside, bytes).samples == [2, 3])
        let beyond = Self.state { $0.set(Tag(0x0070, 0x005A), items: [Self.area([0, 2], [1, 3], "SCALE TO FIT")]) }
        #expect(try Self.drawn(dataSet, beyond, bytes).samples == [0, 4, 0, 0])
        let fitted = try Self.drawn(dataSet, inside, bytes, .viewport(Viewport(width: 4, height: 4)))
        #expect((fitted.width, fitted.height) == (4, 2))
    }

    /// PS3.18 §8.3.5.1.6.
    @Test func magnifiedItIsCutToTheViewport() throws {
        let bytes = ByteBuffer(bytes: [10, 20, 30, 40])
        let dataSet = image(columns: 4, allocated: 8)
        let state = Self.state {
            $0.set(Tag(0x0070, 0x005A), items: [Self.area([1, 1], [4, 1], "MAGNIFY", ratio: 2)])
        }
        let all = try Self.drawn(dataSet, state, bytes)
        #expect((all.width, all.height) == (8, 2))
        let cut = try Self.drawn(dataSet, state, bytes, .viewport(Viewport(width: 4, height: 2)))
        #expect((cut.width, cut.height) == (4, 2))
        #expect(cut.samples.prefix(4).allSatisfy { (15...35).contains($0) })
    }

    /// The whole of it in one pixel, not a region without a size.
    @Test func magnifiedByNextToNothingItIsStillAPicture() throws {
        let state = Self.state {
            $0.set(Tag(0x0070, 0x005A), items: [Self.area([1, 1], [4, 1], "MAGNIFY", ratio: 0.01)])
        }
        let picture = try Self.drawn(image(columns: 4, allocated: 8), state, ByteBuffer(bytes: [10, 20, 30, 40]))
        #expect((picture.width, picture.height) == (1, 1))
        #expect(picture.samples == [25])
    }

    /// The VR is what the file says it is.
    @Test(arguments: ["-9223372036854775808", "9223372036854775807"])
    func anAreaBeyondEveryImageIsNone(corner: String) throws {
        var item = Self.area([1, 1], [4, 1], "SCALE TO FIT")
        item.set(Tag(0x0070, 0x0053), .IS, corner, "1")
        let state = Self.state { $0.set(Tag(0x0070, 0x005A), items: [item]) }
        let bytes = ByteBuffer(bytes: [10, 20, 30, 40])
        #expect(try Self.drawn(image(columns: 4, allocated: 8), state, bytes).samples == [10, 20, 30, 40])
    }

    /// What floating-point numbers can be has no ends that a shade could be given to.
    @Test func withoutAVOIFloatingPointNumbersAreShownFromTheLeastToTheGreatest() throws {
        var (single, double) = (image(columns: 3, allocated: 32), image(columns: 3, allocated: 32))
        single.set(.floatPixelData, .OF, bytes: ByteBuffer())
        double.set(.doubleFloatPixelData, .OD, bytes: ByteBuffer())
        var (floats, doubles) = (ByteBuffer(), ByteBuffer())
        for number in [-1.0, 0, 1] {
            floats.writeInteger(Float(number).bitPattern, endianness: .little)
            doubles.writeInteger(number.bitPattern, endianness: .little)
        }
        #expect(try Self.drawn(single, Self.state(), floats).samples == [0, 128, 255])
        #expect(try Self.drawn(double, Self.state(), doubles).samples == [0, 128, 255])
    }

    @Test func overlaysAreShownByALayerOnly() throws {
        var dataSet = image(columns: 3, allocated: 8)
        dataSet.setOverlay(origin: [1, 1], bits: 0b010)
        let grey = ByteBuffer(repeating: 10, count: 3)
        #expect(try Self.drawn(dataSet, Self.state(), grey).samples == [10, 10, 10])
        let shown = Self.state { $0.set(Tag(0x6000, 0x1001), .CS, "LAYER") }
        #expect(try Self.drawn(dataSet, shown, grey).samples == [10, 255, 10])
    }

    @Test func aBitmapShutterCoversWhereItIsSet() throws {
        let state = Self.state {
            $0.setOverlay(0x6002, origin: [1, 1], bits: 0b011)
            $0.set(Tag(0x0018, 0x1600), .CS, "BITMAP")
            $0.set(Tag(0x0018, 0x1622), .US, integers: 0x4000)
            $0.set(Tag(0x0018, 0x1623), .US, integers: 0x6002)
        }
        let drawn = try Self.drawn(image(columns: 3, allocated: 8), state, ByteBuffer(repeating: 10, count: 3))
        #expect(drawn.samples == [64, 64, 10])
    }

    @Test func aColourImageOrAStateWithoutImagesIsAnError() {
        #expect(throws: PixelError.unsupportedForm("colour under a grayscale presentation state")) {
            try Self.drawn(image("RGB", columns: 1, allocated: 8), Self.state(), ByteBuffer(bytes: [1, 2, 3]))
        }
        #expect(throws: PixelError.missing(.referencedImageSequence)) { try PresentationState(DataSet()) }
    }

    @Test func itKnowsWhichImagesAndFramesItIsFor() throws {
        var state = Self.state()
        var image = DataSet()
        image.set(.referencedSOPInstanceUID, "1.5")
        image.set(.referencedFrameNumber, .IS, "2", "3")
        var series = DataSet()
        series.set(.seriesInstanceUID, "1.3")
        series.set(.referencedImageSequence, items: [image])
        state.set(.referencedSeriesSequence, items: state.items(.referencedSeriesSequence) + [series])
        let parsed = try PresentationState(state)
        #expect(parsed.references.map(\.instance) == ["1.4", "1.5"] && parsed.references[1].frames == [2, 3])
    }

    private static let colors = "1.2.840.10008.5.1.4.1.1.11.2"

    @Test func aStateOfColoursTurnsAndCutsAndKeepsTheColours() throws {
        let dataSet = image("RGB", columns: 2, allocated: 8)
        let bytes = ByteBuffer(bytes: [1, 2, 3, 40, 50, 60])
        let state = Self.state {
            $0.set(.sopClassUID, Self.colors)
            $0.set(Tag(0x0070, 0x0042), .US, integers: 90)
            // Neither is of this kind of state.
            $0.set(.presentationLUTShape, "INVERSE")
            $0.set(Self.voiSequence, items: [Self.voi("5", "2")])
        }
        let turned = try Self.drawn(dataSet, state, bytes)
        #expect(turned.width == 1 && turned.height == 2 && turned.samples == [1, 2, 3, 40, 50, 60])
        let shuttered = Self.state {
            $0.set(.sopClassUID, Self.colors)
            $0.set(Tag(0x0018, 0x1600), "RECTANGULAR")
            for (element, edge) in [(0x1602, 2), (0x1604, 2), (0x1606, 1), (0x1608, 1)] as [(UInt16, Int)] {
                $0.set(Tag(0x0018, element), .IS, "\(edge)")
            }
            // L* of 50 is 119 in sRGB.
            $0.set(Tag(0x0018, 0x1624), .US, integers: 32_768, 32_896, 32_896)
        }
        #expect(try Self.drawn(dataSet, shuttered, bytes).samples == [119, 119, 119, 40, 50, 60])
    }

    @Test func eachKindOfStateIsForItsImages() throws {
        let grey = image(columns: 2, allocated: 8)
        let colors = Self.state { $0.set(.sopClassUID, Self.colors) }
        #expect(throws: PixelError.self) { try Self.drawn(grey, colors, ByteBuffer(bytes: [1, 2])) }
        let color = image("RGB", columns: 1, allocated: 8)
        #expect(throws: PixelError.self) { try Self.drawn(color, Self.state(), ByteBuffer(bytes: [1, 2, 3])) }
    }
}
