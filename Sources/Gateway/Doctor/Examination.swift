import DICOM
import DIMSE
import Logging
import NIOCore

/// The steps with one archive, each of which needs what those before it found.
struct Examination {
    typealias Watch = (DoctorStep) async -> Void

    let archive: GatewayConfiguration.Archive
    let configuration: GatewayConfiguration
    /// As the gateway uses it.
    let connected: DIMSEArchive
    let logger: Logger
    var parties: Diagnosis.Parties
    private(set) var steps: [DoctorStep] = []

    // What the steps find out.
    var addresses: [SocketAddress] = []
    /// Our end of the connection to the archive.
    var ourAddress: String?
    var accepted: Set<UID> = []
    var sample: Sample?

    init(of archive: GatewayConfiguration.Archive, _ configuration: GatewayConfiguration, logger: Logger) {
        self.archive = archive
        self.configuration = configuration
        self.logger = logger
        connected = DIMSEArchive(archive, aeTitle: configuration.aeTitle, logger: logger)
        parties = Diagnosis.Parties(
            aeTitle: configuration.aeTitle,
            calledAETitle: archive.aeTitle,
            address: "\(archive.host):\(archive.port)"
        )
    }

    var associations: ArchiveAssociations { connected.associations }
    var characterSet: CharacterSet { connected.knowledge.characterSet }

    /// The model in which the archive is asked: Study Root where that is offered.
    var model: InformationModel { accepted.contains(InformationModel.study.findClass) ? .study : .patient }

    mutating func run(onNotice: (String) async -> Void, onStep watch: Watch) async -> [DoctorStep] {
        await take(.name, watch) { try await $0.resolveName() }
        await take(.tcp, after: .name, watch) { try await $0.connect() }
        await take(.tls, after: .tcp, watch) { try await $0.secure() }
        await take(.association, after: archive.tls?.enabled == true ? .tls : .tcp, watch) { try await $0.associate() }
        await take(.echo, after: .association, watch) { try await $0.echo() }
        await take(.findStudy, after: .association, watch) { try await $0.findStudy() }
        await take(.findSeries, after: .findStudy, watch) { try await $0.findSeries() }
        await take(.findImage, after: .findSeries, watch) { try await $0.findImage() }
        if let sample {
            await onNotice(sample.notice)
        }
        await take(.get, after: .findImage, watch) { try await $0.get() }
        await take(.move, after: .findImage, watch) { try await $0.move() }
        await take(.store, after: .association, watch) { try await $0.negotiateStorage() }
        return steps
    }

    /// Tries one step, unless one that it needs has failed.
    private mutating func take(
        _ name: DoctorStep.Name,
        after needed: DoctorStep.Name? = nil,
        _ watch: Watch,
        _ body: (inout Examination) async throws -> DoctorStep.Findings
    ) async {
        let step: DoctorStep
        if let needed, let before = steps.first(where: { $0.name == needed }), before.outcome != .passed {
            step = DoctorStep(name, .skipped, findings: ["needs \(needed.title)"])
        } else {
            step = await attempt(name, body)
        }
        steps.append(step)
        await watch(step)
    }

    private mutating func attempt(
        _ name: DoctorStep.Name,
        _ body: (inout Examination) async throws -> DoctorStep.Findings
    ) async -> DoctorStep {
        let start = ContinuousClock.now
        var step: DoctorStep
        do {
            let findings = try await body(&self)
            step = DoctorStep(name, .passed, findings: findings.lines, contexts: findings.contexts)
        } catch {
            step = DoctorStep(name, unsuccessful: error, parties)
        }
        step.duration = ContinuousClock.now - start
        return step
    }
}

extension DoctorStep {
    /// What a step saw that did not fail.
    struct Findings {
        var lines: [String] = []
        var contexts: [Context] = []

        init(_ lines: String..., contexts: [Context] = []) {
            self.lines = lines
            self.contexts = contexts
        }
    }

    /// Ends a step that cannot be tried here.
    struct Skipped: Error {
        var reason: String
    }

    /// Ends a step with what was seen beside the failure.
    struct Failed: Error {
        var diagnosis: Diagnosis
        var findings: [String] = []
        var status: Status?
        var comment: String?
    }

    fileprivate init(_ name: Name, unsuccessful error: any Error, _ parties: Diagnosis.Parties) {
        switch error {
        case let skipped as Skipped: self.init(name, .skipped, findings: [skipped.reason])
        case let failed as Failed:
            self.init(
                name,
                failed.diagnosis.outcome,
                findings: failed.findings,
                diagnosis: failed.diagnosis,
                status: failed.status,
                comment: failed.comment
            )
        case let diagnosis as Diagnosis: self.init(name, diagnosis.outcome, diagnosis: diagnosis)
        case let error as ArchiveError:
            let diagnosis = Diagnosis(error, parties, phase: .open)
            self.init(
                name,
                diagnosis.outcome,
                diagnosis: diagnosis,
                status: error.status,
                comment: error.toldComment
            )
        default:
            self.init(name, .failed, diagnosis: Diagnosis(.failed, "the step could not be tried: \(type(of: error))"))
        }
    }
}

extension Diagnosis {
    fileprivate var outcome: DoctorStep.Outcome {
        [.notOffered, .notSupported].contains(code) ? .notOffered : .failed
    }
}
