package import DICOM

/// How a frame's samples become what is seen, as the image itself says or the client asks (PS3.4 §N.2).
package struct Presentation: Hashable, Sendable {
    /// Stored values drawn as background.
    let padding: ClosedRange<Double>?
    let modality: ModalityLUT
    /// Nil asks for a window that fits the frame.
    let voi: VOI?
    let lut: PresentationLUT
    let palette: PaletteColor?
    /// A pixel's height over its width.
    let pixelAspect: Double
    /// The frame's number, from 1.
    let frame: Int
    let shutters: [DisplayShutter]
    let bitmapShutter: OverlayDrawing?
    let overlays: OverlayDrawing
    /// What a presentation state makes of the whole picture; nil without one.
    let arrangement: Arrangement?
    /// What it draws upon it.
    let graphics: [Graphic]

    /// What the image says of itself.
    ///
    /// - Parameters:
    ///   - frame: its number, from 1.
    ///   - window: what the client asked for, before all that the image says; colour images ignore it.
    ///   - showsOverlays: whether its overlay planes are drawn.
    package init(
        _ dataSet: DataSet,
        frame: Int,
        window: Window? = nil,
        showsOverlays: Bool = false
    ) throws(PixelError) {
        let bits = try SampleBits(dataSet)
        let groups = FunctionalGroups(dataSet, frame: frame)
        let photometric = dataSet.string(.photometricInterpretation)
        if let window, !window.isUsable { throw .invalidWindow }
        pixelAspect = dataSet.pixelAspect(groups)
        palette = try Self.palette(dataSet, isSigned: bits.isSigned)
        lut = PresentationLUT(image: dataSet)
        self.frame = frame
        shutters = [DisplayShutter(groups.macro(.frameDisplayShutterSequence) ?? dataSet)].compactMap(\.self)
        bitmapShutter = nil
        overlays = OverlayDrawing(planes: showsOverlays ? OverlayPlane.all(dataSet) : [])
        arrangement = nil
        graphics = []
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

extension Presentation {
    /// What a presentation state says of an image: all but the pixels comes from the state.
    ///
    /// - Throws: `unsupportedForm` of colour under a grayscale state, and of grey under one of colours.
    package init(_ dataSet: DataSet, frame: Int, through state: PresentationState) throws(PixelError) {
        let bits = try SampleBits(dataSet)
        let photometric = dataSet.string(.photometricInterpretation).flatMap(PhotometricInterpretation.init)
        let instance = dataSet.uid(.sopInstanceUID)
        switch (state.kind, photometric?.isMonochrome) {
        case (.grayscale, true):
            let modality = try state.modality(isSigned: bits.isSigned)
            self.modality = modality
            voi = try state.voi(for: instance, frame: frame, modality, bits)
            lut = try state.presentationLUT()
            padding = dataSet.paddingRange(bits)
            palette = nil
        case (.color, false):
            (padding, modality, voi, lut) = (nil, .identity, nil, .identity)
            palette = try Self.palette(dataSet, isSigned: bits.isSigned)
        case (.grayscale, _): throw .unsupportedForm("colour under a grayscale presentation state")
        case (.color, _): throw .unsupportedForm("grey under a presentation state of colours")
        }
        pixelAspect =
            state.pixelAspect(for: instance, frame: frame)
            ?? dataSet.pixelAspect(FunctionalGroups(dataSet, frame: frame))
        self.frame = frame
        shutters = [state.shutter].compactMap(\.self)
        bitmapShutter = state.bitmapShutter(of: dataSet)
        overlays = state.overlays(of: dataSet)
        arrangement = state.arrangement(for: instance, frame: frame)
        graphics = state.graphics(for: instance, frame: frame)
    }
}

extension DataSet {
    /// True of a frame, counted from 1, that is drawn by a look-up for each pixel and nothing else: grey, without a palette
    /// or a shutter, and with square pixels.
    package func isPlainGrey(frame: Int) -> Bool {
        let groups = FunctionalGroups(self, frame: frame)
        let photometric = string(.photometricInterpretation).flatMap(PhotometricInterpretation.init)
        return photometric?.isMonochrome == true && self[.redPaletteColorLookupTableDescriptor] == nil
            && self[.shutterShape] == nil && groups.macro(.frameDisplayShutterSequence) == nil
            && pixelAspect(groups) == 1
    }

    /// A pixel's height over its width, 1 where the image says nothing credible (PS3.3 §10.7.1.1, §C.7.6.3.1.7).
    fileprivate func pixelAspect(_ groups: FunctionalGroups) -> Double {
        groups.macro(.pixelMeasuresSequence)?.pixelAspect([.pixelSpacing])
            ?? pixelAspect([.pixelSpacing, .imagerPixelSpacing, .pixelAspectRatio]) ?? 1
    }

    /// The first of the attributes, each of a pixel's height and its width, that is credible.
    func pixelAspect(_ tags: [Tag]) -> Double? {
        for pair in tags.map(numbers) where pair.count == 2 && pair[1] > 0 {
            let aspect = pair[0] / pair[1]
            if (0.05...20).contains(aspect) { return aspect }
        }
        return nil
    }
}

extension Tag {
    fileprivate static let pixelPresentation = Tag(0x0008, 0x9205)
}
