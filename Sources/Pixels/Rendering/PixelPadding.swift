import DICOM
import NIOCore

extension DataSet {
    /// The stored values that fill the frame where there is no image, both ends included (PS3.3 §C.7.5.1.1.2).
    ///
    /// The range limit may lie on either side of the value: of MONOCHROME1 images it is the lower one.
    func paddingRange(_ bits: SampleBits) -> ClosedRange<Double>? {
        let (valueTag, limitTag): (Tag, Tag) =
            switch bits.kind {
            case .integer: (.pixelPaddingValue, .pixelPaddingRangeLimit)
            case .float: (.floatPixelPaddingValue, .floatPixelPaddingRangeLimit)
            case .double: (.doubleFloatPixelPaddingValue, .doubleFloatPixelPaddingRangeLimit)
            }
        guard let value = padding(valueTag, bits) else { return nil }
        let limit = padding(limitTag, bits) ?? value
        return min(value, limit)...max(value, limit)
    }

    /// Of 16 bits, the sign is the pixels', whatever VR the element came with.
    private func padding(_ tag: Tag, _ bits: SampleBits) -> Double? {
        if bits.kind == .integer, var bytes = bytes(tag), bytes.readableBytes == 2,
            let pattern = bytes.readInteger(endianness: .little, as: UInt16.self)
        {
            return bits.isSigned ? Double(Int16(bitPattern: pattern)) : Double(pattern)
        }
        guard let number = number(tag), number.isFinite else { return nil }
        return number
    }
}

extension Tag {
    fileprivate static let floatPixelPaddingValue = Tag(0x0028, 0x0122)
    fileprivate static let doubleFloatPixelPaddingValue = Tag(0x0028, 0x0123)
    fileprivate static let floatPixelPaddingRangeLimit = Tag(0x0028, 0x0124)
    fileprivate static let doubleFloatPixelPaddingRangeLimit = Tag(0x0028, 0x0125)
}
