/// The second byte of a marker, behind 0xFF (ITU-T T.81 Table B.1).
struct JPEGMarker: Hashable, Sendable {
    let code: UInt8

    init(_ code: UInt8) { self.code = code }

    static let baselineFrame = JPEGMarker(0xC0)
    static let extendedFrame = JPEGMarker(0xC1)
    static let losslessFrame = JPEGMarker(0xC3)
    static let defineHuffmanTables = JPEGMarker(0xC4)
    static let defineArithmeticConditioning = JPEGMarker(0xCC)
    static let startOfImage = JPEGMarker(0xD8)
    static let endOfImage = JPEGMarker(0xD9)
    static let startOfScan = JPEGMarker(0xDA)
    static let defineQuantizationTables = JPEGMarker(0xDB)
    static let defineNumberOfLines = JPEGMarker(0xDC)
    static let defineRestartInterval = JPEGMarker(0xDD)
    static let adobe = JPEGMarker(0xEE)
    /// SOF55, JPEG-LS (ITU-T T.87 §C.1).
    static let jpegLSFrame = JPEGMarker(0xF7)
    /// LSE, JPEG-LS.
    static let jpegLSParameters = JPEGMarker(0xF8)
    static let comment = JPEGMarker(0xFE)

    /// RST0 to RST7, which follow each other in a circle.
    static func restart(_ number: Int) -> JPEGMarker { JPEGMarker(0xD0 | UInt8(truncatingIfNeeded: number & 7)) }

    /// SOF0 to SOF15: a frame header, whatever the process.
    var isFrame: Bool {
        0xC0...0xCF ~= code && self != .defineHuffmanTables && code != 0xC8 && self != .defineArithmeticConditioning
    }

    /// APP0 to APP15 and COM: nothing that a decoder must know, but for Adobe's.
    var isApplicationData: Bool { 0xE0...0xEF ~= code || self == .comment }
}

extension JPEGMarker: CustomStringConvertible {
    var description: String { "0xFF" + String(code, radix: 16, uppercase: true) }
}
