import DICOM
package import DICOMweb
import NIOConcurrencyHelpers

/// One flight: the instances of a scope while they come from the archive, read by any number of requests.
///
/// A lock guards the state rather than an actor, since a reader that is dropped has to leave in its `deinit`, where
/// nothing can be awaited.
package final class Retrieval: Sendable {
    package let scope: Scope
    /// As urgent as the most urgent request that has joined.
    let demand: Demand
    let timing = Timing()
    private let state: NIOLockedValueBox<State>

    /// A retrieval that has not begun, on behalf of the request whose task this is.
    init(_ scope: Scope) {
        self.scope = scope
        demand = Demand(Demand.current.urgency, client: Demand.current.client)
        state = NIOLockedValueBox(State())
    }

    /// A retrieval that needs none: what the cache already holds.
    init(_ scope: Scope, holding instances: [CachedInstance]) {
        self.scope = scope
        demand = Demand.current
        state = NIOLockedValueBox(State(instances: instances, outcome: .success(())))
    }

    fileprivate struct State {
        /// In the order of arrival; nil where all readers have passed and room was needed.
        var instances: [CachedInstance?] = []
        /// Where each one is, by study, series and instance: the same SOP Instance UID may stand in two series.
        var held: [Scope: Int] = [:]
        /// What the archive lists; nil before it has.
        var listed: Set<Scope>?
        var outcome: Result<Void, any Error>?
        /// How far each reader is.
        var readers: [Int: Int] = [:]
        var nextReader = 0
        var isAbandoned = false
        var released = 0
        let changed = Signal()
    }

    // MARK: The archive's side

    /// What the archive lists.
    func expect(_ list: [ListedInstance]) {
        let listed = list.map { Scope.instance(study: $0.study, series: $0.series, instance: $0.instance) }
        state.withLockedValue { $0.listed = Set(listed) }
    }

    /// Adds an instance that is complete in the spool.
    func add(_ instance: CachedInstance) -> Addition {
        state.withLockedValue { state in
            if let index = state.held[instance.scope] { return .isHeld(state.instances[index]) }
            state.held[instance.scope] = state.instances.count
            state.instances.append(instance)
            state.changed.fire()
            return .isNew
        }
    }

    enum Addition {
        case isNew
        /// The same instance had arrived before; nil when all readers have passed it and it was let go.
        case isHeld(CachedInstance?)
    }

    /// Ends the retrieval: readers get what arrived, then the end or the error.
    func finish(_ outcome: Result<Void, any Error>) {
        state.withLockedValue { state in
            guard state.outcome == nil else { return }
            state.outcome = outcome
            state.changed.fire()
        }
    }

    /// How many of the listed instances have not arrived, and how many are listed.
    var missing: (count: Int, of: Int) {
        state.withLockedValue { state in
            (state.missing, state.listed?.count ?? 0)
        }
    }

    /// Returns when no reader is left, or the retrieval has ended, or the task is cancelled.
    func abandonment() async {
        while true {
            let wait = state.withLockedValue { $0.isAbandoned || $0.outcome != nil ? nil : $0.changed.subscribe() }
            guard let wait else { return }
            do { try await wait() } catch { return }
        }
    }

    /// Lets go of what every reader has passed. Nobody can join afterwards.
    ///
    /// - Parameter cuttingSlowest: first drops the readers that are furthest behind: their next read throws.
    func releasePassed(cuttingSlowest: Bool) {
        state.withLockedValue { state in
            if cuttingSlowest, let last = state.readers.values.min() {
                state.readers = state.readers.filter { $0.value > last }
                state.isAbandoned = state.readers.isEmpty
            }
            let passed = state.readers.values.min() ?? state.instances.count
            guard passed > state.released else { return }
            for index in state.released..<passed {
                state.instances[index] = nil
            }
            state.released = passed
            state.changed.fire()
        }
    }

    // MARK: The readers' side

    /// A reader of those instances that belong to `scope`, from the first; nil when it can no longer have all of them.
    func reader(of scope: Scope) -> InstanceReader? {
        let id: Int? = state.withLockedValue { state in
            guard state.released == 0, !state.isAbandoned else { return nil }
            if case .failure = state.outcome { return nil }
            state.readers[state.nextReader] = 0
            state.nextReader += 1
            return state.nextReader - 1
        }
        return id.map { InstanceReader(self, id: $0, scope: scope) }
    }

    /// The next instance at or after `position`, for that reader, and the position after it.
    func next(_ reader: Int, from position: Int, in scope: Scope) async throws -> (CachedInstance, Int)? {
        var position = position
        while true {
            let step = state.withLockedValue { $0.step(reader, from: &position, in: scope) }
            switch step {
            case .found(let instance): return (instance, position)
            case .ended(let outcome):
                try outcome.get()
                return nil
            case .wait(let wait): try await wait()
            }
        }
    }

    /// True when all instances are there, and no more can come.
    var isWhole: Bool {
        state.withLockedValue { state in
            if case .success = state.outcome { return true }
            return false
        }
    }

    /// The last to leave ends the retrieval, unless everything is there and only the archive's last word is missing.
    func leave(_ reader: Int) {
        state.withLockedValue { state in
            guard state.readers.removeValue(forKey: reader) != nil, state.readers.isEmpty else { return }
            guard state.listed == nil || state.missing > 0 else { return }
            state.isAbandoned = true
            state.changed.fire()
        }
    }

    fileprivate enum Step {
        case found(CachedInstance)
        case ended(Result<Void, any Error>)
        case wait(Signal.Wait)
    }
}

extension Retrieval.State {
    fileprivate var missing: Int { listed?.count { held[$0] == nil } ?? 0 }

    fileprivate mutating func step(_ reader: Int, from position: inout Int, in scope: Scope) -> Retrieval.Step {
        guard readers[reader] != nil else { return .ended(.failure(SpoolError.full(capacity: 0))) }
        while position < instances.count {
            let instance = instances[position]
            position += 1
            readers[reader] = position - 1
            if let instance, scope.contains(instance.scope) { return .found(instance) }
        }
        readers[reader] = position
        if let outcome { return .ended(outcome) }
        return .wait(changed.subscribe())
    }
}

/// One request's view of a retrieval. When nobody holds it any more, the request has left.
package final class InstanceReader: Sendable, AsyncSequence {
    package typealias Element = CachedInstance

    private let retrieval: Retrieval
    private let id: Int
    /// What this reader wants of the retrieval.
    package let scope: Scope

    fileprivate init(_ retrieval: Retrieval, id: Int, scope: Scope) {
        self.retrieval = retrieval
        self.id = id
        self.scope = scope
    }

    deinit {
        retrieval.leave(id)
    }

    /// True when all instances are there: none has to be waited for.
    var isWhole: Bool { retrieval.isWhole }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(reader: self)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private let reader: InstanceReader
        private var position = 0
        private var isDone = false

        fileprivate init(reader: InstanceReader) {
            self.reader = reader
        }

        /// The next instance as soon as it is complete; nil after the last; throws when the retrieval fails.
        package mutating func next() async throws -> CachedInstance? {
            guard !isDone, let (instance, after) = try await nextOfRetrieval() else { return nil }
            position = after
            isDone = reader.scope.instance != nil
            return instance
        }

        /// Counts the wait as what the retrieval did meanwhile.
        private func nextOfRetrieval() async throws -> (CachedInstance, Int)? {
            let retrieval = reader.retrieval
            guard let timing = Timing.current else {
                return try await retrieval.next(reader.id, from: position, in: reader.scope)
            }
            return try await timing.wait(for: retrieval.timing) {
                try await retrieval.next(reader.id, from: position, in: reader.scope)
            }
        }
    }
}
