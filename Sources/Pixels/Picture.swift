/// What is shown: a rectangle of grey (one component) or RGB (three) bytes, by pixel, row after row.
package struct Picture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let components: Int
    /// Exactly width × height × components bytes.
    package let samples: [UInt8]

    init(width: Int, height: Int, components: Int, samples: [UInt8]) {
        self.width = width
        self.height = height
        self.components = components
        self.samples = samples
    }
}
