import DICOM
import DIMSE

/// The SOP classes that the instances of a series probably have, for archives that do not tell.
///
/// SOP Class UID (0008,0016) is an optional key at the IMAGE level (PS3.4 Table C.6-4), and dcmqrscp leaves it out.
enum LikelyClasses {
    private static let prefix = "1.2.840.10008.5.1.4.1.1."

    /// Modality (0008,0060), and the ends of its classes' UIDs.
    private static let table = """
        CT 2 2.1 2.2
        MR 4 4.1 4.3 4.2
        CR 1
        DX 1.1 1.1.1
        MG 1.2 1.2.1 13.1.3
        IO 1.3 1.3.1
        PX 1.1 1.1.1
        US 6.1 3.1 6 3 6.2
        NM 20 5
        PT 128 130
        XA 12.1 12.1.1 13.1.1 12.3
        RF 12.2 12.2.1
        ES 77.1.1 77.1.1.1
        GM 77.1.2 77.1.2.1
        SM 77.1.6 77.1.3
        XC 77.1.4 77.1.4.1
        OP 77.1.5.1 77.1.5.2
        OPT 77.1.5.4
        RTIMAGE 481.1
        RTDOSE 481.2
        RTSTRUCT 481.3
        RTPLAN 481.5 481.8
        RTRECORD 481.4 481.6 481.7 481.9
        SR 88.11 88.22 88.33 88.34 88.67 88.50 88.65 88.69
        KO 88.59
        PR 11.1 11.2 11.3 11.4 11.5
        SEG 66.4 66.5
        REG 66.1 66.3
        FID 66.2
        DOC 104.1 104.2
        ECG 9.1.1 9.1.2 9.1.3
        HD 9.2.1
        """

    private static let byModality = [String: [UID]](
        table.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], words.dropFirst().map { UID(rawValue: prefix + $0) })
        },
        uniquingKeysWith: { first, _ in first }
    )

    /// Secondary captures stand in series of any modality.
    private static let captures = ["7", "7.1", "7.2", "7.3", "7.4"].map { UID(rawValue: prefix + $0) }

    /// The syntaxes that are met: fewer than there are, so that more classes fit into an association.
    private static let syntaxes: [TransferSyntax] = [
        .explicitVRLittleEndian, .implicitVRLittleEndian, .rleLossless, .jpegBaseline8Bit, .jpegExtended12Bit,
        .jpegLossless, .jpegLosslessFirstOrder, .jpegLSLossless, .jpegLSNearLossless, .jpeg2000Lossless, .jpeg2000,
    ]

    /// As many contexts as an association takes: those for the modality's classes, and the uncompressed ones for others.
    static func contexts(for modality: String?) -> [ProposedContext] {
        let likely = (modality.flatMap { byModality[$0] } ?? []) + captures
        let others = uncompressed.filter { !likely.contains($0.abstractSyntax) }
        return Array((contexts(for: likely) + others).prefix(RetrievalPlan.contextLimit))
    }

    /// A context for each class, those that are not retired first.
    private static let uncompressed: [ProposedContext] = StorageSOPClass.all
        .sorted { !$0.isRetired && $1.isRetired }
        .map { context(of: $0.uid, [.explicitVRLittleEndian, .implicitVRLittleEndian]) }

    /// All classes in all syntaxes that are met, a list for each association.
    static let everything: [[ProposedContext]] = {
        let all = contexts(for: StorageSOPClass.all.map(\.uid))
        return stride(from: 0, to: all.count, by: RetrievalPlan.contextLimit).map {
            Array(all[$0..<min($0 + RetrievalPlan.contextLimit, all.count)])
        }
    }()

    private static func contexts(for classes: [UID]) -> [ProposedContext] {
        classes.flatMap { sopClass in
            let hasPixelData = StorageSOPClass(sopClass)?.hasPixelData ?? true
            return (hasPixelData ? syntaxes : Array(syntaxes.prefix(2))).map { context(of: sopClass, [$0]) }
        }
    }

    private static func context(of sopClass: UID, _ syntaxes: [TransferSyntax]) -> ProposedContext {
        ProposedContext(sopClass, syntaxes, role: .scp)
    }
}
