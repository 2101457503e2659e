/// From how much of which source pixels each pixel of one direction is made: their mean by area when the picture
/// shrinks, linear interpolation when it grows, which invents no value that was not there.
struct ResamplingWeights {
    /// The weights of a pixel add up to this.
    static let unit = 1 << 14

    /// The source pixels of the region.
    let source: Range<Int>
    /// For each pixel: the first source pixel, and where its weights end.
    private(set) var first: [Int] = []
    private(set) var end: [Int] = []
    private(set) var weights: [UInt32] = []

    init(_ region: Viewport.Region, size: Int) {
        source = region.pixels
        let step = region.length / Double(size)
        for pixel in 0..<size {
            let position = Double(region.isFlipped ? size &- 1 &- pixel : pixel)
            if step >= 1 {
                addArea(from: region.start + position * step, length: step)
            } else {
                addLinear(at: region.start + (position + 0.5) * step - 0.5)
            }
        }
    }

    var count: Int { first.count }

    /// The places in ``weights`` of a pixel's weights.
    func places(_ pixel: Int) -> Range<Int> { (pixel == 0 ? 0 : end[pixel &- 1])..<end[pixel] }

    private mutating func addArea(from start: Double, length: Double) {
        let last = source.upperBound &- 1
        let lowest = min(max(Int(saturating: start.rounded(.down)), source.lowerBound), last)
        let highest = min(max(Int(saturating: (start + length).rounded(.up)) &- 1, lowest), last)
        add(
            from: lowest,
            (lowest...highest).map { max(0, min(start + length, Double($0) + 1) - max(start, Double($0))) }
        )
    }

    private mutating func addLinear(at center: Double) {
        let last = source.upperBound &- 1
        let below = Int(saturating: center.rounded(.down))
        guard below >= source.lowerBound, below < last else {
            add(from: min(max(below, source.lowerBound), last), [1])
            return
        }
        let part = center - Double(below)
        add(from: below, [1 - part, part])
    }

    /// Rounds the sums, not the parts, so that the whole is exact however many parts there are.
    private mutating func add(from lowest: Int, _ parts: [Double]) {
        let total = parts.reduce(0, +)
        var (sum, given) = (0.0, 0)
        for part in parts {
            sum += part
            let reached = total > 0 ? min(max(Int(saturating: sum / total * Double(Self.unit)), given), Self.unit) : 0
            weights.append(UInt32(truncatingIfNeeded: reached &- given))
            given = reached
        }
        if given < Self.unit, let last = weights.indices.last {
            weights[last] &+= UInt32(truncatingIfNeeded: Self.unit &- given)
        }
        first.append(lowest)
        end.append(weights.count)
    }
}

extension Picture {
    /// Rows first, into one row of sums, then columns: each source pixel is read once or twice.
    func resampled(columns: ResamplingWeights, rows: ResamplingWeights) -> Picture {
        let rowLength = columns.count &* components
        var output = [UInt8](repeating: 0, count: rowLength &* rows.count)
        var sums = [UInt32](repeating: 0, count: columns.source.count &* components)
        let samples = samples
        for row in 0..<rows.count {
            sum(samples.span, rows, row, columns.source, into: &sums)
            var target = output.mutableSpan
            write(columns, sums, to: &target, from: row &* rowLength)
        }
        return Picture(width: columns.count, height: rows.count, components: components, samples: output)
    }

    /// The weighted sum of source rows, each value with eight bits after the point.
    private func sum(
        _ samples: Span<UInt8>,
        _ rows: ResamplingWeights,
        _ row: Int,
        _ columns: Range<Int>,
        into sums: inout [UInt32]
    ) {
        var output = sums.mutableSpan
        let places = rows.places(row)
        for index in output.indices { output[index] = 32 }
        for place in places {
            let source = rows.first[row] &+ place &- places.lowerBound
            let start = (source &* width &+ columns.lowerBound) &* components
            let pixels = samples.extracting(start..<(start &+ output.count))
            let weight = rows.weights[place]
            for index in output.indices { output[index] &+= weight &* UInt32(pixels[index]) }
        }
        for index in output.indices { output[index] >>= 6 }
    }

    private func write(
        _ columns: ResamplingWeights,
        _ sums: [UInt32],
        to output: inout MutableSpan<UInt8>,
        from start: Int
    ) {
        let (source, weights) = (sums.span, columns.weights.span)
        let (first, end) = (columns.first.span, columns.end.span)
        var (target, lowest) = (start, 0)
        for column in first.indices {
            let nearest = (first[column] &- columns.source.lowerBound) &* components
            for component in 0..<components {
                var sum: UInt32 = 1 << 21
                var index = nearest &+ component
                for place in lowest..<end[column] {
                    sum &+= weights[place] &* source[index]
                    index &+= components
                }
                output[target] = UInt8(truncatingIfNeeded: sum >> 22)
                target &+= 1
            }
            lowest = end[column]
        }
    }
}
