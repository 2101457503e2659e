import DICOM
import NIOCore

extension Frame {
    /// Draws the frame: the presentation first, then the viewport's region, then its size (PS3.18 §8.3.5.1).
    ///
    /// Without a viewport the picture has the size of the image.
    package func rendered(
        _ presentation: Presentation,
        viewport: Viewport? = nil,
        limits: PixelLimits = .default
    ) throws(PixelError) -> Picture {
        try rendered(presentation, framing: viewport.map(Framing.viewport), limits: limits)
    }

    /// - Parameter typeface: with which a presentation state writes.
    package func rendered(
        _ presentation: Presentation,
        framing: Framing?,
        typeface: Typeface = Typeface([]),
        limits: PixelLimits = .default
    ) throws(PixelError) -> Picture {
        var picture = try wholePicture(presentation)
        for shutter in presentation.shutters { shutter.cover(&picture) }
        presentation.bitmapShutter?.draw(presentation.frame, in: self, on: &picture)
        presentation.overlays.draw(presentation.frame, in: self, on: &picture)
        guard let arrangement = presentation.arrangement else {
            guard let viewport = try framing?.viewport(width: picture.width, height: picture.height) else {
                return picture
            }
            return try viewport.apply(to: picture, pixelAspect: presentation.pixelAspect, limits: limits)
        }
        var placement = Placement(width: picture.width, height: picture.height)
        let area = arrangement.area ?? Arrangement.Area(columns: 0..<picture.width, rows: 0..<picture.height)
        picture = try arrangement.arranged(picture, &placement, limits: limits)
        let aspect = arrangement.aspect(presentation.pixelAspect)
        if let viewport = try arrangement.viewport(framing, upon: picture, aspect) {
            let view = try viewport.apply(to: picture, pixelAspect: aspect, limits: limits)
            placement.view(viewport, width: view.width, height: view.height)
            picture = view
        }
        picture.draw(presentation.graphics, placement, area: area, typeface)
        return picture
    }

    private func wholePicture(_ presentation: Presentation) throws(PixelError) -> Picture {
        switch description.photometricInterpretation {
        case .monochrome1, .monochrome2:
            if let palette = presentation.palette {
                return picture(3, try supplemented(palette, grayscaleTransform(presentation)))
            }
            return grayscale(presentation)
        case .paletteColor:
            guard let palette = presentation.palette else { throw .missing(.redPaletteColorLookupTableData) }
            return picture(3, try colored { palette[$0] })
        case .rgb, .ybrFull, .ybrFull422, .ybrPartial422, .ybrICT, .ybrRCT, .xyb:
            return picture(3, try ColorSpace.rgb(self))
        }
    }

    private func picture(_ components: Int, _ samples: [UInt8]) -> Picture {
        Picture(width: description.columns, height: description.rows, components: components, samples: samples)
    }

    /// Grey below the palette's first number, its colours from there on (PS3.3 §C.8.16.2.1.1.1).
    private func supplemented(_ palette: PaletteColor, _ transform: GrayscaleTransform) throws(PixelError) -> [UInt8] {
        try colored { stored in
            stored >= palette.first ? palette[stored] : UInt32(transform(Double(stored))) &* 0x01_01_01
        }
    }

    /// Three bytes a pixel from a table of every pattern's colour, red in the lowest byte.
    private func colored(_ color: (Int) -> UInt32) throws(PixelError) -> [UInt8] {
        let bits = description.bits
        guard case .patterns(let patterns) = storedSamples, bits.stored <= StoredPatterns.maximumTableBits else {
            throw .unsupportedForm("a palette of more than \(StoredPatterns.maximumTableBits) bits")
        }
        let table = (0..<(UInt32(1) << UInt32(bits.stored))).map { color(bits.value(of: $0)) }
        return patterns.colored(table)
    }
}
