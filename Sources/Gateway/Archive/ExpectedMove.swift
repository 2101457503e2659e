import DICOM
import DIMSE

/// One C-MOVE that runs: what is to come of it, what has come, and whether there is reason to wait on.
///
/// A value without clock or I/O. The list of what is expected decides, and neither the final response nor its numbers
/// do: those come before, between or after the instances, or never, and are often wrong (PS3.4 §C.4.2.3).
struct ExpectedMove {
    typealias Instant = ContinuousClock.Instant

    /// How long there may be no sign of life.
    struct Patience: Hashable, Sendable {
        /// While the C-MOVE runs.
        var progress: Duration
        /// After its end, for what is on its way; and after the last instance, for the end.
        var grace: Duration
    }

    enum Ending {
        case response(RetrieveOutcome)
        /// The association ended without a final response.
        case broken(any Error)
    }

    enum Verdict {
        /// Until then, or until something happens; nil sets no limit.
        case wait(until: Instant?)
        case complete
        /// By the archive's doing: there is nothing more to say to it.
        case failed(any Error)
        /// By ours, while it goes on: nobody waits any more, or something cannot be taken.
        case stop(any Error)
    }

    /// The archive's name in the configuration.
    let archive: String
    let archiveTitle: String
    /// The AE title to which the archive sends.
    let destination: String
    let messageID: UInt16
    let expected: Set<UID>
    let patience: Patience

    private(set) var arrived: Set<UID> = []
    /// How many times each instance is arriving now.
    private(set) var arriving: [UID: Int] = [:]
    private var lastSign: Instant?
    private var numbers: SubOperations?
    private(set) var ending: Ending?
    private var failure: (any Error)?

    init(
        archive: String,
        archiveTitle: String,
        destination: String,
        messageID: UInt16,
        expected: Set<UID>,
        patience: Patience
    ) {
        self.archive = archive
        self.archiveTitle = archiveTitle
        self.destination = destination
        self.messageID = messageID
        self.expected = expected
        self.patience = patience
    }

    /// True while no copy of the instance has come, and none is coming.
    func lacks(_ instance: UID) -> Bool { !arrived.contains(instance) && arriving[instance] == nil }

    /// False once nothing more of it is wanted.
    var isOpen: Bool { failure == nil }

    var isComplete: Bool { arriving.isEmpty && arrived.count == expected.count }

    // MARK: What happens

    /// The request is sent.
    mutating func asked(at now: Instant) { lastSign = now }

    /// Bytes of an instance came.
    mutating func sign(at now: Instant) { lastSign = now }

    /// A pending response. One that says the same as the last is no sign of life: some archives send them for ever.
    mutating func pending(_ numbers: SubOperations, at now: Instant) {
        guard numbers != self.numbers else { return }
        self.numbers = numbers
        lastSign = now
    }

    mutating func begin(_ instance: UID, at now: Instant) {
        arriving[instance, default: 0] += 1
        lastSign = now
    }

    /// - Parameter hasArrived: false when the instance did not come whole: it may yet come again.
    mutating func end(_ instance: UID, hasArrived: Bool, at now: Instant) {
        let count = (arriving[instance] ?? 1) - 1
        arriving[instance] = count > 0 ? count : nil
        if hasArrived { arrived.insert(instance) }
        lastSign = now
    }

    mutating func ended(_ ending: Ending, at now: Instant) {
        self.ending = self.ending ?? ending
        lastSign = lastSign.map { max($0, now) }
    }

    /// Nothing more of it is wanted.
    mutating func stop(_ error: any Error) { failure = failure ?? error }

    // MARK: What it amounts to

    func verdict(at now: Instant) -> Verdict {
        if let failure { return .stop(failure) }
        guard let lastSign else {
            if case .broken(let error) = ending { return .failed(error) }
            return .wait(until: nil)
        }
        if isComplete {
            return ending != nil || now >= lastSign + patience.grace
                ? .complete : .wait(until: lastSign + patience.grace)
        }
        switch ending {
        case nil:
            return wait(lastSign + patience.progress, now) {
                cause(.association(.timedOut(.progress)))
            }
        case .broken(let error):
            guard !arriving.isEmpty else { return .failed(error) }
            return wait(lastSign + patience.progress, now) { error }
        case .response(let outcome):
            if arriving.isEmpty, isFinal(outcome) { return .failed(cause(of: outcome)) }
            let limit = arriving.isEmpty ? patience.grace : patience.progress
            return wait(lastSign + limit, now) { cause(of: outcome) }
        }
    }

    private func wait(_ limit: Instant, _ now: Instant, else failure: () -> any Error) -> Verdict {
        now < limit ? .wait(until: limit) : .failed(failure())
    }

    /// True when the archive itself says that what is missing will not come.
    private func isFinal(_ outcome: RetrieveOutcome) -> Bool {
        let missing = expected.subtracting(arrived)
        switch outcome.status.category {
        case .failure, .cancelled: return true
        case .warning:
            return missing.count <= Int(outcome.subOperations.failed ?? 0)
                || missing.isSubset(of: outcome.failedSOPInstanceUIDs)
        case .success, .pending: return false
        }
    }

    private func cause(of outcome: RetrieveOutcome) -> any Error {
        switch outcome.status {
        case .moveDestinationUnknown: cause(.destinationUnknown(aeTitle: destination, comment: outcome.comment))
        case let status where status.isFailure || status.isCancelled:
            cause(.status(status, comment: outcome.comment))
        default:
            cause(
                arrived.isEmpty
                    ? .nothingArrived(aeTitle: destination)
                    : .incomplete(received: arrived.count, expected: expected.count)
            )
        }
    }

    private func cause(_ cause: ArchiveError.Cause) -> any Error {
        ArchiveError(archive: archive, step: .retrieve, cause: cause)
    }
}
