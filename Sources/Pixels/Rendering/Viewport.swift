/// What part of an image is drawn, and how large (PS3.18 §8.3.5.1.3).
package struct Viewport: Hashable, Sendable {
    /// What the picture must fit in; one of its sides will be one of these.
    package var width: Int
    package var height: Int
    /// The region's left and top edge, in pixels from the image's.
    package var x: Double
    package var y: Double
    /// The region's size; negative to flip it, nil up to the image's edge.
    package var regionWidth: Double?
    package var regionHeight: Double?

    package init(
        width: Int,
        height: Int,
        x: Double = 0,
        y: Double = 0,
        regionWidth: Double? = nil,
        regionHeight: Double? = nil
    ) {
        self.width = width
        self.height = height
        self.x = x
        self.y = y
        self.regionWidth = regionWidth
        self.regionHeight = regionHeight
    }

    /// - Parameter pixelAspect: a pixel's height over its width; the picture's pixels are square.
    func apply(to picture: Picture, pixelAspect: Double, limits: PixelLimits) throws(PixelError) -> Picture {
        let horizontal = try Region(start: x, length: regionWidth, of: picture.width)
        let vertical = try Region(start: y, length: regionHeight, of: picture.height)
        let size = try size(horizontal.length, vertical.length * pixelAspect)
        _ = try PixelLimits.product(size.width, size.height, limit: limits.maximumPicturePixels)
        return picture.resampled(
            columns: ResamplingWeights(horizontal, size: size.width),
            rows: ResamplingWeights(vertical, size: size.height)
        )
    }

    /// The largest size of that shape that fits, at least one pixel each way.
    private func size(_ regionWidth: Double, _ regionHeight: Double) throws(PixelError) -> (width: Int, height: Int) {
        guard width > 0, height > 0 else { throw .invalidViewport }
        let factor = min(Double(width) / regionWidth, Double(height) / regionHeight)
        let scaled = (Int(saturating: regionWidth * factor), Int(saturating: regionHeight * factor))
        return (min(max(scaled.0, 1), width), min(max(scaled.1, 1), height))
    }

    /// The region in one direction.
    struct Region {
        let start: Double
        let length: Double
        let isFlipped: Bool

        init(start: Double, length: Double?, of count: Int) throws(PixelError) {
            let length = length ?? Double(count) - start
            // The edge is compared by itself: a length below the numbers' resolution adds nothing to it.
            guard start.isFinite, length.isFinite, start >= 0, start < Double(count), length != 0,
                start + abs(length) <= Double(count)
            else { throw .invalidViewport }
            self.start = start
            self.length = abs(length)
            isFlipped = length < 0
        }

        /// The whole pixels that the region touches.
        var pixels: Range<Int> {
            let first = Int(saturating: start.rounded(.down))
            return first..<max(first &+ 1, Int(saturating: (start + length).rounded(.up)))
        }
    }
}
