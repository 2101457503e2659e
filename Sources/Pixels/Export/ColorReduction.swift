/// A picture as indices into a palette of 256 colours.
struct IndexedPicture {
    /// One byte a pixel.
    let indices: [UInt8]
    /// Red, green and blue of 256 colours; what is not used is black.
    let palette: [UInt8]

    init(_ picture: Picture) {
        if picture.components == 1 {
            indices = picture.samples
            palette = (0..<256).flatMap { [UInt8($0), UInt8($0), UInt8($0)] }
        } else if let exact = ExactColors(picture) {
            indices = exact.indices
            palette = exact.palette
        } else {
            let reduction = ColorReduction(picture)
            indices = reduction.indices(picture)
            palette = reduction.palette
        }
    }
}

/// The colours of a picture that has at most 256.
private struct ExactColors {
    private(set) var indices: [UInt8] = []
    private(set) var palette: [UInt8] = []

    /// Nil as soon as there are more.
    init?(_ picture: Picture) {
        let whole = picture.samples
        let samples = whole.span
        var known: [UInt32: UInt8] = [:]
        indices.reserveCapacity(picture.width &* picture.height)
        var (last, index) = (UInt32.max, UInt8(0))
        for place in stride(from: 0, to: samples.count, by: 3) {
            let color = UInt32(samples[place]) << 16 | UInt32(samples[place &+ 1]) << 8 | UInt32(samples[place &+ 2])
            if color != last {
                last = color
                if let found = known[color] {
                    index = found
                } else {
                    guard let new = UInt8(exactly: known.count) else { return nil }
                    known[color] = new
                    palette += [samples[place], samples[place &+ 1], samples[place &+ 2]]
                    index = new
                }
            }
            indices.append(index)
        }
        palette += [UInt8](repeating: 0, count: 768 - palette.count)
    }
}

/// 256 colours for a picture that has more, by median cut: the space of the colours that occur, six bits of each
/// component, is halved again and again where most pixels differ most, and each part gives the mean of its pixels.
struct ColorReduction {
    private(set) var palette: [UInt8] = []
    /// For each cell of the space the index of its colour.
    private var index = [UInt8](repeating: 0, count: 1 << 18)

    private struct Cell {
        let place: Int
        let count: Int
        /// Sums over its pixels.
        let red: Int
        let green: Int
        let blue: Int

        subscript(component: Int) -> Int { place >> (12 &- 6 &* component) & 63 }
    }

    private struct Box {
        let cells: Range<Int>
        /// The component in which it is longest, how long, and its pixels.
        let component: Int
        let weight: Int

        init(_ all: [Cell], _ cells: Range<Int>) {
            self.cells = cells
            var (component, length, count) = (0, -1, 0)
            for candidate in 0..<3 {
                var (least, greatest) = (63, 0)
                for index in cells {
                    least = min(least, all[index][candidate])
                    greatest = max(greatest, all[index][candidate])
                }
                if greatest - least > length { (component, length) = (candidate, greatest - least) }
            }
            for index in cells { count += all[index].count }
            self.component = component
            weight = length * count
        }
    }

    init(_ picture: Picture) {
        var cells = Self.cells(picture)
        var boxes = [Box(cells, cells.indices)]
        while boxes.count < 256,
            let widest = boxes.indices.max(by: { boxes[$0].weight < boxes[$1].weight }), boxes[widest].weight > 0
        {
            let (low, high) = Self.halves(boxes[widest], &cells)
            boxes[widest] = low
            boxes.append(high)
        }
        for (number, box) in boxes.enumerated() {
            var (red, green, blue, count) = (0, 0, 0, 0)
            for cell in cells[box.cells] {
                index[cell.place] = UInt8(truncatingIfNeeded: number)
                (red, green, blue, count) = (red + cell.red, green + cell.green, blue + cell.blue, count + cell.count)
            }
            palette += [red, green, blue].map { UInt8(clamping: ($0 + count / 2) / max(count, 1)) }
        }
        palette += [UInt8](repeating: 0, count: 768 - palette.count)
    }

    /// Where half of the pixels lie on either side; each half has a cell at least.
    private static func halves(_ box: Box, _ cells: inout [Cell]) -> (Box, Box) {
        cells[box.cells].sort { $0[box.component] < $1[box.component] }
        let total = box.cells.reduce(0) { $0 + cells[$1].count }
        var (middle, sum) = (box.cells.lowerBound, 0)
        while middle < box.cells.upperBound - 1,
            sum + cells[middle].count <= total / 2 || middle == box.cells.lowerBound
        {
            sum += cells[middle].count
            middle += 1
        }
        return (Box(cells, box.cells.lowerBound..<middle), Box(cells, middle..<box.cells.upperBound))
    }

    private static func cells(_ picture: Picture) -> [Cell] {
        var counts = [UInt32](repeating: 0, count: 1 << 18)
        var sums = [UInt32](repeating: 0, count: 3 << 18)
        let whole = picture.samples
        let samples = whole.span
        for place in stride(from: 0, to: samples.count, by: 3) {
            let cell = Self.cell(samples[place], samples[place &+ 1], samples[place &+ 2])
            counts[cell] &+= 1
            for component in 0..<3 { sums[cell &* 3 &+ component] &+= UInt32(samples[place &+ component] & 3) }
        }
        return counts.indices.filter { counts[$0] > 0 }.map { place in
            let count = Int(counts[place])
            func sum(_ component: Int) -> Int {
                count * (place >> (12 - 6 * component) & 63) * 4 + Int(sums[place * 3 + component])
            }
            return Cell(place: place, count: count, red: sum(0), green: sum(1), blue: sum(2))
        }
    }

    @inline(__always)
    private static func cell(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
        Int(red >> 2) << 12 | Int(green >> 2) << 6 | Int(blue >> 2)
    }

    func indices(_ picture: Picture) -> [UInt8] {
        var indices = [UInt8](repeating: 0, count: picture.width &* picture.height)
        let whole = picture.samples
        let samples = whole.span
        let table = index.span
        var output = indices.mutableSpan
        for pixel in output.indices {
            let place = pixel &* 3
            output[pixel] = table[Self.cell(samples[place], samples[place &+ 1], samples[place &+ 2])]
        }
        return indices
    }
}
