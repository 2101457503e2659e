import DICOM

/// From the shades that the VOI gives to P-Values (PS3.3 §C.11.4, §C.11.6; PS3.4 §N.2.1.3).
enum PresentationLUT: Hashable, Sendable {
    case identity
    /// Black and white change places.
    case inverse
    /// The whole range of shades spreads over the table's entries.
    case table(LookupTable)

    /// Of an image: one inversion, whether MONOCHROME1 or the Presentation LUT Shape asks for it, for they say the
    /// same (PS3.3 §C.7.6.3.1.2).
    init(image dataSet: DataSet) {
        let isInverse =
            dataSet.string(.photometricInterpretation) == PhotometricInterpretation.monochrome1.rawValue
            || dataSet.string(.presentationLUTShape) == "INVERSE"
        self = isInverse ? .inverse : .identity
    }

    /// Of a presentation state, which alone has the polarity, whatever the image's is (PS3.4 §N.2.1.4).
    init(state dataSet: DataSet) throws(PixelError) {
        if let item = dataSet.items(.presentationLUTSequence).first {
            self = .table(try LookupTable(item, .lutDescriptor, .lutData, isSigned: false))
        } else {
            self = dataSet.string(.presentationLUTShape) == "INVERSE" ? .inverse : .identity
        }
    }

    /// - Parameter shade: 0 black, 1 white, and nothing beyond.
    func callAsFunction(_ shade: Double) -> Double {
        switch self {
        case .identity: return shade
        case .inverse: return 1 - shade
        case .table(let table):
            let number = Int(saturating: shade * Double(table.entries.count &- 1))
            return Double(table.entries[number]) / Double(table.maximum)
        }
    }
}
