import DICOM
import NIOCore

/// A JPEG codestream of one frame, marker segment by marker segment (ITU-T T.81 Annex B).
///
/// Bytes behind the end of the image are nobody's concern: fragments are padded to an even length.
struct JPEGCodestream {
    let frame: JPEGFrameHeader
    private(set) var tables = JPEGTables()
    /// What Adobe's marker says of the colour transform; nil without one.
    private(set) var adobeTransform: UInt8?
    /// What has not been read.
    private(set) var rest: ByteBuffer
    /// Places of the components whose scan has been found.
    private var found: Set<Int> = []
    /// How many lines there are is said by the frame header, or else behind the first scan.
    private var areLinesKnown: Bool

    /// Reads up to the frame header.
    init(_ bytes: ByteBuffer) throws(PixelError) {
        rest = bytes
        guard rest.readInteger(as: UInt16.self) == 0xFFD8 else { throw .damaged("JPEG without a beginning") }
        var header: JPEGFrameHeader?
        repeat {
            let marker = try rest.readMarker()
            if marker.isFrame {
                header = try JPEGFrameHeader(marker, rest.readSegment())
            } else {
                try Self.read(marker, &rest, &tables, &adobeTransform)
            }
        } while header == nil
        guard let header else { throw .damaged("JPEG without a frame") }
        frame = header
        areLinesKnown = header.lines != 0
    }

    /// The next scan's header, the entropy-coded data standing at the head of ``rest``; nil at the end of the image.
    ///
    /// - Parameter lines: how many the data set has, which DNL must confirm (§B.2.5).
    /// - Throws: `PixelError` when a component comes twice, or never.
    mutating func nextScan(lines: Int) throws(PixelError) -> JPEGScanHeader? {
        let isFirst = found.isEmpty
        while true {
            let marker = try rest.readMarker()
            switch marker {
            case .defineNumberOfLines where !isFirst:
                guard rest.readInteger(as: UInt16.self) == 4, let found = rest.readInteger(as: UInt16.self) else {
                    throw .damaged("JPEG number of lines")
                }
                guard found == lines else { throw .mismatch(.rows, expected: lines, found: Int(found)) }
                areLinesKnown = true
            case .startOfScan:
                guard isFirst || areLinesKnown else { throw .damaged("JPEG without a number of lines") }
                return try readScan()
            case .endOfImage:
                guard areLinesKnown, found.count == frame.components.count else {
                    throw .damaged("JPEG ends before its components do")
                }
                return nil
            default: try Self.read(marker, &rest, &tables, &adobeTransform)
            }
        }
    }

    private mutating func readScan() throws(PixelError) -> JPEGScanHeader {
        let scan = try JPEGScanHeader(rest.readSegment(), frame)
        for component in scan.components where !found.insert(component.index).inserted {
            throw .damaged("JPEG with two scans of a component")
        }
        return scan
    }

    /// Goes on behind a scan's data.
    mutating func skip(_ reader: JPEGBitReader) { rest.moveReaderIndex(forwardBy: reader.position) }

    /// A segment that may stand before a frame and before a scan.
    private static func read(
        _ marker: JPEGMarker,
        _ rest: inout ByteBuffer,
        _ tables: inout JPEGTables,
        _ adobeTransform: inout UInt8?
    ) throws(PixelError) {
        switch marker {
        case .defineHuffmanTables: try tables.defineHuffman(rest.readSegment())
        case .defineQuantizationTables: try tables.defineQuantization(rest.readSegment())
        case .defineRestartInterval: try tables.defineRestartInterval(rest.readSegment())
        case .adobe: adobeTransform = try rest.readSegment().adobeTransform ?? adobeTransform
        case _ where marker.isApplicationData: _ = try rest.readSegment()
        default: throw .damaged("JPEG marker \(marker) where none such may be")
        }
    }
}

extension ByteBuffer {
    /// The next marker, behind any number of fill bytes (§B.1.1.2).
    mutating func readMarker() throws(PixelError) -> JPEGMarker {
        guard let prefix = readInteger(as: UInt8.self) else { throw .damaged("JPEG ends early") }
        guard prefix == 0xFF else { throw .damaged("JPEG without a marker where one must be") }
        while let code = readInteger(as: UInt8.self) {
            if code != 0xFF { return JPEGMarker(code) }
        }
        throw .damaged("JPEG ends early")
    }

    mutating func writeMarker(_ marker: JPEGMarker) {
        writeMultipleIntegers(UInt8(0xFF), marker.code)
    }

    /// What a marker segment holds, without its length.
    mutating func readSegment() throws(PixelError) -> ByteBuffer {
        guard let length = readInteger(as: UInt16.self) else { throw .damaged("JPEG ends early") }
        guard length >= 2 else { throw .damaged("JPEG segment of \(length) bytes") }
        guard let segment = readSlice(length: Int(length) &- 2) else { throw .damaged("JPEG ends early") }
        return segment
    }

    /// Behind the name and three numbers of two bytes.
    fileprivate var adobeTransform: UInt8? {
        let name = "Adobe"
        guard getString(at: readerIndex, length: name.utf8.count) == name else { return nil }
        return getInteger(at: readerIndex &+ name.utf8.count &+ 6)
    }
}
