package import DICOM

/// The results of a search at one time, in order: what its pages are cut from, whichever comes when.
package struct SearchSnapshot: Hashable, Sendable {
    package let results: [DataSet]
    /// False when the archive has more than was taken from it.
    package let isComplete: Bool
    /// The keys that the archive may have ignored: some results do not have them.
    package let unverified: [String]
    /// What else is to be said of the results: texts for Warning fields.
    package let warnings: [String]

    /// What one request is answered with.
    package struct Page: Hashable, Sendable {
        package var results: [DataSet]
        /// How many results of the snapshot follow.
        package var remaining: Int
        /// Texts for Warning fields.
        package var warnings: [String]
    }

    /// The page that the query's `offset` and `limit` cut out.
    package func page(for query: SearchQuery) -> Page {
        let rest = results.dropFirst(query.offset)
        let page = rest.prefix(query.limit ?? rest.count)
        let remaining = rest.count - page.count
        return Page(
            results: Array(page),
            remaining: remaining,
            warnings: query.warnings + warnings + ignoredKeys + more(remaining)
        )
    }

    private var ignoredKeys: [String] {
        guard !unverified.isEmpty else { return [] }
        return [
            "The archive did not return these attributes, so they may not have been matched: "
                + unverified.joined(separator: ", ")
        ]
    }

    /// PS3.18 §8.3.4.4.1.
    private func more(_ remaining: Int) -> [String] {
        guard isComplete else { return ["There are additional results that can be requested"] }
        return remaining > 0 ? ["There are \(remaining) additional results that can be requested"] : []
    }
}
