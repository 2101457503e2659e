import DICOM

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A window: which values become the shades between black and white (PS3.3 §C.11.2.1.2).
package struct Window: Hashable, Sendable {
    /// VOI LUT Function (0028,1056) (PS3.3 §C.11.2.1.3).
    package enum Function: String, CaseIterable, Hashable, Sendable {
        case linear = "LINEAR"
        case linearExact = "LINEAR_EXACT"
        case sigmoid = "SIGMOID"
    }

    package var center: Double
    package var width: Double
    package var function: Function

    package init(center: Double, width: Double, function: Function = .linear) {
        self.center = center
        self.width = width
        self.function = function
    }

    /// False of numbers that are none, and of widths below 1 (LINEAR) or not above 0 (the others).
    package var isUsable: Bool {
        center.isFinite && width.isFinite && (function == .linear ? width >= 1 : width > 0)
    }

    /// The first window of a data set or item; nil without one, or when its numbers cannot be used.
    init?(_ dataSet: DataSet) {
        let centers = dataSet.numbers(.windowCenter)
        let widths = dataSet.numbers(.windowWidth)
        guard centers.count == widths.count, let center = centers.first, let width = widths.first else { return nil }
        let function = dataSet.string(.voiLUTFunction).flatMap(Function.init) ?? .linear
        self.init(center: center, width: width, function: function)
        guard isUsable else { return nil }
    }

    /// The shade of a value: 0 black, 1 white.
    func callAsFunction(_ value: Double) -> Double {
        switch function {
        case .linear:
            let middle = center - 0.5
            let half = (width - 1) / 2
            if value <= middle - half { return 0 }
            if value > middle + half { return 1 }
            return (value - middle) / (width - 1) + 0.5
        case .linearExact:
            if value <= center - width / 2 { return 0 }
            if value > center + width / 2 { return 1 }
            return (value - center) / width + 0.5
        case .sigmoid:
            return 1 / (1 + exp(-4 * (value - center) / width))
        }
    }
}

/// From the modality's values to shades (PS3.3 §C.11.2, PS3.4 §N.2.1.2).
enum VOI: Hashable, Sendable {
    case window(Window)
    case table(LookupTable)
    /// From the least to the greatest value, where nothing else is said.
    case range(ClosedRange<Double>)

    /// What the data set says for the frame: Frame VOI LUT, window, VOI LUT; nil when it says nothing.
    init?(_ dataSet: DataSet, _ groups: FunctionalGroups, mayBeNegative: Bool) throws(PixelError) {
        if let window = groups.macro(.frameVOILUTSequence).flatMap(Window.init) {
            self = .window(window)
            return
        }
        let window = Window(dataSet)
        let item = dataSet.items(.voiLUTSequence).first
        if let item, window == nil || Self.prefersTable(dataSet) {
            self = .table(try LookupTable(item, .lutDescriptor, .lutData, isSigned: mayBeNegative))
        } else if let window {
            self = .window(window)
        } else {
            return nil
        }
    }

    /// What an item of a presentation state's Softcopy VOI LUT Sequence says: a table or a window, never both
    /// (PS3.3 §C.11.8).
    init?(state item: DataSet, mayBeNegative: Bool) throws(PixelError) {
        if let table = item.items(.voiLUTSequence).first {
            self = .table(try LookupTable(table, .lutDescriptor, .lutData, isSigned: mayBeNegative))
        } else if let window = Window(item) {
            self = .window(window)
        } else {
            return nil
        }
    }

    /// Projection radiographs carry the vendor's curve in the table, and a window as a makeshift.
    private static func prefersTable(_ dataSet: DataSet) -> Bool {
        ["CR", "DX", "MG"].contains(dataSet.string(.modality))
    }

    func callAsFunction(_ value: Double) -> Double {
        switch self {
        case .window(let window): window(value)
        case .table(let table): Double(table[Int(saturating: value)]) / Double(table.maximum)
        case .range(let range):
            range.upperBound > range.lowerBound
                ? (value - range.lowerBound) / (range.upperBound - range.lowerBound) : 0
        }
    }
}
