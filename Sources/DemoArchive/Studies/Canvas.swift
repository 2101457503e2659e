/// A picture of one number a pixel, on which soft shapes are drawn.
struct Canvas {
    let width: Int
    let height: Int
    var values: [Float]

    init(width: Int, height: Int, value: Float = 0) {
        (self.width, self.height) = (width, height)
        values = [Float](repeating: value, count: width * height)
    }

    /// Changes each pixel of a part of the canvas.
    @inline(__always)
    mutating func update(
        x: ClosedRange<Float>,
        y: ClosedRange<Float>,
        _ change: (inout Float, Float, Float) -> Void
    ) {
        let columns = Self.pixels(x, width)
        for row in Self.pixels(y, height) {
            for column in columns { change(&values[row * width + column], Float(column), Float(row)) }
        }
    }

    /// The pixels within a stretch, those outside the canvas left out.
    private static func pixels(_ stretch: ClosedRange<Float>, _ count: Int) -> Range<Int> {
        let low = max(0, Int(stretch.lowerBound.rounded(.down)))
        let high = min(count, Int(stretch.upperBound.rounded(.up)) + 1)
        return low..<max(low, high)
    }

    /// Adds a line whose thickness and strength may change from the one end to the other.
    mutating func addStroke(
        from start: SIMD2<Float>,
        to end: SIMD2<Float>,
        widths: (Float, Float),
        strength: Float,
        round: Bool = true
    ) {
        let reach = max(widths.0, widths.1) + 2
        let along = end - start
        let square = max((along * along).sum(), 0.001)
        let low = pointwiseMin(start, end)
        let high = pointwiseMax(start, end)
        update(x: (low.x - reach)...(high.x + reach), y: (low.y - reach)...(high.y + reach)) { value, x, y in
            let offset = SIMD2(x, y) - start
            let t = clamp((offset * along).sum() / square)
            let away = offset - along * t
            let distance = (away * away).sum().squareRoot()
            let width = mix(widths.0, widths.1, t)
            guard distance < width + 1 else { return }
            // A rod is thickest in its middle.
            let depth =
                round
                ? (max(0, 1 - distance * distance / (width * width + 0.01))).squareRoot() : cover(distance - width)
            value = max(value, strength * depth)
        }
    }

    /// The value between pixels; beyond the edges, that of the edge.
    func sample(_ x: Float, _ y: Float) -> Float {
        let (fx, fy) = (max(0, min(x, Float(width) - 1.001)), max(0, min(y, Float(height) - 1.001)))
        let (column, row) = (Int(fx), Int(fy))
        let (u, v) = (fx - Float(column), fy - Float(row))
        let index = row * width + column
        let upper = mix(values[index], values[index + 1], u)
        let lower = mix(values[index + width], values[index + width + 1], u)
        return mix(upper, lower, v)
    }
}
