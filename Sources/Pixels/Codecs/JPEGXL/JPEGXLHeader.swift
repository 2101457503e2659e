import DICOM
import NIOCore

/// What a JPEG XL codestream says of itself at its beginning (ISO/IEC 18181-1 Annexes A and D).
struct JPEGXLHeader {
    let columns: Int
    let rows: Int
    let components: Int
    let precision: Int
    /// Whether the samples are coded in XYB, the codec's own colours.
    let isTransformed: Bool

    static let precisions = 1...16

    init(_ bytes: ByteBuffer) throws(PixelError) {
        var start = try Self.start(of: bytes)
        guard start.readInteger(as: UInt16.self) == 0xFF0A else { throw .damaged("JPEG XL without a beginning") }
        var reader = BitReader(start)
        (columns, rows) = try reader.size()
        // "all default": RGB of eight bits, transformed.
        if try reader.flag() {
            (components, precision, isTransformed) = (3, 8, true)
            return
        }
        try reader.skipExtraFields()
        precision = try reader.bitDepth()
        _ = try reader.flag()  // Whether 16-bit buffers suffice.
        guard try reader.number([(0, 0), (0, 1), (4, 2), (12, 1)]) == 0 else {
            throw .unsupportedForm("JPEG XL with extra channels")
        }
        isTransformed = try reader.flag()
        components = try reader.isGrey() ? 1 : 3
    }

    /// The codestream's first bytes: of a bare one, or of the first box that has some of it.
    private static func start(of bytes: ByteBuffer) throws(PixelError) -> ByteBuffer {
        let signature: UInt32 = 0x4A58_4C20
        guard bytes.getInteger(at: bytes.readerIndex &+ 4) == signature else { return bytes }
        var rest = bytes
        while let (length, type) = rest.readMultipleIntegers(as: (UInt32, UInt32).self) {
            switch type {
            case 0x6A78_6C63: return rest  // jxlc
            case 0x6A78_6C70:  // jxlp, whose first number counts the parts
                rest.moveReaderIndex(forwardBy: min(4, rest.readableBytes))
                return rest
            default:
                guard length >= 8, rest.readSlice(length: Int(length) &- 8) != nil else {
                    throw .damaged("JPEG XL box of \(length) bytes")
                }
            }
        }
        throw .damaged("JPEG XL without a codestream")
    }
}

extension JPEGXLHeader {
    /// Numbers of any count of bits, the lowest first (§B.2).
    private struct BitReader {
        private let bytes: ByteBuffer
        private var position = 0

        init(_ bytes: ByteBuffer) {
            self.bytes = bytes
        }

        mutating func bits(_ count: Int) throws(PixelError) -> Int {
            var value = 0
            for place in 0..<count {
                guard let byte = bytes.getInteger(at: bytes.readerIndex &+ position / 8, as: UInt8.self) else {
                    throw .damaged("JPEG XL ends early")
                }
                value |= Int(byte >> UInt8(position % 8) & 1) << place
                position &+= 1
            }
            return value
        }

        mutating func flag() throws(PixelError) -> Bool { try bits(1) == 1 }

        /// One of four ways, which two bits choose: so many bits, and what is added to them.
        mutating func number(_ ways: [(bits: Int, added: Int)]) throws(PixelError) -> Int {
            let way = ways[try bits(2)]
            return try bits(way.bits) &+ way.added
        }

        private static let ratios = [(1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1)]

        mutating func size() throws(PixelError) -> (columns: Int, rows: Int) {
            let isSmall = try flag()
            let rows = try side(isSmall)
            let ratio = try bits(3)
            guard ratio > 0 else { return (try side(isSmall), rows) }
            let (across, down) = Self.ratios[ratio &- 1]
            return (rows &* across / down, rows)
        }

        private mutating func side(_ isSmall: Bool) throws(PixelError) -> Int {
            isSmall ? (try bits(5) &+ 1) &* 8 : try number([(9, 1), (13, 1), (18, 1), (30, 1)])
        }

        /// Orientation, the intended size, a preview and an animation, of which the last two are no frame of DICOM's.
        mutating func skipExtraFields() throws(PixelError) {
            guard try flag() else { return }
            _ = try bits(3)
            if try flag() { _ = try size() }
            guard try !flag(), try !flag() else { throw .unsupportedForm("JPEG XL with a preview or an animation") }
        }

        mutating func bitDepth() throws(PixelError) -> Int {
            guard try !flag() else { throw .unsupportedForm("JPEG XL of floating-point samples") }
            return try number([(0, 8), (0, 10), (0, 12), (6, 1)])
        }

        /// The colour encoding's beginning (§E.2).
        mutating func isGrey() throws(PixelError) -> Bool {
            if try flag() { return false }
            _ = try flag()  // Whether an ICC profile follows.
            return try number([(0, 0), (0, 1), (4, 2), (6, 18)]) == 1
        }
    }
}

extension JPEGXLHeader {
    /// Compares what the codestream says of itself with the data set, before anything is made of either.
    func check(against description: PixelDescription) throws(PixelError) {
        try compare(.rows, description.rows, rows)
        try compare(.columns, description.columns, columns)
        try compare(.samplesPerPixel, description.samplesPerPixel, components)
        let bits = description.bits
        guard bits.kind == .integer, bits.allocated == 8 || bits.allocated == 16 else {
            throw .unsupportedForm("JPEG XL in Bits Allocated \(bits.allocated)")
        }
        guard Self.precisions.contains(precision), precision <= bits.allocated,
            precision >= bits.stored || !bits.isSigned
        else { throw .mismatch(.bitsStored, expected: bits.stored, found: precision) }
    }

    private func compare(_ tag: Tag, _ expected: Int, _ found: Int) throws(PixelError) {
        guard expected == found else { throw .mismatch(tag, expected: expected, found: found) }
    }
}
