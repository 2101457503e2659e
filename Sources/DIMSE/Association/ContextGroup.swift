/// What is to be sent over one association, and the presentation contexts that it proposes for it.
package struct ContextGroup<Element> {
    package private(set) var elements: [Element] = []
    /// Each once.
    package private(set) var contexts: [ProposedContext] = []
    private var known: Set<ProposedContext> = []

    private init() {}

    /// All elements in their order, in as few groups as that and the 128 contexts of an association allow (PS3.8 §9.3.2.2).
    ///
    /// - Parameter contexts: those that an element needs; of more than 128 the first are taken.
    package static func groups(
        of elements: some Sequence<Element>,
        contexts: (Element) -> [ProposedContext]
    ) -> [ContextGroup] {
        var groups: [ContextGroup] = []
        var group = ContextGroup()
        for element in elements {
            let wanted = contexts(element)
            guard !group.take(element, wanted) else { continue }
            groups.append(group)
            group = ContextGroup()
            _ = group.take(element, wanted)
        }
        return group.elements.isEmpty ? groups : groups + [group]
    }

    /// False when there is no room for its contexts; for a first one there is as far as they go.
    private mutating func take(_ element: Element, _ contexts: [ProposedContext]) -> Bool {
        let wanted = contexts.filter { !known.contains($0) }
        let room = Negotiation.maximumContexts - self.contexts.count
        guard wanted.count <= room || elements.isEmpty else { return false }
        for context in wanted.prefix(room) where known.insert(context).inserted {
            self.contexts.append(context)
        }
        elements.append(element)
        return true
    }
}

extension ContextGroup: Sendable where Element: Sendable {}
