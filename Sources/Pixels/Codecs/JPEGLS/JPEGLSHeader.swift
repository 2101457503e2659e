import NIOCore

/// What a JPEG-LS codestream says of itself before its first scan (ITU-T T.87 Annex C).
struct JPEGLSHeader {
    static let precisions = 2...16

    let frame: JPEGFrameHeader

    /// Reads up to the first scan.
    ///
    /// - Throws: `PixelError` of what the library does not read, too: mapping tables, sizes beyond 65,535, restarts.
    init(_ bytes: ByteBuffer) throws(PixelError) {
        var rest = bytes
        guard rest.readInteger(as: UInt16.self) == 0xFFD8 else { throw .damaged("JPEG-LS without a beginning") }
        var frame: JPEGFrameHeader?
        while true {
            let marker = try rest.readMarker()
            switch marker {
            case .jpegLSFrame:
                guard frame == nil else { throw .damaged("JPEG-LS with two frames") }
                frame = try JPEGFrameHeader(marker, rest.readSegment())
            case .jpegLSParameters: try Self.check(parameters: rest.readSegment())
            case .startOfScan:
                guard let frame else { throw .damaged("JPEG-LS without a frame") }
                guard Self.precisions.contains(frame.precision) else {
                    throw .damaged("JPEG-LS of \(frame.precision) bits")
                }
                self.frame = frame
                return
            case .defineRestartInterval: throw .unsupportedForm("JPEG-LS with restarts")
            case _ where marker.isApplicationData: _ = try rest.readSegment()
            default: throw .damaged("JPEG-LS marker \(marker) where none such may be")
            }
        }
    }

    /// Of the four kinds of parameters (§C.2.4.1) only thresholds are read.
    private static func check(parameters: ByteBuffer) throws(PixelError) {
        let thresholds: UInt8 = 1
        guard parameters.getInteger(at: parameters.readerIndex) == thresholds else {
            throw .unsupportedForm("JPEG-LS with mapping tables or oversize dimensions")
        }
    }
}
