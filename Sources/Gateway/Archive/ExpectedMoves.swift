import DICOM
import DIMSE

/// A C-STORE request that comes to our Storage SCP, as far as it tells where it belongs.
struct StoreOrigin: Hashable, Sendable {
    var calledTitle: String
    var callingTitle: String
    /// Move Originator AE title and message id (PS3.7 §9.1.1.1.7, §9.1.1.1.8), if the archive says something, and true
    /// if it is right.
    var originator: MoveOriginator?
    var instance: UID
}

/// The C-MOVEs that run, and to which of them an instance belongs that arrives.
///
/// Whatever an archive says or leaves out, an instance goes only to a C-MOVE whose destination was called and whose list
/// has it, and never to one that runs with another archive. Which archive sends is told by the calling AE title; where
/// that is nobody's, by the Move Originator; where that tells nothing either, by there being no other archive that might
/// be sending. Where the evidence does not decide, the instance is refused. Of one archive's own C-MOVEs, the one that
/// is named is served first, then any that still lacks the instance: the same UID of the same archive is the same instance.
struct ExpectedMoves {
    typealias ID = Int

    enum Refusal: String, Error, Sendable {
        /// No C-MOVE that runs has it in its list.
        case unexpected
        /// Of several archives each may have sent it.
        case ambiguous
    }

    /// How we call ourselves, as Move Originator.
    private let aeTitle: String
    /// The AE titles of all configured archives.
    private let archiveTitles: Set<String>
    private var moves: [ID: ExpectedMove] = [:]
    private var lastID = 0
    /// Whether an archive tells the Move Originator rightly: true so far, or once not.
    private(set) var namesOriginator: [String: Bool] = [:]
    /// Whether an archive calls with the AE title that it is called by: true so far, or once not.
    private var callsAsItself: [String: Bool] = [:]
    /// When the last C-MOVE to a destination ended, by archive: what it sends may come later still.
    private var ends: [String: [String: ExpectedMove.Instant]] = [:]

    /// How long after its end a C-MOVE may still bring something.
    private static let afterlife = Duration.seconds(60)

    init(aeTitle: String, archiveTitles: some Sequence<String>) {
        self.aeTitle = aeTitle
        self.archiveTitles = Set(archiveTitles.map { $0.uppercased() })
    }

    subscript(id: ID) -> ExpectedMove? { moves[id] }

    func isTaken(_ messageID: UInt16) -> Bool { moves.values.contains { $0.messageID == messageID } }

    /// How many C-MOVEs run to each destination.
    func count(to destination: String) -> Int { moves.values.count { $0.destination == destination } }

    mutating func add(_ move: ExpectedMove) -> ID {
        lastID += 1
        moves[lastID] = move
        return lastID
    }

    mutating func remove(_ id: ID, at now: ExpectedMove.Instant) {
        guard let move = moves.removeValue(forKey: id) else { return }
        ends[move.destination, default: [:]][move.archive] = now
    }

    /// Nothing happens to one that has ended.
    mutating func change(_ id: ID, _ change: (inout ExpectedMove) -> Void) {
        guard let index = moves.index(forKey: id) else { return }
        change(&moves.values[index])
    }

    /// Chooses the C-MOVE that an instance belongs to, for which it is arriving from now on.
    mutating func begin(_ store: StoreOrigin, at now: ExpectedMove.Instant) throws(Refusal) -> ID {
        let candidates = try candidates(for: store, at: now)
        guard let (id, move) = candidates.min(by: { rank($0, store) < rank($1, store) }) else { throw .unexpected }
        // One lie is enough; one truth may be a coincidence until the first lie.
        let isTrue = isNamed(move, by: store)
        namesOriginator[move.archive] = isTrue && namesOriginator[move.archive] ?? true
        let isItself = isCalling(move, store)
        callsAsItself[move.archive] = isItself && callsAsItself[move.archive] ?? true
        moves[id]?.begin(store.instance, at: now)
        return id
    }

    /// The C-MOVEs of the one archive that can have sent it, of those that expect it.
    private func candidates(for store: StoreOrigin, at now: ExpectedMove.Instant) throws(Refusal) -> [ID: ExpectedMove]
    {
        let all = moves.filter {
            $0.value.isOpen && $0.value.destination == store.calledTitle && $0.value.expected.contains(store.instance)
        }
        let named = all.filter { isNamed($0.value, by: store) }
        let ofCaller = all.filter { isCalling($0.value, store) }
        let found: [ID: ExpectedMove] =
            if archives(ofCaller).count == 1 {
                ofCaller
            } else if archiveTitles.contains(store.callingTitle.uppercased()) {
                named
            } else if archives(all).count > 1 {
                archives(all).allSatisfy { namesOriginator[$0] == true } ? named : all
            } else {
                all
            }
        guard let archive = found.first?.value.archive else { throw .unexpected }
        let isKnown = !ofCaller.isEmpty || !named.isEmpty
        guard archives(found).count == 1, isKnown || !mayBeAnother(than: archive, store, at: now) else {
            throw .ambiguous
        }
        return found
    }

    /// Whether another archive might be sending to that destination, under a title that is not its own.
    private func mayBeAnother(than archive: String, _ store: StoreOrigin, at now: ExpectedMove.Instant) -> Bool {
        let running = moves.values.filter { $0.destination == store.calledTitle }.map(\.archive)
        let ended = (ends[store.calledTitle] ?? [:]).filter { now - $0.value < Self.afterlife }.keys
        return Set(running).union(ended).contains { $0 != archive && callsAsItself[$0] != true }
    }

    private func archives(_ candidates: [ID: ExpectedMove]) -> Set<String> { Set(candidates.values.map(\.archive)) }

    private func isCalling(_ move: ExpectedMove, _ store: StoreOrigin) -> Bool {
        move.archiveTitle.uppercased() == store.callingTitle.uppercased()
    }

    private func isNamed(_ move: ExpectedMove, by store: StoreOrigin) -> Bool {
        guard let originator = store.originator, originator.messageID == move.messageID else { return false }
        return (originator.aeTitle ?? "").isEmpty || originator.aeTitle?.uppercased() == aeTitle.uppercased()
    }

    /// The lowest is served first; the eldest of equals.
    private func rank(_ candidate: (key: ID, value: ExpectedMove), _ store: StoreOrigin) -> (Int, Int, ID) {
        let isNamed = isNamed(candidate.value, by: store)
        return (candidate.value.lacks(store.instance) ? 0 : 1, isNamed ? 0 : 1, candidate.key)
    }
}
