import DICOM
import HTTPTypes
import NIOCore

/// Values that were left in the spool, where a picture or a report needs them.
extension StoredDataSet {
    /// Of an overlay plane, a profile or a text.
    private static let maximumLargeValue = 16 << 20

    /// The header with its overlay planes and its ICC profile (PS3.3 §C.9.2, §C.11.15), also that of the first optical path,
    /// as slide scanners have it (§C.8.12.5). Larger ones do not take part.
    func readingLargeValues(_ header: DataSet) throws -> DataSet {
        var header = header
        if let path = header.items(.opticalPathSequence).first {
            let rest = header.items(.opticalPathSequence).dropFirst()
            header.set(.opticalPathSequence, items: [try readingLargeValues(path)] + rest)
        }
        for element in header.elements where element.tag.isOverlayData || element.tag == .iccProfile {
            guard case .deferred(let deferred) = element.value, deferred.encapsulation == nil,
                deferred.range.count <= Self.maximumLargeValue
            else { continue }
            header.set(try read(deferred, of: element))
        }
        return header
    }

    /// The header of a report with its texts, however deep they stand.
    ///
    /// - Throws: `Problem` 413 of a larger one: a report without it would say something else.
    func readingTexts(_ header: DataSet) throws -> DataSet {
        var header = header
        for element in header.elements {
            switch element.value {
            case .items(let items):
                header.set(DataElement(element.tag, element.vr, .items(try items.map(readingTexts))))
            case .deferred(let deferred) where element.vr.isString:
                guard deferred.range.count <= Self.maximumLargeValue else {
                    throw Problem(.contentTooLarge, "The report has a text that is larger than the gateway renders.")
                }
                header.set(try read(deferred, of: element))
            case .deferred, .bytes, .fragments: continue
            }
        }
        return header
    }

    private func read(_ deferred: Deferred, of element: DataElement) throws -> DataElement {
        var bytes = try extent.read(deferred.range)
        if deferred.byteOrder == .big { bytes.swap(width: element.vr.width) }
        return DataElement(element.tag, element.vr, .bytes(bytes))
    }
}

extension Tag {
    /// Overlay Data (60xx,3000).
    fileprivate var isOverlayData: Bool { (0x6000...0x601E).contains(group) && element == 0x3000 }
}
