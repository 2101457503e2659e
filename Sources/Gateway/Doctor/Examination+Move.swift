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
    /// For which instances may be on their way after the archive has said that it is done.
    private static let grace = Duration.seconds(5)

    func move() async throws -> DoctorStep.Findings {
        guard accepted.contains(model.moveClass) else { throw notOffered("C-MOVE") }
        let (listed, identifier) = try chosen()
        let probe = StorageProbe()
        do {
            return try await probe.listen(at: configuration.storage, as: configuration.aeTitle, logger: logger) {
                let service = ProposedContext(model.moveClass, Self.uncompressed)
                let outcome = try await open(for: .retrieve, proposing: [service]) { association in
                    let watchdog = association.progress
                    return try await association.move(service.abstractSyntax, identifier, to: configuration.aeTitle) {
                        _ in
                        watchdog.restart()
                    }
                }
                return try await findings(after: outcome, of: listed, probe)
            }
        } catch let trouble as StorageProbe.Trouble {
            throw explanation(of: trouble)
        }
    }

    /// What came, which may come a little after the archive's final response.
    private func findings(
        after outcome: RetrieveOutcome,
        of listed: ListedInstance,
        _ probe: StorageProbe
    ) async throws -> DoctorStep.Findings {
        if outcome.status.isSuccess { await wait(for: listed.instance, probe) }
        let seen = probe.seen
        if let caller = seen.callers.first(where: { $0.calledAETitle != configuration.aeTitle }) {
            throw Diagnosis(
                .notDelivered,
                "the archive sends to AE title \(caller.calledAETitle.asTold) where it was asked to send to "
                    + configuration.aeTitle,
                remedy: parties.registration,
                at: .archive
            )
        }
        guard let arrival = seen.arrivals.first(where: { $0.instance == listed.instance }) else {
            throw failure(of: outcome, seen)
        }
        guard outcome.status.isSuccess else {
            throw associations.error(.retrieve, .status(outcome.status, comment: outcome.comment))
        }
        return DoctorStep.Findings(arrival.inWords, "to \(configuration.aeTitle) at \(parties.storage ?? "?")")
    }

    private func wait(for instance: UID, _ probe: StorageProbe) async {
        let limit = ContinuousClock.now + Self.grace
        while ContinuousClock.now < limit, !probe.seen.arrivals.contains(where: { $0.instance == instance }) {
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                return
            }
        }
    }

    private func failure(of outcome: RetrieveOutcome, _ seen: StorageProbe.Seen) -> any Error {
        let status = outcome.status
        if status == .moveDestinationUnknown || status.rawValue == 0x0122 || status.rawValue == 0x0124 {
            return associations.error(.retrieve, .status(status, comment: outcome.comment))
        }
        var diagnosis: Diagnosis
        if status.isSuccess {
            diagnosis = nothingArrived(seen)
        } else if seen.callers.isEmpty {
            diagnosis = notDelivered(outcome)
        } else {
            return associations.error(.retrieve, .status(status, comment: outcome.comment))
        }
        if seen.callers.isEmpty, let unreachable { diagnosis = unreachable }
        return DoctorStep.Failed(
            diagnosis: diagnosis,
            findings: [seen.inWords(port: configuration.storage.port)],
            status: status,
            comment: ErrorComment.told(outcome.comment, titles: [configuration.aeTitle])
        )
    }

    private func nothingArrived(_ seen: StorageProbe.Seen) -> Diagnosis {
        Diagnosis(
            .nothingArrived,
            "success, but nothing arrived within \(Self.grace.inWords)",
            remedy: seen.callers.isEmpty
                ? "is port \(configuration.storage.port) reachable from the archive, "
                    + "and does it have \(configuration.aeTitle) at \(parties.storage ?? "the right address")?"
                : "the archive came to port \(configuration.storage.port) and sent nothing; look into its log",
            at: .archive
        )
    }

    /// Some archives, Orthanc 1.10 among them, answer alike when they do not know a destination and when they cannot
    /// reach it; a count of failures says that they tried.
    private func notDelivered(_ outcome: RetrieveOutcome) -> Diagnosis {
        let hasTried =
            [.cannotPerformSubOperations, .subOperationsCompleteWithFailures].contains(outcome.status)
            || (outcome.subOperations.failed ?? 0) > 0
        let (title, port) = (configuration.aeTitle, configuration.storage.port)
        let cause =
            hasTried
            ? "the archive could not send to \(title) (\(outcome.status)), and nothing came to port \(port)"
            : "the archive did not send to \(title) (\(outcome.status)), and nothing came to port \(port): "
                + "it does not know \(title) as a destination, or has another address for it"
        let remedy = hasTried ? "\(parties.registration), if it has another address for it" : parties.registration
        return Diagnosis(
            .notDelivered,
            cause,
            remedy: "\(remedy), and let nothing stand between it and port \(port)",
            at: .archive
        )
    }

    /// A port on the loopback interface, and an archive on another machine.
    private var unreachable: Diagnosis? {
        guard ["127.0.0.1", "::1", "localhost"].contains(configuration.storage.host),
            let ourAddress, !ourAddress.hasPrefix("127."), ourAddress != "::1"
        else { return nil }
        return Diagnosis(
            .storageNotReachable,
            "our storage port listens on \(configuration.storage.host), where no other machine can send to",
            remedy: "set storage.host to \(ourAddress)",
            at: .key("storage.host")
        )
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
