import DICOM

/// One member of an Accept list (RFC 9110 §12.5.1, PS3.18 §8.7.7).
struct MediaRange: Hashable, Sendable {
    /// The type of the items: of `multipart/related`, what its `type` parameter names. `*` stands for any.
    var item: MediaType
    var isMultipart: Bool
    /// The `transfer-syntax` parameters, in order; `*` is the form as stored.
    var syntaxes: [String]
    /// The weight in thousandths.
    var quality: Int

    static let anything = MediaRange(item: MediaType("*", "*"), isMultipart: false, syntaxes: [], quality: 1000)

    /// The members that can be understood; the others are ignored (PS3.18 §8.7.7).
    static func list(_ text: String) -> [MediaRange] {
        HeaderList.split(text, at: ",").compactMap(MediaRange.init)
    }

    var isWildcard: Bool { item.type == "*" || item.subtype == "*" }

    /// True of `*/*` itself, which takes the usual packaging, whichever that is.
    private var isAnything: Bool { !isMultipart && item.type == "*" }
}

extension MediaRange {
    private init?(_ text: String) {
        guard let range = MediaType(text), let quality = Self.quality(range["q"]) else { return nil }
        self.quality = quality
        var syntaxes = range.values("transfer-syntax")
        isMultipart = range.type == "multipart"
        if isMultipart {
            guard range.subtype == "related" || range.subtype == "*" else { return nil }
            // Some senders put the transfer syntax inside the quotes of the type.
            guard let item = MediaType(range["type"] ?? "*/*") else { return nil }
            syntaxes += item.values("transfer-syntax")
            self.item = item.essence.canonical
        } else {
            guard range.type != "*" || range.subtype == "*" else { return nil }
            item = range.essence.canonical
        }
        self.syntaxes = syntaxes
    }

    /// RFC 9110 §12.4.2, in thousandths; nil for what is not a weight.
    private static func quality(_ text: String?) -> Int? {
        guard let text else { return 1000 }
        guard text.utf8.count <= 5, let value = Double(text), (0...1).contains(value) else { return nil }
        return Int((value * 1000).rounded())
    }
}

/// How a range takes an offer.
struct Match {
    /// How exactly a range names a type; the later is the more exact.
    enum Specificity: Int, Comparable {
        case anything, family, type

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    var range: MediaRange
    var specificity: Specificity
    /// Which of the range's `transfer-syntax` parameters it was.
    var syntaxPosition: Int
    /// True when that parameter named the syntax, rather than taking any.
    var namesSyntax: Bool
    var usesAlias: Bool

    var quality: Int { range.quality }

    func isMoreSpecific(than other: Match) -> Bool {
        if specificity != other.specificity { return specificity > other.specificity }
        if usesAlias != other.usesAlias { return !usesAlias }
        if namesSyntax != other.namesSyntax { return namesSyntax }
        return quality > other.quality
    }
}

extension MediaRange {
    /// How this range takes the offer so packed; nil when it does not.
    func match(_ offer: Offer, _ packaging: Offer.Packaging) -> Match? {
        let suits = isAnything ? packaging == offer.packagings.first : isMultipart == (packaging == .multipart)
        guard suits else { return nil }
        guard let (specificity, usesAlias) = typeMatch(offer), !offer.isMade || specificity == .type else { return nil }
        guard let (position, namesSyntax) = syntaxMatch(offer, isExact: specificity == .type) else { return nil }
        return Match(
            range: self,
            specificity: specificity,
            syntaxPosition: position,
            namesSyntax: namesSyntax,
            usesAlias: usesAlias
        )
    }

    private func typeMatch(_ offer: Offer) -> (Match.Specificity, usesAlias: Bool)? {
        if item.type == "*" { return (.anything, false) }
        if item.subtype == "*" { return item.type == offer.mediaType.type ? (.family, false) : nil }
        if item.isSameType(as: offer.mediaType) { return (.type, false) }
        if offer.aliases.contains(where: item.isSameType) { return (.type, true) }
        // Viewers ask for stored frames as octet-stream with a transfer syntax, against PS3.18 §8.7.3.3.1.
        let isStoredFrame = offer.transferSyntax?.isEncapsulated == true && offer.mediaType != .dicom
        return item == .octetStream && !syntaxes.isEmpty && isStoredFrame ? (.type, false) : nil
    }

    /// The first of the range's syntaxes that the offer has. Without any, the offer must be the type's usual form.
    private func syntaxMatch(_ offer: Offer, isExact: Bool) -> (position: Int, namesSyntax: Bool)? {
        guard let offered = offer.transferSyntax, !syntaxes.isEmpty else {
            let suits = offer.transferSyntax == nil || offer.isUnspecifiedSyntax || (!isExact && offer.isDefault)
            return suits ? (0, false) : nil
        }
        for (position, syntax) in syntaxes.enumerated() {
            // The form as stored, and no other (PS3.18 §8.7.3.5.2).
            if syntax == "*" {
                if offer.isMade { continue }
                return (position, false)
            }
            if syntax == offered.uid.rawValue { return (position, true) }
        }
        return nil
    }
}

extension MediaType {
    /// The values of all parameters of that name.
    fileprivate func values(_ name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }
}
