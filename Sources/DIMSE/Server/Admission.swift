import NIOConcurrencyHelpers

/// How many callers there are: connections, and those of them that have an association.
///
/// They are counted apart: who connects and says nothing takes no place from those who have something to say.
/// Tasks of many connections share it, and each leaves in `defer`: hence the lock.
final class Admission: Sendable {
    private struct Count {
        var connections = 0
        var associations = 0
    }

    /// Connections beyond those of all associations: they await an A-ASSOCIATE-RQ, or the end of a rejected caller's.
    static let waitingConnections = 128

    private let count = NIOLockedValueBox(Count())
    private let maximumAssociations: Int

    init(maximumAssociations: Int) {
        self.maximumAssociations = maximumAssociations
    }

    var connections: Int { count.withLockedValue { $0.connections } }

    /// Counts a connection; false, and it is not counted, when there are too many.
    func connect() -> Bool {
        let maximum = maximumAssociations + Self.waitingConnections
        return count.withLockedValue { Self.add(to: &$0.connections, upTo: maximum) }
    }

    func disconnect() {
        count.withLockedValue { $0.connections -= 1 }
    }

    /// Counts an association; false, and it is not counted, when there are too many.
    func associate() -> Bool {
        count.withLockedValue { Self.add(to: &$0.associations, upTo: maximumAssociations) }
    }

    func dissociate() {
        count.withLockedValue { $0.associations -= 1 }
    }

    private static func add(to count: inout Int, upTo maximum: Int) -> Bool {
        guard count < maximum else { return false }
        count += 1
        return true
    }
}
