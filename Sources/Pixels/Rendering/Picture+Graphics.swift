#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum UnitCircle {
    /// The cosine and the sine of a part of the circle, 0 to 1.
    static func point(_ part: Double) -> (cosine: Double, sine: Double) {
        (cos(part * 2 * .pi), sin(part * 2 * .pi))
    }
}

extension Picture {
    /// Draws what a presentation state has, in white with a black edge, so that it is seen on any ground.
    ///
    /// - Parameters:
    ///   - placement: from the image's places to the picture's.
    ///   - area: the displayed area, of which some objects' points are fractions.
    mutating func draw(_ graphics: [Graphic], _ placement: Placement, area: Arrangement.Area, _ typeface: Typeface) {
        var room = Self.maximumLength
        for graphic in graphics where room > 0 {
            let place = { (point: Graphic.Point) in
                placement(
                    graphic.isOfArea
                        ? Graphic.Point(
                            x: Double(area.columns.lowerBound) + point.x * Double(area.columns.count),
                            y: Double(area.rows.lowerBound) + point.y * Double(area.rows.count)
                        ) : point
                )
            }
            switch graphic.shape {
            case .line(let points): draw(lineThrough: points.map(place), within: &room)
            case .point(let point): draw(crossAt: place(point), within: &room)
            case .text(let lines, let point): write(lines, at: place(point), typeface)
            }
        }
    }

    /// Of all lines of a picture, in pixels: a thousand across the largest radiograph. A few points that lie far apart
    /// would be the work of minutes; what comes after is left out.
    private static let maximumLength = 1 << 22

    private mutating func draw(lineThrough points: [Graphic.Point], within room: inout Int) {
        var left = room
        for (thickness, shade) in [(3, UInt8(0)), (1, UInt8(255))] {
            left = room
            for (from, to) in zip(points, points.dropFirst()) where left > 0 {
                left -= draw(from: from, to: to, thickness, shade)
            }
        }
        room = left
    }

    private mutating func draw(crossAt point: Graphic.Point, within room: inout Int) {
        let arm = Double(max(3, min(width, height) / 64))
        draw(lineThrough: [.init(x: point.x - arm, y: point.y), .init(x: point.x + arm, y: point.y)], within: &room)
        draw(lineThrough: [.init(x: point.x, y: point.y - arm), .init(x: point.x, y: point.y + arm)], within: &room)
    }

    /// A straight line of squares, as far as it lies in the picture.
    ///
    /// - Returns: How long it is there.
    private mutating func draw(from: Graphic.Point, to: Graphic.Point, _ thickness: Int, _ shade: UInt8) -> Int {
        guard let (from, to) = clipped(from, to) else { return 0 }
        let steps = max(1, Int(saturating: max(abs(to.x - from.x), abs(to.y - from.y)).rounded(.up)))
        let half = thickness / 2
        for step in 0...steps {
            let part = Double(step) / Double(steps)
            let column = Int(saturating: (from.x + (to.x - from.x) * part).rounded(.down))
            let row = Int(saturating: (from.y + (to.y - from.y) * part).rounded(.down))
            for near in max(0, row - half)..<max(0, row - half, min(height, row + half + 1)) {
                let left = min(max(column - half, 0), width)
                fill(row: near, left..<max(left, min(column + half + 1, width)), shade)
            }
        }
        return steps
    }

    /// The part of a line that lies in the picture, by Liang and Barsky's method; nil when none does.
    private func clipped(_ from: Graphic.Point, _ to: Graphic.Point) -> (Graphic.Point, Graphic.Point)? {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        var (first, last) = (0.0, 1.0)
        let edges = [
            (-dx, from.x + 2), (dx, Double(width) + 2 - from.x), (-dy, from.y + 2), (dy, Double(height) + 2 - from.y),
        ]
        for (direction, distance) in edges {
            if direction == 0 {
                if distance < 0 { return nil }
            } else if direction < 0 {
                first = max(first, distance / direction)
            } else {
                last = min(last, distance / direction)
            }
        }
        guard first <= last, first.isFinite, last.isFinite else { return nil }
        return (
            .init(x: from.x + dx * first, y: from.y + dy * first), .init(x: from.x + dx * last, y: from.y + dy * last)
        )
    }

    private mutating func write(_ lines: [String], at point: Graphic.Point, _ typeface: Typeface) {
        let height = lineHeight(of: lines.count)
        let (left, top) = (Int(saturating: point.x.rounded(.down)), Int(saturating: point.y.rounded(.down)))
        guard abs(left) < 1 << 20, abs(top) < 1 << 20 else { return }
        for (number, line) in typeface.lines(lines, height: height).enumerated() {
            draw(line, left: left, top: top + number * height)
        }
    }
}
