import Testing

@testable import Gateway

@Suite struct DoctorStepTests {
    /// All steps passed, but for those that are named.
    static func steps(_ outcomes: [DoctorStep.Name: DoctorStep.Outcome] = [:]) -> [DoctorStep] {
        DoctorStep.Name.allCases.map { DoctorStep($0, outcomes[$0] ?? .passed) }
    }

    static let everything: [GatewayConfiguration.Retrieve] = [.auto, .get, .move]

    @Test(arguments: everything)
    func aHealthyArchiveFailsInNothing(retrieve: GatewayConfiguration.Retrieve) {
        #expect(DoctorStep.failures(of: Self.steps([.tls: .skipped]), retrieve: retrieve).isEmpty)
    }

    @Test(arguments: [
        DoctorStep.Name.name, .tcp, .tls, .association, .echo, .findStudy, .findSeries, .findImage,
    ])
    func whatEveryConfigurationNeeds(name: DoctorStep.Name) {
        for retrieve in Self.everything {
            #expect(DoctorStep.failures(of: Self.steps([name: .failed]), retrieve: retrieve) == [name])
            #expect(DoctorStep.failures(of: Self.steps([name: .notOffered]), retrieve: retrieve) == [name])
        }
    }

    @Test func theServiceThatBringsInstancesIsNeededAsConfigured() {
        let noGet = Self.steps([.get: .notOffered])
        #expect(DoctorStep.failures(of: noGet, retrieve: .auto).isEmpty)
        #expect(DoctorStep.failures(of: noGet, retrieve: .move).isEmpty)
        #expect(DoctorStep.failures(of: noGet, retrieve: .get) == [.get])
        let noMove = Self.steps([.move: .failed])
        #expect(DoctorStep.failures(of: noMove, retrieve: .auto).isEmpty)
        #expect(DoctorStep.failures(of: noMove, retrieve: .get).isEmpty)
        #expect(DoctorStep.failures(of: noMove, retrieve: .move) == [.move])
        let neither = Self.steps([.get: .notOffered, .move: .failed])
        #expect(DoctorStep.failures(of: neither, retrieve: .auto) == [.get, .move])
        let untried = Self.steps([.get: .notOffered, .move: .skipped])
        #expect(DoctorStep.failures(of: untried, retrieve: .auto) == [.get])
    }

    @Test func storingIsNotWhatAConfigurationAsksFor() {
        #expect(DoctorStep.failures(of: Self.steps([.store: .notOffered]), retrieve: .auto).isEmpty)
    }
}

@Suite struct ConfigurationSourceTests {
    private static let yaml = """
        aeTitle: GANTRY
        archives:
          - name: a
            aeTitle: A
            host: h
            port: 104
          - name: b
            aeTitle: B
            host: h
            port: 105
            timeouts: { connect: 1s }
        storage:
          port: 11112
        """

    private static func source() throws -> ConfigurationSource {
        try GatewayConfiguration.located(yaml: yaml, file: "gantry.yaml", environment: [:]).source
    }

    @Test(arguments: [
        (Diagnosis.Place.archiveKey("port"), 0, "archives[0].port", 6),
        (.archiveKey("port"), 1, "archives[1].port", 10),
        (.key("storage.port"), 0, "storage.port", 13),
        (.archiveKey("timeouts.connect"), 1, "archives[1].timeouts.connect", 11),
        // What is not given stands with what it belongs to.
        (.key("storage.host"), 0, "storage.host", 12), (.archiveKey("tls"), 1, "archives[1].tls", 7),
        (.archiveKey("maximumAssociations"), 0, "archives[0].maximumAssociations", 3),
    ])
    func keysHaveTheirLines(place: Diagnosis.Place, index: Int, name: String, line: Int) throws {
        let key = try #require(try Self.source().key(of: place, archive: index))
        #expect(key.name == name)
        #expect(key.line == line)
    }

    @Test func whatIsNowhereHasNoLine() throws {
        #expect(try Self.source().key(of: .key("cache.bytes"), archive: 0)?.line == nil)
        #expect(try Self.source().key(of: .archive, archive: 0) == nil)
    }
}
