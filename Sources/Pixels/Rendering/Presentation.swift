package import DICOM

/// How a frame's samples become what is seen, as the image itself says or the client asks (PS3.4 §N.2).
package struct Presentation: Hashable, Sendable {
    /// Stored values drawn as background.
    let padding: ClosedRange<Double>?
    let modality: ModalityLUT
    /// Nil asks for a window that fits the frame.
    let voi: VOI?
    /// True where the least value is white: one inversion, whether MONOCHROME1 or the Presentation LUT Shape asks
    /// for it, for they say the same (PS3.3 §C.7.6.3.1.2, §C.11.6).
    let isInverted: Bool
    let palette: PaletteColor?
    /// A pixel's height over its width.
    let pixelAspect: Double

    /// - Parameters:
    ///   - frame: its number, from 1.
    ///   - window: what the client asked for, before all that the image says; colour images ignore it.
    package init(_ dataSet: DataSet, frame: Int, window: Window? = nil) throws(PixelError) {
        let bits = try SampleBits(dataSet)
        let groups = FunctionalGroups(dataSet, frame: frame)
        let photometric = dataSet.string(.photometricInterpretation)
        if let window, !window.isUsable { throw .invalidWindow }
        pixelAspect = dataSet.pixelAspect(groups)
        palette = try Self.palette(dataSet, isSigned: bits.isSigned)
        isInverted =
            photometric == PhotometricInterpretation.monochrome1.rawValue
            || dataSet.string(.presentationLUTShape) == "INVERSE"
        guard photometric.flatMap(PhotometricInterpretation.init)?.isMonochrome == true else {
            (padding, modality, voi) = (nil, .identity, nil)
            return
        }
        padding = dataSet.paddingRange(bits)
        modality = try ModalityLUT(dataSet, groups, isSigned: bits.isSigned)
        let mayBeNegative = modality.mayBeNegative(isSigned: bits.isSigned)
        if let window {
            voi = .window(window)
        } else {
            voi = try VOI(dataSet, groups, mayBeNegative: mayBeNegative)
        }
    }

    /// The palette of a PALETTE COLOR image, or the supplemental one of a monochrome image that says to use it.
    private static func palette(_ dataSet: DataSet, isSigned: Bool) throws(PixelError) -> PaletteColor? {
        let isPalette =
            dataSet.string(.photometricInterpretation) == PhotometricInterpretation.paletteColor.rawValue
        let isSupplemental =
            ["COLOR", "MIXED"].contains(dataSet.string(.pixelPresentation))
            && dataSet[.redPaletteColorLookupTableDescriptor] != nil
        return isPalette || isSupplemental ? try PaletteColor(dataSet, isSigned: isSigned) : nil
    }
}

extension DataSet {
    /// A pixel's height over its width, 1 where the image says nothing credible (PS3.3 §10.7.1.1, §C.7.6.3.1.7).
    fileprivate func pixelAspect(_ groups: FunctionalGroups) -> Double {
        let pairs = [
            groups.macro(.pixelMeasuresSequence)?.numbers(.pixelSpacing), numbers(.pixelSpacing),
            numbers(.imagerPixelSpacing), numbers(.pixelAspectRatio),
        ]
        for pair in pairs.compactMap(\.self) where pair.count == 2 && pair[1] > 0 {
            let aspect = pair[0] / pair[1]
            if (0.05...20).contains(aspect) { return aspect }
        }
        return 1
    }
}

extension Tag {
    fileprivate static let pixelPresentation = Tag(0x0008, 0x9205)
}
