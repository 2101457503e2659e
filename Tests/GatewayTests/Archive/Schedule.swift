import DICOM

@testable import DIMSE
@testable import Gateway

/// A random course of C-MOVEs at a few archives with habits of their own, whose stores and final responses interleave.
struct Schedule {
    struct Tally {
        var moves = 0, stores = 0, delivered = 0, refused = 0, complete = 0
        /// Instances that reached a C-MOVE of another archive.
        var misdelivered = 0
        /// C-MOVEs that counted as complete and were not.
        var falselyComplete = 0
        /// C-MOVEs that were not complete although everything was sent by an archive that can be told from others.
        var lost = 0

        static func += (left: inout Tally, right: Tally) {
            left.moves += right.moves
            left.stores += right.stores
            left.delivered += right.delivered
            left.refused += right.refused
            left.complete += right.complete
            left.misdelivered += right.misdelivered
            left.falselyComplete += right.falselyComplete
            left.lost += right.lost
        }
    }

    /// What an archive says of the C-MOVE that a store belongs to.
    enum Naming: CaseIterable {
        case right, missing, zero, wrong, reused, titleOnly, idOnly, ownTitle
    }

    private struct Archive {
        let name: String
        let title: String
        /// Under which it sends.
        let caller: String
        let naming: Naming
        let instances: [UID]
        var lastID: UInt16 = 0
    }

    /// Something that an archive does for a C-MOVE.
    private enum Event {
        case store(UID, isWhole: Bool)
        case final
    }

    private struct Running {
        let id: ExpectedMoves.ID
        let messageID: UInt16
        let archive: Int
        let expected: Set<UID>
        let isSentWhole: Bool
        var events: [Event]
        /// What really arrived.
        var held: Set<UID> = []
    }

    private var random: SplitMix
    private var archives: [Archive] = []
    private var running: [Running] = []
    private var moves = ExpectedMoves(aeTitle: "GANTRY", archiveTitles: [])
    private var nextID: UInt16
    private static let now = ContinuousClock.now
    private var tally = Tally()

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        nextID = UInt16.random(in: 0 ... .max, using: &random)
        // Some instances are at several archives.
        let common = (0..<3).map { UID(rawValue: "1.9.\($0)") }
        for number in 0..<Int.random(in: 1...3, using: &random) {
            let own = (0..<Int.random(in: 1...8, using: &random)).map { UID(rawValue: "1.\(number).\($0)") }
            let title = "PACS\(number)"
            archives.append(
                Archive(
                    name: "archive \(number)",
                    title: title,
                    caller: Bool.random(using: &random) ? title : "SENDER",
                    naming: Naming.allCases.randomElement(using: &random) ?? .right,
                    instances: own + (Bool.random(using: &random) ? common : [])
                )
            )
        }
        moves = ExpectedMoves(aeTitle: "GANTRY", archiveTitles: archives.map(\.title))
    }

    mutating func run() -> Tally {
        var toCome = Int.random(in: 1...8, using: &random)
        while toCome > 0 || !running.isEmpty {
            if toCome > 0, running.isEmpty || Int.random(in: 0..<6, using: &random) == 0 {
                begin()
                toCome -= 1
            } else if let index = running.indices.randomElement(using: &random) {
                step(index)
            }
        }
        return tally
    }

    private mutating func begin() {
        guard let index = archives.indices.randomElement(using: &random) else { return }
        let archive = archives[index]
        let expected = Set(archive.instances.filter { _ in Bool.random(using: &random) })
        guard !expected.isEmpty else { return }
        repeat { nextID &+= 1 } while nextID == 0 || moves.isTaken(nextID)
        archives[index].lastID = nextID
        let id = moves.add(
            ExpectedMove(
                archive: archive.name,
                archiveTitle: archive.title,
                destination: "GANTRY",
                messageID: nextID,
                expected: expected,
                patience: .init(progress: .seconds(60), grace: .seconds(5))
            )
        )
        moves.change(id) { $0.asked(at: Self.now) }
        let isSentWhole = Int.random(in: 0..<4, using: &random) > 0
        var events = expected.sorted().filter { _ in isSentWhole || Bool.random(using: &random) }
            .map { Event.store($0, isWhole: true) }
        // Sent again, broken off, and what was not asked for.
        for instance in archive.instances where Int.random(in: 0..<6, using: &random) == 0 {
            events.append(.store(instance, isWhole: Bool.random(using: &random)))
        }
        events.append(.final)
        events.shuffle(using: &random)
        tally.moves += 1
        running.append(
            Running(
                id: id,
                messageID: nextID,
                archive: index,
                expected: expected,
                isSentWhole: isSentWhole,
                events: events
            )
        )
    }

    private mutating func step(_ index: Int) {
        switch running[index].events.popLast() {
        case .store(let instance, let isWhole): store(instance, isWhole: isWhole, by: running[index])
        case .final: moves.change(running[index].id) { $0.ended(Self.success, at: Self.now) }
        case nil: end(running.remove(at: index))
        }
    }

    private mutating func store(_ instance: UID, isWhole: Bool, by move: Running) {
        let archive = archives[move.archive]
        tally.stores += 1
        let origin = StoreOrigin(
            calledTitle: "GANTRY",
            callingTitle: archive.caller,
            originator: originator(archive, move),
            instance: instance
        )
        guard let chosen = try? moves.begin(origin, at: Self.now) else {
            tally.refused += 1
            return
        }
        tally.delivered += 1
        moves.change(chosen) { $0.end(instance, hasArrived: isWhole, at: Self.now) }
        guard let place = running.firstIndex(where: { $0.id == chosen }) else { return }
        if running[place].archive != move.archive || !running[place].expected.contains(instance) {
            tally.misdelivered += 1
        }
        if isWhole { running[place].held.insert(instance) }
    }

    private mutating func originator(_ archive: Archive, _ move: Running) -> MoveOriginator? {
        switch archive.naming {
        case .right: MoveOriginator(aeTitle: "GANTRY", messageID: move.messageID)
        case .missing: nil
        case .zero: MoveOriginator(aeTitle: "", messageID: 0)
        case .wrong:
            MoveOriginator(
                aeTitle: "GANTRY",
                messageID: move.messageID &+ UInt16.random(in: 1000...60_000, using: &random)
            )
        case .reused: MoveOriginator(aeTitle: "GANTRY", messageID: archive.lastID)
        case .titleOnly: MoveOriginator(aeTitle: "GANTRY", messageID: nil)
        case .idOnly: MoveOriginator(aeTitle: nil, messageID: move.messageID)
        case .ownTitle: MoveOriginator(aeTitle: archive.title, messageID: move.messageID)
        }
    }

    private mutating func end(_ move: Running) {
        let isComplete = if case .complete? = moves[move.id]?.verdict(at: Self.now) { true } else { false }
        moves.remove(move.id, at: Self.now)
        if isComplete {
            tally.complete += 1
            if move.held != move.expected { tally.falselyComplete += 1 }
        } else if move.isSentWhole, isAlone(move) {
            tally.lost += 1
        }
    }

    /// True when nothing can be taken for another's: the archive is known by its caller or is the only one, and tells
    /// rightly which C-MOVE each store belongs to.
    private func isAlone(_ move: Running) -> Bool {
        let archive = archives[move.archive]
        let isKnown = archive.caller == archive.title || archives.count == 1
        return isKnown && [.right, .idOnly].contains(archive.naming)
    }

    private static let success = ExpectedMove.Ending.response(
        RetrieveOutcome(
            status: .success,
            subOperations: SubOperations(),
            failedSOPInstanceUIDs: [],
            comment: nil,
            offendingElements: [],
            wasCancelled: false
        )
    )
}

/// A generator that a seed repeats (Steele, Lea, Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
