import NIOConcurrencyHelpers

/// How many associations an archive may have from us at once: who comes when all are taken waits, first come first served.
///
/// A lock guards it, since a slot is given back in `defer`, where nothing can be awaited.
final class AssociationSlots: Sendable {
    private struct State: Awaited {
        var free: Int
        var line = WaitingLine()
    }

    private let state: NIOLockedValueBox<State>

    init(_ count: Int) {
        state = NIOLockedValueBox(State(free: count))
    }

    /// Runs `body` holding a slot.
    ///
    /// - Throws: what `body` throws, and `CancellationError` while waiting.
    func withSlot<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await state.wait { state in
            guard state.free > 0 else { return false }
            state.free -= 1
            return true
        }
        defer { giveBack() }
        return try await body()
    }

    /// To who waits longest, if anybody does.
    private func giveBack() {
        let next = state.withLockedValue { state in
            let next = state.line.takeFirst()
            if next == nil { state.free += 1 }
            return next
        }
        next?.resume()
    }
}
