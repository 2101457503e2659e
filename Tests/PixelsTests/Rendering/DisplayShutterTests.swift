import DICOM
import NIOCore
import Pixels
import Testing

private typealias Tag = DICOM.Tag

struct DisplayShutterTests {
    /// Five by five pixels of 200.
    private static func image(_ set: (inout DataSet) -> Void) throws -> [[UInt8]] {
        var dataSet = PixelsTests.image(rows: 5, columns: 5, allocated: 8)
        set(&dataSet)
        let shades = try dataSet.drawn(ByteBuffer(repeating: 200, count: 25))
        return (0..<5).map { Array(shades[($0 * 5)..<($0 * 5 + 5)]) }
    }

    @Test func aRectangleKeepsItsEdges() throws {
        let rows = try Self.image {
            $0.set(Tag(0x0018, 0x1600), .CS, "RECTANGULAR")
            $0.set(Tag(0x0018, 0x1602), .IS, "2")
            $0.set(Tag(0x0018, 0x1604), .IS, "4")
            $0.set(Tag(0x0018, 0x1606), .IS, "3")
            $0.set(Tag(0x0018, 0x1608), .IS, "4")
        }
        let open: [UInt8] = [0, 200, 200, 200, 0]
        #expect(rows == [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], open, open, [0, 0, 0, 0, 0]])
    }

    @Test func aCircleIsRound() throws {
        let rows = try Self.image {
            $0.set(Tag(0x0018, 0x1600), .CS, "CIRCULAR")
            $0.set(Tag(0x0018, 0x1610), .IS, "3", "3")
            $0.set(Tag(0x0018, 0x1612), .IS, "1")
            $0.set(Tag(0x0018, 0x1622), .US, integers: 0x8000)
        }
        let (outside, narrow, wide): ([UInt8], [UInt8], [UInt8]) = (
            [128, 128, 128, 128, 128], [128, 128, 200, 128, 128], [128, 200, 200, 200, 128]
        )
        #expect(rows == [outside, narrow, wide, narrow, outside])
    }

    @Test func aPolygonIsClosed() throws {
        let rows = try Self.image {
            $0.set(Tag(0x0018, 0x1600), .CS, "POLYGONAL")
            // A triangle: row and column of each corner.
            $0.set(Tag(0x0018, 0x1620), .IS, "1", "1", "5", "1", "5", "5")
        }
        #expect(
            rows[0] == [200, 0, 0, 0, 0] && rows[2] == [200, 200, 200, 0, 0] && rows[3] == [200, 200, 200, 200, 0]
        )
    }

    @Test func ofSeveralShapesOnlyWhatAllLeaveOpenIsSeen() throws {
        let rows = try Self.image {
            $0.set(Tag(0x0018, 0x1600), .CS, "RECTANGULAR", "CIRCULAR")
            for (element, value) in [(0x1602, "3"), (0x1604, "5"), (0x1606, "1"), (0x1608, "5")] as [(UInt16, String)] {
                $0.set(Tag(0x0018, element), .IS, value)
            }
            $0.set(Tag(0x0018, 0x1610), .IS, "3", "3")
            $0.set(Tag(0x0018, 0x1612), .IS, "1")
        }
        #expect(rows[1] == [0, 0, 200, 0, 0] && rows[2] == [0, 0, 200, 200, 0])
    }

    /// Ten thousand times the same polygon would take as long as ten thousand polygons.
    @Test func aShapeThatIsNamedAgainIsTheSame() throws {
        func presentation(_ shapes: [String]) throws -> Presentation {
            var dataSet = PixelsTests.image(rows: 5, columns: 5, allocated: 8)
            dataSet.set(Tag(0x0018, 0x1600), .CS, strings: shapes)
            dataSet.set(Tag(0x0018, 0x1620), .IS, "1", "1", "5", "1", "5", "5")
            return try Presentation(dataSet, frame: 1)
        }
        let often = [String](repeating: "POLYGONAL", count: 10_000)
        #expect(try presentation(often) == presentation(["POLYGONAL"]))
    }

    @Test(arguments: ["RECTANGULAR", "CIRCULAR", "POLYGONAL", "BITMAP", ""])
    func aShapeWithoutItsNumbersCoversNothing(shape: String) throws {
        let rows = try Self.image { $0.set(Tag(0x0018, 0x1600), .CS, shape) }
        #expect(rows.allSatisfy { $0 == [200, 200, 200, 200, 200] })
    }

    @Test func numbersOutsideTheImageDoNotTrap() throws {
        let numbers = [
            "-9223372036854775808", "-2147483648", "-1", "0", "1", "5", "6", "1048575", "2147483647",
            "9223372036854775807",
        ]
        var random = Random(seed: 11)
        for _ in 0..<500 {
            _ = try Self.image {
                $0.set(Tag(0x0018, 0x1600), .CS, "RECTANGULAR", "CIRCULAR", "POLYGONAL")
                for element: UInt16 in [0x1602, 0x1604, 0x1606, 0x1608, 0x1612] {
                    $0.set(Tag(0x0018, element), .IS, numbers.randomElement(using: &random) ?? "1")
                }
                for (element, count) in [(0x1610, 2), (0x1620, 8)] as [(UInt16, Int)] {
                    let values = (0..<count).map { _ in numbers.randomElement(using: &random) ?? "1" }
                    $0.set(Tag(0x0018, element), .IS, strings: values)
                }
            }
        }
    }
}
