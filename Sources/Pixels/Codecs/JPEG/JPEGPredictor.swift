/// What a sample is predicted from (ITU-T T.81 Table H.1): Ra beside it, Rb above it, Rc above Ra.
enum JPEGPredictor: UInt8, CaseIterable {
    case left = 1
    case above
    case aboveLeft
    case plane
    case leftOfSlope
    case aboveOfSlope
    case mean
}

extension JPEGPredictor {
    /// Turns the differences of an interval's first line into samples (§H.1.2.1): the first of each component is
    /// predicted as half the range, the others from the left.
    static func reconstructFirst(_ line: inout MutableSpan<UInt16>, components: Int, initial: UInt16) {
        for component in 0..<min(components, line.count) {
            var left = initial
            var index = component
            while index < line.count {
                left &+= line[index]
                line[index] = left
                index &+= components
            }
        }
    }

    /// Turns the differences of a line into samples, modulo 2 to the 16th. The first of each component is predicted
    /// from above.
    ///
    /// - Parameters:
    ///   - line: of each pixel as many samples as there are components.
    ///   - above: the samples of the line above.
    func reconstruct(_ line: inout MutableSpan<UInt16>, above: Span<UInt16>, components: Int) {
        switch self {
        case .left: Self.add(&line, above, components) { left, _, _ in left }
        case .above: Self.add(&line, above, components) { _, above, _ in above }
        case .aboveLeft: Self.add(&line, above, components) { _, _, corner in corner }
        case .plane: Self.add(&line, above, components) { left, above, corner in left &+ above &- corner }
        case .leftOfSlope: Self.add(&line, above, components) { left, above, corner in left &+ (above &- corner) &>> 1 }
        case .aboveOfSlope:
            Self.add(&line, above, components) { left, above, corner in above &+ (left &- corner) &>> 1 }
        case .mean: Self.add(&line, above, components) { left, above, _ in (left &+ above) &>> 1 }
        }
    }

    @inline(__always)
    private static func add(
        _ line: inout MutableSpan<UInt16>,
        _ above: Span<UInt16>,
        _ components: Int,
        _ predict: (Int32, Int32, Int32) -> Int32
    ) {
        for component in 0..<min(components, line.count) {
            var corner = Int32(above[component])
            var left = Int32(UInt16(truncatingIfNeeded: corner &+ Int32(line[component])))
            line[component] = UInt16(truncatingIfNeeded: left)
            var index = component &+ components
            while index < line.count {
                let upper = Int32(above[index])
                let sample = UInt16(truncatingIfNeeded: predict(left, upper, corner) &+ Int32(line[index]))
                line[index] = sample
                (left, corner) = (Int32(sample), upper)
                index &+= components
            }
        }
    }
}
