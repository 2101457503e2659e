/// How a client says which part of the picture it wants, and how large.
package enum Framing: Hashable, Sendable {
    /// In pixels (PS3.18 §8.3.5.1.3).
    case viewport(Viewport)
    /// In fractions (PS3.18 §9.5.1.2.6).
    case part(PicturePart)

    /// The viewport upon a picture of that size; nil where the picture stays as it is.
    func viewport(width: Int, height: Int) throws(PixelError) -> Viewport? {
        switch self {
        case .viewport(let viewport): viewport
        case .part(let part): try part.viewport(width: width, height: height)
        }
    }
}

/// A rectangle of a picture as fractions of its sides, and what it is to fit in.
package struct PicturePart: Hashable, Sendable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double
    /// Nil sets no bound.
    package var width: Int?
    package var height: Int?

    package init(
        left: Double = 0,
        top: Double = 0,
        right: Double = 1,
        bottom: Double = 1,
        width: Int? = nil,
        height: Int? = nil
    ) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
        self.width = width
        self.height = height
    }

    /// The largest side of a picture of which only the other side is bounded.
    private static let maximumSide = 32_768

    fileprivate func viewport(width fullWidth: Int, height fullHeight: Int) throws(PixelError) -> Viewport? {
        guard left >= 0, top >= 0, left < right, top < bottom, right <= 1, bottom <= 1 else { throw .invalidViewport }
        if (left, top, right, bottom) == (0, 0, 1, 1), width == nil, height == nil { return nil }
        let (regionWidth, regionHeight) = ((right - left) * Double(fullWidth), (bottom - top) * Double(fullHeight))
        // Without bounds the part is as large as it lies in the picture.
        let isBounded = width != nil || height != nil
        return Viewport(
            width: isBounded ? width ?? Self.maximumSide : max(1, Int(saturating: regionWidth)),
            height: isBounded ? height ?? Self.maximumSide : max(1, Int(saturating: regionHeight)),
            x: left * Double(fullWidth),
            y: top * Double(fullHeight),
            regionWidth: min(regionWidth, Double(fullWidth) - left * Double(fullWidth)),
            regionHeight: min(regionHeight, Double(fullHeight) - top * Double(fullHeight))
        )
    }
}
