import CodecShims

/// The samples that a C library reads or writes: a frame in native form, by pixel, little-endian.
package struct Raster: Hashable, Sendable {
    package var columns: Int
    package var rows: Int
    package var samplesPerPixel: Int
    /// Bytes of a sample: 1, 2 or 4.
    package var sampleBytes: Int
    /// Bits of a sample, in the lowest ones of its bytes: 1 to 31.
    package var precision: Int
    /// Whether the bits above repeat the highest; else they are zero.
    package var isSigned: Bool

    /// - Parameters:
    ///   - description: checked, which makes ``length`` safe.
    ///   - precision: of the codestream's samples, within ``precisions`` and the bits allocated.
    init(_ description: PixelDescription, precision: Int) {
        columns = description.columns
        rows = description.rows
        samplesPerPixel = description.samplesPerPixel
        sampleBytes = description.bits.bytes
        self.precision = precision
        isSigned = description.bits.isSigned
    }

    /// A picture's samples.
    init(_ picture: Picture) {
        columns = picture.width
        rows = picture.height
        samplesPerPixel = picture.components
        sampleBytes = 1
        precision = 8
        isSigned = false
    }

    static let precisions = 1...31

    /// In bytes.
    package var length: Int { columns &* rows &* samplesPerPixel &* sampleBytes }
}

extension Raster {
    /// As the libraries' shims take it.
    var shim: shim_raster {
        shim_raster(
            columns: UInt32(truncatingIfNeeded: columns),
            rows: UInt32(truncatingIfNeeded: rows),
            samples_per_pixel: UInt32(truncatingIfNeeded: samplesPerPixel),
            sample_bytes: UInt32(truncatingIfNeeded: sampleBytes),
            precision: UInt32(truncatingIfNeeded: precision),
            is_signed: isSigned
        )
    }
}
