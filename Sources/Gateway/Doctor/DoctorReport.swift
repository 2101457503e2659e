/// What `gantry doctor` found out about the archives of a configuration.
package struct DoctorReport: Hashable, Sendable {
    package struct Archive: Hashable, Sendable {
        package var configuration: GatewayConfiguration.Archive
        /// Its place in the configuration's list.
        package var index: Int
        package var steps: [DoctorStep] = []

        package init(_ configuration: GatewayConfiguration.Archive, index: Int) {
            self.configuration = configuration
            self.index = index
        }

        package var failures: [DoctorStep.Name] {
            DoctorStep.failures(of: steps, retrieve: configuration.retrieve)
        }
    }

    package var aeTitle: String
    package var source: ConfigurationSource
    package var archives: [Archive] = []

    package init(aeTitle: String, source: ConfigurationSource) {
        self.aeTitle = aeTitle
        self.source = source
    }

    package var isHealthy: Bool { archives.allSatisfy(\.failures.isEmpty) }
}

/// The file that a configuration comes from, and where in it each key stands.
package struct ConfigurationSource: Hashable, Sendable {
    package var file: String
    /// By key, such as `archives[0].port`.
    package var lines: [String: Int]

    package init(file: String, lines: [String: Int]) {
        self.file = file
        self.lines = lines
    }

    /// The key that a change is to be made to, and its line; of one that is not given, the line of what it belongs to.
    package func key(of place: Diagnosis.Place, archive index: Int) -> (name: String, line: Int?)? {
        let name: String
        switch place {
        case .archiveKey(let key): name = "archives[\(index)].\(key)"
        case .key(let key): name = key
        case .archive: return nil
        }
        var above = name[...]
        while lines[String(above)] == nil, let stop = above.lastIndex(of: ".") { above = above[..<stop] }
        return (name, lines[String(above)])
    }
}
