extension Picture {
    /// A sign for what has no picture of its own, or may not show it: a frame with a word in its middle.
    ///
    /// - Parameters:
    ///   - side: of the square, in pixels; at least 16.
    ///   - label: a modality, for one; cut to what fits.
    package static func icon(_ label: String, side: Int, _ typeface: Typeface) -> Picture {
        let side = min(max(side, 16), 4_096)
        var icon = Picture(
            width: side,
            height: side,
            components: 1,
            samples: [UInt8](repeating: 40, count: side * side)
        )
        let (edge, line) = (side / 8, max(1, side / 64))
        for row in edge..<side - edge {
            let isEdge = row < edge + line || row >= side - edge - line
            icon.fill(row: row, edge..<edge + (isEdge ? side - 2 * edge : line), 160)
            icon.fill(row: row, (side - edge - line)..<side - edge, 160)
        }
        // A word of up to four letters fits into what the frame leaves.
        guard let word = typeface.lines([String(label.prefix(6))], height: max(8, side / 5)).first else { return icon }
        icon.draw(word, left: max(0, (side - word.width) / 2), top: (side - word.height) / 2)
        return icon
    }
}
