import DICOM
import DICOMweb
import NIOCore
import Pixels

/// How pictures are drawn and written, whichever resource asks.
struct Drawing: Sendable {
    var window: Window?
    var framing: Framing?
    var quality = defaultQuality
    var annotations: Set<RenderingQuery.Annotation> = []
    var profile = RenderingQuery.ICCProfile.no
    /// Through which the image is seen; nil is as it says itself.
    var state: PresentationState?
    private let typeface: Typeface

    /// What a JPEG is compressed with when the client does not say (PS3.18 §8.3.5.1.2).
    static let defaultQuality = 90

    /// What the parameters of a rendered resource ask for.
    init(_ query: RenderingQuery, _ typeface: Typeface) {
        self.typeface = typeface
        window = query.window.map(Window.init)
        framing = query.viewport.map { .viewport(Viewport($0)) }
        quality = query.quality ?? Self.defaultQuality
        annotations = query.annotations
        profile = query.iccProfile ?? .no
    }

    /// What those of a WADO-URI request ask for.
    init(_ query: URIQuery, _ typeface: Typeface) {
        self.init(query.rendering, typeface)
        guard query.region != nil || query.rows != nil || query.columns != nil else { return }
        var part = PicturePart(width: query.columns, height: query.rows)
        if let region = query.region {
            (part.left, part.top, part.right, part.bottom) = (region.left, region.top, region.right, region.bottom)
        }
        framing = .part(part)
    }

    /// True where nothing is resized, drawn upon or converted.
    var isPlain: Bool { framing == nil && annotations.isEmpty && profile == .no && state == nil }

    /// The picture of a frame, counted from 1.
    ///
    /// - Parameter header: of the source, with the large values that take part.
    func picture(
        of number: Int,
        from source: FrameSource,
        _ header: DataSet,
        by libraries: any LibraryRunner
    ) throws -> Picture {
        let presentation =
            try state.map { state in try Presentation(header, frame: number, through: state) }
            ?? Presentation(header, frame: number, window: window, showsOverlays: annotations.contains(.overlay))
        let frame = try source.decoded(
            number,
            by: libraries,
            reduce: presentation.reduction(of: PixelDescription(header), for: framing)
        )
        return try frame.rendered(presentation, framing: framing, typeface: typeface)
            .annotated(Annotation(header, frame: number, annotations), typeface)
    }

    /// What was asked for and is not done, as texts for Warning fields (PS3.18 §8.3.5.1.1).
    var warnings: [String] {
        let written = annotations.intersection([.patient, .technique])
        guard typeface.isEmpty, !written.isEmpty else { return [] }
        let names = written.map(\.rawValue).sorted().joined(separator: ", ")
        return ["The following annotation values are not supported: \(names)"]
    }

    /// - Throws: `badRequest` for a type that holds no ICC profile where one is wanted (PS3.18 §8.3.5.1.5).
    func check(_ type: MediaType) throws(WebError) {
        guard profile == .no || [.jpeg, .png].contains(type) else {
            throw .badRequest("\(type) holds no ICC profile: iccprofile is no")
        }
    }

    /// The picture in that type, as its own colours or in the space that is wanted. Grey has none.
    ///
    /// - Parameter header: of the source, with its profile.
    func encoded(
        _ picture: Picture,
        _ header: DataSet,
        as type: MediaType,
        by libraries: any LibraryRunner
    ) throws -> ByteBuffer {
        func encoded(_ picture: Picture) throws -> ByteBuffer {
            try picture.encoded(as: type, quality: quality, by: libraries)
        }
        guard picture.components == 3, profile != .no else { return try encoded(picture) }
        let own = try ICCProfile(state?.profile) ?? ICCProfile(header.profileElement)
        guard let space = profile.space else {
            return (own ?? .sRGB).embedded(in: try encoded(picture), type)
        }
        let converted = try picture.converted(from: own, to: space, by: libraries)
        return ICCProfile(space).embedded(in: try encoded(converted), type)
    }
}

extension Picture {
    /// The picture in one of the types that are offered of it.
    ///
    /// - Parameters:
    ///   - quality: of a JPEG, 1 to 100.
    ///   - libraries: whose idle threads help.
    func encoded(
        as type: MediaType,
        quality: Int = Drawing.defaultQuality,
        by libraries: any LibraryRunner = NoLibraries()
    ) throws -> ByteBuffer {
        switch type {
        case .png: try png()
        case .gif: try gif()
        default: try jpeg(quality: quality, by: libraries)
        }
    }
}

extension RenderingQuery.ICCProfile {
    /// What the colours are converted to; nil where they stay.
    fileprivate var space: RGBSpace? {
        switch self {
        case .no, .yes: nil
        case .srgb: .sRGB
        case .adobergb: .adobeRGB
        case .rommrgb: .rommRGB
        }
    }
}

extension ICCProfile {
    fileprivate func embedded(in bytes: ByteBuffer, _ type: MediaType) -> ByteBuffer {
        type == .png ? embedded(inPNG: bytes) : embedded(inJPEG: bytes)
    }
}

extension ICCProfile {
    /// - Throws: `unsupportedForm` of one that cannot be had: nobody knows what the colours are.
    fileprivate init?(_ element: DataElement?) throws(PixelError) {
        guard let element, !element.isEmpty else { return nil }
        guard case .bytes(let bytes) = element.value, let profile = ICCProfile(bytes), profile.isRGB else {
            throw .unsupportedForm("colours whose ICC profile is damaged, too large or not of red, green and blue")
        }
        self = profile
    }
}

extension DataSet {
    /// The image's profile, or that of its first optical path (PS3.3 §C.11.15, §C.8.12.5).
    fileprivate var profileElement: DataElement? {
        let own = self[.iccProfile].flatMap { $0.isEmpty ? nil : $0 }
        return own ?? items(.opticalPathSequence).first?[.iccProfile]
    }
}

extension Tag {
    static let opticalPathSequence = Tag(0x0048, 0x0105)
}

extension Window {
    fileprivate init(_ window: RenderingQuery.Window) {
        let function: Function =
            switch window.function {
            case .linear: .linear
            case .linearExact: .linearExact
            case .sigmoid: .sigmoid
            }
        self.init(center: window.center, width: window.width, function: function)
    }
}

extension Viewport {
    fileprivate init(_ viewport: RenderingQuery.Viewport) {
        self.init(
            width: viewport.width,
            height: viewport.height,
            x: viewport.sourceX,
            y: viewport.sourceY,
            regionWidth: viewport.sourceWidth,
            regionHeight: viewport.sourceHeight
        )
    }
}
