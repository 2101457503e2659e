import NIOCore

/// One scan of a sequential JPEG of twelve bits (ITU-T T.81 §F.2): one component's blocks, or units of several's.
struct JPEGExtendedScan {
    /// One component's part: its place in the frame, its shape and its tables.
    private struct Component {
        let place: Int
        let shape: JPEGPlane.Shape
        let decoder: JPEGBlockDecoder
    }

    static let maximumBlocks = 10

    private let components: [Component]
    private let restartInterval: Int
    /// Units beside and below each other.
    private let columns: Int
    private let rows: Int

    private var isAlone: Bool { components.count == 1 }

    init(_ scan: JPEGScanHeader, _ codestream: JPEGCodestream, _ planes: [JPEGPlane]) throws(PixelError) {
        // Other numbers than 0, 63, 0 and 0 mean nothing in a sequential process (Table B.3). An end of 0 is met with
        // (pydicom's JPEG-lossy.dcm; test_codecs), and the blocks are whole all the same.
        guard scan.spectralStart == 0, scan.approximationHigh == 0, scan.approximationLow == 0 else {
            throw .unsupportedForm("sequential JPEG with a spectral selection")
        }
        var components: [Component] = []
        for component in scan.components {
            let decoder = try JPEGBlockDecoder(component, codestream)
            components.append(Component(place: component.index, shape: planes[component.index].shape, decoder: decoder))
        }
        self.components = components
        restartInterval = codestream.tables.restartInterval
        let first = components[0].shape
        if components.count == 1 {
            (columns, rows) = (first.columns, first.rows)
        } else {
            (columns, rows) = (first.paddedColumns / first.horizontal, first.paddedRows / first.vertical)
            guard components.reduce(0, { $0 &+ $1.shape.horizontal &* $1.shape.vertical }) <= Self.maximumBlocks else {
                throw .damaged("JPEG with more than \(Self.maximumBlocks) blocks in a unit")
            }
        }
    }

    /// Decodes the scan's units.
    ///
    /// - Returns: the reader where the next marker stands.
    func decode(_ bytes: RawSpan, into planes: inout [JPEGPlane]) throws(PixelError) -> JPEGBitReader {
        var reader = JPEGBitReader()
        var predictions = [Int32](repeating: 0, count: components.count)
        var block = [Int32](repeating: 0, count: JPEGPlane.blockSide &* JPEGPlane.blockSide)
        for row in 0..<rows {
            for column in 0..<columns {
                let unit = row &* columns &+ column
                if restartInterval != 0, unit != 0, unit % restartInterval == 0 {
                    try reader.restart(unit / restartInterval &- 1, bytes)
                    for index in predictions.indices { predictions[index] = 0 }
                }
                for index in components.indices {
                    try decodeUnit(row, column, index, bytes, &reader, &predictions[index], &block, &planes)
                }
            }
            guard !reader.isBeyondEnd else { throw .damaged("JPEG ends early") }
        }
        try reader.finishInterval(bytes)
        return reader
    }

    /// The blocks of one component in one unit.
    @inline(__always)
    private func decodeUnit(
        _ row: Int,
        _ column: Int,
        _ index: Int,
        _ bytes: RawSpan,
        _ reader: inout JPEGBitReader,
        _ prediction: inout Int32,
        _ block: inout [Int32],
        _ planes: inout [JPEGPlane]
    ) throws(PixelError) {
        let shape = components[index].shape
        let (across, down) = isAlone ? (1, 1) : (shape.horizontal, shape.vertical)
        let place = components[index].place
        for line in 0..<down {
            for position in 0..<across {
                var coefficients = block.mutableSpan
                let isFlat = try components[index].decoder.read(bytes, &reader, &prediction, into: &coefficients)
                if !isFlat { JPEGInverseDCT.transform(&coefficients) }
                planes[place].set(
                    isFlat ? JPEGInverseDCT.sample(coefficients[0]) : nil,
                    coefficients.span,
                    column: column &* across &+ position,
                    row: row &* down &+ line
                )
            }
        }
    }
}
