import NIOCore

/// JPEG Lossless (PS3.5 §A.4.2; ITU-T T.81 Annex H): Huffman-coded differences from a prediction.
enum JPEGLossless {
    static let precisions = 2...16
    /// A sample takes a bit at least.
    static let maximumSamplesPerByte = 8

    /// The samples by pixel. No colour is converted, and no sign is known: the data set says what they mean.
    static func decode(_ bytes: ByteBuffer, _ description: PixelDescription) throws(PixelError) -> Frame {
        var codestream = try JPEGCodestream(bytes)
        let frame = codestream.frame
        guard frame.process == .losslessFrame else { throw .unsupportedForm("JPEG process \(frame.process)") }
        guard precisions.contains(frame.precision) else {
            throw .unsupportedForm("lossless JPEG of \(frame.precision) bits")
        }
        try frame.check(against: description)
        guard frame.horizontalSampling == frame.components.map(\.horizontalSampling).min(),
            frame.verticalSampling == frame.components.map(\.verticalSampling).min()
        else { throw .unsupportedForm("lossless JPEG with subsampled components") }
        let least = description.pixels &* description.samplesPerPixel / maximumSamplesPerByte
        guard least <= bytes.readableBytes else { throw .truncated(expected: least, found: bytes.readableBytes) }
        var writer = JPEGSampleWriter(decoded(description, frame), precision: frame.precision)
        while let header = try codestream.nextScan(lines: description.rows) {
            let scan = try JPEGLosslessScan(header, codestream, description)
            codestream.skip(try scan.decode(codestream.rest.readableBytesSpan, into: &writer))
        }
        return try writer.frame
    }

    /// What the samples are once they are decoded.
    private static func decoded(_ description: PixelDescription, _ frame: JPEGFrameHeader) -> PixelDescription {
        var decoded = description
        decoded.planarConfiguration = .byPixel
        // Every sample is coded, so nothing is subsampled here.
        if description.photometricInterpretation == .ybrFull422 { decoded.photometricInterpretation = .ybrFull }
        decoded.bits = description.bits.lowered(to: frame.precision)
        return decoded
    }
}

extension SampleBits {
    /// The bits as they are of a codestream whose samples do not reach up to the High Bit: at the lowest place.
    func lowered(to precision: Int) -> SampleBits {
        guard precision <= high, let lowered = try? SampleBits(allocated: allocated, stored: stored, isSigned: isSigned)
        else { return self }  // The bits were valid before, so nothing is thrown.
        return lowered
    }
}
