package import DICOM

/// How one sample lies in its bytes (PS3.5 §8.1.1).
package struct SampleBits: Hashable, Sendable {
    /// Which element holds the pixels: whole numbers, or those of PS3.3 §C.7.6.24 and §C.7.6.25.
    package enum Kind: Hashable, Sendable {
        case integer, float, double
    }

    package let kind: Kind
    package let allocated: Int
    package let stored: Int
    /// The number of the highest bit that belongs to the sample.
    package let high: Int
    package let isSigned: Bool

    /// - Throws: when the bits allocated are none of 1, 8, 16 and 32, or do not hold the bits stored.
    package init(allocated: Int, stored: Int? = nil, high: Int? = nil, isSigned: Bool = false) throws(PixelError) {
        guard [1, 8, 16, 32].contains(allocated) else { throw .unsupportedForm("Bits Allocated \(allocated)") }
        let stored = stored ?? allocated
        guard stored >= 1, stored <= allocated else { throw .invalid(.bitsStored) }
        // A High Bit that cannot be is common and harmless: all decoders take the lowest bits then.
        let high = high.flatMap { $0 >= stored - 1 && $0 < allocated ? $0 : nil } ?? stored - 1
        self.init(kind: .integer, allocated: allocated, stored: stored, high: high, isSigned: isSigned)
    }

    package init(_ dataSet: DataSet) throws(PixelError) {
        if dataSet[.floatPixelData] != nil {
            self = .float
        } else if dataSet[.doubleFloatPixelData] != nil {
            self = .double
        } else {
            guard let allocated = dataSet.integer(.bitsAllocated) else { throw .missing(.bitsAllocated) }
            try self.init(
                allocated: allocated,
                stored: dataSet.integer(.bitsStored),
                high: dataSet.integer(.highBit),
                isSigned: dataSet.integer(.pixelRepresentation) == 1
            )
        }
    }

    private init(kind: Kind, allocated: Int, stored: Int, high: Int, isSigned: Bool) {
        self.kind = kind
        self.allocated = allocated
        self.stored = stored
        self.high = high
        self.isSigned = isSigned
    }

    static let float = SampleBits(kind: .float, allocated: 32, stored: 32, high: 31, isSigned: true)
    static let double = SampleBits(kind: .double, allocated: 64, stored: 64, high: 63, isSigned: true)
}

extension SampleBits {
    /// Bytes of one sample; one of one-bit samples, which share bytes.
    package var bytes: Int { (allocated &+ 7) / 8 }
    /// Where the lowest stored bit is: bits below it, like those above the highest, may hold anything.
    var shift: Int { high &+ 1 &- stored }
    /// The stored bits, at the lowest place. Of whole numbers only.
    var mask: UInt32 { UInt32.max >> UInt32(truncatingIfNeeded: 32 &- min(stored, 32)) }

    /// The number that a pattern of the stored bits means: two's complement where signed (PS3.5 §8.1.1).
    func value(of pattern: UInt32) -> Int {
        let signBit = 1 << (stored &- 1)
        let number = Int(pattern)
        return isSigned && number & signBit != 0 ? number &- signBit &- signBit : number
    }

    /// The least and the greatest number that the stored bits can mean.
    var range: ClosedRange<Int> {
        let count = 1 << stored
        return isSigned ? -(count / 2)...(count / 2 &- 1) : 0...(count &- 1)
    }
}
