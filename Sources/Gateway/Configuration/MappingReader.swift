import Yams

/// What a reader of a configuration has met so far.
struct Findings {
    var errors: [ConfigurationError.Finding] = []
    /// Every key that was looked for, whether it was there or not, such as `http.port`.
    var keys: Set<String> = []
    /// Where each key that was there stands, such as `archives[0].port`.
    var lines: [String: Int] = [:]
    let environment: [String: String]

    init(environment: [String: String]) {
        self.environment = environment
    }

    mutating func add(_ text: String, at node: Node?) {
        errors.append(.init(line: node?.mark?.line, text))
    }
}

/// One mapping of the configuration: every key is asked for by name, and what nobody asked for is an error.
struct MappingReader {
    let path: String
    private let node: Node?
    private var entries: [String: (key: Node, value: Node)] = [:]
    private var known: Set<String> = []

    /// - Parameter node: nil for a mapping that is absent: every key then has its default.
    init(_ node: Node?, path: String, _ findings: inout Findings) {
        self.path = path
        self.node = node
        guard let node, !node.isNull else { return }
        guard let mapping = node.mapping else {
            findings.add("\(path.isEmpty ? "the file" : path) must be a mapping of keys to values", at: node)
            return
        }
        for (key, value) in mapping {
            guard let name = key.string else { continue }
            if entries.updateValue((key, value), forKey: name) != nil {
                findings.add("\(Self.join(path, name)) stands here twice", at: key)
            }
        }
    }

    private static func join(_ path: String, _ name: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }

    func name(of key: String) -> String { Self.join(path, key) }

    /// The value of a key; nil when it is absent or null.
    mutating func node(_ key: String, _ findings: inout Findings) -> Node? {
        known.insert(key)
        // Entries of a list share their keys: `archives[0].port` is the key `archives.port`.
        findings.keys.insert(name(of: key).replacing(/\[\d+\]/, with: ""))
        guard let entry = entries[key], !entry.value.isNull else { return nil }
        findings.lines[name(of: key)] = entry.key.mark?.line
        return entry.value
    }

    mutating func mapping(_ key: String, _ findings: inout Findings) -> MappingReader {
        MappingReader(node(key, &findings), path: name(of: key), &findings)
    }

    var isPresent: Bool { node.map { !$0.isNull } ?? false }

    /// Complains about keys without which the mapping means nothing.
    func require(_ keys: [String], _ findings: inout Findings) {
        for key in keys where entries[key].map({ $0.value.isNull }) ?? true {
            findings.add("\(name(of: key)) is missing", at: node)
        }
    }

    /// Complains about every key that was not asked for.
    func finish(_ findings: inout Findings) {
        for (name, entry) in entries where !known.contains(name) {
            let hint = known.nearest(to: name).map { "; did you mean \"\($0)\"?" } ?? ""
            let place = path.isEmpty ? "" : " in \(path)"
            findings.add("unknown key \"\(name)\"\(place)\(hint)", at: entry.key)
        }
    }
}

// Scalars.
extension MappingReader {
    /// Replaces `value` by what the key holds; leaves it when the key is absent.
    private mutating func read<Value>(
        _ key: String,
        into value: inout Value,
        _ expected: String,
        _ findings: inout Findings,
        parse: (String) -> Value?
    ) {
        guard let node = node(key, &findings) else { return }
        guard let text = node.scalar?.string else {
            return findings.add("\(name(of: key)) must be \(expected)", at: node)
        }
        guard let expanded = expand(text, at: node, &findings) else { return }
        guard let parsed = parse(expanded) else {
            return findings.add("\(name(of: key)) must be \(expected), and is \"\(expanded)\"", at: node)
        }
        value = parsed
    }

    /// `${NAME}` replaced by the environment's value.
    private func expand(_ text: String, at node: Node, _ findings: inout Findings) -> String? {
        var missing: [String] = []
        let result = text.replacing(/\$\{([^}]*)\}/) { match in
            let name = String(match.1)
            guard let value = findings.environment[name] else {
                missing.append(name)
                return ""
            }
            return value
        }
        for name in missing { findings.add("the environment has no variable \(name)", at: node) }
        return missing.isEmpty ? result : nil
    }

    mutating func string(
        _ key: String,
        into value: inout String,
        _ findings: inout Findings,
        _ expected: String = "text",
        where isAllowed: (String) -> Bool = { !$0.isEmpty }
    ) {
        read(key, into: &value, expected, &findings) { isAllowed($0) ? $0 : nil }
    }

    mutating func string(_ key: String, into value: inout String?, _ findings: inout Findings) {
        read(key, into: &value, "text", &findings) { $0.isEmpty ? nil : .some($0) }
    }

    /// A text that no complaint quotes.
    mutating func secret(
        _ key: String,
        into value: inout GatewayConfiguration.Secret?,
        _ findings: inout Findings
    ) {
        var text: String?
        string(key, into: &text, &findings)
        if let text { value = GatewayConfiguration.Secret(text) }
    }

    /// An absolute URL, kept without a slash at its end.
    mutating func url(_ key: String, into value: inout String?, _ findings: inout Findings) {
        read(key, into: &value, "a URL such as https://imaging.example.org", &findings) { text in
            guard text.contains(/^https?:\/\/[^\s?#"<>\\]+$/) else { return nil }
            return .some(String(text.trimmingSuffix { $0 == "/" }))
        }
    }

    mutating func strings(
        _ key: String,
        into value: inout [String],
        _ expected: String,
        _ findings: inout Findings,
        where isAllowed: (String) -> Bool
    ) {
        guard let node = node(key, &findings) else { return }
        guard let sequence = node.sequence else {
            return findings.add("\(name(of: key)) must be \(expected)", at: node)
        }
        value = []
        for entry in sequence {
            guard let text = entry.scalar?.string else {
                findings.add("\(name(of: key)) must be \(expected)", at: entry)
                continue
            }
            guard let expanded = expand(text, at: entry, &findings) else { continue }
            guard isAllowed(expanded) else {
                findings.add("\(name(of: key)) must be \(expected), and holds \"\(expanded)\"", at: entry)
                continue
            }
            value.append(expanded)
        }
    }

    mutating func integer(_ key: String, _ range: ClosedRange<Int>, into value: inout Int, _ findings: inout Findings) {
        read(key, into: &value, "a number from \(range.lowerBound) to \(range.upperBound)", &findings) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func integer(_ key: String, _ range: ClosedRange<Int>, into value: inout Int?, _ findings: inout Findings)
    {
        read(key, into: &value, "a number from \(range.lowerBound) to \(range.upperBound)", &findings) { text in
            Int(text).flatMap { range.contains($0) ? .some(.some($0)) : nil }
        }
    }

    mutating func boolean(_ key: String, into value: inout Bool, _ findings: inout Findings) {
        read(key, into: &value, "true or false", &findings) { Bool($0) }
    }

    mutating func boolean(_ key: String, into value: inout Bool?, _ findings: inout Findings) {
        read(key, into: &value, "true or false", &findings) { Bool($0).map { .some($0) } }
    }

    mutating func bytes(_ key: String, atLeast minimum: Int, into value: inout Int, _ findings: inout Findings) {
        read(key, into: &value, "a size such as 512MiB or 4GiB, at least \(minimum) bytes", &findings) {
            Quantity.bytes($0).flatMap { $0 >= minimum ? $0 : nil }
        }
    }

    mutating func duration(_ key: String, into value: inout Duration, _ findings: inout Findings) {
        read(key, into: &value, "a time such as 250ms, 5s, 10m or 1h, above zero", &findings) {
            Quantity.duration($0).flatMap { $0 > .zero ? $0 : nil }
        }
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        into value: inout Choice,
        _ findings: inout Findings
    ) {
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        read(key, into: &value, "one of \(choices)", &findings) { Choice(rawValue: $0) }
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        into value: inout Choice?,
        _ findings: inout Findings
    ) {
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        read(key, into: &value, "one of \(choices)", &findings) { Choice(rawValue: $0).map { .some($0) } }
    }

    /// An application entity title (PS3.5 §6.2): 1 to 16 printable characters of ASCII, no backslash, spaces only inside.
    mutating func aeTitle(_ key: String, into value: inout String, _ findings: inout Findings) {
        read(key, into: &value, "an AE title: 1 to 16 characters of ASCII without backslash", &findings) {
            $0.isAETitle ? $0 : nil
        }
    }

    mutating func aeTitles(_ key: String, into value: inout [String], _ findings: inout Findings) {
        strings(key, into: &value, "a list of AE titles", &findings) { $0.isAETitle }
    }
}

extension Node {
    fileprivate var isNull: Bool {
        scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }
}

extension String {
    fileprivate var isAETitle: Bool {
        (1...16).contains(utf8.count)
            && utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
            && first != " " && last != " "
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
        return rest
    }
}
