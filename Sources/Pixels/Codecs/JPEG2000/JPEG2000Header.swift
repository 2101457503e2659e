import DICOM
import NIOCore

/// What the main header of a JPEG 2000 codestream says of it (ITU-T T.800 Annex A).
struct JPEG2000Header {
    /// The reference grid: where the image begins and ends on it (§B.2).
    let origin: (x: Int, y: Int)
    let end: (x: Int, y: Int)
    let components: Int
    let precision: Int
    let isSigned: Bool
    /// How often the size can be halved.
    let decompositionLevels: Int
    /// Whether the first three components were transformed, into something like luminance and chrominance (§G.2, §G.3).
    let hasComponentTransform: Bool

    static let maximumLevels = 32
    /// Bytes of a tile-part: its header, and the marker at its end (§A.4.2, §A.4.3).
    private static let tilePartLength = 14

    init(_ bytes: ByteBuffer) throws(PixelError) {
        var rest = bytes
        guard rest.readInteger(as: UInt16.self) == Marker.startOfCodestream,
            rest.readInteger(as: UInt16.self) == Marker.size
        else { throw .damaged("JPEG 2000 without a beginning") }
        let size = try Size(rest.readSegment())
        guard size.tiles <= bytes.readableBytes / Self.tilePartLength else {
            throw .damaged("JPEG 2000 of \(size.tiles) tiles in \(bytes.readableBytes) bytes")
        }
        let style = try CodingStyle(in: &rest)
        origin = size.origin
        end = size.end
        components = size.components
        (precision, isSigned) = (size.precision, size.isSigned)
        decompositionLevels = style.decompositionLevels
        hasComponentTransform = style.hasComponentTransform
    }

    func columns(reduced reduce: Int) -> Int { Self.length(origin.x, end.x, reduced: reduce) }
    func rows(reduced reduce: Int) -> Int { Self.length(origin.y, end.y, reduced: reduce) }

    /// How often the size is halved, at most as often as is wanted, and not until nothing is left of an image that lies
    /// between two places of a coarse grid.
    func halvings(upTo wanted: Int) -> Int {
        var count = min(max(wanted, 0), decompositionLevels)
        while count > 0, columns(reduced: count) < 1 || rows(reduced: count) < 1 { count -= 1 }
        return count
    }

    /// Both ends are divided, and rounded up (§B.5).
    private static func length(_ start: Int, _ end: Int, reduced reduce: Int) -> Int {
        let step = 1 << reduce
        return (end &+ step &- 1) / step &- (start &+ step &- 1) / step
    }
}

extension JPEG2000Header {
    enum Marker {
        static let startOfCodestream: UInt16 = 0xFF4F
        static let size: UInt16 = 0xFF51
        static let codingStyle: UInt16 = 0xFF52
        static let startOfTilePart: UInt16 = 0xFF90
    }

    /// SIZ (§A.5.1).
    private struct Size {
        let origin: (x: Int, y: Int)
        let end: (x: Int, y: Int)
        let components: Int
        let precision: Int
        let isSigned: Bool
        let tiles: Int

        init(_ segment: ByteBuffer) throws(PixelError) {
            var segment = segment
            guard let _ = segment.readInteger(as: UInt16.self),
                let (endX, endY, originX, originY, tileX, tileY, tileOriginX, tileOriginY) =
                    segment.readMultipleIntegers(
                        as: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32).self
                    ), let count = segment.readInteger(as: UInt16.self)
            else { throw .damaged("JPEG 2000 size ends early") }
            guard originX < endX, originY < endY, tileX > 0, tileY > 0, tileOriginX <= originX,
                tileOriginY <= originY
            else { throw .damaged("JPEG 2000 of an impossible size") }
            origin = (Int(originX), Int(originY))
            end = (Int(endX), Int(endY))
            components = Int(count)
            let across = (Int(endX - tileOriginX) &+ Int(tileX) &- 1) / Int(tileX)
            let down = (Int(endY - tileOriginY) &+ Int(tileY) &- 1) / Int(tileY)
            tiles = across.multipliedReportingOverflow(by: down).overflow ? .max : across &* down
            // The highest bit is the sign's.
            let depth = try Self.depth(of: count, in: &segment)
            (precision, isSigned) = (Int(depth & 0x7F) &+ 1, depth & 0x80 != 0)
        }

        /// One depth for all components, and none of them subsampled.
        private static func depth(of count: UInt16, in segment: inout ByteBuffer) throws(PixelError) -> UInt8 {
            var common: UInt8?
            for _ in 0..<count {
                guard let (depth, across, down) = segment.readMultipleIntegers(as: (UInt8, UInt8, UInt8).self) else {
                    throw .damaged("JPEG 2000 size ends early")
                }
                guard across == 1, down == 1 else {
                    throw .unsupportedForm("JPEG 2000 with subsampled components")
                }
                guard common == nil || common == depth else {
                    throw .unsupportedForm("JPEG 2000 with components of different bits")
                }
                common = depth
            }
            return common ?? 0
        }
    }

    /// COD (§A.6.1), which stands somewhere in the main header.
    private struct CodingStyle {
        let decompositionLevels: Int
        let hasComponentTransform: Bool

        init(in rest: inout ByteBuffer) throws(PixelError) {
            while let marker = rest.readInteger(as: UInt16.self), marker != Marker.startOfTilePart {
                guard marker >= 0xFF00 else { throw .damaged("JPEG 2000 without a marker where one must be") }
                var segment = try rest.readSegment()
                guard marker == Marker.codingStyle else { continue }
                guard
                    let (_, _, _, transform, levels) = segment.readMultipleIntegers(
                        as: (UInt8, UInt8, UInt16, UInt8, UInt8).self
                    ), levels <= maximumLevels
                else { throw .damaged("JPEG 2000 coding style") }
                decompositionLevels = Int(levels)
                hasComponentTransform = transform != 0
                return
            }
            throw .damaged("JPEG 2000 without a coding style")
        }
    }
}

extension JPEG2000Header {
    /// Compares what the codestream says of itself with the data set, before anything is made of either.
    ///
    /// More or fewer bits than are stored are let pass where they fit the allocated ones.
    func check(against description: PixelDescription) throws(PixelError) {
        try compare(.rows, description.rows, rows(reduced: 0))
        try compare(.columns, description.columns, columns(reduced: 0))
        try compare(.samplesPerPixel, description.samplesPerPixel, components)
        let bits = description.bits
        guard bits.kind == .integer, bits.allocated >= 8 else {
            throw .unsupportedForm("JPEG 2000 in Bits Allocated \(bits.allocated)")
        }
        guard precision <= bits.allocated, Raster.precisions.contains(precision) else {
            throw .mismatch(.bitsStored, expected: bits.stored, found: precision)
        }
    }

    private func compare(_ tag: Tag, _ expected: Int, _ found: Int) throws(PixelError) {
        guard expected == found else { throw .mismatch(tag, expected: expected, found: found) }
    }

    /// What the samples mean once they are decoded. YBR_FULL without a transform of the codec's stays what it is.
    func photometricInterpretation(_ coded: PhotometricInterpretation) -> PhotometricInterpretation {
        guard coded.samplesPerPixel == 3, coded != .rgb else { return coded }
        switch coded {
        case .ybrFull where !hasComponentTransform, .ybrFull422 where !hasComponentTransform: return .ybrFull
        default: return .rgb
        }
    }
}
