import NIOCore

/// One scan of a lossless JPEG: one component, or several by pixel (ITU-T T.81 §H.2).
struct JPEGLosslessScan {
    /// The category without further bits, whose difference is half of all (Table H.2).
    private static let halfCategory: UInt8 = 16

    private let predictor: JPEGPredictor
    private let pointTransform: Int
    private let precision: Int
    private let places: [Int]
    private let tables: [JPEGHuffmanTable]
    private let rows: Int
    private let columns: Int
    private let rowsPerInterval: Int
    /// Whether a sample beyond the precision is a sign's, which fills the bits above.
    private let isSigned: Bool

    init(_ scan: JPEGScanHeader, _ codestream: JPEGCodestream, _ description: PixelDescription) throws(PixelError) {
        let frame = codestream.frame
        guard let predictor = JPEGPredictor(rawValue: scan.spectralStart) else {
            throw .damaged("lossless JPEG with predictor \(scan.spectralStart)")
        }
        guard Int(scan.approximationLow) < frame.precision else {
            throw .damaged("lossless JPEG with point transform \(scan.approximationLow)")
        }
        // One component alone is coded line by line, whatever its sampling factors (§A.2.2).
        guard scan.components.count == 1 || frame.horizontalSampling &* frame.verticalSampling == 1 else {
            throw .unsupportedForm("lossless JPEG with several samples in a unit")
        }
        let interval = codestream.tables.restartInterval
        guard interval % description.columns == 0 else {
            throw .damaged("lossless JPEG with a restart within a line")
        }
        self.predictor = predictor
        pointTransform = Int(scan.approximationLow)
        precision = frame.precision
        places = scan.components.map(\.index)
        rows = description.rows
        columns = description.columns
        rowsPerInterval = interval / description.columns
        isSigned = description.bits.isSigned
        var tables: [JPEGHuffmanTable] = []
        for component in scan.components {
            let table = try codestream.tables.dcTable(component.dcTable)
            guard table.symbols.allSatisfy({ $0 <= Self.halfCategory }) else {
                throw .damaged("lossless JPEG with differences of more than 16 bits")
            }
            tables.append(table)
        }
        self.tables = tables
    }

    /// Decodes the scan's lines.
    ///
    /// - Returns: the reader where the next marker stands.
    func decode(_ bytes: RawSpan, into writer: inout JPEGSampleWriter) throws(PixelError) -> JPEGBitReader {
        var reader = JPEGBitReader()
        // Entries whose category takes the way of long codes are left out.
        let lookup = tables.flatMap { table in
            table.lookup.map { $0 >> 8 == UInt16(Self.halfCategory) ? 0 : $0 }
        }
        var line = [UInt16](repeating: 0, count: columns &* places.count)
        var above = line
        let initial = UInt16(1) << UInt16(precision &- pointTransform &- 1)
        for row in 0..<rows {
            let isFirst = row == 0 || rowsPerInterval != 0 && row % rowsPerInterval == 0
            if isFirst, row != 0 { try reader.restart(row / rowsPerInterval &- 1, bytes) }
            swap(&line, &above)
            var samples = line.mutableSpan
            try readDifferences(bytes, &reader, lookup.span, into: &samples)
            if isFirst {
                JPEGPredictor.reconstructFirst(&samples, components: places.count, initial: initial)
            } else {
                predictor.reconstruct(&samples, above: above.span, components: places.count)
            }
            try check(line.span)
            if pointTransform == 0 {
                writer.write(line.span, line: row, places: places)
            } else {
                let whole = line.map { $0 << UInt16(truncatingIfNeeded: pointTransform) }
                writer.write(whole.span, line: row, places: places)
            }
        }
        try reader.finishInterval(bytes)
        return reader
    }

    /// Fills a line with differences (§H.1.2.2).
    private func readDifferences(
        _ bytes: RawSpan,
        _ reader: inout JPEGBitReader,
        _ lookup: Span<UInt16>,
        into line: inout MutableSpan<UInt16>
    ) throws(PixelError) {
        var bits = reader
        var table = 0
        for index in line.indices {
            bits.fill(from: bytes)
            let entry = lookup[table &+ bits.peek(JPEGHuffmanTable.lookupBits)]
            if entry != 0 {
                bits.skip(Int(entry & 0xFF))
                line[index] = UInt16(truncatingIfNeeded: bits.number(Int(entry >> 8)))
            } else {
                (bits, line[index]) = try longDifference(bits, tables[table >> JPEGHuffmanTable.lookupBits])
            }
            table &+= 1 << JPEGHuffmanTable.lookupBits
            if table == lookup.count { table = 0 }
        }
        guard !bits.isBeyondEnd else { throw .damaged("JPEG ends early") }
        reader = bits
    }

    /// The difference of a code that is not looked up.
    @inline(never)
    private func longDifference(
        _ reader: JPEGBitReader,
        _ table: JPEGHuffmanTable
    ) throws(PixelError) -> (JPEGBitReader, UInt16) {
        var reader = reader
        let entry = table.search(UInt16(truncatingIfNeeded: reader.peek(JPEGHuffmanSpecification.maximumLength)))
        guard entry != 0 else {
            throw reader.isBeyondEnd ? .damaged("JPEG ends early") : .damaged("JPEG with a code that is none")
        }
        reader.skip(Int(entry & 0xFF))
        let category = entry >> 8
        if category == UInt16(Self.halfCategory) { return (reader, 1 << 15) }
        let difference = reader.number(Int(category))
        return (reader, UInt16(truncatingIfNeeded: difference))
    }

    /// Samples of more bits than the frame has are damage that the sum modulo 2 to the 16th let pass.
    private func check(_ line: Span<UInt16>) throws(PixelError) {
        guard !isSigned else { return }
        var seen: UInt16 = 0
        for index in line.indices { seen |= line[index] }
        guard Int(seen) >> (precision &- pointTransform) == 0 else {
            throw .damaged("lossless JPEG with samples beyond \(precision) bits")
        }
    }
}
