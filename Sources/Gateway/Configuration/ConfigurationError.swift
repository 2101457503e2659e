/// All that is wrong with a configuration, each with its place.
package struct ConfigurationError: Error, Hashable, Sendable {
    package struct Finding: Hashable, Sendable {
        /// Nil for what concerns the file as a whole.
        package var line: Int?
        package var text: String

        package init(line: Int? = nil, _ text: String) {
            self.line = line
            self.text = text
        }
    }

    package var file: String
    package var findings: [Finding]
}

extension ConfigurationError: CustomStringConvertible {
    package var description: String {
        findings.map { finding in
            "\(file):\(finding.line.map { "\($0):" } ?? "") \(finding.text)"
        }.joined(separator: "\n")
    }
}
