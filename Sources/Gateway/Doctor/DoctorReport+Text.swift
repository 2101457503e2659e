/// What people read of an examination, line by line.
package struct DoctorText: Sendable {
    private let hasColors: Bool
    private let source: ConfigurationSource
    private let aeTitle: String

    /// - Parameter hasColors: for terminals that take ANSI's.
    package init(_ aeTitle: String, _ source: ConfigurationSource, hasColors: Bool) {
        self.aeTitle = aeTitle
        self.source = source
        self.hasColors = hasColors
    }

    package func heading(_ archive: DoctorReport.Archive) -> String {
        let peer = archive.configuration
        let text = "\(peer.name): \(peer.aeTitle) at \(peer.host):\(peer.port), called by \(aeTitle)"
        return hasColors ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    package func notice(_ text: String) -> String { "  \(text)" }

    /// The step's line, and below it what is to be read with it.
    package func step(_ step: DoctorStep, of archive: DoctorReport.Archive) -> String {
        let isDone = step.diagnosis == nil
        var lines = [
            "  \(colored(step.outcome)) \(step.name.title.padded(to: 16))\(time(step))  "
                + (isDone ? step.findings.first ?? "" : "")
        ]
        if let diagnosis = step.diagnosis {
            lines.append(indented(diagnosis.sentence))
            if let comment = step.comment { lines.append(indented("the archive says: \(comment)")) }
            if let place = diagnosis.place { lines.append(indented("to change: \(self.place(place, archive))")) }
        }
        lines += step.findings.dropFirst(isDone ? 1 : 0).map(indented)
        lines += step.contexts.map { context in
            indented(
                "\((context.transferSyntax == nil ? "refused" : "accepted").padded(to: 9))\(context.name)"
                    + ", \(context.transferSyntax ?? context.answer)"
            )
        }
        return lines.map { $0.trimmingTrailingSpaces }.joined(separator: "\n")
    }

    package func verdict(_ archive: DoctorReport.Archive) -> String {
        let failures = archive.failures
        let name = archive.configuration.name
        guard !failures.isEmpty else { return "\(name): everything that the configuration needs works\n" }
        let titles = failures.map(\.title).joined(separator: ", ")
        return "\(name): the configuration needs what does not work: \(titles)\n"
    }

    private func place(_ place: Diagnosis.Place, _ archive: DoctorReport.Archive) -> String {
        guard let (key, line) = source.key(of: place, archive: archive.index) else {
            return "in the configuration of the archive"
        }
        return "\(key), \(line.map { "line \($0) of \(source.file)" } ?? "not set in \(source.file)")"
    }

    private func colored(_ outcome: DoctorStep.Outcome) -> String {
        let word = outcome.rawValue.padded(to: 12)
        guard hasColors else { return word }
        let color =
            switch outcome {
            case .passed: 32
            case .failed: 31
            case .notOffered: 33
            case .skipped: 2
            }
        return "\u{1B}[\(color)m\(word)\u{1B}[0m"
    }

    private func time(_ step: DoctorStep) -> String {
        guard step.outcome != .skipped else { return String(repeating: " ", count: 10) }
        let tenths = Int((step.duration / .microseconds(100)).rounded())
        let text = tenths < 100 ? "\(tenths / 10).\(tenths % 10) ms" : "\(tenths / 10) ms"
        return String(repeating: " ", count: max(0, 10 - text.count)) + text
    }

    private func indented(_ text: String) -> String { String(repeating: " ", count: 15) + text }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }

    fileprivate var trimmingTrailingSpaces: String {
        var rest = self[...]
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
