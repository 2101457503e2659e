package import DICOM

/// What a retrieval is about: a study, a series or an instance, named by its UIDs down from the study (PS3.18 §10.1.1).
package enum Scope: Hashable, Sendable {
    case study(UID)
    case series(study: UID, series: UID)
    case instance(study: UID, series: UID, instance: UID)
}

extension Scope {
    package var study: UID {
        switch self {
        case .study(let study), .series(let study, _), .instance(let study, _, _): study
        }
    }

    package var series: UID? {
        switch self {
        case .study: nil
        case .series(_, let series), .instance(_, let series, _): series
        }
    }

    package var instance: UID? {
        if case .instance(_, _, let instance) = self { instance } else { nil }
    }

    /// What it is part of: its study, and its series where it is an instance.
    package var wholes: [Scope] {
        switch self {
        case .study: []
        case .series(let study, _): [.study(study)]
        case .instance(let study, let series, _): [.study(study), .series(study: study, series: series)]
        }
    }

    /// The path below the base URI: `/studies/1.2/series/1.3`.
    package var path: String {
        switch self {
        case .study(let study): "/studies/\(study)"
        case .series(let study, let series): "/studies/\(study)/series/\(series)"
        case .instance(let study, let series, let instance):
            "/studies/\(study)/series/\(series)/instances/\(instance)"
        }
    }

    /// The path of one frame, counted from one.
    package func path(frame: Int) -> String { "\(path)/frames/\(frame)" }

    /// The path of what is rendered of it, or of one of its frames (PS3.18 §10.4.1.1.3).
    package func renderedPath(frame: Int? = nil) -> String { (frame.map(path(frame:)) ?? path) + "/rendered" }

    /// The path of a bulk value (PS3.18 §10.4.1.1.5): what follows the base URI in its BulkDataURI.
    package func path(bulkData attribute: AttributePath) -> String { "\(path)/bulkdata/\(attribute)" }
}

/// Where an attribute stands: in the data set itself, or in items of sequences.
package struct AttributePath: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var sequence: Tag
        /// Counted from one, as the standard counts items.
        package var item: Int

        package init(sequence: Tag, item: Int) {
            self.sequence = sequence
            self.item = item
        }
    }

    /// The items to enter, outermost first.
    package var steps: [Step]
    package var tag: Tag

    package init(_ tag: Tag, in steps: [Step] = []) {
        self.steps = steps
        self.tag = tag
    }

    /// Reads `tag[/item/tag]…`, of which the description is the inverse; nil for anything else.
    package init?(segments: ArraySlice<String>) {
        guard segments.count % 2 == 1, let last = segments.last, let tag = Tag(hex: last) else { return nil }
        var steps: [Step] = []
        var rest = segments.dropLast()
        while let sequence = rest.popFirst(), let number = rest.popFirst() {
            guard let sequence = Tag(hex: sequence), let item = Int(number), item > 0 else { return nil }
            steps.append(Step(sequence: sequence, item: item))
        }
        self.init(tag, in: steps)
    }
}

extension AttributePath: CustomStringConvertible {
    package var description: String {
        steps.map { "\($0.sequence.hex)/\($0.item)/" }.joined() + tag.hex
    }
}

extension DataSet {
    /// The element at that place; nil when it, or an item on the way, is not there.
    package func element(at path: AttributePath) -> DataElement? {
        var dataSet = self
        for step in path.steps {
            let items = dataSet.items(step.sequence)
            guard items.indices.contains(step.item - 1) else { return nil }
            dataSet = items[step.item - 1]
        }
        return dataSet[path.tag]
    }
}
