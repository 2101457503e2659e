extension Report {
    /// The report as plain text: a line for each item, indented by its depth.
    package var plainText: String {
        var lines = [title, ""]
        lines += heading.map { "\($0.name): \($0.value)" }
        lines.append("")
        for item in items { Self.add(item, indented: 0, to: &lines) }
        return lines.map(\.printable).joined(separator: "\n") + "\n"
    }

    private static func add(_ item: Item, indented depth: Int, to lines: inout [String]) {
        let space = String(repeating: "  ", count: depth)
        if item.isContainer {
            if let name = item.name { lines.append("\(space)\(name)") }
        } else {
            let words = [item.name, item.value].compactMap(\.self).joined(separator: ": ")
            lines += words.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "\(space)\($0)" }
        }
        for child in item.children { add(child, indented: depth + 1, to: &lines) }
    }
}

extension String {
    /// Without control characters, by which a terminal could be led astray; those that part words become spaces.
    fileprivate var printable: String {
        let spaced = unicodeScalars.lazy.map { "\t\n\r".unicodeScalars.contains($0) ? " " : $0 }
        return String(
            String.UnicodeScalarView(spaced.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        )
    }
}
