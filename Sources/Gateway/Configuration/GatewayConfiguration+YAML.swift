import DICOM
import FoundationEssentials
import Yams

extension GatewayConfiguration {
    /// The configuration in a file.
    ///
    /// - Parameter environment: where `${NAME}` takes its values from.
    /// - Throws: all that is wrong with it, in one error.
    package init(contentsOf file: String, environment: [String: String]) throws(ConfigurationError) {
        self = try Self.located(contentsOf: file, environment: environment).configuration
    }

    /// The same, with the place of each key.
    package static func located(
        contentsOf file: String,
        environment: [String: String]
    ) throws(ConfigurationError) -> (configuration: GatewayConfiguration, source: ConfigurationSource) {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw ConfigurationError(file: file, findings: [.init("there is no such file, or it is not UTF-8 text")])
        }
        return try located(yaml: text, file: file, environment: environment)
    }

    package init(yaml text: String, file: String, environment: [String: String]) throws(ConfigurationError) {
        self = try Self.located(yaml: text, file: file, environment: environment).configuration
    }

    package static func located(
        yaml text: String,
        file: String,
        environment: [String: String]
    ) throws(ConfigurationError) -> (configuration: GatewayConfiguration, source: ConfigurationSource) {
        var findings = Findings(environment: environment)
        let configuration = GatewayConfiguration(yaml: text, &findings)
        findings.errors += configuration.refusals(lines: findings.lines)
        guard findings.errors.isEmpty else {
            let ordered = findings.errors.sorted { ($0.line ?? 0, $0.text) < ($1.line ?? 0, $1.text) }
            throw ConfigurationError(file: file, findings: ordered)
        }
        return (configuration, ConfigurationSource(file: file, lines: findings.lines))
    }

    init(yaml text: String, _ findings: inout Findings) {
        self.init()
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            findings.errors.append(.init(syntaxError: error))
            return
        }
        var reader = MappingReader(root, path: "", &findings)
        http.read(reader.mapping("http", &findings), &findings)
        reader.aeTitle("aeTitle", into: &aeTitle, &findings)
        storage.read(reader.mapping("storage", &findings), &findings)
        archives = Self.archives(reader.node("archives", &findings), &findings)
        cache.read(reader.mapping("cache", &findings), &findings)
        rendering.read(reader.mapping("rendering", &findings), &findings)
        access.read(reader.mapping("access", &findings), &findings)
        limits.read(reader.mapping("limits", &findings), &findings)
        codecs.read(reader.mapping("codecs", &findings), &findings)
        health.read(reader.mapping("health", &findings), &findings)
        reader.finish(&findings)
    }

    private static func archives(_ node: Node?, _ findings: inout Findings) -> [Archive] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            findings.add("archives must be a list", at: node)
            return []
        }
        return sequence.enumerated().map { index, entry in
            findings.lines["archives[\(index)]"] = entry.mark?.line
            var archive = Archive(name: "", aeTitle: "", host: "", port: 104)
            archive.read(MappingReader(entry, path: "archives[\(index)]", &findings), entry, &findings)
            return archive
        }
    }
}

extension ConfigurationError.Finding {
    fileprivate init(syntaxError error: any Error) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            self.init(line: mark.line, "this is no YAML: \(problem)")
        default: self.init(line: nil, "this is no YAML: \(error)")
        }
    }
}

extension GatewayConfiguration.HTTP {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.string("host", into: &host, &findings)
        reader.integer("port", 0...65535, into: &port, &findings)
        reader.url("publicURL", into: &publicURL, &findings)
        tls = .read(reader.mapping("tls", &findings), &findings)
        cors.read(reader.mapping("cors", &findings), &findings)
        reader.duration("idle", into: &idle, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.CORS {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.strings(
            "origins",
            into: &origins,
            "a list of origins such as https://viewer.example.org, or *",
            &findings
        ) {
            $0 == "*" || ($0.contains(/^https?:\/\/[^\/?#]+$/))
        }
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Storage {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.string("host", into: &host, &findings)
        reader.integer("port", 0...65535, into: &port, &findings)
        reader.aeTitles("aeTitles", into: &aeTitles, &findings)
        reader.aeTitles("callers", into: &callers, &findings)
        reader.duration("grace", into: &grace, &findings)
        reader.integer("maximumAssociations", 1...1000, into: &maximumAssociations, &findings)
        tls = .read(reader.mapping("tls", &findings), &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Archive {
    fileprivate mutating func read(_ mapping: MappingReader, _ node: Node, _ findings: inout Findings) {
        var reader = mapping
        reader.string("name", into: &name, &findings, "letters, digits, full stops, hyphens and underscores") {
            $0.contains(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
        }
        reader.aeTitle("aeTitle", into: &aeTitle, &findings)
        reader.string("host", into: &host, &findings)
        reader.integer("port", 1...65535, into: &port, &findings)
        reader.choice("retrieve", into: &retrieve, &findings)
        reader.string(
            "characterSet",
            into: &characterSet,
            &findings,
            #"a value of (0008,0005) such as ISO_IR 192, or \ISO 2022 IR 87"#
        ) { text in
            CharacterSet.isDefined(text.split(separator: "\\", omittingEmptySubsequences: false).map(String.init))
        }
        reader.choice("computeCounts", into: &computeCounts, &findings)
        quirks.read(reader.mapping("quirks", &findings), &findings)
        reader.integer("maximumAssociations", 1...1000, into: &maximumAssociations, &findings)
        reader.integer("maximumWaiting", 0...100_000, into: &maximumWaiting, &findings)
        reader.boolean("federated", into: &federated, &findings)
        timeouts.read(reader.mapping("timeouts", &findings), &findings)
        tls = .read(reader.mapping("tls", &findings), &findings)
        identity = .read(reader.mapping("identity", &findings), &findings)
        breaker.read(reader.mapping("breaker", &findings), &findings)
        reader.finish(&findings)
        reader.require(["name", "aeTitle", "host", "port"], &findings)
    }
}

extension ArchiveProfile {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.choice("model", into: &informationModel, &findings)
        reader.choice("extendedNegotiation", into: &negotiation, &findings)
        for (name, value) in Self.names {
            reader.boolean(name, into: &self[keyPath: value], &findings)
        }
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Timeouts {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.duration("connect", into: &connect, &findings)
        reader.duration("associate", into: &associate, &findings)
        reader.duration("response", into: &response, &findings)
        reader.duration("progress", into: &progress, &findings)
        reader.duration("release", into: &release, &findings)
        reader.duration("queue", into: &queue, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Breaker {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.integer("failures", 0...1000, into: &failures, &findings)
        reader.duration("probe", into: &probe, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Cache {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.string("directory", into: &directory, &findings)
        reader.bytes("bytes", atLeast: 1 << 20, into: &bytes, &findings)
        reader.bytes("thumbnails", atLeast: 0, into: &thumbnails, &findings)
        reader.duration("idle", into: &idle, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Rendering {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.strings("fonts", into: &fonts, "a list of font files", &findings) { !$0.isEmpty }
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Access {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.choice("mode", into: &mode, &findings)
        reader.boolean("openToNetwork", into: &openToNetwork, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Limits {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.integer("matches", 1...1_000_000, into: &matches, &findings)
        reader.integer("searches", 1...1_000_000, into: &searches, &findings)
        reader.bytes("requestBody", atLeast: 1 << 10, into: &requestBody, &findings)
        reader.bytes("requestTarget", atLeast: 1 << 10, into: &requestTarget, &findings)
        reader.bytes("requestHeaders", atLeast: 1 << 10, into: &requestHeaders, &findings)
        reader.integer("requests", 1...1_000_000, into: &requests, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Codecs {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.integer("workers", 1...1000, into: &workers, &findings)
        reader.boolean("requireSandbox", into: &requireSandbox, &findings)
        reader.finish(&findings)
    }
}

extension GatewayConfiguration.Health {
    fileprivate mutating func read(_ mapping: MappingReader, _ findings: inout Findings) {
        var reader = mapping
        reader.duration("interval", into: &interval, &findings)
        reader.finish(&findings)
    }
}
