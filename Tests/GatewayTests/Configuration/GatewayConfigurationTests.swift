import FoundationEssentials
import Testing

@testable import Gateway

@Suite struct GatewayConfigurationTests {
    static func load(_ yaml: String, environment: [String: String] = [:]) throws -> GatewayConfiguration {
        try GatewayConfiguration(yaml: yaml, file: "test.yaml", environment: environment)
    }

    static func complaints(_ yaml: String, environment: [String: String] = [:]) -> String {
        do {
            _ = try load(yaml, environment: environment)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func anEmptyFileIsTheDefaults() throws {
        #expect(try Self.load("") == GatewayConfiguration())
        #expect(try Self.load("http:\n") == GatewayConfiguration())
    }

    @Test func everyKindOfValueIsRead() throws {
        let configuration = try Self.load(
            """
            http: { host: "::1", port: 8443, publicURL: "https://imaging.example.org/", cors: { origins: ["*"] }, idle: 1500ms }
            aeTitle: GATE WAY
            archives:
              - { name: a, aeTitle: A, host: pacs, port: 104, retrieve: get, federated: false, timeouts: { progress: 2m } }
            cache: { directory: "${SPOOL}/gantry", bytes: 512MiB, idle: 1h }
            limits: { matches: 7, requestBody: 1000000 }
            """,
            environment: ["SPOOL": "/spool"]
        )
        #expect(configuration.http.host == "::1")
        #expect(configuration.http.port == 8443)
        #expect(configuration.http.publicURL == "https://imaging.example.org")
        #expect(configuration.http.cors.origins == ["*"])
        #expect(configuration.http.idle == .milliseconds(1500))
        #expect(configuration.aeTitle == "GATE WAY")
        #expect(configuration.archives.first?.retrieve == .get)
        #expect(configuration.archives.first?.federated == false)
        #expect(configuration.archives.first?.timeouts.progress == .seconds(120))
        #expect(configuration.archives.first?.timeouts.connect == .seconds(5))
        #expect(configuration.cache.directory == "/spool/gantry")
        #expect(configuration.cache.bytes == 512 << 20)
        #expect(configuration.cache.idle == .seconds(3600))
        #expect(configuration.limits.matches == 7)
        #expect(configuration.limits.requestBody == 1_000_000)
    }

    static let archive = "archives: [{ name: a, aeTitle: A, host: h, port: 104"

    @Test(arguments: [
        ("http:\n  prot: 80", "test.yaml:2: unknown key \"prot\" in http; did you mean \"port\"?"),
        ("colour: red", "test.yaml:1: unknown key \"colour\""),
        ("aeTitle: A\nhttp:\n  port: http", "test.yaml:3: http.port must be a number from 0 to 65535, and is \"http\""),
        ("http: { port: 65536 }", "test.yaml:1: http.port must be a number from 0 to 65535, and is \"65536\""),
        ("http: [1]", "test.yaml:1: http must be a mapping of keys to values"),
        ("http: { port: [80] }", "test.yaml:1: http.port must be a number from 0 to 65535"),
        ("http: { publicURL: example.org }", "http.publicURL must be a URL such as"),
        ("http: { cors: { origins: [viewer.example.org] } }", "http.cors.origins must be a list of origins"),
        ("http: { tls: { certificate: a.pem } }", "http.tls.privateKey is missing"),
        ("aeTitle: MORE_THAN_SIXTEEN", "aeTitle must be an AE title"),
        ("aeTitle: 'A\\B'", "aeTitle must be an AE title"),
        ("cache: { bytes: 4GB }", "cache.bytes must be a size such as 512MiB or 4GiB"),
        ("cache: { bytes: 99999999999TiB }", "cache.bytes must be a size such as 512MiB or 4GiB"),
        ("cache: { idle: 0s }", "cache.idle must be a time such as"),
        ("cache: { directory: \"${NOWHERE}\" }", "test.yaml:1: the environment has no variable NOWHERE"),
        ("access: { mode: closed }", "access.mode must be one of open, basic, bearer, and is \"closed\""),
        ("access: { mode: bearer }", "access.mode bearer: this version has no access control"),
        ("http:\n  host: 0.0.0.0", "test.yaml:2: http.host 0.0.0.0 can be reached from the network"),
        ("\(archive), characterSet: UTF-8 }]", "archives[0].characterSet must be a value of (0008,0005)"),
        ("\(archive), characterSet: ISO_IR 999 }]", "archives[0].characterSet must be a value of (0008,0005)"),
        ("\(archive), characterSet: 'ISO_IR 192\\ISO 2022 IR 87' }]", "archives[0].characterSet must be a value"),
        ("\(archive), characterSet: 'ISO 2022 IR 6\\' }]", "archives[0].characterSet must be a value of (0008,0005)"),
        ("archives: [{ name: a b }]", "archives[0].name must be letters, digits"),
        ("archives: {}", "archives must be a list"),
        ("archives: [{ name: a }]", "archives[0].aeTitle is missing"),
        ("\(archive) }, { name: a, aeTitle: B, host: h, port: 104 }]", "two archives are called \"a\""),
        ("\(archive), retrieve: push }]", "archives[0].retrieve must be one of auto, get, move"),
        ("storage: { aeTitles: ['A\\B'] }", "storage.aeTitles must be a list of AE titles, and holds"),
        ("storage: { grace: 0s }", "storage.grace must be a time such as"),
        ("\(archive), quirks: { relational: maybe } }]", "archives[0].quirks.relational must be true or false"),
        ("\(archive), quirks: { model: both } }]", "archives[0].quirks.model must be one of study, patient"),
        ("\(archive), quirks: { fuzzy: true } }]", "unknown key \"fuzzy\" in archives[0].quirks"),
        ("\(archive), computeCounts: some }]", "archives[0].computeCounts must be one of off, series, full"),
        ("\(archive), tls: { authorities: /no.pem } }]", "archives[0].tls.authorities: /no.pem is not there"),
        ("\(archive), tls: { certificate: /no.pem } }]", "archives[0].tls.privateKey is missing"),
        ("\(archive), tls: { privateKey: /no.pem } }]", "archives[0].tls.certificate is missing"),
        ("\(archive), tls: { serverName: 10.0.0.5 } }]", "archives[0].tls.serverName: must be a DNS name"),
        ("\(archive), tls: { verifyNames: false } }]", "did you mean \"verifyName\"?"),
        ("\(archive), identity: {} }]", "archives[0].identity: must have one of user, token and tokenFile"),
        ("\(archive), identity: { user: u, token: t } }]", "must have one of user, token and tokenFile"),
        ("\(archive), identity: { token: t, passcode: p } }]", "archives[0].identity.passcode: needs a user"),
        ("\(archive), identity: { tokenFile: /no } }]", "archives[0].identity.tokenFile: /no is not there"),
        (
            "storage:\n  tls:\n    certificate: /no.pem\n    privateKey: /no.key",
            "test.yaml:3: storage.tls.certificate: /no.pem is not there"
        ),
        ("http: { tls: { certificate: /no.pem, privateKey: /no.key } }", "test.yaml:1: http.tls.certificate: /no.pem"),
        ("http:\n  port: 80\n  port: 81", "test.yaml"),
        ("http: {", "test.yaml"),
    ])
    func whatIsWrongIsNamed(yaml: String, complaint: String) {
        #expect(Self.complaints(yaml).contains(complaint))
    }

    @Test(arguments: [
        "ISO_IR 13", "GB18030", "ISO 2022 IR 13\\ISO 2022 IR 87", "\\ISO 2022 IR 149",
        "\\ISO 2022 IR 87\\ISO 2022 IR 159",
    ])
    func characterSetsWithCodeExtensionAreTaken(terms: String) throws {
        let configuration = try Self.load("\(Self.archive), characterSet: '\(terms)' }]")
        #expect(configuration.archives.first?.characterSet == terms)
    }

    @Test func quirksPinWhatIsKnownOfAnArchive() throws {
        let quirks = "quirks: { model: patient, extendedNegotiation: none, relational: false, get: true }"
        let archive = try #require(try Self.load("\(Self.archive), computeCounts: series, \(quirks) }]").archives.first)
        var expected = ArchiveProfile()
        (expected.informationModel, expected.negotiation) = (.patient, ArchiveProfile.Negotiation.none)
        (expected.relational, expected.get) = (false, true)
        #expect(archive.quirks == expected && archive.computeCounts == .series)
        #expect(archive.quirks.isSettled)
    }

    @Test func theKeysOfSecurityAreRead() throws {
        let yaml = """
            archives:
              - { name: a, aeTitle: A, host: h, port: 1, tls: {}, identity: { user: u, passcode: "${SECRET}" } }
              - { name: b, aeTitle: B, host: h, port: 1, tls: { enabled: false, serverName: n, verifyName: false } }
              - { name: c, aeTitle: C, host: h, port: 1, identity: { token: t, positiveResponse: true } }
            """
        let archives = try Self.load(yaml, environment: ["SECRET": "hush"]).archives
        #expect(archives[0].tls == GatewayConfiguration.ArchiveTLS())
        #expect(archives[0].identity?.user == "u")
        #expect(archives[0].identity?.passcode?.value == "hush")
        #expect(archives[1].tls?.enabled == false && archives[1].tls?.serverName == "n")
        #expect(archives[1].tls?.verifyName == false)
        #expect(archives[2].tls == nil && archives[2].identity?.token?.value == "t")
        #expect(archives[2].identity?.positiveResponse == true)
        var dumped = "\(archives)"
        dump(archives, to: &dumped)
        #expect(!dumped.contains("hush"))
    }

    @Test func everythingThatIsWrongIsInOneReport() {
        let complaints = Self.complaints("http:\n  prot: 80\ncache:\n  bytes: many\naeTitle: ''\n")
        #expect(complaints.split(separator: "\n").count == 3)
        #expect(complaints.contains("test.yaml:2:") && complaints.contains("test.yaml:4:"))
    }

    @Test func theNetworkCanBeOpenedOnPurpose() throws {
        let configuration = try Self.load("http: { host: 0.0.0.0 }\naccess: { mode: open, openToNetwork: true }")
        #expect(configuration.http.host == "0.0.0.0")
    }

    /// C-MOVE from another machine cannot reach a port that only this one reaches; that is said at the start.
    @Test(arguments: [
        ("127.0.0.1", "10.0.0.7", GatewayConfiguration.Retrieve.auto, true), ("127.0.0.1", "10.0.0.7", .move, true),
        ("127.0.0.1", "10.0.0.7", .get, false), ("127.0.0.1", "127.0.0.1", .move, false),
        ("localhost", "pacs.example.org", .auto, true), ("10.0.0.5", "10.0.0.7", .move, false),
        ("0.0.0.0", "10.0.0.7", .move, false),
    ])
    func archivesThatCannotDeliver(
        storage: String,
        archive: String,
        retrieve: GatewayConfiguration.Retrieve,
        cannot: Bool
    ) {
        var configuration = GatewayConfiguration()
        configuration.storage.host = storage
        configuration.archives = [.init(name: "main", aeTitle: "PACS", host: archive, port: 104)]
        configuration.archives[0].retrieve = retrieve
        #expect(configuration.archivesThatCannotDeliver == (cannot ? ["main"] : []))
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.8.8.8", true), ("::1", true), ("localhost", true), ("0.0.0.0", false),
        ("::", false), ("192.168.0.1", false), ("127.0.0.1.example.org", false), ("localhost.example.org", false),
    ])
    func loopbackIsKnown(host: String, isLoopback: Bool) {
        var configuration = GatewayConfiguration()
        configuration.http.host = host
        #expect(configuration.refusals().isEmpty == isLoopback)
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: ConfigurationError.self) {
            try GatewayConfiguration(contentsOf: "/nowhere/gantry.yaml", environment: [:])
        }
    }
}

/// `Config/gantry.yaml` and the code are held together from both sides.
@Suite struct ConfigurationFileTests {
    private static let path = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Config/gantry.yaml").path

    private static func text() throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func theFileIsTheDefaultsAndOneArchive() throws {
        let configuration = try GatewayConfiguration(contentsOf: Self.path, environment: [:])
        var expected = GatewayConfiguration()
        expected.archives = [.init(name: "main", aeTitle: "ORTHANC", host: "127.0.0.1", port: 4242)]
        #expect(configuration == expected)
    }

    /// Every key of the file, whether it is active or stands behind a `#`, is one that the code reads, and the reverse.
    @Test func theFileHasEveryKey() throws {
        let everything = try Self.text().split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacing(/^( *)#(?=[A-Za-z])/) { "\($0.1)" } }
            .joined(separator: "\n")
        var findings = Findings(environment: [:])
        _ = GatewayConfiguration(yaml: everything, &findings)
        #expect(findings.errors.isEmpty)
        let written = Set(findings.lines.keys.map { $0.replacing(/\[\d+\]/, with: "") })
        #expect(written == findings.keys)
    }

    @Test func everyKeyHasALineAboveThatSaysWhy() throws {
        let lines = try Self.text().split(separator: "\n", omittingEmptySubsequences: false)
        for (line, above) in zip(lines.dropFirst(), lines) where line.contains(/^ *(- |#)?[A-Za-z]+: \S/) {
            #expect(above.contains(/^ *# \S.*\S/), "\(line)")
        }
    }
}
