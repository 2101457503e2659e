package import DICOM

/// The C-FIND identifiers that ask an archive for the results (PS3.4 §C.4.1.1.3).
extension SearchQuery {
    /// The identifiers to send, one C-FIND each; the results are all of theirs together.
    ///
    /// There are several when a key other than a UID lists values, since a list there has no meaning that was not
    /// negotiated (PS3.4 §C.2.2.2.8).
    ///
    /// - Parameter characterSet: how the archive is spoken to, which tells it how to answer. A character that it does
    ///   not have goes as a `?`, which matches any.
    /// - Throws: `contentTooLarge` when the lists ask for more than ``maximumAlternatives``.
    package func identifiers(characterSet: CharacterSet) throws(WebError) -> [DataSet] {
        var identifiers = [returnKeys(characterSet: characterSet)]
        let sent = keys.filter { !timesOfCombinedRanges.contains($0.tag) }
        for key in sent where !key.values.isEmpty {
            let alternatives = key.vr == .UI ? [key.values] : key.values.map { [$0] }
            guard identifiers.count * alternatives.count <= Self.maximumAlternatives else {
                throw .contentTooLarge("the lists of values ask for more than \(Self.maximumAlternatives) searches")
            }
            identifiers = identifiers.flatMap { identifier in
                alternatives.map { identifier.with(key, $0) }
            }
        }
        return identifiers
    }

    /// What is asked for, each zero-length, and the unique keys of the path (PS3.4 §C.4.1.3.1.1).
    private func returnKeys(characterSet: CharacterSet) -> DataSet {
        var identifier = DataSet(characterSet: characterSet)
        if !characterSet.terms.isEmpty {
            identifier.set(.specificCharacterSet, .CS, strings: characterSet.terms)
        }
        identifier.set(.queryRetrieveLevel, .CS, level.name)
        for tag in askedFor.sorted() {
            identifier.ask(for: [tag])
        }
        for (creator, name) in privateCreators {
            identifier.set(creator, .LO, name)
        }
        for path in includes where isAskable(path) {
            identifier.ask(for: path[...])
        }
        if let study { identifier.set(.studyInstanceUID, uid: study) }
        if let series { identifier.set(.seriesInstanceUID, uid: series) }
        return identifier
    }

    /// The attributes of the data set itself to ask for: those of the level, and those that are matched.
    ///
    /// What stands above or below the level is left out: there it is either illegal or meaningless.
    private var askedFor: Set<Tag> {
        var tags = Set(SearchAttributes.required(at: level) + SearchAttributes.conditional(at: level))
        tags.formUnion(keys.map(\.tag))
        if includesAll { tags.formUnion(SearchAttributes.optional(at: level)) }
        return tags.filter { isAskable([$0]) }
    }

    private func isAskable(_ path: [Tag]) -> Bool {
        guard let tag = path.first, !SearchAttributes.neverMatched.contains(tag) else { return false }
        return SearchAttributes.stands(tag, at: level)
    }

    /// The time keys that go with a date key as one range of moments (PS3.18 §8.3.4.1.1).
    ///
    /// An archive takes the two apart unless it was negotiated otherwise; so it is asked for the dates, and the times
    /// are matched here.
    var timesOfCombinedRanges: Set<Tag> { Set(combinedRanges.map(\.time.tag)) }

    var combinedRanges: [(date: SearchKey, time: SearchKey)] {
        let pairs: [(Tag, Tag)] = [
            (.studyDate, .studyTime), (.performedProcedureStepStartDate, .performedProcedureStepStartTime),
        ]
        return pairs.compactMap { dateTag, timeTag in
            guard let date = keys.first(where: { $0.tag == dateTag }), date.values.count == 1,
                let time = keys.first(where: { $0.tag == timeTag }), time.values.count == 1, time.isRange
            else { return nil }
            return (date, time)
        }
    }
}

extension DataSet {
    /// A copy that asks for those values of the key.
    fileprivate func with(_ key: SearchKey, _ values: [String]) -> DataSet {
        var identifier = self
        if key.vr == .UN {
            identifier.set(key.tag, .UN, bytes: characterSet.encodeReplacing(values, vr: .LO))
        } else {
            identifier.set(key.tag, key.vr, strings: values)
        }
        return identifier
    }

    /// Adds the attribute at the end of the path, zero-length, in one item of each sequence on the way
    /// (PS3.4 §C.2.2.2.6).
    fileprivate mutating func ask(for path: ArraySlice<Tag>) {
        guard let tag = path.first else { return }
        let inner = path.dropFirst()
        let itemKeys = SearchAttributes.itemKeys(of: tag)
        guard !inner.isEmpty || !itemKeys.isEmpty else {
            if self[tag] == nil { setEmpty(tag) }
            return
        }
        var item = items(tag).first ?? DataSet(characterSet: characterSet)
        for key in itemKeys {
            item.ask(for: [key])
        }
        item.ask(for: inner)
        set(tag, items: [item])
    }
}
