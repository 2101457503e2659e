package import DICOM

/// A Grayscale or Color Softcopy Presentation State: how others' images are to be seen (PS3.3 §A.33.1, §A.33.2; PS3.4 §N).
package struct PresentationState: Sendable {
    /// What images it is for, by its class.
    package enum Kind: String, Sendable {
        case grayscale = "1.2.840.10008.5.1.4.1.1.11.1"
        case color = "1.2.840.10008.5.1.4.1.1.11.2"

        /// Nil of a class that is none of them.
        package init?(_ sopClass: UID) { self.init(rawValue: sopClass.rawValue) }
    }

    /// An image that it is for.
    package struct Reference: Hashable, Sendable {
        package let series: UID
        package let instance: UID
        /// From 1; none of an image that is meant with all its frames.
        package let frames: [Int]
    }

    let kind: Kind
    /// In the order in which they stand.
    package let references: [Reference]
    private let dataSet: DataSet

    /// - Throws: when it names no image.
    package init(_ dataSet: DataSet) throws(PixelError) {
        self.dataSet = dataSet
        kind = dataSet.uid(.sopClassUID).flatMap(Kind.init) ?? .grayscale
        references = dataSet.items(.referencedSeriesSequence).flatMap { item -> [Reference] in
            guard let series = item.uid(.seriesInstanceUID) else { return [] }
            return item.items(.referencedImageSequence).compactMap { image in
                image.uid(.referencedSOPInstanceUID).map {
                    Reference(series: series, instance: $0, frames: image.integers(.referencedFrameNumber))
                }
            }
        }
        guard !references.isEmpty else { throw .missing(.referencedImageSequence) }
    }
}

extension PresentationState {
    /// The ICC profile that takes the place of the images' own; grayscale states have none (PS3.3 §A.33.2).
    package var profile: DataElement? { kind == .color ? dataSet[.iccProfile] : nil }

    /// The item of a sequence that is for the frame: one that names it, or one that names no image.
    func item(_ sequence: Tag, for instance: UID?, frame: Int) -> DataSet? {
        items(sequence, for: instance, frame: frame).first
    }

    private func items(_ sequence: Tag, for instance: UID?, frame: Int) -> [DataSet] {
        dataSet.items(sequence).filter { item in
            let images = item.items(.referencedImageSequence)
            return images.isEmpty
                || images.contains { image in
                    let frames = image.integers(.referencedFrameNumber)
                    return image.uid(.referencedSOPInstanceUID) == instance
                        && (frames.isEmpty || frames.contains(frame))
                }
        }
    }

    /// Its Modality LUT or rescale; none of its own leaves the stored values, whatever the image has
    /// (PS3.4 §N.2.1.1).
    func modality(isSigned: Bool) throws(PixelError) -> ModalityLUT {
        try ModalityLUT(dataSet, isSigned: isSigned)
    }

    /// Its window or table for the frame; else the whole range that the modality's values can have
    /// (PS3.4 §N.2.1.2). Nil where that has no ends, of floating-point numbers.
    func voi(for instance: UID?, frame: Int, _ modality: ModalityLUT, _ bits: SampleBits) throws(PixelError) -> VOI? {
        let mayBeNegative = modality.mayBeNegative(isSigned: bits.isSigned)
        if let item = item(.softcopyVOILUTSequence, for: instance, frame: frame),
            let voi = try VOI(state: item, mayBeNegative: mayBeNegative)
        {
            return voi
        }
        return bits.kind == .integer ? .range(modality.range(of: bits)) : nil
    }

    func presentationLUT() throws(PixelError) -> PresentationLUT { try PresentationLUT(state: dataSet) }

    /// Its own shutter, and the bitmap that is one (PS3.3 §C.7.6.15).
    var shutter: DisplayShutter? { DisplayShutter(dataSet) }

    /// The planes of the image and of its own that a graphic layer shows (PS3.3 §C.11.7), without a bitmap shutter.
    func overlays(of image: DataSet) -> OverlayDrawing {
        let shutterGroup = dataSet.integer(.shutterOverlayGroup)
        let own = OverlayPlane.all(dataSet)
        let planes = OverlayPlane.groups.compactMap { group -> OverlayPlane? in
            guard dataSet.string(Tag(group, 0x1001)) != nil, Int(group) != shutterGroup else { return nil }
            return own.first { $0.group == group } ?? OverlayPlane(image, group)
        }
        return OverlayDrawing(planes: planes)
    }

    /// The plane that covers where it is set; nil without one.
    func bitmapShutter(of image: DataSet) -> OverlayDrawing? {
        guard dataSet.strings(.shutterShape).contains("BITMAP"),
            let group = dataSet.integer(.shutterOverlayGroup).flatMap(UInt16.init(exactly:)),
            let plane = OverlayPlane(dataSet, group) ?? OverlayPlane(image, group)
        else { return nil }
        return OverlayDrawing(planes: [plane], shade: DisplayShutter.shade(dataSet))
    }

    func arrangement(for instance: UID?, frame: Int) -> Arrangement {
        var arrangement = Arrangement()
        arrangement.quarterTurns = ((dataSet.integer(.imageRotation) ?? 0) / 90) & 3
        arrangement.isFlipped = dataSet.string(.imageHorizontalFlip) == "Y"
        guard let item = item(.displayedAreaSelectionSequence, for: instance, frame: frame) else { return arrangement }
        arrangement.area = Arrangement.Area(item)
        if item.string(.presentationSizeMode) == "MAGNIFY",
            let ratio = item.number(.presentationPixelMagnificationRatio),
            ratio > 0
        {
            arrangement.magnification = min(ratio, Arrangement.maximumMagnification)
        }
        return arrangement
    }

    func graphics(for instance: UID?, frame: Int) -> [Graphic] {
        var graphics = Graphics()
        for item in items(.graphicAnnotationSequence, for: instance, frame: frame) { graphics.add(item) }
        return graphics.all
    }

    /// A pixel's height over its width, for the frame; nil where it does not say.
    func pixelAspect(for instance: UID?, frame: Int) -> Double? {
        guard let item = item(.displayedAreaSelectionSequence, for: instance, frame: frame) else { return nil }
        return item.pixelAspect([.presentationPixelSpacing, .presentationPixelAspectRatio])
    }
}

extension Arrangement.Area {
    /// Corners count from 1, the pixels at them included; after a rotation they may come in any order.
    fileprivate init?(_ item: DataSet) {
        let first = item.integers(.displayedAreaTopLeftHandCorner)
        let second = item.integers(.displayedAreaBottomRightHandCorner)
        guard first.count == 2, second.count == 2,
            (first + second).allSatisfy({ $0.magnitude < Arrangement.maximumReach })
        else { return nil }
        columns = (min(first[0], second[0]) - 1)..<max(first[0], second[0])
        rows = (min(first[1], second[1]) - 1)..<max(first[1], second[1])
    }
}

extension Tag {
    fileprivate static let softcopyVOILUTSequence = Tag(0x0028, 0x3110)
    fileprivate static let imageHorizontalFlip = Tag(0x0070, 0x0041)
    fileprivate static let imageRotation = Tag(0x0070, 0x0042)
    fileprivate static let displayedAreaTopLeftHandCorner = Tag(0x0070, 0x0052)
    fileprivate static let displayedAreaBottomRightHandCorner = Tag(0x0070, 0x0053)
    fileprivate static let displayedAreaSelectionSequence = Tag(0x0070, 0x005A)
    fileprivate static let presentationSizeMode = Tag(0x0070, 0x0100)
    fileprivate static let presentationPixelSpacing = Tag(0x0070, 0x0101)
    fileprivate static let presentationPixelAspectRatio = Tag(0x0070, 0x0102)
    fileprivate static let presentationPixelMagnificationRatio = Tag(0x0070, 0x0103)
}
