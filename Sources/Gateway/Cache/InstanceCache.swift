import DICOM
package import DICOMweb
import DIMSE
package import Logging
import NIOConcurrencyHelpers
import ServiceLifecycle

/// Owns every retrieval: one flight for all who ask for the same, instances usable the moment they are complete, and
/// what arrived kept for a while within a limit.
package actor InstanceCache: Service {
    /// How much is kept, and how long.
    package struct Limits: Sendable {
        /// Bytes of spool; least recently used instances go first.
        package var bytes: Int
        /// An instance that nobody has asked for in this time goes.
        package var idle: Duration
        /// How long an archive is made to wait for slow readers when the spool is full, before they are cut off.
        package var patience: Duration

        package init(bytes: Int, idle: Duration, patience: Duration = .seconds(5)) {
            self.bytes = bytes
            self.idle = idle
            self.patience = patience
        }
    }

    struct Key: Hashable {
        let archive: String
        let scope: Scope
    }

    private struct Entry {
        let instance: CachedInstance
        var lastUse: ContinuousClock.Instant
    }

    private struct Job: Sendable {
        let retrieval: Retrieval
        let archive: any Archive
    }

    private let spool: Spool
    private let limits: Limits
    private let logger: Logger
    private let clock = ContinuousClock()
    private let jobs: AsyncStream<Job>
    private let submit: AsyncStream<Job>.Continuation

    private var entries = LeastRecentlyUsed<Key, Entry>()
    /// Scopes that were retrieved whole, with their instances in order.
    private(set) var complete: [Key: [Key]] = [:]
    private var running: [Key: Retrieval] = [:]

    package init(spool: Spool, limits: Limits, logger: Logger) {
        self.spool = spool
        self.limits = limits
        self.logger = logger
        (jobs, submit) = AsyncStream.makeStream()
    }

    /// Bytes of spool that it keeps.
    nonisolated var capacity: Int { limits.bytes }

    // MARK: What requests ask

    /// A reader of all instances of a scope: from the cache, from a running retrieval, or from a new one.
    ///
    /// Reading begins at the first instance at once; a retrieval whose last reader is dropped is cancelled.
    package func reader(for scope: Scope, of archive: any Archive) -> InstanceReader {
        if let held = held(scope, of: archive.name), let reader = Retrieval(scope, holding: held).reader(of: scope) {
            Timing.current?.note("hit", on: .cache)
            return reader
        }
        for (key, retrieval) in running where key.archive == archive.name && key.scope.contains(scope) {
            guard let reader = retrieval.reader(of: scope) else { continue }
            // It may still wait for an association: then it goes before what nobody looks at.
            retrieval.demand.raise(to: Demand.current.urgency)
            Timing.current?.note("joined", on: .cache)
            return reader
        }
        Timing.current?.note("miss", on: .cache)
        return begin(scope, of: archive)
    }

    /// The instance, as soon as it is there.
    ///
    /// - Throws: `ArchiveError`; `.notFound` when the archive has none.
    package func instance(_ scope: Scope, of archive: any Archive) async throws -> CachedInstance {
        var iterator = reader(for: scope, of: archive).makeAsyncIterator()
        guard let instance = try await iterator.next() else {
            throw ArchiveError(archive: archive.name, step: .retrieve, cause: .notFound)
        }
        return instance
    }

    private func begin(_ scope: Scope, of archive: any Archive) -> InstanceReader {
        let retrieval = Retrieval(scope)
        guard let reader = retrieval.reader(of: scope) else {
            preconditionFailure("a retrieval that has not begun takes readers")
        }
        running[Key(archive: archive.name, scope: scope)] = retrieval
        submit.yield(Job(retrieval: retrieval, archive: archive))
        return reader
    }

    /// Every instance of the scope, if the cache has them all.
    private func held(_ scope: Scope, of archive: String) -> [CachedInstance]? {
        let now = clock.now
        let key = Key(archive: archive, scope: scope)
        guard let keys = scope.instance != nil ? [key] : whole(around: key) else { return nil }
        var instances: [CachedInstance] = []
        for key in keys where scope.contains(key.scope) {
            guard let entry = entries.use(key, { $0.lastUse = now }) else { return nil }
            instances.append(entry.instance)
        }
        return instances.isEmpty ? nil : instances
    }

    /// The instances of the complete scope that contains this one: its own, or its study's.
    private func whole(around key: Key) -> [Key]? {
        complete[key] ?? complete[Key(archive: key.archive, scope: .study(key.scope.study))]
    }

    // MARK: Flights

    /// Performs the retrievals until the service shuts down.
    package func run() async throws {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.expireIdle() }
            for await job in jobs.cancelOnGracefulShutdown() {
                group.addTask { await self.fly(job) }
            }
            group.cancelAll()
        }
    }

    /// One retrieval, from start to end, or until its last reader leaves. It runs beside the actor, not on it.
    @concurrent
    private nonisolated func fly(_ job: Job) async {
        await withTaskGroup { group in
            group.addTask { await self.perform(job) }
            group.addTask { await job.retrieval.abandonment() }
            await group.next()
            group.cancelAll()
        }
        let abandoned = ArchiveError(archive: job.archive.name, step: .retrieve, cause: .abandoned)
        job.retrieval.finish(.failure(abandoned))
        await land(job)
    }

    private nonisolated func perform(_ job: Job) async {
        do {
            let keys = try await Demand.$current.withValue(job.retrieval.demand) {
                try await Timing.$current.withValue(job.retrieval.timing) {
                    try await bring(job.retrieval, from: job.archive)
                }
            }
            await keepWhole(keys, of: job)
            job.retrieval.finish(.success(()))
        } catch {
            logger.info(
                "retrieval failed",
                metadata: [
                    "archive": "\(job.archive.name)", "level": "\(job.retrieval.scope.level)", "error": "\(error)",
                ]
            )
            job.retrieval.finish(.failure(error))
        }
    }

    /// Takes everything from the archive into the spool.
    private nonisolated func bring(_ retrieval: Retrieval, from archive: any Archive) async throws -> [Key] {
        let reception = Reception(of: retrieval.scope, from: archive.name, into: spool)
        let keys = NIOLockedValueBox<[Key]>([])
        @Sendable func take(_ incoming: IncomingInstance) async throws {
            try await makeRoom(for: retrieval)
            let instance = try await reception.receive(incoming)
            let key = Key(archive: archive.name, scope: instance.scope)
            switch retrieval.add(instance) {
            case .isNew:
                keys.withLockedValue { $0.append(key) }
                await keep(instance, as: key)
            case .isHeld(let held):
                guard try held?.content.isSame(as: instance.content) ?? true else {
                    throw ArchiveError(archive: archive.name, step: .retrieve, cause: .conflicting)
                }
            }
        }
        try await archive.retrieve(
            retrieval.scope,
            expecting: { retrieval.expect($0) },
            deliver: take
        )
        let missing = retrieval.missing
        guard missing.count == 0 else {
            let cause = ArchiveError.Cause.incomplete(received: missing.of - missing.count, expected: missing.of)
            throw ArchiveError(archive: archive.name, step: .retrieve, cause: cause)
        }
        return keys.withLockedValue { $0 }
    }

    private func keep(_ instance: CachedInstance, as key: Key) {
        entries.set(Entry(instance: instance, lastUse: clock.now), for: key)
    }

    private func keepWhole(_ keys: [Key], of job: Job) {
        // Of a scope that is larger than the cache, the first have gone.
        guard job.retrieval.scope.instance == nil, keys.allSatisfy({ entries[$0] != nil }) else { return }
        complete[Key(archive: job.archive.name, scope: job.retrieval.scope)] = keys
    }

    private func land(_ job: Job) {
        let key = Key(archive: job.archive.name, scope: job.retrieval.scope)
        if running[key] === job.retrieval { running[key] = nil }
    }

    // MARK: Room

    /// A new file for what comes from a client.
    func makeFile() throws -> SpoolFile { try spool.makeFile() }

    /// Evicts until the spool is within its limit.
    ///
    /// - Throws: `SpoolError.full` when what is in use stands in the way.
    func makeRoom() throws {
        guard spool.bytesInUse > limits.bytes else { return }
        evict(until: limits.bytes)
        guard spool.bytesInUse <= limits.bytes else { throw SpoolError.full(capacity: limits.bytes) }
    }

    /// Evicts until the spool is within its limit; where only readers stand in the way, waits for them a while.
    private func makeRoom(for retrieval: Retrieval) async throws {
        let deadline = clock.now + limits.patience
        while spool.bytesInUse > limits.bytes {
            evict(until: limits.bytes)
            retrieval.releasePassed(cuttingSlowest: clock.now > deadline)
            guard spool.bytesInUse > limits.bytes else { return }
            guard clock.now < deadline + limits.patience else { throw SpoolError.full(capacity: limits.bytes) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func evict(until bytes: Int) {
        while spool.bytesInUse > bytes, let oldest = entries.oldest { forget(oldest.key) }
    }

    private func expireIdle() async {
        while true {
            do { try await Task.sleep(for: limits.idle / 4) } catch { return }
            let limit = clock.now - limits.idle
            while let oldest = entries.oldest, oldest.value.lastUse < limit { forget(oldest.key) }
        }
    }

    /// Forgets an instance, and that what it is part of is complete.
    private func forget(_ key: Key) {
        entries.remove(key)
        for scope in key.scope.wholes { complete[Key(archive: key.archive, scope: scope)] = nil }
    }
}
