import DICOM
import DIMSE

extension ServerConfiguration {
    /// The archive's: whoever asks is served, since it listens on the loopback interface only.
    ///
    /// - Parameter storageClasses: those of instances that the archive has, beyond the standard's.
    static func demo(storageClasses: Set<UID>) -> ServerConfiguration {
        ServerConfiguration(
            aeTitle: DemoArchive.aeTitle,
            accepts: { abstractSyntax in
                if services.contains(abstractSyntax) {
                    [.explicitVRLittleEndian, .implicitVRLittleEndian, .explicitVRBigEndian]
                } else if StorageSOPClass(abstractSyntax) != nil || storageClasses.contains(abstractSyntax) {
                    TransferSyntax.all
                } else {
                    nil
                }
            },
            grants: { granted(of: $0) },
            acceptsAnyCalledAETitle: true
        )
    }

    private static let services: Set<UID> = finds.union(retrievals).union([SOPClass.verification])
    private static let finds: Set<UID> = [SOPClass.patientRootFind, SOPClass.studyRootFind]
    private static let retrievals: Set<UID> = [
        SOPClass.patientRootGet, SOPClass.studyRootGet, SOPClass.patientRootMove, SOPClass.studyRootMove,
    ]

    /// Relational queries and retrievals, and matching of date and time as one (PS3.4 §C.5.1.1, §C.5.3.1).
    private static func granted(of proposed: ExtendedNegotiation) -> [UInt8]? {
        let count = finds.contains(proposed.sopClassUID) ? 2 : retrievals.contains(proposed.sopClassUID) ? 1 : 0
        guard count > 0 else { return nil }
        return proposed.information.enumerated().map { $0.offset < count ? min($0.element, 1) : 0 }
    }
}
