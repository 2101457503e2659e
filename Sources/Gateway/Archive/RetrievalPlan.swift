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
        /// The storage contexts, in which we are the SCP.
        var contexts: [ProposedContext]
        /// True when the contexts may not be those that the instances need.
        var isGuess = false
    }

    /// The most contexts that one association can have (PS3.8 §9.3.2.2), less the one for C-GET itself.
    static let contextLimit = Negotiation.maximumContexts - 1

    let steps: [Step]

    /// - Parameter list: what the archive lists in the scope.
    init(_ scope: Scope, of list: [ListedInstance]) {
        if let step = Self.step(scope, list) {
            steps = [step]
            return
        }
        let bySeries = [UID: [ListedInstance]](grouping: list, by: \.series)
        steps = bySeries.keys.sorted().flatMap { series in
            Self.steps(scope, .series(study: scope.study, series: series), bySeries[series] ?? [])
        }
    }

    /// The scope as a whole, when the archive tells the classes and they fit into one association.
    private static func step(_ scope: Scope, _ list: [ListedInstance]) -> Step? {
        let classes = Set(list.compactMap(\.sopClass)).sorted()
        guard list.allSatisfy({ $0.sopClass != nil }) else { return nil }
        let contexts = classes.flatMap(contexts)
        return contexts.count <= contextLimit ? Step(scope: scope, contexts: contexts) : nil
    }

    /// A series as a whole, else instance by instance; of unknown classes with a guess.
    private static func steps(_ scope: Scope, _ series: Scope, _ list: [ListedInstance]) -> [Step] {
        guard list.allSatisfy({ $0.sopClass != nil }) else {
            let narrower = scope.instance == nil ? series : scope
            return [Step(scope: narrower, contexts: LikelyClasses.contexts(for: list.first?.modality), isGuess: true)]
        }
        if let step = step(series, list) { return [step] }
        return list.compactMap { instance in
            let scope = Scope.instance(study: scope.study, series: instance.series, instance: instance.instance)
            return step(scope, [instance])
        }
    }

    private static func contexts(for sopClass: UID) -> [ProposedContext] {
        syntaxes(for: sopClass).map { ProposedContext(sopClass, [$0], role: .scp) }
    }

    /// Every syntax in which an instance of that class can be stored.
    private static func syntaxes(for sopClass: UID) -> [TransferSyntax] {
        StorageSOPClass(sopClass)?.hasPixelData == false ? TransferSyntax.native : TransferSyntax.all
    }
}
