import DICOM

/// From stored values to the modality's own unit, as Hounsfield's (PS3.3 §C.11.1, PS3.4 §N.2.1.1).
enum ModalityLUT: Hashable, Sendable {
    case identity
    case rescale(slope: Double, intercept: Double)
    case table(LookupTable)

    /// The frame's Pixel Value Transformation, else the image's LUT or rescale.
    init(_ dataSet: DataSet, _ groups: FunctionalGroups, isSigned: Bool) throws(PixelError) {
        if let rescale = groups.macro(.pixelValueTransformationSequence).flatMap(Self.rescale) {
            self = rescale
        } else {
            try self.init(dataSet, isSigned: isSigned)
        }
    }

    /// The LUT or rescale of an image or a presentation state.
    init(_ dataSet: DataSet, isSigned: Bool) throws(PixelError) {
        if let item = dataSet.items(.modalityLUTSequence).first {
            self = .table(try LookupTable(item, .lutDescriptor, .lutData, isSigned: isSigned))
        } else {
            self = Self.rescale(dataSet) ?? .identity
        }
    }

    /// Nil where neither attribute is usable, and where they change nothing. A slope of zero would leave no picture.
    private static func rescale(_ dataSet: DataSet) -> ModalityLUT? {
        var slope = dataSet.number(.rescaleSlope) ?? 1
        var intercept = dataSet.number(.rescaleIntercept) ?? 0
        if !slope.isFinite || slope == 0 { slope = 1 }
        if !intercept.isFinite { intercept = 0 }
        return slope == 1 && intercept == 0 ? nil : .rescale(slope: slope, intercept: intercept)
    }

    func callAsFunction(_ stored: Double) -> Double {
        switch self {
        case .identity: stored
        case .rescale(let slope, let intercept): stored * slope + intercept
        case .table(let table): Double(table[Int(saturating: stored)])
        }
    }

    /// What the stored bits, of whole numbers, can become.
    func range(of bits: SampleBits) -> ClosedRange<Double> {
        switch self {
        case .table(let table):
            let range = table.range(bits.range)
            return Double(range.lowerBound)...Double(range.upperBound)
        case .identity, .rescale:
            let ends = [self(Double(bits.range.lowerBound)), self(Double(bits.range.upperBound))]
            return min(ends[0], ends[1])...max(ends[0], ends[1])
        }
    }

    /// Whether what comes out can be below zero, which decides how a VOI LUT's first number is read.
    func mayBeNegative(isSigned: Bool) -> Bool {
        switch self {
        case .identity: isSigned
        case .rescale(let slope, let intercept): isSigned || slope < 0 || intercept < 0
        case .table: false
        }
    }
}

extension Int {
    /// The nearest whole number, at most the ends of the range; zero for what is not a number.
    init(saturating number: Double) {
        let rounded = number.rounded()
        self = Int(exactly: rounded) ?? (rounded > 0 ? .max : rounded < 0 ? .min : 0)
    }
}
