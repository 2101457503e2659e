import NIOCore

/// A scan header, SOS (ITU-T T.81 §B.2.3).
struct JPEGScanHeader {
    struct Component {
        /// Its place in the frame header.
        let index: Int
        let dcTable: Int
        let acTable: Int
    }

    let components: [Component]
    /// Ss: of lossless processes the predictor.
    let spectralStart: UInt8
    let spectralEnd: UInt8
    /// Ah and Al: of lossless processes Al is the point transform.
    let approximationHigh: UInt8
    let approximationLow: UInt8

    init(_ segment: ByteBuffer, _ frame: JPEGFrameHeader) throws(PixelError) {
        var segment = segment
        guard let count = segment.readInteger(as: UInt8.self), count > 0, segment.readableBytes == Int(count) &* 2 &+ 3
        else { throw .damaged("JPEG scan header of a wrong length") }
        var components: [Component] = []
        for _ in 0..<count {
            guard let (name, tables) = segment.readMultipleIntegers(as: (UInt8, UInt8).self),
                let index = frame.components.firstIndex(where: { $0.identifier == name }),
                components.allSatisfy({ $0.index < index }),
                tables >> 4 < JPEGTables.count, tables & 15 < JPEGTables.count
            else { throw .damaged("JPEG scan of components that the frame has not, or not so") }
            components.append(Component(index: index, dcTable: Int(tables >> 4), acTable: Int(tables & 15)))
        }
        guard let (start, end, approximation) = segment.readMultipleIntegers(as: (UInt8, UInt8, UInt8).self) else {
            throw .damaged("JPEG scan header of a wrong length")
        }
        self.components = components
        spectralStart = start
        spectralEnd = end
        approximationHigh = approximation >> 4
        approximationLow = approximation & 15
    }
}
