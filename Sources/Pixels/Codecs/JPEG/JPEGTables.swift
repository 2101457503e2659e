import NIOCore

/// The tables that hold for the scans to come; each may be defined anew between scans (ITU-T T.81 §B.2.4).
struct JPEGTables {
    /// Tables of each kind.
    static let count = 4

    private(set) var dc = [JPEGHuffmanSpecification?](repeating: nil, count: count)
    private(set) var ac = [JPEGHuffmanSpecification?](repeating: nil, count: count)
    /// 64 divisors each, in the order of the zigzag.
    private(set) var quantization = [[UInt16]?](repeating: nil, count: count)
    /// In MCUs; zero where there are no restarts.
    private(set) var restartInterval = 0
}

extension JPEGTables {
    /// DHT (§B.2.4.2).
    mutating func defineHuffman(_ segment: ByteBuffer) throws(PixelError) {
        var segment = segment
        while let selector = segment.readInteger(as: UInt8.self) {
            let specification = try JPEGHuffmanSpecification(&segment)
            let destination = Int(selector & 15)
            guard destination < Self.count else { throw .damaged("JPEG Huffman table \(destination)") }
            switch selector >> 4 {
            case 0: dc[destination] = specification
            case 1: ac[destination] = specification
            default: throw .damaged("JPEG Huffman table of class \(selector >> 4)")
            }
        }
    }

    /// DQT (§B.2.4.1).
    mutating func defineQuantization(_ segment: ByteBuffer) throws(PixelError) {
        var segment = segment
        while let selector = segment.readInteger(as: UInt8.self) {
            let destination = Int(selector & 15)
            guard destination < Self.count, selector >> 4 <= 1 else { throw .damaged("JPEG quantization table") }
            let isWide = selector >> 4 == 1
            let table = (0..<64).compactMap { _ in
                isWide ? segment.readInteger(as: UInt16.self) : segment.readInteger(as: UInt8.self).map(UInt16.init)
            }
            guard table.count == 64, !table.contains(0) else { throw .damaged("JPEG quantization table") }
            quantization[destination] = table
        }
    }

    /// DRI (§B.2.4.4).
    mutating func defineRestartInterval(_ segment: ByteBuffer) throws(PixelError) {
        guard segment.readableBytes == 2, let interval = segment.getInteger(at: segment.readerIndex, as: UInt16.self)
        else { throw .damaged("JPEG restart interval") }
        restartInterval = Int(interval)
    }

    /// - Throws: when the scan asks for a table that was not defined.
    func dcTable(_ destination: Int) throws(PixelError) -> JPEGHuffmanTable {
        guard let specification = dc[destination] else { throw .damaged("JPEG without Huffman table \(destination)") }
        return try JPEGHuffmanTable(specification)
    }

    func acTable(_ destination: Int) throws(PixelError) -> JPEGHuffmanTable {
        guard let specification = ac[destination] else { throw .damaged("JPEG without Huffman table \(destination)") }
        return try JPEGHuffmanTable(specification)
    }
}
