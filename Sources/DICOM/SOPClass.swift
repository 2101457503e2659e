/// The service classes' SOP Classes that are not for storage (PS3.4 Annexes A and C).
package enum SOPClass {
    package static let verification: UID = "1.2.840.10008.1.1"
    package static let patientRootFind: UID = "1.2.840.10008.5.1.4.1.2.1.1"
    package static let patientRootMove: UID = "1.2.840.10008.5.1.4.1.2.1.2"
    package static let patientRootGet: UID = "1.2.840.10008.5.1.4.1.2.1.3"
    package static let studyRootFind: UID = "1.2.840.10008.5.1.4.1.2.2.1"
    package static let studyRootMove: UID = "1.2.840.10008.5.1.4.1.2.2.2"
    package static let studyRootGet: UID = "1.2.840.10008.5.1.4.1.2.2.3"
    /// PS3.4 Annex J.
    package static let storageCommitmentPushModel: UID = "1.2.840.10008.1.20.1"
    /// PS3.4 Annex Z.
    package static let compositeInstanceRetrieveWithoutBulkDataGet: UID = "1.2.840.10008.5.1.4.1.2.5.3"

    /// The name in PS3.6 Annex A; nil of what is not known.
    package static func name(of uid: UID) -> String? {
        services[uid] ?? StorageSOPClass(uid)?.name
    }

    private static let services: [UID: String] = [
        verification: "Verification",
        patientRootFind: "Patient Root Query/Retrieve Information Model - FIND",
        patientRootMove: "Patient Root Query/Retrieve Information Model - MOVE",
        patientRootGet: "Patient Root Query/Retrieve Information Model - GET",
        studyRootFind: "Study Root Query/Retrieve Information Model - FIND",
        studyRootMove: "Study Root Query/Retrieve Information Model - MOVE",
        studyRootGet: "Study Root Query/Retrieve Information Model - GET",
        storageCommitmentPushModel: "Storage Commitment Push Model",
        compositeInstanceRetrieveWithoutBulkDataGet: "Composite Instance Retrieve Without Bulk Data - GET",
    ]
}

/// A class of objects that are stored (PS3.4 §B.5).
package struct StorageSOPClass: Hashable, Sendable {
    package let uid: UID
    /// As PS3.6 Annex A has it.
    package let name: String
    /// True of images: those may come in any transfer syntax; of others see ``hasPixelData``.
    package let isImage: Bool
    package let isRetired: Bool

    /// True where instances hold Pixel Data, which can be compressed: in images, and in segmentations and dose grids.
    package var hasPixelData: Bool { isImage || uid == Self.segmentation || uid == Self.rtDose }

    /// The known class of that UID; nil of any other.
    package init?(_ uid: UID) {
        guard let known = Self.byUID[uid] else { return nil }
        self = known
    }

    /// All that are known, in the order of their UIDs.
    package static let all: [StorageSOPClass] = table.lines.compactMap(StorageSOPClass.init(row:))

    private static let byUID: [UID: StorageSOPClass] = [UID: StorageSOPClass](
        all.map { ($0.uid, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    private init?(row: Substring) {
        let fields = row.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        uid = UID(rawValue: String(fields[0]))
        name = String(fields[3])
        isImage = fields[1] == "I"
        isRetired = fields[2] == "R"
    }
}

extension StorageSOPClass {
    package static let computedRadiographyImage: UID = "1.2.840.10008.5.1.4.1.1.1"
    package static let digitalXRayImageForPresentation: UID = "1.2.840.10008.5.1.4.1.1.1.1"
    package static let ctImage: UID = "1.2.840.10008.5.1.4.1.1.2"
    package static let mrImage: UID = "1.2.840.10008.5.1.4.1.1.4"
    package static let ultrasoundMultiFrameImage: UID = "1.2.840.10008.5.1.4.1.1.3.1"
    package static let ultrasoundImage: UID = "1.2.840.10008.5.1.4.1.1.6.1"
    package static let secondaryCaptureImage: UID = "1.2.840.10008.5.1.4.1.1.7"
    package static let nuclearMedicineImage: UID = "1.2.840.10008.5.1.4.1.1.20"
    package static let segmentation: UID = "1.2.840.10008.5.1.4.1.1.66.4"
    package static let rtDose: UID = "1.2.840.10008.5.1.4.1.1.481.2"
    package static let encapsulatedPDF: UID = "1.2.840.10008.5.1.4.1.1.104.1"
}

extension StaticString {
    fileprivate var lines: [Substring] {
        withUTF8Buffer { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
    }
}
