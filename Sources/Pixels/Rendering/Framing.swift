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

extension Presentation {
    /// How often a frame may be halved before it is drawn, so that the picture is still made of more pixels than it has
    /// (JPEG 2000 holds the smaller ones, and to decode them costs a part).
    ///
    /// Never where something lies at places of the whole frame, or is found out from all of its values.
    package func reduction(of description: PixelDescription, for framing: Framing?) -> Int {
        let hasPlaces = !shutters.isEmpty || bitmapShutter != nil || !overlays.planes.isEmpty || arrangement != nil
        let isFoundOut = description.photometricInterpretation.isMonochrome && voi == nil
        guard !hasPlaces, !isFoundOut, case .viewport(let viewport)? = framing, viewport.isWhole else { return 0 }
        let (columns, rows) = (Double(description.columns), Double(description.rows) * pixelAspect)
        let factor = max(columns / Double(max(viewport.width, 1)), rows / Double(max(viewport.height, 1)))
        return factor >= 2 ? min(factor, 65_536).exponent : 0
    }
}

extension Viewport {
    /// True where no part of the picture is picked, nor is it flipped.
    fileprivate var isWhole: Bool { x == 0 && y == 0 && regionWidth == nil && regionHeight == nil }
}
