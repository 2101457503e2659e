/// Text in the corners of a picture (PS3.18 §8.3.5.1.1).
package struct Annotation: Hashable, Sendable {
    /// Lines at the left upper corner, from the top.
    package var top: [String]
    /// Lines at the left lower corner, from the top.
    package var bottom: [String]

    package init(top: [String] = [], bottom: [String] = []) {
        self.top = top
        self.bottom = bottom
    }

    var isEmpty: Bool { top.isEmpty && bottom.isEmpty }
}

extension Picture {
    /// Of a picture's height or width, the share of a line; and the least and the greatest height of one.
    private static let linesPerSide = 32
    private static let lineHeights = 9...64

    /// The picture with the text drawn upon it, in white with a black shadow, so that it is read on any ground.
    package func annotated(_ annotation: Annotation, _ typeface: Typeface) -> Picture {
        guard !annotation.isEmpty, !typeface.isEmpty else { return self }
        var picture = self
        let height = lineHeight(of: annotation.top.count + annotation.bottom.count)
        let margin = height / 2
        for (number, line) in typeface.lines(annotation.top, height: height).enumerated() {
            picture.draw(line, left: margin, top: margin + number * height)
        }
        let bottom = self.height - margin - annotation.bottom.count * height
        for (number, line) in typeface.lines(annotation.bottom, height: height).enumerated() {
            picture.draw(line, left: margin, top: bottom + number * height)
        }
        return picture
    }

    /// How high each of so many lines is, in pixels.
    func lineHeight(of lines: Int) -> Int {
        let usual = max(min(width, height * 2) / Self.linesPerSide, Self.lineHeights.lowerBound)
        return min(usual, Self.lineHeights.upperBound, max(1, height / max(lines, 1)))
    }

    /// Draws a line with its shadow.
    mutating func draw(_ line: Lettering, left: Int, top: Int) {
        let shadow = max(1, line.height / 16)
        blend(line, left: left + shadow, top: top + shadow, shade: 0)
        blend(line, left: left, top: top, shade: 255)
    }

    private mutating func blend(_ line: Lettering, left: Int, top: Int, shade: Int) {
        let (width, height, components) = (width, height, components)
        edit { samples in
            for row in 0..<line.height where (0..<height).contains(top + row) {
                for column in 0..<line.width where (0..<width).contains(left + column) {
                    let covered = Int(line.coverage[row * line.width + column])
                    guard covered > 0 else { continue }
                    let place = ((top + row) * width + left + column) * components
                    for component in place..<place + components {
                        let below = Int(samples[component])
                        samples[component] = UInt8(clamping: (below * (255 - covered) + shade * covered + 127) / 255)
                    }
                }
            }
        }
    }
}
