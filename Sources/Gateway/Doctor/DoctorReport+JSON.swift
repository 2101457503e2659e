import DIMSE
package import FoundationEssentials

/// The report for machines. Its members are stable: new ones may come, none goes or changes its meaning while `version`
/// is 1.
extension DoctorReport {
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Document(self))
    }

    private struct Document: Encodable {
        var version = 1
        var healthy: Bool
        var configuration: String
        var aeTitle: String
        var archives: [ArchiveMember]

        init(_ report: DoctorReport) {
            healthy = report.isHealthy
            configuration = report.source.file
            aeTitle = report.aeTitle
            archives = report.archives.map { ArchiveMember($0, report.source) }
        }
    }

    private struct ArchiveMember: Encodable {
        var name: String
        var aeTitle: String
        var host: String
        var port: Int
        var retrieve: String
        var healthy: Bool
        /// The names of the steps that the configuration needs and did not get.
        var failures: [String]
        var steps: [StepMember]

        init(_ archive: Archive, _ source: ConfigurationSource) {
            name = archive.configuration.name
            aeTitle = archive.configuration.aeTitle
            host = archive.configuration.host
            port = archive.configuration.port
            retrieve = archive.configuration.retrieve.rawValue
            failures = archive.failures.map(\.rawValue)
            healthy = failures.isEmpty
            steps = archive.steps.map { StepMember($0, archive, source) }
        }
    }

    private struct StepMember: Encodable {
        var name: String
        var outcome: String
        var milliseconds: Double
        var findings: [String]
        /// What kind of failure: a ``Diagnosis/Code``.
        var code: String?
        var cause: String?
        var remedy: String?
        var change: Change?
        var dimseStatus: String?
        var comment: String?
        var contexts: [ContextMember]?

        init(_ step: DoctorStep, _ archive: Archive, _ source: ConfigurationSource) {
            name = step.name.rawValue
            outcome = step.outcome.rawValue.replacing(" ", with: "-")
            milliseconds = (step.duration / .microseconds(100)).rounded() / 10
            findings = step.findings
            code = step.diagnosis?.code.rawValue
            cause = step.diagnosis?.cause
            remedy = step.diagnosis?.remedy
            change = step.diagnosis?.place.map { Change($0, archive, source) }
            dimseStatus = step.status?.description
            comment = step.comment
            contexts = step.contexts.isEmpty ? nil : step.contexts.map(ContextMember.init)
        }
    }

    /// Where to change something: a key of the configuration, or `at` the archive.
    private struct Change: Encodable {
        var at: String
        var key: String?
        var line: Int?

        init(_ place: Diagnosis.Place, _ archive: Archive, _ source: ConfigurationSource) {
            let found = source.key(of: place, archive: archive.index)
            at = found == nil ? "archive" : "configuration"
            key = found?.name
            line = found?.line
        }
    }

    private struct ContextMember: Encodable {
        var abstractSyntax: String
        var name: String
        var answer: String
        var transferSyntax: String?

        init(_ context: DoctorStep.Context) {
            abstractSyntax = context.abstractSyntax
            name = context.name
            answer = context.answer
            transferSyntax = context.transferSyntax
        }
    }
}
