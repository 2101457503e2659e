/// What may be told of an archive's Error Comment (0000,0902) (PS3.7 §C): a text of up to 64 characters that is free,
/// and in which archives quote what was asked for, names of patients among it.
///
/// Only words of a fixed vocabulary pass, which are those that archives describe failures with, and the AE titles that
/// are ours to know; whatever else stands there becomes "…". So no name, identifier, date or UID passes, whatever the
/// archive's phrasing.
enum ErrorComment {
    /// - Parameter titles: AE titles that may be named.
    /// - Returns: nil when nothing worth telling is left.
    static func told(_ comment: String?, titles: [String] = []) -> String? {
        guard let comment else { return nil }
        var words: [String] = []
        var hasWord = false
        for word in comment.prefix(maximumLength).split(whereSeparator: \.isWhitespace) {
            let (opening, core, closing) = word.bared
            if isKnown(core, titles) {
                words.append(opening + core + closing)
                hasWord = true
            } else if words.last != "…" {
                words.append("…")
            }
        }
        return hasWord ? words.joined(separator: " ") : nil
    }

    /// The length of the value representation LO (PS3.5 §6.2).
    private static let maximumLength = 64

    /// Also of two such words with a hyphen or a solidus between them.
    private static func isKnown(_ word: String, _ titles: [String]) -> Bool {
        if titles.contains(word) { return true }
        let parts = word.lowercased().split(omittingEmptySubsequences: false) { "-/_".contains($0) }
        return !parts.isEmpty && parts.allSatisfy { vocabulary.contains(String($0)) }
    }

    /// No word here is a usual name; numbers are not in it.
    static let vocabulary = Set(
        """
        a abort aborted accept accepted access aet aetitle already allowed an and any application are as association at \
        attribute attributes available be been busy by calling called cancel cancelled canceled cannot class closed \
        communication complete completed configuration configured connect connection context contexts could data dataset \
        database decode denied destination device dicom did disabled disk does duplicate element empty encode encoding \
        entity error exceeded exist exists expired fail failed failure file find for format found from full get has \
        identifier illegal image images in incorrect instance instances insufficient internal invalid is it item keys \
        level license licensed limit length list local lost many match matched matches matching maximum memory message \
        mismatch missing modality more move moved multiple must negotiated network no node none not number object \
        objects of offline on open operation operations or out parameter parse patient peer pending permission permitted \
        presentation process processing protocol query read received refused rejected relational remote reply request \
        requested required resource resources response retrieval retrieve scp scu send sending sent sequence \
        series server service set size sop space specified status storage store stored studies study sub suboperation \
        suboperations successful support supported syntax system tag than that the there this time timeout title to \
        too transaction transfer try unable unauthorized unavailable unexpected unique unknown unrecognized unsupported \
        use used user uid uids valid value values version was with without wrong
        """.split(separator: " ").map(String.init)
    )
}

extension Substring {
    /// The word without the punctuation around it, and that punctuation.
    fileprivate var bared: (opening: String, core: String, closing: String) {
        let marks = "\"'()[]<>.,:;!?"
        let opening = prefix { marks.contains($0) }
        let rest = dropFirst(opening.count)
        let closing = String(rest.reversed().prefix { marks.contains($0) }.reversed())
        return (String(opening), String(rest.dropLast(closing.count)), closing)
    }
}
