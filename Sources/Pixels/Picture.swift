/// What is shown: a rectangle of grey (one component) or RGB (three) bytes, by pixel, row after row.
package struct Picture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let components: Int
    /// Exactly width × height × components bytes.
    package private(set) var samples: [UInt8]

    init(width: Int, height: Int, components: Int, samples: [UInt8]) {
        self.width = width
        self.height = height
        self.components = components
        self.samples = samples
    }
}

extension Picture {
    /// Changes samples in their places; their number stays.
    mutating func edit(_ body: (inout MutableSpan<UInt8>) -> Void) {
        var span = samples.mutableSpan
        body(&span)
    }

    /// Gives the columns of a row that shade; they must lie inside the picture.
    mutating func fill(row: Int, _ columns: Range<Int>, _ shade: UInt8) {
        let start = (row &* width &+ columns.lowerBound) &* components
        let end = start &+ columns.count &* components
        var span = samples.mutableSpan
        for place in start..<end { span[place] = shade }
    }
}
