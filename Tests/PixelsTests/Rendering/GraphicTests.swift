import DICOM
import Foundation
import NIOCore
import Pixels
import Testing

private typealias Tag = DICOM.Tag

struct GraphicTests {
    private static let side = 40

    private static func object(_ type: String, _ data: [Double], units: String = "PIXEL") -> DataSet {
        var object = DataSet()
        object.set(Tag(0x0070, 0x0005), .CS, units)
        object.set(Tag(0x0070, 0x0020), .US, integers: 2)
        object.set(Tag(0x0070, 0x0021), .US, integers: data.count / 2)
        object.set(Tag(0x0070, 0x0022), .FL, numbers: data)
        object.set(Tag(0x0070, 0x0023), .CS, type)
        return object
    }

    private static func drawn(
        _ objects: [DataSet],
        texts: [DataSet] = [],
        framing: Framing? = nil,
        _ set: (inout DataSet) -> Void = { _ in }
    ) throws -> Picture {
        var annotation = DataSet()
        annotation.set(Tag(0x0070, 0x0009), items: objects)
        annotation.set(Tag(0x0070, 0x0008), items: texts)
        let state = PresentationStateTests.state {
            $0.set(.graphicAnnotationSequence, items: [annotation])
            set(&$0)
        }
        var dataSet = image(rows: side, columns: side, allocated: 8)
        dataSet.set(.sopInstanceUID, "1.4")
        let font = try Array(Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")))
        let bytes = ByteBuffer(repeating: 100, count: side * side)
        return try Frame(decoding: bytes, PixelDescription(dataSet), .explicitVRLittleEndian)
            .rendered(
                Presentation(dataSet, frame: 1, through: PresentationState(state)),
                framing: framing,
                typeface: Typeface([font])
            )
    }

    private static func white(_ picture: Picture) -> Set<[Int]> {
        Set(
            picture.samples.indices.filter { picture.samples[$0] == 255 }.map {
                [$0 / picture.width, $0 % picture.width]
            }
        )
    }

    /// The left top corner of the first pixel is 0, 0 (PS3.3 §C.10.5.1.2).
    @Test func aLineGoesFromPointToPoint() throws {
        let picture = try Self.drawn([Self.object("POLYLINE", [5.5, 10.5, 20.5, 10.5, 20.5, 15.5])])
        let expected = (5...20).map { [10, $0] } + (10...15).map { [$0, 20] }
        #expect(Self.white(picture) == Set(expected))
        #expect(picture.samples[9 * Self.side + 5] == 0 && picture.samples[3 * Self.side + 5] == 100)
    }

    @Test func circlesAndEllipsesHaveTheirExtent() throws {
        let circle = Self.white(try Self.drawn([Self.object("CIRCLE", [20, 20, 30, 20])]))
        #expect(
            circle.allSatisfy {
                abs(
                    (Double($0[0] * 2 - 39) / 2 * Double($0[0] * 2 - 39) / 2
                        + Double($0[1] * 2 - 39) / 2 * Double($0[1] * 2 - 39) / 2).squareRoot() - 10
                ) < 1.5
            }
        )
        #expect(circle.count > 40)
        let ellipse = Self.white(try Self.drawn([Self.object("ELLIPSE", [5, 20, 35, 20, 20, 15, 20, 25])]))
        #expect(ellipse.map { $0[1] }.min() == 5 && (34...35).contains(ellipse.map { $0[1] }.max() ?? 0))
        #expect(ellipse.map { $0[0] }.min() == 15 && (24...25).contains(ellipse.map { $0[0] }.max() ?? 0))
    }

    /// Nine thousand lines of two thousand pixels each, of no more points than one object may have.
    @Test func whatFollowsLinesWithoutEndIsLeftOut() throws {
        func isLastDrawn(after count: Int) throws -> Bool {
            let zigzag: [Double] = (0..<count).flatMap { [5, $0.isMultiple(of: 2) ? 0 : 40] }
            let last = Self.object("POLYLINE", [30, 0, 30, 40])
            let picture = try Self.drawn(
                [Self.object("POLYLINE", zigzag), last],
                framing: .viewport(Viewport(width: 2000, height: 2000))
            )
            return picture.samples[1000 * 2000 + 1500] == 255
        }
        #expect(try isLastDrawn(after: 20))
        #expect(try !isLastDrawn(after: 9_000))
    }

    @Test func partsOfTheDisplayedAreaFollowIt() throws {
        let line = Self.object("POLYLINE", [0.25, 0.5, 0.75, 0.5], units: "DISPLAY")
        let cut = try Self.drawn([line]) {
            var item = DataSet()
            item.set(Tag(0x0070, 0x0052), .SL, integers: 11, 11)
            item.set(Tag(0x0070, 0x0053), .SL, integers: 30, 30)
            item.set(Tag(0x0070, 0x0100), .CS, "SCALE TO FIT")
            $0.set(Tag(0x0070, 0x005A), items: [item])
        }
        #expect(cut.width == 20)
        #expect(Self.white(cut) == Set((5...15).map { [10, $0] }))
    }

    @Test func theyTurnAndScaleWithTheImage() throws {
        let line = Self.object("POLYLINE", [5.5, 10.5, 20.5, 10.5])
        let turned = try Self.drawn([line]) { $0.set(Tag(0x0070, 0x0042), .US, integers: 90) }
        #expect(Self.white(turned) == Set((5...20).map { [$0, 29] }))
        let flipped = try Self.drawn([line]) { $0.set(Tag(0x0070, 0x0041), .CS, "Y") }
        #expect(Self.white(flipped) == Set((19...34).map { [10, $0] }))
        let large = try Self.drawn([line], framing: .viewport(Viewport(width: 80, height: 80)))
        #expect(Self.white(large) == Set((11...41).map { [21, $0] }))
    }

    @Test func textStandsWhereItsBoxBegins() throws {
        var text = DataSet()
        text.set(Tag(0x0070, 0x0003), .CS, "PIXEL")
        text.set(Tag(0x0070, 0x0006), .ST, "Mass")
        text.set(Tag(0x0070, 0x0010), .FL, numbers: 10, 20)
        text.set(Tag(0x0070, 0x0011), .FL, numbers: 30, 30)
        let changed = try Self.drawn([], texts: [text]).samples.enumerated().filter { $0.element != 100 }.map(\.offset)
        #expect(changed.count > 20)
        #expect(changed.allSatisfy { $0 / Self.side >= 20 && $0 / Self.side < 31 && $0 % Self.side >= 10 })
    }

    @Test func whatLiesFarOutsideOrIsNoShapeDrawsNothing() throws {
        let objects = [
            Self.object("POLYLINE", [-1e5, -1e5, -1e4, -1e5]), Self.object("CIRCLE", [1, 2]),
            Self.object("POLYLINE", [.nan, 1, 2, 3]), Self.object("POLYLINE", [1e30, 1, 2, 3]),
            Self.object("STAR", [1, 2, 3, 4]), Self.object("POLYLINE", []),
        ]
        #expect(try Self.drawn(objects).samples.allSatisfy { $0 == 100 })
        let crossing = try Self.drawn([Self.object("POLYLINE", [-9e5, 20.5, 9e5, 20.5])])
        #expect(Self.white(crossing) == Set((0..<Self.side).map { [20, $0] }))
    }

    @Test func aCurveGoesThroughItsPoints() throws {
        let curve = Self.white(try Self.drawn([Self.object("INTERPOLATED", [5.5, 30.5, 20.5, 10.5, 35.5, 30.5])]))
        for point in [[30, 5], [10, 20], [30, 35]] { #expect(curve.contains(point)) }
    }

    /// A hundred million points would be a request for a day of work.
    @Test(.timeLimit(.minutes(1))) func thereIsAnEndToWhatIsDrawn() throws {
        let zigzag = Self.object("POLYLINE", (0..<20_000).map { $0 % 4 == 2 ? 39.5 : 0.5 })
        _ = try Self.drawn(Array(repeating: zigzag, count: 3_000))
    }
}
