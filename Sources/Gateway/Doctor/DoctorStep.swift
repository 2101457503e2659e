package import DIMSE

/// One thing that `gantry doctor` tries, and what came of it.
package struct DoctorStep: Hashable, Sendable {
    /// In the order in which they are tried; the raw values are stable, for machines.
    package enum Name: String, CaseIterable, Hashable, Sendable {
        case name, tcp, tls, association, echo
        case findStudy = "find-study"
        case findSeries = "find-series"
        case findImage = "find-image"
        case get, move, store

        package var title: String {
            switch self {
            case .name: "name resolution"
            case .tcp: "TCP"
            case .tls: "TLS"
            case .association: "association"
            case .echo: "C-ECHO"
            case .findStudy: "C-FIND study"
            case .findSeries: "C-FIND series"
            case .findImage: "C-FIND image"
            case .get: "C-GET"
            case .move: "C-MOVE"
            case .store: "C-STORE"
            }
        }
    }

    package enum Outcome: String, Hashable, Sendable {
        case passed, failed
        case notOffered = "not offered"
        /// Not tried: what it needs is not there.
        case skipped
    }

    package var name: Name
    package var outcome: Outcome
    package var duration: Duration
    /// What was seen, each in a few words; without anything that a data set says.
    package var findings: [String]
    /// Why it failed, or is not offered.
    package var diagnosis: Diagnosis?
    /// The final status, where one came.
    package var status: Status?
    /// What may be told of the archive's Error Comment.
    package var comment: String?
    /// What became of each presentation context, of the step that asks.
    package var contexts: [Context]

    package init(
        _ name: Name,
        _ outcome: Outcome,
        duration: Duration = .zero,
        findings: [String] = [],
        diagnosis: Diagnosis? = nil,
        status: Status? = nil,
        comment: String? = nil,
        contexts: [Context] = []
    ) {
        self.name = name
        self.outcome = outcome
        self.duration = duration
        self.findings = findings
        self.diagnosis = diagnosis
        self.status = status
        self.comment = comment
        self.contexts = contexts
    }
}

extension DoctorStep {
    /// The archive's answer to one presentation context (PS3.8 §9.3.3.2).
    package struct Context: Hashable, Sendable {
        package var abstractSyntax: String
        /// The name in PS3.6 Annex A.
        package var name: String
        /// The name of the syntax that was chosen; nil when the context was refused.
        package var transferSyntax: String?
        /// In the words of Table 9-18.
        package var answer: String
    }
}

extension DoctorStep {
    /// Which steps the configuration needs and did not get: none is a healthy archive.
    ///
    /// C-GET and C-MOVE are needed as `retrieve` says, one of them in `auto`. Storing is not something that a
    /// configuration asks for, and what an empty archive cannot show is no failure.
    package static func failures(of steps: [DoctorStep], retrieve: GatewayConfiguration.Retrieve) -> [Name] {
        let bad = Set(steps.filter { [.failed, .notOffered].contains($0.outcome) }.map(\.name))
        let hasEither = steps.contains { [.get, .move].contains($0.name) && $0.outcome == .passed }
        return Name.allCases.filter { name in
            guard bad.contains(name) else { return false }
            return switch name {
            case .store: false
            case .get: retrieve == .get || retrieve == .auto && !hasEither
            case .move: retrieve == .move || retrieve == .auto && !hasEither
            default: true
            }
        }
    }
}
