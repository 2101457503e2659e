import Foundation

/// How much is tried: what continuous integration has time for, or all.
package enum Trial {
    /// `GANTRY_FAULTS=full` asks for the full counts.
    package static let isFull = ProcessInfo.processInfo.environment["GANTRY_FAULTS"] == "full"
    /// `GANTRY_FUZZ` is the number of mutations of each fuzzer.
    package static let mutations = ProcessInfo.processInfo.environment["GANTRY_FUZZ"].flatMap { Int($0) } ?? 2000
    /// `GANTRY_SEED` repeats a run.
    package static let seed =
        ProcessInfo.processInfo.environment["GANTRY_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...99_999_999)

    package static func count(_ usual: Int, full: Int) -> Int { isFull ? full : usual }
}

/// Numbers that a seed repeats (splitmix64).
package struct Seeded: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What one case of a trial came to.
package struct Verdict: Sendable {
    /// By how much the answer came later than its time limit.
    package var lateness: Duration?
    /// What was wrong.
    package var faults: [String] = []

    package init(lateness: Duration? = nil, _ faults: [String] = []) {
        self.lateness = lateness
        self.faults = faults
    }

    package mutating func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
        if !condition { faults.append(fault()) }
    }
}

/// The sum of a trial: the row of the table that a run prints.
package struct Tally: Sendable, CustomStringConvertible {
    /// What the goals allow beyond a time limit or a fault.
    private let goal: Duration
    /// What a loaded machine is allowed.
    package static let patience = Duration.seconds(5)

    package let name: String
    package private(set) var cases = 0
    package private(set) var failures: [String] = []
    private var lateness: [Duration] = []

    package init(_ name: String, goal: Duration = .milliseconds(250)) {
        self.name = name
        self.goal = goal
    }

    package mutating func add(_ verdict: Verdict, _ description: @autoclosure () -> String) {
        cases += 1
        var faults = verdict.faults
        if let late = verdict.lateness {
            lateness.append(late)
            if late > Self.patience { faults.append("\(late.milliseconds) ms late") }
        }
        if !faults.isEmpty { failures.append("\(description().prefix(300)): \(faults.joined(separator: "; "))") }
    }

    package var description: String {
        var line = "FAULTS \(name) cases=\(cases) failures=\(failures.count)"
        if let worst = lateness.max() {
            let sorted = lateness.sorted()
            line += " late: median=\(sorted[sorted.count / 2].milliseconds)ms worst=\(worst.milliseconds)ms"
            line += " over\(goal.milliseconds)ms=\(lateness.count { $0 > goal })"
        }
        return line
    }
}

/// Runs all cases, some at once, prints the sum, and returns what failed.
package func trial<Case: Sendable>(
    _ name: String,
    _ cases: [Case],
    atOnce: Int = 24,
    goal: Duration = .milliseconds(250),
    _ body: @escaping @Sendable (Case) async throws -> Verdict
) async -> [String] {
    let before = Trial.isFull ? Sockets.open : 0
    let tally = await withTaskGroup(of: (Verdict, Case).self) { group in
        var tally = Tally(name, goal: goal)
        for (number, one) in cases.enumerated() {
            if number >= atOnce, let (verdict, one) = await group.next() { tally.add(verdict, "\(one)") }
            group.addTask {
                do {
                    return (try await body(one), one)
                } catch {
                    return (Verdict(["threw \(error)"]), one)
                }
            }
        }
        for await (verdict, one) in group { tally.add(verdict, "\(one)") }
        return tally
    }
    print(tally)
    // Alone in the process, the trial can account for each of its sockets.
    let left = Trial.isFull ? await Sockets.more(than: before) : 0
    return tally.failures + (left == 0 ? [] : ["\(left) sockets are left"])
}
