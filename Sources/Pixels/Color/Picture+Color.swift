import NIOCore

extension Picture {
    /// The picture in another space: from curves and a matrix here, from all else by Little CMS.
    ///
    /// - Parameters:
    ///   - profile: of the picture; without one it is taken to be sRGB.
    ///   - target: what it is to be in, one of ``RGBSpace/targets``.
    ///   - libraries: read profiles with tables, which are strangers' bytes.
    /// - Throws: `unsupportedForm` where the profile says nothing that can be used.
    package func converted(
        from profile: ICCProfile?,
        to target: RGBSpace,
        by libraries: any LibraryRunner
    ) throws(PixelError) -> Picture {
        guard components == 3 else { throw .unsupportedForm("grey with an ICC profile of colours") }
        if let source = profile.map(\.space) ?? .sRGB, let conversion = ColorConversion(from: source, to: target) {
            return conversion(self)
        }
        guard let profile, let space = RGBSpace.targets.firstIndex(of: target) else {
            throw .unsupportedForm("colours in no space that is known")
        }
        return try converted(from: profile, toSpace: UInt32(space), by: libraries)
    }

    private func converted(
        from profile: ICCProfile,
        toSpace space: UInt32,
        by libraries: any LibraryRunner
    ) throws(PixelError) -> Picture {
        var bytes = ByteBuffer(bytes: samples)
        bytes.writeImmutableBuffer(profile.bytes)
        do throws(PixelError) {
            let converted = try libraries.run(.converting(Raster(self), to: space), on: bytes)
            return Picture(width: width, height: height, components: 3, samples: Array(converted.readableBytesView))
        } catch .damaged(let words) {
            throw .unsupportedForm("colours whose ICC profile is damaged: \(words)")
        }
    }
}
