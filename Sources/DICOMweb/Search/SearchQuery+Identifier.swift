package import DICOM

/// The C-FIND identifiers that ask an archive for the results (PS3.4 §C.4.1.1.3).
extension SearchQuery {
    /// The identifiers to send for a step of the search, one C-FIND each; its results are all of theirs together.
    ///
    /// There are several when a key other than a UID lists values, since a list there has no meaning that was not
    /// negotiated (PS3.4 §C.2.2.2.8). A character that the archive's character set does not have goes as a `?`, which
    /// matches any.
    ///
    /// - Throws: `contentTooLarge` when the lists ask for more than ``maximumAlternatives``.
    package func identifiers(
        for step: SearchStep,
        _ capabilities: QueryCapabilities
    ) throws(WebError) -> [DataSet] {
        var identifiers = [returnKeys(for: step, capabilities)]
        for key in keys where step.levels.contains(place(of: key.root, capabilities)) {
            let alternatives = sent(key, capabilities)
            guard identifiers.count * max(alternatives.count, 1) <= Self.maximumAlternatives else {
                throw .contentTooLarge("the lists of values ask for more than \(Self.maximumAlternatives) searches")
            }
            guard !alternatives.isEmpty else { continue }
            identifiers = identifiers.flatMap { identifier in
                alternatives.map { values in
                    var identifier = identifier
                    identifier.set(key.path[...], key.vr, values)
                    return identifier
                }
            }
        }
        return identifiers
    }

    /// True when something of that level is matched or returned: a search cannot do without asking there.
    package func involves(_ level: QueryLevel, _ capabilities: QueryCapabilities) -> Bool {
        !paths(at: level, capabilities).isEmpty
    }

    /// Takes of an entity above what its results below are to have: what was asked for at those levels.
    package func inherit(
        _ above: DataSet,
        of levels: Set<QueryLevel>,
        in match: inout DataSet,
        _ capabilities: QueryCapabilities
    ) {
        var asked = Set(levels.flatMap { paths(at: $0, capabilities) }.compactMap(\.first))
        asked.formUnion(levels.map(\.uniqueKey))
        // Of each entity its own.
        asked.remove(.instanceAvailability)
        match.take(from: above) { asked.contains($0) }
    }

    private func place(of tag: Tag, _ capabilities: QueryCapabilities) -> QueryLevel {
        SearchAttributes.place(of: tag, in: level, hasPatientLevel: capabilities.hasPatientLevel)
    }
}

// What is asked for.
extension SearchQuery {
    /// What is returned, each zero-length, and the unique keys that have one value.
    private func returnKeys(for step: SearchStep, _ capabilities: QueryCapabilities) -> DataSet {
        var identifier = DataSet(declaring: capabilities.characterSet)
        identifier.set(.queryRetrieveLevel, .CS, step.level.name)
        if step.level == level.queryLevel {
            for (creator, name) in privateCreators { identifier.set(creator, .LO, name) }
        }
        for level in step.levels.sorted() {
            for path in paths(at: level, capabilities) { identifier.ask(for: path[...]) }
        }
        identifier.ask(for: [step.level.uniqueKey])
        if step.level == .patient { identifier.ask(for: [.issuerOfPatientID]) }
        if let zone = zoneKey, capabilities.timezone { identifier.set(zone.tag, .SH, strings: zone.values) }
        for (tag, value) in step.unique { identifier.set(tag, strings: [value]) }
        return identifier
    }

    /// The attributes of a level to ask for: those that its results have to have, that are matched or that are named.
    ///
    /// What stands above or below is left out: there it is either illegal or meaningless.
    private func paths(at place: QueryLevel, _ capabilities: QueryCapabilities) -> [[Tag]] {
        var returned: Set<Tag> = []
        // What results have of the levels above beside that, such as the UIDs of the path, is known.
        for level in levels where level.queryLevel == (place == .patient ? .study : place) {
            var tags = SearchAttributes.required(at: level) + SearchAttributes.conditional(at: level)
            if includesAll { tags += SearchAttributes.optional(at: level) }
            let hasPatientLevel = capabilities.hasPatientLevel
            returned.formUnion(
                tags.filter {
                    SearchAttributes.place(of: $0, in: level, hasPatientLevel: hasPatientLevel) == place
                }
            )
        }
        let named = (keys.map(\.path) + includes).filter { path in
            guard let tag = path.first, !SearchAttributes.neverMatched.contains(tag) else { return false }
            return self.place(of: tag, capabilities) == place
        }
        return returned.sorted().map { [$0] } + named
    }
}

// What is matched.
extension SearchQuery {
    /// The values of a key to send, one list for each C-FIND; none where the archive is not asked to match it.
    private func sent(_ key: SearchKey, _ capabilities: QueryCapabilities) -> [[String]] {
        guard !key.values.isEmpty, key.tag != .timezoneOffsetFromUTC else { return [] }
        if key.isForEmpty, emptyValueMatching { return capabilities.emptyValue ? [key.values] : [] }
        if key.wantsAll { return capabilities.multipleValues ? [key.values] : [Array(key.values.prefix(1))] }
        if !capabilities.combinedDateTime, combinedRanges.contains(where: { $0.time == key }) { return [] }
        if zone != nil, !capabilities.timezone, key.isPlain {
            if Tag.datesWithTimes.contains(where: { $0.time == key.tag }) { return [] }
            if Tag.datesWithTimes.contains(where: { $0.date == key.tag }) {
                return key.values.compactMap { Temporal.widened($0).map { [$0] } }
            }
        }
        return key.vr == .UI ? [key.values] : key.values.map { [$0] }
    }

    /// The zone in which the query's dates and times are meant, in minutes east of UTC (PS3.18 §8.3.4.1.1).
    var zone: Int? { zoneKey?.values.first.flatMap(Temporal.zone) }

    private var zoneKey: SearchKey? {
        keys.first { $0.path == [.timezoneOffsetFromUTC] && !$0.values.isEmpty }
    }

    /// True when the archive would have to know zones to match all by itself.
    package var wantsTimezone: Bool { zoneKey != nil }

    /// The keys for a date and its time that are one range of moments (PS3.18 §8.3.4.1.1).
    ///
    /// An archive takes the two apart unless it was negotiated otherwise; then it is asked for the dates, and the times
    /// are matched here.
    var combinedRanges: [(date: SearchKey, time: SearchKey)] {
        Tag.datesWithTimes.compactMap { dateTag, timeTag in
            guard let date = keys.first(where: { $0.path == [dateTag] }), date.values.count == 1,
                let time = keys.first(where: { $0.path == [timeTag] }), time.values.count == 1,
                let dates = TemporalRange(date.values[0], vr: .DA), let times = TemporalRange(time.values[0], vr: .TM),
                dates.combines(with: times)
            else { return nil }
            return (date, time)
        }
    }
}

extension DataSet {
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
