import DICOM
package import DICOMweb
import DIMSE
import NIOConcurrencyHelpers

/// One of the two services that bring instances: C-GET or C-MOVE.
protocol RetrieveMethod: Sendable {
    /// Brings the instances that an archive lists in a scope, each exactly once.
    ///
    /// - Parameter deliver: takes one instance, several at once where they come so; returning acknowledges it to the
    ///   archive, throwing refuses it and ends the retrieval.
    /// - Throws: ``ArchiveError``; what `deliver` throws. That all is there when it returns is for the caller to check.
    func bring(
        _ list: [ListedInstance],
        of scope: Scope,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws
}

extension DIMSEArchive {
    package func retrieve(
        _ scope: Scope,
        expecting: ([ListedInstance]) async throws -> Void,
        deliver: @escaping @Sendable (IncomingInstance) async throws -> Void
    ) async throws {
        let list = try await list(scope)
        guard !list.isEmpty else { throw associations.error(.retrieve, .notFound) }
        try await expecting(list)
        let choice = RetrieveChoice(retrieve, archive: self, list: list, scope: scope)
        try await choice.bring { instance in
            var instance = instance
            instance.assumedCharacterSet = knowledge.characterSet
            try await deliver(instance)
        }
    }

    fileprivate var byGet: RetrieveByGet { RetrieveByGet(associations: associations, knowledge: knowledge) }

    /// - Parameter arrived: what is there already, and is not asked for again.
    fileprivate func byMove(without arrived: Set<UID> = []) throws -> RetrieveByMove {
        guard let inbox else { throw associations.error(.retrieve, .notOffered(knowledge.profile.model.moveClass)) }
        return RetrieveByMove(associations: associations, source: moveSource, inbox: inbox, arrived: arrived)
    }
}

/// One retrieval by the method that is configured or, where that is left open, by the one that works.
private struct RetrieveChoice {
    let setting: GatewayConfiguration.Retrieve
    let archive: DIMSEArchive
    let list: [ListedInstance]
    let scope: Scope
    private let arrived = NIOLockedValueBox<Set<UID>>([])

    init(_ setting: GatewayConfiguration.Retrieve, archive: DIMSEArchive, list: [ListedInstance], scope: Scope) {
        self.setting = setting
        self.archive = archive
        self.list = list
        self.scope = scope
    }

    func bring(deliver: @escaping @Sendable (IncomingInstance) async throws -> Void) async throws {
        switch setting {
        case .get: try await archive.byGet.bring(list, of: scope, deliver: deliver)
        case .move: try await archive.byMove().bring(list, of: scope, deliver: deliver)
        case .auto:
            let arrived = arrived
            try await whateverWorks { incoming in
                let instance = incoming.instance
                try await deliver(incoming)
                arrived.withLockedValue { _ = $0.insert(instance) }
            }
        }
    }

    private var count: Int { arrived.withLockedValue { $0.count } }

    /// C-GET first; for what it does not bring, C-MOVE. An archive that needed C-MOVE for everything is asked for that
    /// from then on, until it fails.
    private func whateverWorks(deliver: @escaping @Sendable (IncomingInstance) async throws -> Void) async throws {
        if archive.knowledge.profile.retrieve == .move {
            do {
                return try await archive.byMove().bring(list, of: scope, deliver: deliver)
            } catch let error as ArchiveError {
                archive.knowledge.learn { $0.retrieve = nil }
                throw error
            }
        }
        var failure: ArchiveError?
        if archive.knowledge.profile.get == false, archive.inbox != nil {
            return try await archive.byMove().bring(list, of: scope, deliver: deliver)
        }
        do {
            try await archive.byGet.bring(list, of: scope, deliver: deliver)
        } catch let error as ArchiveError where isWorthMoving(after: error) {
            failure = error
        }
        let came = count
        guard came < Set(list.map(\.instance)).count else {
            // All that it lists came, and yet it says that something failed: what that is, nobody knows.
            if let failure { throw failure }
            return archive.knowledge.learn { $0.retrieve = .get }
        }
        do {
            try await archive.byMove(without: arrived.withLockedValue { $0 }).bring(list, of: scope, deliver: deliver)
            if came == 0 { archive.knowledge.learn { $0.retrieve = .move } }
        } catch let error as ArchiveError {
            throw count == came ? cause(failure, error) : error
        }
    }

    /// True when the archive does not do C-GET, or not with these instances.
    private func isWorthMoving(after error: ArchiveError) -> Bool {
        switch error.cause {
        case .notOffered, .status: true
        case .association(.noContext): true
        case .association(.aborted), .association(.closed), .association(.releasedByPeer): count == 0
        default: false
        }
    }

    /// Which of two failures says more: that of C-GET, unless that was not to be had anyway.
    private func cause(_ get: ArchiveError?, _ move: ArchiveError) -> ArchiveError {
        guard let get else {
            if case .notOffered = move.cause {
                let total = Set(list.map(\.instance)).count
                return ArchiveError(
                    archive: move.archive,
                    step: .retrieve,
                    cause: .incomplete(received: count, expected: total)
                )
            }
            return move
        }
        if case .notOffered = get.cause { return move }
        return get
    }
}
