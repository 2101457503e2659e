/// The samples of one component, at its own resolution.
struct JPEGPlane {
    static let blockSide = 8

    /// How large a component is (ITU-T T.81 §A.1.1, §A.2.4).
    struct Shape {
        /// Samples that the image has.
        let width: Int
        let height: Int
        /// Blocks beside and below each other of the whole units that scans of several components are made of.
        let paddedColumns: Int
        let paddedRows: Int
        /// Blocks in a unit.
        let horizontal: Int
        let vertical: Int
        /// How many pixels stand beside and below each other for one sample.
        let widthRatio: Int
        let heightRatio: Int

        var paddedBlocks: Int { paddedColumns &* paddedRows }
        /// Blocks of a scan of this component alone.
        var columns: Int { Shape.ceiling(width, JPEGPlane.blockSide) }
        var rows: Int { Shape.ceiling(height, JPEGPlane.blockSide) }
        var stride: Int { paddedColumns &* JPEGPlane.blockSide }

        static func ceiling(_ number: Int, _ divisor: Int) -> Int { (number &+ divisor &- 1) / divisor }
    }

    let shape: Shape
    var samples: [UInt16]

    init(_ shape: Shape) {
        self.shape = shape
        samples = [UInt16](repeating: 0, count: shape.paddedBlocks &* Self.blockSide &* Self.blockSide)
    }
}

extension JPEGPlane.Shape {
    /// - Throws: when a sample stands for no whole number of pixels.
    init(
        _ component: JPEGFrameHeader.Component,
        _ frame: JPEGFrameHeader,
        _ description: PixelDescription
    ) throws(PixelError) {
        // One component alone has a block a unit, whatever its sampling factors (§A.2.2).
        let isAlone = frame.components.count == 1
        horizontal = isAlone ? 1 : component.horizontalSampling
        vertical = isAlone ? 1 : component.verticalSampling
        let (across, down) = isAlone ? (1, 1) : (frame.horizontalSampling, frame.verticalSampling)
        guard across % horizontal == 0, down % vertical == 0 else {
            throw .unsupportedForm("JPEG with sampling \(horizontal) x \(vertical) beside \(across) x \(down)")
        }
        widthRatio = across / horizontal
        heightRatio = down / vertical
        width = Self.ceiling(description.columns, widthRatio)
        height = Self.ceiling(description.rows, heightRatio)
        paddedColumns = Self.ceiling(description.columns, across &* JPEGPlane.blockSide) &* horizontal
        paddedRows = Self.ceiling(description.rows, down &* JPEGPlane.blockSide) &* vertical
    }
}

extension JPEGPlane {
    /// Samples of twelve bits, around their middle.
    private static let middle: Int32 = 1 << Int32(JPEGExtended.precision - 1)

    /// Puts a block in its place.
    ///
    /// - Parameters:
    ///   - flat: the sample of all places, where it is one.
    ///   - block: else the samples around zero, line by line.
    @inline(__always)
    mutating func set(_ flat: Int32?, _ block: Span<Int32>, column: Int, row: Int) {
        let side = Self.blockSide
        let start = row &* side &* shape.stride &+ column &* side
        let stride = shape.stride
        var target = samples.mutableSpan
        for line in 0..<side {
            for position in 0..<side {
                let sample = (flat ?? block[line &* side &+ position]) &+ Self.middle
                let clamped = min(max(sample, 0), Self.middle &+ Self.middle &- 1)
                target[start &+ line &* stride &+ position] = UInt16(truncatingIfNeeded: clamped)
            }
        }
    }
}
