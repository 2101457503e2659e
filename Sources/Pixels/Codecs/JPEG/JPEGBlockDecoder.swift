/// Reads blocks of coefficients (ITU-T T.81 §F.2.2).
struct JPEGBlockDecoder {
    static let maximumDCCategory: UInt8 = 15
    /// Coefficients of twelve-bit samples lie well inside this, and the transform's products with it inside 32 bits.
    static let maximumCoefficient: Int32 = 32_767

    /// Where the coefficients lie in a block, line by line (Figure A.6).
    static let zigzag: [UInt8] = [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21,
        28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61,
        54, 47, 55, 62, 63,
    ]

    private let dc: JPEGHuffmanTable
    private let ac: JPEGHuffmanTable
    /// In the order of the zigzag.
    private let quantization: [Int32]
    private let places = zigzag

    init(_ component: JPEGScanHeader.Component, _ codestream: JPEGCodestream) throws(PixelError) {
        let selector = codestream.frame.components[component.index].quantizationTable
        guard let quantization = codestream.tables.quantization[selector] else {
            throw .damaged("JPEG without quantization table \(selector)")
        }
        dc = try codestream.tables.dcTable(component.dcTable)
        ac = try codestream.tables.acTable(component.acTable)
        guard dc.symbols.allSatisfy({ $0 <= Self.maximumDCCategory }) else {
            throw .damaged("JPEG with differences of more than \(Self.maximumDCCategory) bits")
        }
        self.quantization = quantization.map(Int32.init)
    }

    /// Reads one block's coefficients, multiplied by their divisors.
    ///
    /// - Parameter prediction: the first coefficient of the component's block before.
    /// - Returns: whether there is no other coefficient than the first; then the block is left but for that.
    @inline(__always)
    func read(
        _ bytes: RawSpan,
        _ reader: inout JPEGBitReader,
        _ prediction: inout Int32,
        into block: inout MutableSpan<Int32>
    ) throws(PixelError) -> Bool {
        var bits = reader
        bits.fill(from: bytes)
        let category = try Self.symbol(&bits, dc.lookup.span, dc)
        prediction &+= bits.number(category)
        let first = product(prediction, 0)
        let ac = self.ac.lookup.span
        var place = 1
        while place < block.count {
            bits.fill(from: bytes)
            let symbol = try Self.symbol(&bits, ac, self.ac)
            let (run, category) = (symbol >> 4, symbol & 15)
            if category == 0 {
                if run == 0 { break }
                guard run == 15 else { throw .damaged("JPEG with a code that is none") }
            }
            if place == 1 { Self.clear(&block) }
            place &+= run
            guard place < block.count else { throw .damaged("JPEG block of more than 64 coefficients") }
            if category != 0 { block[Int(places[place])] = product(bits.number(category), place) }
            place &+= 1
        }
        block[0] = first
        reader = bits
        return place == 1
    }

    /// Without a trap, whatever the divisor.
    @inline(__always)
    private func product(_ coefficient: Int32, _ place: Int) -> Int32 {
        let product = coefficient &* quantization[place]
        return min(max(product, -Self.maximumCoefficient), Self.maximumCoefficient)
    }

    @inline(__always)
    private static func symbol(
        _ bits: inout JPEGBitReader,
        _ lookup: Span<UInt16>,
        _ table: JPEGHuffmanTable
    ) throws(PixelError) -> Int {
        let entry = bits.code(lookup, table)
        guard entry != 0 else {
            throw bits.isBeyondEnd ? .damaged("JPEG ends early") : .damaged("JPEG with a code that is none")
        }
        bits.skip(Int(entry & 0xFF))
        return Int(entry >> 8)
    }

    @inline(__always)
    private static func clear(_ block: inout MutableSpan<Int32>) {
        for index in block.indices { block[index] = 0 }
    }
}
