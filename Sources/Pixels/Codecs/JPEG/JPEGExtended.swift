import NIOCore

/// JPEG Extended (PS3.5 §A.4.1; ITU-T T.81 process 4): of twelve bits here, of eight by libjpeg-turbo.
enum JPEGExtended {
    static let precision = 12
    /// A block takes two bits at least: no difference from the block before, and nothing else.
    static let maximumBlocksPerByte = 4

    static func decode(
        _ bytes: ByteBuffer,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        let codestream = try JPEGCodestream(bytes)
        guard codestream.frame.precision == precision else {
            return try JPEGBaseline.decode(bytes, codestream, description, circumstances)
        }
        return try decode(codestream, description)
    }

    /// The samples by pixel, and colour as RGB, as of JPEG Baseline.
    private static func decode(
        _ start: JPEGCodestream,
        _ description: PixelDescription
    ) throws(PixelError) -> Frame {
        var codestream = start
        let frame = codestream.frame
        guard frame.process == .extendedFrame || frame.process == .baselineFrame else {
            throw .unsupportedForm("JPEG process \(frame.process)")
        }
        try frame.check(against: description)
        var planes = try planes(frame, description, available: codestream.rest.readableBytes)
        while let header = try codestream.nextScan(lines: description.rows) {
            let scan = try JPEGExtendedScan(header, codestream, planes)
            codestream.skip(try scan.decode(codestream.rest.readableBytesSpan, into: &planes))
        }
        return try picture(of: planes, codestream, description)
    }

    /// Room for the components' blocks, once there are bytes enough for them.
    private static func planes(
        _ frame: JPEGFrameHeader,
        _ description: PixelDescription,
        available: Int
    ) throws(PixelError) -> [JPEGPlane] {
        let shapes = try frame.components.map { (component) throws(PixelError) in
            try JPEGPlane.Shape(component, frame, description)
        }
        let least = shapes.reduce(0) { $0 &+ $1.paddedBlocks } / maximumBlocksPerByte
        guard least <= available else { throw .truncated(expected: least, found: available) }
        return shapes.map { JPEGPlane($0) }
    }

    private static func picture(
        of planes: [JPEGPlane],
        _ codestream: JPEGCodestream,
        _ description: PixelDescription
    ) throws(PixelError) -> Frame {
        var decoded = description
        decoded.planarConfiguration = .byPixel
        decoded.bits = description.bits.lowered(to: precision)
        if planes.count == 3 { decoded.photometricInterpretation = .rgb }
        var writer = JPEGSampleWriter(decoded, precision: precision)
        let isYCbCr = JPEGColor.isYCbCr(
            names: codestream.frame.components.map(\.identifier),
            adobeTransform: codestream.adobeTransform,
            description.photometricInterpretation
        )
        for row in 0..<description.rows {
            var lines = planes.map { $0.line(row, columns: description.columns) }
            if isYCbCr { JPEGColor.convertToRGB(&lines, precision: precision) }
            for (place, line) in lines.enumerated() {
                writer.write(line.span, line: row, places: [place])
            }
        }
        return try writer.frame
    }
}
