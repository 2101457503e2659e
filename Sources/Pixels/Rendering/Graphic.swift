import DICOM

/// What a presentation state draws and writes upon an image (PS3.3 §C.10.5).
struct Graphic: Hashable, Sendable {
    typealias Point = Placement.Point

    enum Shape: Hashable, Sendable {
        /// From point to point.
        case line([Point])
        case point(Point)
        /// A text, and the left top corner of where it stands.
        case text([String], Point)
    }

    let shape: Shape
    /// True where points are fractions of the displayed area, and not columns and rows of the image.
    let isOfArea: Bool

    /// What it takes to draw, in points or letters.
    fileprivate var effort: Int {
        switch shape {
        case .line(let points): points.count
        case .point: 1
        case .text(let lines, _): lines.reduce(Self.textEffort) { $0 + $1.unicodeScalars.count + 1 }
        }
    }

    /// What it takes to begin a text, in letters: fonts are opened for each.
    private static let textEffort = 16

    /// More points of one object than anybody has drawn by hand.
    private static let maximumPoints = 10_000

    fileprivate static func objects(_ item: DataSet) -> [Graphic] {
        let points = points(item.numbers(.graphicData))
        guard let first = points.first else { return [] }
        let shape: Shape? =
            switch item.string(.graphicType) {
            case "POINT": .point(first)
            case "POLYLINE": .line(points)
            case "INTERPOLATED": .line(interpolated(points))
            case "CIRCLE" where points.count == 2: .line(circle(first, points[1]))
            case "ELLIPSE" where points.count == 4: .line(ellipse(points))
            default: nil
            }
        return shape.map { [Graphic(shape: $0, isOfArea: item.string(.graphicAnnotationUnits) == "DISPLAY")] } ?? []
    }

    /// The text, and the line from its box to what it is about.
    fileprivate static func texts(_ item: DataSet) -> [Graphic] {
        let lines = item.strings(.unformattedTextValue).joined(separator: "\\").replacing("\r\n", with: "\n")
            .split(separator: "\n").map(String.init)
        let corner = points(item.numbers(.boundingBoxTopLeftHandCorner)).first
        let anchor = points(item.numbers(.anchorPoint)).first
        let isBoxOfArea = item.string(.boundingBoxAnnotationUnits) == "DISPLAY"
        let isAnchorOfArea = item.string(.anchorPointAnnotationUnits) == "DISPLAY"
        guard let place = corner ?? anchor else { return [] }
        var graphics = [Graphic(shape: .text(lines, place), isOfArea: corner == nil ? isAnchorOfArea : isBoxOfArea)]
        if let corner, let anchor, item.string(.anchorPointVisibility) == "Y", isBoxOfArea == isAnchorOfArea {
            graphics.append(Graphic(shape: .line([corner, anchor]), isOfArea: isAnchorOfArea))
        }
        return graphics
    }

    private static func points(_ numbers: [Double]) -> [Point] {
        guard numbers.count <= maximumPoints * 2, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else {
            return []
        }
        return stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
    }
}

/// The objects of presentation states, up to what can be drawn in a moment.
struct Graphics {
    private(set) var all: [Graphic] = []
    private var room = maximumEffort

    /// Points and letters upon one picture at most; what comes after them is left out.
    private static let maximumEffort = 50_000

    /// Adds the objects of an item of the Graphic Annotation Sequence; those that cannot be read are left out.
    mutating func add(_ item: DataSet) {
        for object in item.items(.graphicObjectSequence) where room > 0 { add(Graphic.objects(object)) }
        for text in item.items(.textObjectSequence) where room > 0 { add(Graphic.texts(text)) }
    }

    private mutating func add(_ graphics: [Graphic]) {
        for graphic in graphics {
            room -= graphic.effort
            if room >= 0 { all.append(graphic) }
        }
    }
}

extension Graphic {
    private static let steps = 96

    private static func circle(_ center: Point, _ edge: Point) -> [Point] {
        let (x, y) = (edge.x - center.x, edge.y - center.y)
        let radius = (x * x + y * y).squareRoot()
        return arc(center, Point(x: radius, y: 0), Point(x: 0, y: radius))
    }

    /// By the ends of the two axes.
    private static func ellipse(_ points: [Point]) -> [Point] {
        let center = Point(x: (points[0].x + points[1].x) / 2, y: (points[0].y + points[1].y) / 2)
        return arc(
            center,
            Point(x: points[0].x - center.x, y: points[0].y - center.y),
            Point(x: points[2].x - center.x, y: points[2].y - center.y)
        )
    }

    /// A closed curve around the centre by two half axes.
    private static func arc(_ center: Point, _ major: Point, _ minor: Point) -> [Point] {
        (0...steps).map { step in
            let (cosine, sine) = UnitCircle.point(Double(step) / Double(steps))
            return Point(
                x: center.x + major.x * cosine + minor.x * sine,
                y: center.y + major.y * cosine + minor.y * sine
            )
        }
    }

    /// A smooth curve through the points: Catmull and Rom's.
    private static func interpolated(_ points: [Point]) -> [Point] {
        guard points.count > 2 else { return points }
        let pieces = max(2, min(16, maximumPoints / points.count))
        var curve: [Point] = []
        for index in 0..<points.count - 1 {
            let (before, from) = (points[max(index - 1, 0)], points[index])
            let (to, after) = (points[index + 1], points[min(index + 2, points.count - 1)])
            for piece in 0..<pieces {
                let t = Double(piece) / Double(pieces)
                func blend(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
                    0.5
                        * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t
                            * t)
                }
                curve.append(
                    Point(
                        x: blend(before.x, from.x, to.x, after.x),
                        y: blend(before.y, from.y, to.y, after.y)
                    )
                )
            }
        }
        return curve + points.suffix(1)
    }
}

extension Tag {
    fileprivate static let anchorPointAnnotationUnits = Tag(0x0070, 0x0004)
    fileprivate static let boundingBoxAnnotationUnits = Tag(0x0070, 0x0003)
    fileprivate static let graphicAnnotationUnits = Tag(0x0070, 0x0005)
    fileprivate static let unformattedTextValue = Tag(0x0070, 0x0006)
    fileprivate static let textObjectSequence = Tag(0x0070, 0x0008)
    fileprivate static let graphicObjectSequence = Tag(0x0070, 0x0009)
    fileprivate static let boundingBoxTopLeftHandCorner = Tag(0x0070, 0x0010)
    fileprivate static let anchorPoint = Tag(0x0070, 0x0014)
    fileprivate static let anchorPointVisibility = Tag(0x0070, 0x0015)
    fileprivate static let graphicData = Tag(0x0070, 0x0022)
    fileprivate static let graphicType = Tag(0x0070, 0x0023)
}
