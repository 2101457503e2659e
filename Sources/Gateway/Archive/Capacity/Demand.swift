import NIOConcurrencyHelpers

/// Who goes first when an archive's associations are few.
package enum Urgency: Int, Comparable, CaseIterable, Sendable {
    /// Whole studies and series, and what is stored: somebody waits for the end of it.
    case bulk
    /// Frames, pictures, metadata and searches: somebody looks at a screen.
    case viewer
    /// The question whether an archive answers at all: it waits behind nobody.
    case probe

    package static func < (one: Urgency, other: Urgency) -> Bool { one.rawValue < other.rawValue }
}

/// On whose behalf an archive is asked, and how urgently. The task that asks carries it.
///
/// A class since a retrieval that is waiting becomes more urgent when a more urgent request joins it. A lock guards it,
/// since whoever joins is another task than the one that waits.
package final class Demand: Sendable {
    /// Of the task that runs: that of the request, or of the retrieval.
    @TaskLocal package static var current = Demand(.viewer)

    private struct State {
        var urgency: Urgency
        var nextWatch = 0
        var watches: [Int: @Sendable () -> Void] = [:]
    }

    /// Who asks: requests of one client wait in their own order, and clients take turns.
    package let client: String
    private let state: NIOLockedValueBox<State>

    package init(_ urgency: Urgency, client: String = "") {
        self.client = client
        state = NIOLockedValueBox(State(urgency: urgency))
    }

    package var urgency: Urgency { state.withLockedValue { $0.urgency } }

    /// Makes it as urgent as another; it never becomes less urgent.
    func raise(to urgency: Urgency) {
        let watches = state.withLockedValue { state in
            guard urgency > state.urgency else { return [(@Sendable () -> Void)]() }
            state.urgency = urgency
            return Array(state.watches.values)
        }
        for raised in watches { raised() }
    }

    /// Calls `raised` whenever it becomes more urgent, until ``unwatch(_:)``.
    func watch(_ raised: @escaping @Sendable () -> Void) -> Int {
        state.withLockedValue { state in
            state.nextWatch += 1
            state.watches[state.nextWatch] = raised
            return state.nextWatch
        }
    }

    func unwatch(_ watch: Int) {
        state.withLockedValue { $0.watches[watch] = nil }
    }
}
