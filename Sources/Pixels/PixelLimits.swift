/// What is refused before anything is allocated for it.
package struct PixelLimits: Hashable, Sendable {
    /// Rows or columns of an image.
    package var maximumSide: Int
    /// Rows times columns of an image.
    package var maximumPixels: Int
    /// Bytes of one decoded frame.
    package var maximumFrameLength: Int
    /// Width times height of a picture scaled to a viewport.
    package var maximumPicturePixels: Int

    package init(
        maximumSide: Int = 65_535,
        maximumPixels: Int = 512 << 20,
        maximumFrameLength: Int = 1 << 30,
        maximumPicturePixels: Int = 64 << 20
    ) {
        self.maximumSide = maximumSide
        self.maximumPixels = maximumPixels
        self.maximumFrameLength = maximumFrameLength
        self.maximumPicturePixels = maximumPicturePixels
    }

    package static let `default` = PixelLimits()

    /// The product, unless it exceeds the limit or an Int.
    static func product(_ factors: Int..., limit: Int) throws(PixelError) -> Int {
        var product = 1
        for factor in factors {
            let (next, overflow) = product.multipliedReportingOverflow(by: factor)
            guard !overflow, next <= limit else { throw .tooLarge }
            product = next
        }
        return product
    }
}
