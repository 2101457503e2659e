/// What a presentation state shows of the picture of a whole frame, and which way up (PS3.3 §C.10.4, §C.10.6;
/// PS3.4 §N.2.3, §N.2.4).
struct Arrangement: Hashable, Sendable {
    /// The part of the image that is displayed; it may reach beyond the image, where it is black.
    struct Area: Hashable, Sendable {
        var columns: Range<Int>
        var rows: Range<Int>
    }

    /// Nil is all of it.
    var area: Area?
    /// Clockwise.
    var quarterTurns = 0
    /// From left to right, after the rotation.
    var isFlipped = false
    /// Of one picture pixel for each of the image's, and then cut to the viewport; nil fits the area into it.
    var magnification: Double?

    /// Beyond this an area is no part of any image.
    static let maximumReach: UInt = 1 << 17
    static let maximumMagnification = 64.0

    /// The area, the right way up.
    func arranged(_ whole: Picture, _ placement: inout Placement, limits: PixelLimits) throws(PixelError) -> Picture {
        var picture = whole
        if let area {
            _ = try PixelLimits.product(area.columns.count, area.rows.count, limit: limits.maximumPicturePixels)
            picture = picture.cut(columns: area.columns, rows: area.rows)
            placement.cut(columns: area.columns, rows: area.rows)
        }
        picture = picture.turned(quarterTurns)
        placement.turn(quarterTurns)
        guard isFlipped else { return picture }
        placement.flip()
        return picture.flipped
    }

    /// The aspect of the pixels after the rotation.
    func aspect(_ pixelAspect: Double) -> Double { quarterTurns % 2 == 0 ? pixelAspect : 1 / pixelAspect }

    /// What the client's framing comes to, or the magnification; nil where the picture stays as it is.
    func viewport(_ framing: Framing?, upon picture: Picture, _ aspect: Double) throws(PixelError) -> Viewport? {
        let viewport = try framing?.viewport(width: picture.width, height: picture.height)
        return magnification.map { magnified(picture, by: $0, aspect, within: viewport) } ?? viewport
    }

    /// Magnified about its middle, and cut to what the viewport has room for (PS3.18 §8.3.5.1.6).
    private func magnified(
        _ picture: Picture,
        by factor: Double,
        _ aspect: Double,
        within viewport: Viewport?
    ) -> Viewport {
        let (fullWidth, fullHeight) = (Double(picture.width) * factor, Double(picture.height) * factor * aspect)
        let width = max(1, min(fullWidth, viewport.map { Double($0.width) } ?? fullWidth).rounded())
        let height = max(1, min(fullHeight, viewport.map { Double($0.height) } ?? fullHeight).rounded())
        let shownWidth = min(width / factor, Double(picture.width))
        let shownHeight = min(height / factor / aspect, Double(picture.height))
        return Viewport(
            width: Int(saturating: width),
            height: Int(saturating: height),
            x: (Double(picture.width) - shownWidth) / 2,
            y: (Double(picture.height) - shownHeight) / 2,
            regionWidth: shownWidth,
            regionHeight: shownHeight
        )
    }
}

extension Picture {
    /// The rectangle, black where it reaches beyond the picture.
    func cut(columns: Range<Int>, rows: Range<Int>) -> Picture {
        var cut = [UInt8](repeating: 0, count: columns.count &* rows.count &* components)
        let inside = columns.clamped(to: 0..<width)
        let samples = samples
        let source = samples.span
        var target = cut.mutableSpan
        for row in rows.clamped(to: 0..<height) {
            let from = (row &* width &+ inside.lowerBound) &* components
            let to =
                ((row &- rows.lowerBound) &* columns.count &+ inside.lowerBound &- columns.lowerBound) &* components
            for offset in 0..<inside.count &* components { target[to &+ offset] = source[from &+ offset] }
        }
        return Picture(width: columns.count, height: rows.count, components: components, samples: cut)
    }

    /// Turned clockwise by so many right angles.
    func turned(_ quarterTurns: Int) -> Picture {
        switch quarterTurns & 3 {
        case 1: rearranged(height, width) { column, row in (row, height &- 1 &- column) }
        case 2: rearranged(width, height) { column, row in (width &- 1 &- column, height &- 1 &- row) }
        case 3: rearranged(height, width) { column, row in (width &- 1 &- row, column) }
        default: self
        }
    }

    /// From left to right.
    var flipped: Picture { rearranged(width, height) { column, row in (width &- 1 &- column, row) } }

    /// - Parameter origin: the column and row that a column and row of the new picture come from.
    private func rearranged(_ newWidth: Int, _ newHeight: Int, _ origin: (Int, Int) -> (Int, Int)) -> Picture {
        let samples = samples
        var arranged = [UInt8](repeating: 0, count: samples.count)
        let source = samples.span
        var target = arranged.mutableSpan
        var place = 0
        for row in 0..<newHeight {
            for column in 0..<newWidth {
                let (from, line) = origin(column, row)
                let start = (line &* width &+ from) &* components
                for component in 0..<components { target[place &+ component] = source[start &+ component] }
                place &+= components
            }
        }
        return Picture(width: newWidth, height: newHeight, components: components, samples: arranged)
    }
}
