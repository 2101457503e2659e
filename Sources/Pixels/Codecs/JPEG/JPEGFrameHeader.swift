import DICOM
import NIOCore

/// A frame header, SOFn (ITU-T T.81 §B.2.2).
struct JPEGFrameHeader {
    struct Component {
        let identifier: UInt8
        /// How many of its samples stand beside and below each other where the finest component has the maximum.
        let horizontalSampling: Int
        let verticalSampling: Int
        let quantizationTable: Int
    }

    static let maximumSampling = 4

    let process: JPEGMarker
    let precision: Int
    /// Zero where DNL tells it behind the first scan.
    let lines: Int
    let samplesPerLine: Int
    let components: [Component]

    init(_ process: JPEGMarker, _ segment: ByteBuffer) throws(PixelError) {
        var segment = segment
        guard
            let (precision, lines, samplesPerLine, count) = segment.readMultipleIntegers(
                as: (UInt8, UInt16, UInt16, UInt8).self
            ), segment.readableBytes == Int(count) &* 3
        else { throw .damaged("JPEG frame header of a wrong length") }
        var components: [Component] = []
        while let (identifier, sampling, table) = segment.readMultipleIntegers(as: (UInt8, UInt8, UInt8).self) {
            try components.append(Component(identifier, sampling, table))
        }
        guard Set(components.map(\.identifier)).count == components.count else {
            throw .damaged("JPEG components of the same name")
        }
        self.process = process
        self.precision = Int(precision)
        self.lines = Int(lines)
        self.samplesPerLine = Int(samplesPerLine)
        self.components = components
    }
}

extension JPEGFrameHeader.Component {
    fileprivate init(_ identifier: UInt8, _ sampling: UInt8, _ table: UInt8) throws(PixelError) {
        let (horizontal, vertical) = (Int(sampling >> 4), Int(sampling & 15))
        let allowed = 1...JPEGFrameHeader.maximumSampling
        guard allowed.contains(horizontal), allowed.contains(vertical), table < JPEGTables.count else {
            throw .damaged("JPEG component with sampling \(horizontal) x \(vertical), table \(table)")
        }
        self.init(
            identifier: identifier,
            horizontalSampling: horizontal,
            verticalSampling: vertical,
            quantizationTable: Int(table)
        )
    }
}

extension JPEGFrameHeader {
    /// Compares what the codestream says of itself with the data set, before anything is made of either.
    ///
    /// More bits than are stored are let pass where they fit the allocated ones: encoders that take whole words do that.
    /// Fewer are too, but not of signed samples, whose sign would be lost.
    func check(against description: PixelDescription) throws(PixelError) {
        if lines != 0 { try compare(.rows, description.rows, lines) }
        try compare(.columns, description.columns, samplesPerLine)
        try compare(.samplesPerPixel, description.samplesPerPixel, components.count)
        let bits = description.bits
        guard bits.kind == .integer, bits.allocated == 8 || bits.allocated == 16 else {
            throw .unsupportedForm("JPEG in Bits Allocated \(bits.allocated)")
        }
        guard precision <= bits.allocated, precision >= bits.stored || !bits.isSigned else {
            throw .mismatch(.bitsStored, expected: bits.stored, found: precision)
        }
    }

    private func compare(_ tag: Tag, _ expected: Int, _ found: Int) throws(PixelError) {
        guard expected == found else { throw .mismatch(tag, expected: expected, found: found) }
    }

    var horizontalSampling: Int { components.map(\.horizontalSampling).max() ?? 1 }
    var verticalSampling: Int { components.map(\.verticalSampling).max() ?? 1 }
}
