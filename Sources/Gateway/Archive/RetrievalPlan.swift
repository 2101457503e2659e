import DICOM
import DICOMweb
import DIMSE

/// Which C-GETs bring the instances of a scope, and what each association has to propose for it.
///
/// An acceptor picks one transfer syntax for each context, and Orthanc picks the uncompressed one of a list, whatever it
/// holds: so each SOP class is proposed with each syntax in a context of its own (PS3.7 §D.3.2), and what exceeds the 128
/// contexts of an association goes over several.
struct RetrievalPlan {
    struct Step {
        var scope: Scope
        var classes: [UID]
    }

    /// The most contexts that one association can have (PS3.8 §9.3.2.2), less the one for C-GET itself.
    static let contextLimit = 127

    let steps: [Step]

    /// - Parameter list: what the archive lists in the scope.
    init(_ scope: Scope, of list: [ListedInstance]) {
        let classes = Self.classes(in: list)
        if Self.contexts(for: classes).count <= Self.contextLimit {
            steps = [Step(scope: scope, classes: classes)]
            return
        }
        let bySeries = [UID: [ListedInstance]](grouping: list, by: \.series)
        steps = bySeries.keys.sorted().flatMap { series in
            Self.split(series, bySeries[series] ?? [], study: scope.study)
        }
    }

    /// One series: as a whole when its classes fit, else instance by instance.
    private static func split(_ series: UID, _ list: [ListedInstance], study: UID) -> [Step] {
        let classes = classes(in: list)
        if contexts(for: classes).count <= contextLimit {
            return [Step(scope: .series(study: study, series: series), classes: classes)]
        }
        return list.map { instance in
            Step(
                scope: .instance(study: study, series: series, instance: instance.instance),
                classes: Self.classes(in: [instance])
            )
        }
    }

    /// The classes of the listed instances; where the archive tells none, those that are met most.
    private static func classes(in list: [ListedInstance]) -> [UID] {
        let told = Set(list.compactMap(\.sopClass)).sorted()
        let isWhole = list.allSatisfy { $0.sopClass != nil }
        return isWhole ? told : told + commonClasses.filter { !told.contains($0) }
    }

    /// What is proposed where the archive does not tell its SOP classes: few enough for one association.
    private static let commonClasses: [UID] = [
        "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4", "1.2.840.10008.5.1.4.1.1.1",
    ]

    /// The storage contexts, in which we are the SCP.
    static func contexts(for classes: [UID]) -> [ProposedContext] {
        classes.flatMap { sopClass in
            syntaxes(for: sopClass).map { syntax in
                ProposedContext(sopClass, [syntax], role: .scp)
            }
        }
    }

    /// Every syntax in which an instance of that class can be stored.
    private static func syntaxes(for sopClass: UID) -> [TransferSyntax] {
        StorageSOPClass(sopClass)?.isImage == false
            ? [.explicitVRLittleEndian, .implicitVRLittleEndian, .deflatedExplicitVRLittleEndian]
            : TransferSyntax.all
    }
}
