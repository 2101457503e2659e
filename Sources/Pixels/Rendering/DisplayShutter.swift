import DICOM

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What of an image is covered, so that only the middle is seen (PS3.3 §C.7.6.11).
struct DisplayShutter: Hashable, Sendable {
    /// What stays open; of several shapes, what is open in each.
    private enum Opening: Hashable, Sendable {
        /// Rows and columns from 0, the edges included.
        case rectangle(rows: ClosedRange<Int>, columns: ClosedRange<Int>)
        case circle(row: Double, column: Double, radius: Double)
        /// Corners, as rows and columns from 0; the last is joined to the first.
        case polygon([Corner])
    }

    fileprivate struct Corner: Hashable, Sendable {
        let row: Double
        let column: Double
    }

    private let openings: [Opening]
    /// What covers.
    let shade: UInt8

    /// Corners beyond this many are more than any shutter has.
    private static let maximumCorners = 4_096

    /// Nil where nothing is covered, or no shape can be read.
    init?(_ dataSet: DataSet) {
        // A shape that is named again says nothing new.
        openings = Set(dataSet.strings(.shutterShape)).compactMap { shape in
            switch shape {
            case "RECTANGULAR": Self.rectangle(dataSet)
            case "CIRCULAR": Self.circle(dataSet)
            case "POLYGONAL": Self.polygon(dataSet)
            default: nil
            }
        }
        guard !openings.isEmpty else { return nil }
        shade = Self.shade(dataSet)
    }

    /// The P-Value of 16 bits as eight, else the lightness of the colour, 0 to 65,535, as a grey of sRGB; black where
    /// neither is said.
    static func shade(_ dataSet: DataSet) -> UInt8 {
        if let value = dataSet.integer(.shutterPresentationValue) { return UInt8(clamping: value >> 8) }
        let lightness = Double(dataSet.integer(.shutterPresentationColorCIELabValue) ?? 0) / 655.35
        let light = lightness > 8 ? pow((lightness + 16) / 116, 3) : lightness * 27 / 24_389
        let coded = light > 0.003_130_8 ? 1.055 * pow(light, 1 / 2.4) - 0.055 : 12.92 * light
        return UInt8(clamping: Int(saturating: (coded * 255).rounded()))
    }

    private static func rectangle(_ dataSet: DataSet) -> Opening? {
        guard let left = dataSet.integer(.shutterLeftVerticalEdge),
            let right = dataSet.integer(.shutterRightVerticalEdge),
            let upper = dataSet.integer(.shutterUpperHorizontalEdge),
            let lower = dataSet.integer(.shutterLowerHorizontalEdge), left <= right, upper <= lower,
            [left, right, upper, lower].allSatisfy({ $0.magnitude < 1 << 20 })
        else { return nil }
        return .rectangle(rows: (upper - 1)...(lower - 1), columns: (left - 1)...(right - 1))
    }

    private static func circle(_ dataSet: DataSet) -> Opening? {
        let center = dataSet.numbers(.centerOfCircularShutter)
        guard center.count == 2, let radius = dataSet.number(.radiusOfCircularShutter), radius >= 0 else { return nil }
        return .circle(row: center[0] - 1, column: center[1] - 1, radius: radius)
    }

    private static func polygon(_ dataSet: DataSet) -> Opening? {
        let numbers = dataSet.numbers(.verticesOfThePolygonalShutter)
        guard numbers.count >= 6, numbers.count <= maximumCorners * 2, numbers.allSatisfy(\.isFinite) else {
            return nil
        }
        return .polygon(
            stride(from: 0, to: numbers.count - 1, by: 2).map {
                Corner(row: numbers[$0] - 1, column: numbers[$0 + 1] - 1)
            }
        )
    }

    func cover(_ picture: inout Picture) {
        for opening in openings {
            for row in 0..<picture.height {
                let open = Self.open(opening, row: row, width: picture.width)
                var start = 0
                for span in open {
                    picture.fill(row: row, start..<max(start, span.lowerBound), shade)
                    start = max(start, span.upperBound)
                }
                picture.fill(row: row, start..<picture.width, shade)
            }
        }
    }

    /// What is open of a row, from left to right.
    private static func open(_ opening: Opening, row: Int, width: Int) -> [Range<Int>] {
        switch opening {
        case .rectangle(let rows, let columns):
            return rows.contains(row) ? [clamped(columns.lowerBound, columns.upperBound + 1, width)] : []
        case .circle(let middle, let column, let radius):
            let height = Double(row) - middle
            guard abs(height) <= radius else { return [] }
            let half = (radius * radius - height * height).squareRoot()
            return [clamped(Int(saturating: (column - half).rounded(.up)), upTo(column + half), width)]
        case .polygon(let corners):
            let crossings = crossings(corners, row: Double(row))
            return stride(from: 0, to: crossings.count - 1, by: 2).map {
                clamped(Int(saturating: crossings[$0].rounded(.up)), upTo(crossings[$0 + 1]), width)
            }
        }
    }

    private static func upTo(_ last: Double) -> Int { Int(saturating: min(last, 1e9).rounded(.down)) + 1 }

    private static func clamped(_ start: Int, _ end: Int, _ width: Int) -> Range<Int> {
        let start = min(max(start, 0), width)
        return start..<max(start, min(end, width))
    }

    /// Where a row's middle line crosses the polygon's edges, ascending (even and odd).
    private static func crossings(_ corners: [Corner], row: Double) -> [Double] {
        zip(corners, corners.dropFirst() + corners.prefix(1)).compactMap { from, to in
            guard (from.row <= row) != (to.row <= row) else { return nil }
            return from.column + (row - from.row) / (to.row - from.row) * (to.column - from.column)
        }.sorted()
    }
}

extension Tag {
    static let shutterShape = Tag(0x0018, 0x1600)
    fileprivate static let shutterLeftVerticalEdge = Tag(0x0018, 0x1602)
    fileprivate static let shutterRightVerticalEdge = Tag(0x0018, 0x1604)
    fileprivate static let shutterUpperHorizontalEdge = Tag(0x0018, 0x1606)
    fileprivate static let shutterLowerHorizontalEdge = Tag(0x0018, 0x1608)
    fileprivate static let centerOfCircularShutter = Tag(0x0018, 0x1610)
    fileprivate static let radiusOfCircularShutter = Tag(0x0018, 0x1612)
    fileprivate static let verticesOfThePolygonalShutter = Tag(0x0018, 0x1620)
    fileprivate static let shutterPresentationValue = Tag(0x0018, 0x1622)
    fileprivate static let shutterPresentationColorCIELabValue = Tag(0x0018, 0x1624)
    static let shutterOverlayGroup = Tag(0x0018, 0x1623)
    static let frameDisplayShutterSequence = Tag(0x0018, 0x9472)
}
