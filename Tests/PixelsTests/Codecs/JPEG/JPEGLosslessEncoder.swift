import NIOCore

/// Encodes samples as lossless JPEG (ITU-T T.81 Annex H), one at a time and by the letter: the tests' other side.
struct JPEGLosslessEncoder: Sendable {
    var rows: Int
    var columns: Int
    var precision: Int
    var predictor = 1
    var pointTransform = 0
    var rowsPerInterval = 0
    var isInterleaved = true
    var codes = HuffmanCodes.flat(Array(0...16))
    /// Where the codes of the scans to come are others, under the same number.
    var laterCodes: HuffmanCodes?
    var process: UInt8 = 0xC3
    var sampling = (1, 1)
    /// What DNL says behind the first scan; the frame header says zero then.
    var numberOfLines: Int?
    var fill = 0
    /// RSTn for the number of the interval.
    var restartMarker: @Sendable (Int) -> UInt8? = { 0xD0 | UInt8($0 & 7) }
    var trailing: [UInt8] = []

    /// - Parameter planes: the samples of each component, line by line.
    func encode(_ planes: [[Int]]) -> ByteBuffer {
        var writer = JPEGWriter()
        writer.marker(0xD8)
        writer.segment(0xE0, Array("JFIF".utf8) + [0, 1, 2, 0, 0, 1, 0, 1, 0, 0], fill: fill)
        writer.segment(0xFE, [0xFF, 0xD9, 0xFF, 0xDA], fill: fill)
        writer.frame(
            process,
            precision: precision,
            rows: numberOfLines == nil ? rows : 0,
            columns: columns,
            sampling: planes.map { _ in sampling }
        )
        if rowsPerInterval > 0 {
            let interval = rowsPerInterval * columns
            writer.segment(0xDD, [UInt8(interval >> 8), UInt8(interval & 255)], fill: fill)
        }
        let scans = isInterleaved ? [Array(planes.indices)] : planes.indices.map { [$0] }
        for (index, components) in scans.enumerated() {
            let codes = index > 0 ? laterCodes ?? codes : codes
            for component in components { writer.huffmanTable(UInt8(component), codes) }
            writer.scan(components, start: predictor, end: 0, low: pointTransform)
            encode(components.map { planes[$0] }, codes, &writer)
            if index == 0, let numberOfLines {
                writer.segment(0xDC, [UInt8(numberOfLines >> 8), UInt8(numberOfLines & 255)])
            }
        }
        writer.marker(0xD9, fill: fill)
        var bytes = writer.bytes
        bytes.writeBytes(trailing)
        return bytes
    }

    private func encode(_ planes: [[Int]], _ codes: HuffmanCodes, _ writer: inout JPEGWriter) {
        for row in 0..<rows {
            if rowsPerInterval > 0, row > 0, row % rowsPerInterval == 0 {
                writer.align()
                if let marker = restartMarker(row / rowsPerInterval - 1) { writer.marker(marker, fill: fill) }
            }
            for column in 0..<columns {
                for plane in planes {
                    let difference = sample(plane, row, column) - prediction(plane, row, column)
                    // Modulo 2 to the 16th, from -32767 to 32768.
                    let wrapped = (difference + 32_767) & 65_535 - 32_767
                    writer.put(wrapped, codes)
                }
            }
        }
        writer.align()
    }

    private func sample(_ plane: [Int], _ row: Int, _ column: Int) -> Int {
        plane[row * columns + column] >> pointTransform
    }

    private func prediction(_ plane: [Int], _ row: Int, _ column: Int) -> Int {
        let isFirst = row == 0 || rowsPerInterval > 0 && row % rowsPerInterval == 0
        if isFirst, column == 0 { return 1 << (precision - pointTransform - 1) }
        if isFirst { return sample(plane, row, column - 1) }
        let above = sample(plane, row - 1, column)
        if column == 0 { return above }
        let left = sample(plane, row, column - 1)
        let corner = sample(plane, row - 1, column - 1)
        return switch predictor {
        case 1: left
        case 2: above
        case 3: corner
        case 4: left + above - corner
        case 5: left + (above - corner) >> 1
        case 6: above + (left - corner) >> 1
        default: (left + above) >> 1
        }
    }
}
