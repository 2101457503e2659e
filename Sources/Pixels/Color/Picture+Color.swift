extension Picture {
    /// The picture in another space, or nil where the one that it is in cannot be told from its profile.
    ///
    /// - Parameters:
    ///   - profile: of the picture; without one it is taken to be sRGB.
    ///   - target: what it is to be in.
    package func converted(from profile: ICCProfile?, to target: RGBSpace) -> Picture? {
        guard components == 3 else { return nil }
        guard let source = profile.map(\.space) ?? .sRGB else { return nil }
        return ColorConversion(from: source, to: target)?(self)
    }
}
