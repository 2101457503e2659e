package import DICOM

/// What a client takes: the `accept` query parameter before the Accept header field (PS3.18 §8.7.5, §8.7.8.1).
package struct Accept: Hashable, Sendable {
    /// What was chosen for an item.
    package struct Choice: Hashable, Sendable {
        package var offer: Offer
        package var packaging: Offer.Packaging
        /// The item's type as the client called it; without parameters.
        package var mediaType: MediaType

        /// The Content-Type of a single part: the type, and the transfer syntax where the item has one.
        package var contentType: MediaType {
            guard let syntax = offer.transferSyntax else { return mediaType }
            return mediaType.with("transfer-syntax", syntax.uid.rawValue)
        }
    }

    private let fromQuery: [MediaRange]
    /// Nil when there is no header field, which is taken as `*/*`.
    private let fromHeader: [MediaRange]?

    /// - Parameters:
    ///   - header: the Accept field; several joined by commas; nil when there is none.
    ///   - query: the decoded value of the `accept` parameter.
    package init(header: String?, query: String? = nil) {
        // An empty field says nothing.
        fromHeader = header.flatMap { $0.trimmingWhitespace().isEmpty ? nil : MediaRange.list($0) }
        // Wildcards are not for the parameter (§8.3.3.1); a range that cannot be used is ignored.
        fromQuery = query.map(MediaRange.list)?.filter { !$0.isWildcard } ?? []
    }

    /// The best of the offers.
    ///
    /// - Throws: `notAcceptable` with the types on offer when the client takes none of them; `badRequest` when the
    ///   `accept` parameter mixes DICOM and rendered types and none suits (§8.7.5).
    package func choose(among offers: [Offer]) throws(WebError) -> Choice {
        if let choice = chosen(among: offers) { return choice }
        if mixesCategories {
            throw .badRequest("accept mixes DICOM and rendered media types, none of which this resource has")
        }
        throw .notAcceptable(Offer.mediaTypes(of: offers))
    }

    /// The best of the offers for one of several items; nil when none is acceptable.
    package func chosen(among offers: [Offer]) -> Choice? {
        if let choice = Self.best(of: offers, for: fromQuery) { return choice }
        return Self.best(of: offers, for: fromHeader ?? [.anything])
    }

    /// Whether a range names one of these transfer syntaxes; where none does, they need not be offered as DICOM.
    package func names(anyOf syntaxes: [TransferSyntax]) -> Bool {
        (fromQuery + (fromHeader ?? [])).contains { range in
            range.syntaxes.contains { named in syntaxes.contains { $0.uid.rawValue == named } }
        }
    }

    private var mixesCategories: Bool {
        fromQuery.contains { $0.item.type == "application" && $0.item.subtype.hasPrefix("dicom") }
            && fromQuery.contains { !$0.isMultipart && ["image", "text", "video"].contains($0.item.type) }
    }

    private static func best(of offers: [Offer], for ranges: [MediaRange]) -> Choice? {
        var best: (rank: Rank, choice: Choice)?
        for (index, offer) in offers.enumerated() {
            for packaging in offer.packagings {
                guard let match = match(offer, packaging, ranges), match.quality > 0 else { continue }
                let rank = Rank(match: match, isDefault: offer.isDefault, index: index)
                if best.map({ rank.isBetter(than: $0.rank) }) ?? true {
                    let type = match.usesAlias ? match.range.item.essence : offer.mediaType
                    best = (rank, Choice(offer: offer, packaging: packaging, mediaType: type))
                }
            }
        }
        return best?.choice
    }

    /// The most specific range that takes the offer so packed: it alone decides the weight (RFC 9110 §12.5.1).
    private static func match(_ offer: Offer, _ packaging: Offer.Packaging, _ ranges: [MediaRange]) -> Match? {
        var best: Match?
        for range in ranges {
            guard let match = range.match(offer, packaging) else { continue }
            if best.map({ match.isMoreSpecific(than: $0) }) ?? true { best = match }
        }
        return best
    }

    /// How one offer suits, to be compared with how another does.
    private struct Rank {
        var match: Match
        var isDefault: Bool
        var index: Int

        /// Weight first, then how exactly it was named; the rest is the server's choice: the offers' order.
        func isBetter(than other: Rank) -> Bool {
            if match.quality != other.match.quality { return match.quality > other.match.quality }
            if match.specificity != other.match.specificity { return match.specificity > other.match.specificity }
            if match.specificity < .type, isDefault != other.isDefault { return isDefault }
            if match.syntaxPosition != other.match.syntaxPosition {
                return match.syntaxPosition < other.match.syntaxPosition
            }
            return index < other.index
        }
    }
}
