import Foundation
import NIOCore

/// Encodes component planes as sequential JPEG (ITU-T T.81 §F.1), and says what an exact decoder makes of them.
struct JPEGSequentialEncoder: Sendable {
    var rows: Int
    var columns: Int
    var precision = 12
    /// Of each component.
    var sampling = [(1, 1)]
    /// In units.
    var restartInterval = 0
    var isInterleaved = true
    var isUneven = false
    /// Of the first component, and of the others.
    var divisors = [[Int](repeating: 3, count: 64), (0..<64).map { 2 + $0 / 4 }]
    var areDivisorsWide = false
    var process: UInt8 = 0xC1
    var spectralEnd = 63
    var adobeTransform: UInt8?
    var numberOfLines: Int?
    var trailing: [UInt8] = []

    private var across: Int { sampling.map(\.0).max() ?? 1 }
    private var down: Int { sampling.map(\.1).max() ?? 1 }

    /// How many samples a component has.
    func size(_ component: Int) -> (width: Int, height: Int) {
        let (horizontal, vertical) = sampling[component]
        return (
            (columns * horizontal + across - 1) / across,
            (rows * vertical + down - 1) / down
        )
    }

    /// - Parameter planes: of each component's size, line by line.
    /// - Returns: the codestream, and each component's samples as real numbers after the inverse transform.
    func encode(_ planes: [[Int]]) -> (bytes: ByteBuffer, decoded: [[Double]]) {
        var writer = JPEGWriter()
        writer.marker(0xD8)
        if let adobeTransform { writer.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, adobeTransform]) }
        for (index, table) in divisors.enumerated() {
            let numbers = SequentialBlock.zigzag.map { table[$0] }
            let content =
                areDivisorsWide ? numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } : numbers.map(UInt8.init)
            writer.segment(0xDB, [UInt8((areDivisorsWide ? 16 : 0) | index)] + content)
        }
        let lines = numberOfLines == nil ? rows : 0
        writer.frame(process, precision: precision, rows: lines, columns: columns, sampling: sampling)
        if restartInterval > 0 { writer.segment(0xDD, [UInt8(restartInterval >> 8), UInt8(restartInterval & 255)]) }
        let codes = codes
        for component in planes.indices {
            writer.huffmanTable(UInt8(component), codes.dc)
            writer.huffmanTable(UInt8(16 + component), codes.ac)
        }
        var decoded = planes.indices.map { [Double](repeating: 0, count: planes[$0].count) }
        for (index, components) in (isInterleaved ? [Array(planes.indices)] : planes.indices.map { [$0] }).enumerated()
        {
            writer.scan(components, start: 0, end: spectralEnd, low: 0)
            encode(components, planes, codes, &writer, &decoded)
            if index == 0, let numberOfLines {
                writer.segment(0xDC, [UInt8(numberOfLines >> 8), UInt8(numberOfLines & 255)])
            }
        }
        writer.marker(0xD9)
        var bytes = writer.bytes
        bytes.writeBytes(trailing)
        return (bytes, decoded)
    }

    private var codes: (dc: HuffmanCodes, ac: HuffmanCodes) {
        let dc = [UInt8](0...15)
        var ac: [UInt8] = [0x00, 0xF0]
        for symbol in UInt8(1)...255 where symbol & 15 != 0 { ac.append(symbol) }
        return isUneven ? (.uneven(dc.reversed()), .uneven(ac)) : (.flat(dc), .flat(ac))
    }

    private func encode(
        _ components: [Int],
        _ planes: [[Int]],
        _ codes: (dc: HuffmanCodes, ac: HuffmanCodes),
        _ writer: inout JPEGWriter,
        _ decoded: inout [[Double]]
    ) {
        let isAlone = components.count == 1
        let (width, height) = isAlone ? size(components[0]) : (columns, rows)
        let (unitWidth, unitHeight) = isAlone ? (8, 8) : (8 * across, 8 * down)
        let unitColumns = (width + unitWidth - 1) / unitWidth
        let unitRows = (height + unitHeight - 1) / unitHeight
        var predictions = [Int](repeating: 0, count: planes.count)
        for unit in 0..<unitColumns * unitRows {
            if restartInterval > 0, unit > 0, unit % restartInterval == 0 {
                writer.align()
                writer.marker(0xD0 | UInt8((unit / restartInterval - 1) & 7))
                predictions = predictions.map { _ in 0 }
            }
            for component in components {
                let (horizontal, vertical) = isAlone ? (1, 1) : sampling[component]
                for line in 0..<vertical {
                    for place in 0..<horizontal {
                        let block = SequentialBlock(
                            x: (unit % unitColumns * horizontal + place) * 8,
                            y: (unit / unitColumns * vertical + line) * 8,
                            size: size(component),
                            divisors: divisors[component == 0 ? 0 : 1],
                            middle: 1 << (precision - 1)
                        )
                        let coefficients = block.coefficients(of: planes[component])
                        block.write(coefficients, &predictions[component], codes.dc, codes.ac, &writer)
                        block.decode(coefficients, into: &decoded[component])
                    }
                }
            }
        }
        writer.align()
    }
}

/// One block of a component.
struct SequentialBlock {
    var x: Int
    var y: Int
    var size: (width: Int, height: Int)
    var divisors: [Int]
    var middle: Int

    /// Places, line by line, in the order of the zigzag: along each diagonal, in turn up and down.
    static let zigzag: [Int] = (0..<15).flatMap { (sum: Int) -> [Int] in
        let diagonal: [Int] = (max(0, sum - 7)...min(7, sum)).map { row in row * 8 + sum - row }
        return sum % 2 == 0 ? diagonal.reversed() : diagonal
    }

    /// Row n holds the cosines of frequency n, scaled to a length of one.
    static let cosines: [[Double]] = (0..<8).map { frequency in
        let scale = frequency == 0 ? 0.125.squareRoot() : 0.5
        return (0..<8).map { place in
            let angle = Double((2 * place + 1) * frequency) * Double.pi / 16
            return scale * cos(angle)
        }
    }

    /// Quantized, line by line. Places beyond the component repeat its last sample.
    func coefficients(of plane: [Int]) -> [Int] {
        let samples = (0..<64).map { place in
            let (column, row) = (min(x + place % 8, size.width - 1), min(y + place / 8, size.height - 1))
            return Double(plane[row * size.width + column] - middle)
        }
        return Self.transform(samples).enumerated().map { Int(($1 / Double(divisors[$0])).rounded()) }
    }

    static func transform(_ samples: [Double]) -> [Double] {
        (0..<64).map { place in
            var sum = 0.0
            for other in 0..<64 {
                sum += samples[other] * cosines[place / 8][other / 8] * cosines[place % 8][other % 8]
            }
            return sum
        }
    }

    static func inverse(_ coefficients: [Double]) -> [Double] {
        (0..<64).map { place in
            var sum = 0.0
            for other in 0..<64 {
                sum += coefficients[other] * cosines[other / 8][place / 8] * cosines[other % 8][place % 8]
            }
            return sum
        }
    }

    func write(
        _ coefficients: [Int],
        _ prediction: inout Int,
        _ dc: HuffmanCodes,
        _ ac: HuffmanCodes,
        _ writer: inout JPEGWriter
    ) {
        writer.put(coefficients[0] - prediction, dc)
        prediction = coefficients[0]
        var run = 0
        for place in Self.zigzag.dropFirst() {
            if coefficients[place] == 0 {
                run += 1
                continue
            }
            while run > 15 {
                writer.put(0, ac, run: 15)
                run -= 16
            }
            writer.put(coefficients[place], ac, run: run)
            run = 0
        }
        if run > 0 { writer.put(0, ac) }
    }

    func decode(_ coefficients: [Int], into plane: inout [Double]) {
        let samples = Self.inverse(coefficients.enumerated().map { Double($1 * divisors[$0]) })
        for place in 0..<64 where x + place % 8 < size.width && y + place / 8 < size.height {
            let sample = samples[place] + Double(middle)
            plane[(y + place / 8) * size.width + x + place % 8] = min(max(sample, 0), Double(2 * middle - 1))
        }
    }
}
