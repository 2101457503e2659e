extension JPEGPlane {
    /// One line of the image.
    ///
    /// A sample that stands for two pixels stands in the middle between them, so each pixel takes three quarters of
    /// the nearer and one of the farther sample: libjpeg's triangle filter, which pictures of eight bits are drawn
    /// with, too. One that stands for more is repeated.
    func line(_ row: Int, columns: Int) -> [UInt16] {
        let near = row / shape.heightRatio
        guard shape.heightRatio == 2 || shape.widthRatio == 2 else {
            return Array(widened(stored(near)).prefix(columns))
        }
        // In sixteenths: four for each direction.
        let far = shape.heightRatio == 2 ? min(max(near &+ (row & 1 == 0 ? -1 : 1), 0), shape.height &- 1) : near
        let sums = zip(stored(near), stored(far)).map { 3 &* Int32($0) &+ Int32($1) }
        // Halves are rounded up and down in turn, so that nothing grows brighter as a whole.
        let rounding: Int32 = row & 1 == 0 ? 1 : 2
        let line =
            shape.widthRatio == 2
            ? interpolated(sums, isFirstUp: shape.heightRatio == 2)
            : widened(sums.map { UInt16(truncatingIfNeeded: ($0 &+ rounding) >> 2) }[...])
        return Array(line.prefix(columns))
    }

    private func stored(_ row: Int) -> ArraySlice<UInt16> {
        let start = row &* shape.stride
        return samples[start..<start &+ shape.width]
    }

    private func widened(_ line: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        guard shape.widthRatio > 1 else { return line }
        var widened: [UInt16] = []
        widened.reserveCapacity(line.count &* shape.widthRatio)
        for sample in line {
            for _ in 0..<shape.widthRatio { widened.append(sample) }
        }
        return widened[...]
    }

    /// Two samples for each sum of four, the first with what is before it and the second with what is behind.
    private func interpolated(_ sums: [Int32], isFirstUp: Bool) -> ArraySlice<UInt16> {
        let (first, second): (Int32, Int32) = isFirstUp ? (8, 7) : (7, 8)
        var line: [UInt16] = []
        line.reserveCapacity(sums.count &* 2)
        for (index, sum) in sums.enumerated() {
            let before = sums[max(index &- 1, 0)]
            let after = sums[min(index &+ 1, sums.count &- 1)]
            line.append(UInt16(truncatingIfNeeded: (3 &* sum &+ before &+ first) >> 4))
            line.append(UInt16(truncatingIfNeeded: (3 &* sum &+ after &+ second) >> 4))
        }
        return line[...]
    }
}
