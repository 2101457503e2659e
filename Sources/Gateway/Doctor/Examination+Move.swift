import DICOM
import DICOMweb
import DIMSE

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// C-MOVE of one instance to ourselves (PS3.4 §C.4.2).
extension Examination {
    /// To each of our AE titles to which archives send, since each has to be known to the archive.
    func move() async throws -> DoctorStep.Findings {
        guard accepted.contains(model.moveClass) else { throw notOffered("C-MOVE") }
        let (listed, identifier) = try chosen()
        let titles = configuration.storage.aeTitles
        let probe = StorageProbe()
        do {
            let callers = [configuration.aeTitle, archive.aeTitle]
            return try await probe.listen(at: configuration.storage, callers: callers, logger: logger) {
                var findings = DoctorStep.Findings()
                for title in titles.isEmpty ? [configuration.aeTitle] : titles {
                    probe.forget()
                    let outcome = try await move(identifier, to: title, probe)
                    if outcome.status.isSuccess { await wait(for: listed.instance, probe) }
                    var trial = MoveTrial(self, to: title, outcome, probe.seen)
                    if trial.leavesOpenWhetherWeAreKnown {
                        trial.acquaintance = await acquaintance(with: title, from: listed)
                    }
                    findings.lines += try trial.findings(of: listed.instance)
                }
                return findings
            }
        } catch let trouble as StorageProbe.Trouble {
            throw explanation(of: trouble)
        }
    }

    private func move(_ identifier: DataSet, to title: String, _ probe: StorageProbe) async throws -> RetrieveOutcome {
        let service = ProposedContext(model.moveClass, Self.uncompressed)
        return try await open(for: .retrieve, proposing: [service]) { association in
            try await association.move(service.abstractSyntax, identifier, to: title)
        }
    }

    /// It may come a little after the archive's final response.
    private func wait(for instance: UID, _ probe: StorageProbe) async {
        let limit = ContinuousClock.now + configuration.storage.grace
        while ContinuousClock.now < limit, !probe.seen.arrivals.contains(where: { $0.instance == instance }) {
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                return
            }
        }
    }

    private func explanation(of trouble: StorageProbe.Trouble) -> any Error {
        let port = configuration.storage.port
        switch trouble {
        case .taken(byGateway: true):
            return DoctorStep.Skipped(
                reason: "storage port is already in use: a running gateway has port \(port); stop it to try C-MOVE"
            )
        case .taken(byGateway: false):
            return Diagnosis(
                .storagePortTaken,
                "storage port is already in use",
                remedy: "end what listens on port \(port), or choose another",
                at: .key("storage.port")
            )
        case .system(let code):
            return Diagnosis(
                .storagePortTaken,
                "storage port cannot be listened on (\(String(cString: strerror(code))))",
                remedy:
                    "is \(configuration.storage.host) an address of this machine, and may this user have port \(port)?",
                at: .key("storage.host")
            )
        }
    }
}

/// What one C-MOVE to one of our AE titles came to.
private struct MoveTrial {
    private let examination: Examination
    private let title: String
    private let outcome: RetrieveOutcome
    private let seen: StorageProbe.Seen
    private let parties: Diagnosis.Parties
    /// What another question than C-MOVE told of whether the archive knows our title.
    var acquaintance = Acquaintance.untold

    init(_ examination: Examination, to title: String, _ outcome: RetrieveOutcome, _ seen: StorageProbe.Seen) {
        self.examination = examination
        self.title = title
        self.outcome = outcome
        self.seen = seen
        var parties = examination.parties
        parties.aeTitle = title
        self.parties = parties
    }

    private var storage: GatewayConfiguration.Storage { examination.configuration.storage }

    func findings(of instance: UID) throws -> [String] {
        if let caller = seen.callers.first(where: { $0.calledAETitle != title }) {
            throw Diagnosis(
                .notDelivered,
                "the archive sends to AE title \(caller.calledAETitle.asTold) where it was asked to send to \(title)",
                remedy: parties.registration,
                at: .archive
            )
        }
        let arrival = seen.arrivals.first { $0.instance == instance }
        guard let arrival, outcome.status.isSuccess else { throw failure(hasArrived: arrival != nil) }
        return [arrival.inWords, "to \(title) at \(parties.storage ?? "?")"]
    }

    private func failure(hasArrived: Bool) -> DoctorStep.Failed {
        DoctorStep.Failed(
            diagnosis: diagnosis(hasArrived: hasArrived),
            findings: [seen.inWords(port: storage.port)],
            status: outcome.status,
            comment: ErrorComment.told(outcome.comment, titles: [title])
        )
    }

    private var stated: Diagnosis { Diagnosis(outcome.status, .retrieve, parties) }

    private var saysWhy: Bool { [.destinationUnknown, .notSupported, .notAuthorized].contains(stated.code) }

    /// Who was seen on the port says more than the status, unless that says what is wrong.
    private func diagnosis(hasArrived: Bool) -> Diagnosis {
        if saysWhy || hasArrived { return stated }
        if seen.callers.isEmpty, let unreachable { return unreachable }
        if outcome.status.isSuccess { return nothingArrived }
        return seen.callers.isEmpty ? notDelivered : stated
    }

    private var nothingArrived: Diagnosis {
        Diagnosis(
            .nothingArrived,
            "success, but nothing arrived within \(storage.grace.inWords)",
            remedy: seen.callers.isEmpty
                ? "is port \(storage.port) reachable from the archive, "
                    + "and does it have \(title) at \(parties.storage ?? "the right address")?"
                : "the archive came to port \(storage.port) and sent nothing; look into its log",
            at: .archive
        )
    }

    /// A count of failures says that the archive tried to send.
    private var hasTried: Bool {
        [.cannotPerformSubOperations, .subOperationsCompleteWithFailures].contains(outcome.status)
            || (outcome.subOperations.failed ?? 0) > 0
    }

    /// Some archives answer alike when they do not know a destination and when they cannot reach it.
    var leavesOpenWhetherWeAreKnown: Bool {
        seen.callers.isEmpty && outcome.status.isFailure && !hasTried && !saysWhy
    }

    private var notDelivered: Diagnosis {
        let nothingCame = "and nothing came to port \(storage.port)"
        let cause =
            switch hasTried ? .known : acquaintance {
            case .known:
                "the archive could not send to \(title) (\(outcome.status)), \(nothingCame): "
                    + "it has another address or port for it, or something stands between"
            case .unknown: "the archive does not know \(parties.title) as a destination (\(outcome.status))"
            case .untold:
                "the archive did not send to \(title) (\(outcome.status)), \(nothingCame): "
                    + "it does not know \(title) as a destination, or has another address for it"
            }
        let code: Diagnosis.Code = acquaintance == .unknown && !hasTried ? .destinationUnknown : .notDelivered
        return Diagnosis(code, cause, remedy: parties.registration, at: .archive)
    }

    /// A port on the loopback interface, and an archive on another machine.
    private var unreachable: Diagnosis? {
        guard storage.host.isLoopbackHost, let ours = examination.ourAddress, !ours.isLoopbackHost else { return nil }
        return Diagnosis(
            .storageNotReachable,
            "our storage port listens on \(storage.host), where no other machine can send to",
            remedy: "set storage.host to \(ours)",
            at: .key("storage.host")
        )
    }
}

extension StorageProbe.Seen {
    fileprivate func inWords(port: Int) -> String {
        switch callers.count {
        case 0: "nothing connected to port \(port)"
        case 1: "1 association came to port \(port)"
        default: "\(callers.count) associations came to port \(port)"
        }
    }
}

extension String {
    /// What a peer calls something, made fit for a terminal.
    fileprivate var asTold: String {
        String(unicodeScalars.prefix(16).map { ("\u{20}"..."\u{7E}").contains($0) ? Character($0) : "?" })
    }
}
