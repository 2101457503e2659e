import DICOM
import NIOCore

/// An instance in the index: what queries see of it, and where its bytes lie.
struct Entry: Sendable {
    let patientID: String
    let studyInstanceUID: UID
    let seriesInstanceUID: UID
    let sopInstanceUID: UID
    let sopClassUID: UID
    let modality: String
    let transferSyntax: TransferSyntax
    let stored: StoredBytes
    /// The attributes that can be asked for, encoded: a tenth of the memory that a ``DataSet`` takes.
    private let header: ByteBuffer

    /// Longer values are neither matched nor returned.
    static let maximumValueLength = 4 << 10

    /// The entry of an instance whose large values are deferred; nil when a UID is missing without which it has no place.
    init?(_ dataSet: DataSet, as transferSyntax: TransferSyntax, _ stored: StoredBytes) {
        guard let study = dataSet.uid(.studyInstanceUID), let series = dataSet.uid(.seriesInstanceUID),
            let instance = dataSet.uid(.sopInstanceUID), let sopClass = dataSet.uid(.sopClassUID),
            // What cannot be encoded cannot be asked for.
            let header = try? Self.header(of: dataSet)
        else { return nil }
        patientID = dataSet.string(.patientID) ?? ""
        studyInstanceUID = study
        seriesInstanceUID = series
        sopInstanceUID = instance
        sopClassUID = sopClass
        modality = dataSet.string(.modality) ?? ""
        self.transferSyntax = transferSyntax
        self.stored = stored
        self.header = header
    }

    /// The instance's own attributes, without private and long ones.
    ///
    /// - Throws: never in practice, since the entry encoded them.
    func attributes() throws(DataError) -> DataSet {
        try DataSet.decode(header, as: .explicitVRLittleEndian)
    }

    private static func header(of dataSet: DataSet) throws(DataError) -> ByteBuffer {
        let encoder = DataSetEncoder(.explicitVRLittleEndian)
        var header = ByteBuffer()
        for element in dataSet.elements where !element.tag.isPrivate && !element.tag.isGroupLength {
            guard element.isShort else { continue }
            var bytes = try encoder.encode(DataSet(sorting: [element]))
            guard bytes.readableBytes <= maximumValueLength else { continue }
            header.writeBuffer(&bytes)
        }
        // In memory of its own length, which the doubling of the above is not.
        return ByteBuffer(bytes: header.readableBytesView)
    }
}

extension DataElement {
    fileprivate var isShort: Bool {
        switch value {
        case .bytes(let bytes): bytes.readableBytes <= Entry.maximumValueLength
        case .items(let items): items.count <= Entry.maximumValueLength / 8
        case .fragments, .deferred: false
        }
    }
}
