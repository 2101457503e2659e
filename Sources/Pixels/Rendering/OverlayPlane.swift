import DICOM
import NIOCore

/// A bit for each pixel of a rectangle, in groups 6000 to 601E (PS3.3 §C.9.2).
struct OverlayPlane: Hashable, Sendable {
    /// Even groups from 6000 on.
    static let groups = stride(from: UInt16(0x6000), through: 0x601E, by: 2)

    /// Overlay Data.
    static func data(_ group: UInt16) -> Tag { Tag(group, 0x3000) }
    /// Overlay Bit Position.
    static func bitPosition(_ group: UInt16) -> Tag { Tag(group, 0x0102) }

    let group: UInt16
    let rows: Int
    let columns: Int
    /// Where its left top pixel lies, in pixels from the image's; below zero to the left of it, or above.
    let top: Int
    let left: Int
    /// The image's frames that have an overlay, from 1.
    private let frames: ClosedRange<Int>
    private let isPerFrame: Bool
    private let bits: Bits

    private enum Bits: Hashable, Sendable {
        /// The lowest bit first, without padding at the ends of rows or frames.
        case packed(ByteBuffer)
        /// A bit of each sample, which the stored bits do not use (retired).
        case inSamples(Int)
    }

    /// The planes of a data set; those that cannot be read are left out, since the image is whole without them.
    static func all(_ dataSet: DataSet) -> [OverlayPlane] {
        groups.compactMap { OverlayPlane(dataSet, $0) }
    }

    init?(_ dataSet: DataSet, _ group: UInt16) {
        guard let rows = dataSet.integer(Tag(group, 0x0010)), let columns = dataSet.integer(Tag(group, 0x0011)),
            (1...65_535).contains(rows), (1...65_535).contains(columns)
        else { return nil }
        let origin = dataSet.integers(Tag(group, 0x0050))
        guard origin.count == 2, origin.allSatisfy({ $0.magnitude <= 65_536 }) else { return nil }
        let count = dataSet.integer(Tag(group, 0x0015)) ?? 1
        let first = dataSet.integer(Tag(group, 0x0051)) ?? 1
        guard (1...65_536).contains(count), (1...Int(Int32.max)).contains(first) else { return nil }
        if let data = dataSet.bytes(Self.data(group)) {
            bits = .packed(data)
        } else if dataSet[Self.data(group)] == nil, let position = dataSet.integer(Self.bitPosition(group)),
            (1...15).contains(position)
        {
            bits = .inSamples(position)
        } else {
            return nil
        }
        self.group = group
        self.rows = rows
        self.columns = columns
        (top, left) = (origin[0] - 1, origin[1] - 1)
        isPerFrame = dataSet[Tag(group, 0x0015)] != nil
        frames = first...(first + count - 1)
    }

    /// Calls with the place in the picture of each pixel that is set, row by row.
    ///
    /// - Parameters:
    ///   - number: the frame's, from 1; a plane without a Number of Frames lies over all of them.
    ///   - frame: whose samples may hold the bits.
    func forEachSet(of number: Int, in frame: Frame, _ body: (_ row: Int, _ column: Int) -> Void) {
        let index = isPerFrame ? number - frames.lowerBound : 0
        guard !isPerFrame || frames.contains(number) else { return }
        let isSet = reader(frame, start: index * rows * columns)
        for row in max(0, -top)..<max(0, -top, min(rows, frame.description.rows - top)) {
            for column in max(0, -left)..<max(0, -left, min(columns, frame.description.columns - left))
            where isSet(row, column) {
                body(top + row, left + column)
            }
        }
    }

    private func reader(_ frame: Frame, start: Int) -> (_ row: Int, _ column: Int) -> Bool {
        switch bits {
        case .packed(let data):
            return { row, column in
                let bit = start + row * columns + column
                let byte: UInt8? = data.getInteger(at: data.readerIndex + bit >> 3)
                return byte.map { $0 >> UInt8(truncatingIfNeeded: bit & 7) & 1 == 1 } ?? false
            }
        case .inSamples(let position):
            let description = frame.description
            guard description.samplesPerPixel == 1, description.bits.bytes == 2, description.bits.kind == .integer
            else {
                return { _, _ in false }
            }
            return { row, column in
                let place = (top + row) * description.columns + left + column
                let word: UInt16? = frame.bytes.getInteger(at: frame.bytes.readerIndex + place * 2, endianness: .little)
                return word.map { $0 >> UInt16(position) & 1 == 1 } ?? false
            }
        }
    }
}

/// Planes that are drawn upon the picture of a whole frame, and how.
struct OverlayDrawing: Hashable, Sendable {
    var planes: [OverlayPlane] = []
    var shade = UInt8.max

    /// - Parameter number: the frame's, from 1.
    func draw(_ number: Int, in frame: Frame, on picture: inout Picture) {
        guard !planes.isEmpty else { return }
        let (width, components) = (picture.width, picture.components)
        picture.edit { samples in
            for plane in planes {
                plane.forEachSet(of: number, in: frame) { row, column in
                    let place = (row * width + column) * components
                    for component in 0..<components { samples[place + component] = shade }
                }
            }
        }
    }
}
