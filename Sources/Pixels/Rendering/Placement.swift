/// Where a place of the whole frame comes to lie in the picture: its area cut, turned, flipped and scaled.
///
/// Places are columns and rows as numbers: the left top corner of the first pixel is 0, 0.
struct Placement: Hashable, Sendable {
    struct Point: Hashable, Sendable {
        var x: Double
        var y: Double
    }

    /// The frame's columns and rows.
    private var width: Double
    private var height: Double
    private var steps: [Step] = []

    private enum Step: Hashable, Sendable {
        case move(x: Double, y: Double)
        /// Clockwise by a right angle, of a picture of that height.
        case turn(height: Double)
        case flip(width: Double)
        case scale(x: Double, y: Double)
    }

    init(width: Int, height: Int) {
        (self.width, self.height) = (Double(width), Double(height))
    }

    func callAsFunction(_ point: Point) -> Point {
        steps.reduce(point) { point, step in
            switch step {
            case .move(let x, let y): Point(x: point.x + x, y: point.y + y)
            case .turn(let height): Point(x: height - point.y, y: point.x)
            case .flip(let width): Point(x: width - point.x, y: point.y)
            case .scale(let x, let y): Point(x: point.x * x, y: point.y * y)
            }
        }
    }

    mutating func cut(columns: Range<Int>, rows: Range<Int>) {
        steps.append(.move(x: -Double(columns.lowerBound), y: -Double(rows.lowerBound)))
        (width, height) = (Double(columns.count), Double(rows.count))
    }

    mutating func turn(_ quarterTurns: Int) {
        for _ in 0..<quarterTurns & 3 {
            steps.append(.turn(height: height))
            (width, height) = (height, width)
        }
    }

    mutating func flip() { steps.append(.flip(width: width)) }

    /// The viewport's region becomes a picture of that size.
    mutating func view(_ viewport: Viewport, width newWidth: Int, height newHeight: Int) {
        let (regionWidth, regionHeight) = (
            viewport.regionWidth ?? width - viewport.x, viewport.regionHeight ?? height - viewport.y
        )
        steps.append(.move(x: -viewport.x, y: -viewport.y))
        steps.append(.scale(x: Double(newWidth) / abs(regionWidth), y: Double(newHeight) / abs(regionHeight)))
        (width, height) = (Double(newWidth), Double(newHeight))
        if regionWidth < 0 { steps.append(.flip(width: width)) }
        // Upside down is half a turn, and then from left to right.
        if regionHeight < 0 {
            turn(2)
            flip()
        }
    }
}
