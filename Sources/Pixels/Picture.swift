/// What is shown: a rectangle of grey (one component) or RGB (three) bytes, by pixel, row after row.
package struct Picture: Sendable {
    package let width: Int
    package let height: Int
    package let components: Int
    private var content: Content

    private enum Content: Sendable {
        case samples([UInt8])
        /// Shades that nobody has changed, looked up when they are wanted: for each pattern one.
        case patterns(StoredPatterns, [UInt8])
    }

    init(width: Int, height: Int, components: Int, samples: [UInt8]) {
        self.init(width: width, height: height, components: components, content: .samples(samples))
    }

    /// Grey, of samples whose shades a table holds.
    init(width: Int, height: Int, patterns: StoredPatterns, shades: [UInt8]) {
        self.init(width: width, height: height, components: 1, content: .patterns(patterns, shades))
    }

    private init(width: Int, height: Int, components: Int, content: Content) {
        self.width = width
        self.height = height
        self.components = components
        self.content = content
    }

    /// Exactly width × height × components bytes. Until they are changed, each time may cost a look-up for each: whoever
    /// needs them more than once keeps them.
    package var samples: [UInt8] {
        switch content {
        case .samples(let samples): samples
        case .patterns(let patterns, let shades): patterns.mapped(shades)
        }
    }

    /// Those of some rows, which lie within.
    func samples(of rows: Range<Int>) -> ArraySlice<UInt8> {
        let range = rows.lowerBound &* width &* components..<rows.upperBound &* width &* components
        return switch content {
        case .samples(let samples): samples[range]
        case .patterns(let patterns, let shades): patterns[range].mapped(shades)[...]
        }
    }

    /// Whether the samples are there; see ``samples``.
    var isSettled: Bool {
        if case .samples = content { true } else { false }
    }
}

extension Picture: Hashable {
    package static func == (left: Picture, right: Picture) -> Bool {
        left.width == right.width && left.components == right.components && left.samples == right.samples
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(width)
        hasher.combine(samples)
    }
}

extension Picture {
    /// Changes samples in their places; their number stays.
    mutating func edit(_ body: (inout MutableSpan<UInt8>) -> Void) {
        var samples = samples
        content = .samples([])
        var span = samples.mutableSpan
        body(&span)
        content = .samples(samples)
    }

    /// Gives the columns of a row that shade; they must lie inside the picture.
    mutating func fill(row: Int, _ columns: Range<Int>, _ shade: UInt8) {
        let start = (row &* width &+ columns.lowerBound) &* components
        let end = start &+ columns.count &* components
        edit { span in
            for place in start..<end { span[place] = shade }
        }
    }
}
