package import DICOM

/// The shape of one frame's samples: the Image Pixel attributes that decoding needs (PS3.3 §C.7.6.3).
///
/// A value of this type has been checked: its products fit an Int and the limits, so arithmetic on them cannot trap.
package struct PixelDescription: Hashable, Sendable {
    package internal(set) var rows: Int
    package internal(set) var columns: Int
    package internal(set) var photometricInterpretation: PhotometricInterpretation
    package internal(set) var planarConfiguration: PlanarConfiguration
    package internal(set) var bits: SampleBits
    package let numberOfFrames: Int
    /// True where bits of the samples' words that are not the samples' hold overlays (retired; PS3.3-2004 §C.9.2).
    package let hasOverlaysInUnusedBits: Bool

    /// Bytes of one frame in native form; of one-bit samples, the bytes that hold them.
    package var frameLength: Int { Self.frameLength(pixels, photometricInterpretation, bits) }
    package var pixels: Int { rows &* columns }
    package var samplesPerPixel: Int { photometricInterpretation.samplesPerPixel }

    package init(
        rows: Int,
        columns: Int,
        photometricInterpretation: PhotometricInterpretation,
        planarConfiguration: PlanarConfiguration = .byPixel,
        bits: SampleBits,
        numberOfFrames: Int = 1,
        hasOverlaysInUnusedBits: Bool = false,
        limits: PixelLimits = .default
    ) throws(PixelError) {
        guard rows > 0 else { throw .invalid(.rows) }
        guard columns > 0 else { throw .invalid(.columns) }
        guard bits.allocated > 1 || photometricInterpretation.samplesPerPixel == 1 else {
            throw .unsupportedForm("colour of one bit")
        }
        guard rows <= limits.maximumSide, columns <= limits.maximumSide else { throw .tooLarge }
        let pixels = try PixelLimits.product(rows, columns, limit: limits.maximumPixels)
        let samples = photometricInterpretation.samplesPerPixel
        _ = try PixelLimits.product(pixels, samples, (bits.allocated + 7) / 8, limit: limits.maximumFrameLength)
        self.rows = rows
        self.columns = columns
        self.photometricInterpretation = photometricInterpretation
        self.planarConfiguration = planarConfiguration
        self.bits = bits
        self.numberOfFrames = numberOfFrames
        self.hasOverlaysInUnusedBits = hasOverlaysInUnusedBits
    }

    /// What a data set says of its pixels.
    ///
    /// Planar Configuration, Bits Stored, High Bit, Pixel Representation and Number of Frames have their usual
    /// values where absent.
    package init(_ dataSet: DataSet, limits: PixelLimits = .default) throws(PixelError) {
        let term = dataSet.string(.photometricInterpretation)
        guard let term else { throw .missing(.photometricInterpretation) }
        guard let photometric = PhotometricInterpretation(rawValue: term) else {
            // YBR_PARTIAL_420 too: PS3.3 §C.7.6.3.1.2 has it in compressed form alone, where it is video.
            throw .unsupportedForm("Photometric Interpretation \(term.prefix(16))")
        }
        guard let rows = dataSet.integer(.rows) else { throw .missing(.rows) }
        guard let columns = dataSet.integer(.columns) else { throw .missing(.columns) }
        let samples = dataSet.integer(.samplesPerPixel) ?? photometric.samplesPerPixel
        guard samples == photometric.samplesPerPixel else { throw .invalid(.samplesPerPixel) }
        let bits = try SampleBits(dataSet)
        try self.init(
            rows: rows,
            columns: columns,
            photometricInterpretation: photometric,
            planarConfiguration: dataSet.integer(.planarConfiguration) == 1 && samples > 1 ? .byPlane : .byPixel,
            bits: bits,
            numberOfFrames: max(1, dataSet.integer(.numberOfFrames) ?? 1),
            hasOverlaysInUnusedBits: bits.areBesideOverlays(of: dataSet),
            limits: limits
        )
    }

    private static func frameLength(_ pixels: Int, _ photometric: PhotometricInterpretation, _ bits: SampleBits) -> Int
    {
        if photometric.isSubsampled {
            // Two pixels share their chrominance: two samples each, over the ends of rows of an odd width.
            return pixels &* 2 &* bits.bytes
        }
        let samples = pixels &* photometric.samplesPerPixel
        return bits.allocated == 1 ? (samples &+ 7) / 8 : samples &* bits.bytes
    }
}

extension SampleBits {
    /// Whether an overlay without data of its own lies in bits that belong to no sample, as its Overlay Bit Position says.
    ///
    /// What else is wrong with the overlay does not count: bits that somebody may read are not to be dropped.
    fileprivate func areBesideOverlays(of dataSet: DataSet) -> Bool {
        guard kind == .integer else { return false }
        return OverlayPlane.groups.contains { group in
            guard dataSet[OverlayPlane.data(group)] == nil,
                let position = dataSet.integer(OverlayPlane.bitPosition(group))
            else { return false }
            return (0..<allocated).contains(position) && !(shift...high).contains(position)
        }
    }
}

/// How the samples of several colours lie (PS3.3 §C.7.6.3.1.3).
package enum PlanarConfiguration: Int, Hashable, Sendable {
    case byPixel = 0
    case byPlane = 1
}

extension PixelDescription {
    /// The attributes as they are after decoding, for a data set that holds these pixels in native form.
    ///
    /// - Parameter transferSyntax: what the pixels were decoded from. If it loses, Lossy Image Compression says so
    ///   from then on, and by what (PS3.3 §C.7.6.1.1.5); where it may lose, an image that says it has not is believed.
    package func apply(to dataSet: inout DataSet, decodedFrom transferSyntax: TransferSyntax) {
        dataSet.set(.photometricInterpretation, photometricInterpretation.rawValue)
        if samplesPerPixel > 1 {
            dataSet.set(.planarConfiguration, integers: planarConfiguration.rawValue)
        }
        if bits.kind == .integer {
            dataSet.set(.bitsAllocated, integers: bits.allocated)
            dataSet.set(.bitsStored, integers: bits.stored)
            dataSet.set(.highBit, integers: bits.high)
            dataSet.set(.pixelRepresentation, integers: bits.isSigned ? 1 : 0)
        }
        let saysLossless = dataSet.string(.lossyImageCompression) == "00" && !Codec.isLossy(transferSyntax)
        guard transferSyntax.isLossy, !saysLossless else { return }
        dataSet.set(.lossyImageCompression, "01")
        if let method = transferSyntax.lossyMethod, dataSet.string(.lossyImageCompressionMethod) == nil {
            dataSet.set(.lossyImageCompressionMethod, method)
        }
    }
}

extension TransferSyntax {
    /// The defined term of its standard (PS3.3 §C.7.6.1.1.5.1).
    fileprivate var lossyMethod: String? {
        switch self {
        case .jpegBaseline8Bit, .jpegExtended12Bit: "ISO_10918_1"
        case .jpegLSNearLossless: "ISO_14495_1"
        case .jpeg2000: "ISO_15444_1"
        case .htj2k: "ISO_15444_15"
        case .jpegXL, .jpegXLJPEGRecompression: "ISO_18181_1"
        default: nil
        }
    }
}
