/// What the samples of a pixel mean (PS3.3 §C.7.6.3.1.2), for the ones that are drawn here.
package enum PhotometricInterpretation: String, CaseIterable, Hashable, Sendable {
    case monochrome1 = "MONOCHROME1"
    case monochrome2 = "MONOCHROME2"
    case paletteColor = "PALETTE COLOR"
    case rgb = "RGB"
    case ybrFull = "YBR_FULL"
    case ybrFull422 = "YBR_FULL_422"
    /// Retired: as YBR_FULL_422, of which black is 16 and white 235 (PS3.3-2011 §C.7.6.3.1.2). Only in native form.
    case ybrPartial422 = "YBR_PARTIAL_422"
    /// JPEG 2000's irreversible and reversible transforms: their decoders give RGB.
    case ybrICT = "YBR_ICT"
    case ybrRCT = "YBR_RCT"
    /// JPEG XL's transform: its decoder gives RGB.
    case xyb = "XYB"
}

extension PhotometricInterpretation {
    package var samplesPerPixel: Int {
        switch self {
        case .monochrome1, .monochrome2, .paletteColor: 1
        case .rgb, .ybrFull, .ybrFull422, .ybrPartial422, .ybrICT, .ybrRCT, .xyb: 3
        }
    }

    /// True where two pixels share their chrominance.
    package var isSubsampled: Bool { self == .ybrFull422 || self == .ybrPartial422 }

    package var isMonochrome: Bool { self == .monochrome1 || self == .monochrome2 }
}
