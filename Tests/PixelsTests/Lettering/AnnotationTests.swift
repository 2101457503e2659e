import DICOM
import Foundation
import NIOCore
import Testing

@testable import Pixels

struct AnnotationTests {
    private static func typeface(_ paths: String...) throws -> Typeface {
        Typeface(try paths.map { try Array(Data(contentsOf: URL(filePath: $0))) })
    }

    private static let sans = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    private static let all = "/usr/share/fonts/opentype/unifont/unifont.otf"

    private static func grey(_ width: Int, _ height: Int, _ shade: UInt8 = 100, components: Int = 1) -> Picture {
        let samples = [UInt8](repeating: shade, count: width * height * components)
        return Picture(width: width, height: height, components: components, samples: samples)
    }

    @Test(arguments: [1, 3]) func textIsWhiteWithAShadowInItsCorner(components: Int) throws {
        let drawn = try Self.grey(400, 300, components: components)
            .annotated(Annotation(top: ["Doe, Jane"], bottom: ["CT"]), Self.typeface(Self.sans))
        func shades(_ rows: Range<Int>, _ columns: Range<Int>) -> Set<UInt8> {
            Set(rows.flatMap { row in columns.map { drawn.samples[(row * 400 + $0) * components] } })
        }
        #expect(shades(0..<30, 0..<150).isSuperset(of: [0, 100, 255]))
        #expect(shades(270..<300, 0..<50).isSuperset(of: [0, 100, 255]))
        #expect(shades(40..<260, 0..<400) == [100] && shades(0..<300, 200..<400) == [100])
    }

    /// What the first font lacks the second has: no two of them are drawn alike.
    @Test func namesInEveryScriptAreDrawn() throws {
        let typeface = try Self.typeface(Self.sans, Self.all)
        let texts = ["山田太郎", "김희중", "Люкceмбypг", "Διονυσιος", "قباني", "שרון", "王小东", "ปริญญา"]
        let lines = typeface.lines(texts, height: 16)
        #expect(Set(lines.map(\.coverage)).count == texts.count)
        for line in lines { #expect(line.width >= 16 && line.coverage.contains { $0 > 128 }) }
        let missing = try Self.typeface(Self.sans).lines(["山", "太"], height: 16)
        #expect(missing[0].coverage == missing[1].coverage)
    }

    @Test func aPictureTooSmallForItsTextKeepsItsSize() throws {
        let typeface = try Self.typeface(Self.sans)
        for (width, height) in [(1, 1), (5, 40), (40, 5), (16, 16)] {
            let lines = (0..<9).map { "A very long line, number \($0)" }
            let drawn = Self.grey(width, height).annotated(Annotation(top: lines, bottom: lines), typeface)
            #expect(drawn.samples.count == width * height)
        }
    }

    @Test func withoutAFontNothingIsDrawn() {
        let typeface = Typeface([[1, 2, 3], []])
        #expect(typeface.isEmpty)
        #expect(Self.grey(9, 9).annotated(Annotation(top: ["x"]), typeface) == Self.grey(9, 9))
    }

    @Test(arguments: [1, 16, 256, 100_000]) func anIconIsASquareWithAWord(side: Int) throws {
        let icon = try Picture.icon("CT", side: side, Self.typeface(Self.sans))
        #expect(icon.width == icon.height && (16...4_096).contains(icon.width))
        #expect(icon.samples.contains { $0 > 200 })
        #expect(try Picture.icon("", side: side, Self.typeface(Self.sans)) != icon)
    }
}
