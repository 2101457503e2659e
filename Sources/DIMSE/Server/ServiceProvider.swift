package import DICOM

/// What a ``DIMSEServer`` offers: the work behind its services.
///
/// Each function may be called on many associations at once; what it does not implement is not supported. It may throw
/// ``ServiceFailure`` to say which status the peer gets; any other error becomes `processingFailure`.
package protocol ServiceProvider: Sendable {
    /// C-ECHO.
    func verify(_ caller: Caller) async throws -> Status
    /// C-STORE: takes an instance that arrives. The status returned is the response, so `success` is a promise.
    func store(_ arrival: Arrival, from caller: Caller) async throws -> Status
    /// C-FIND: passes each match to `yield`, and returns when there are no more.
    ///
    /// `yield` sends the match, and throws when the peer has cancelled the query or has gone: let the error through.
    func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status
    /// C-FIND: false when some optional key of the query is answered empty or not matched, which the pending responses
    /// then say (FF01, PS3.4 Table C.4-1).
    func supportsAllKeys(of query: Query) async -> Bool
    /// C-GET, C-MOVE: the instances that match.
    func instances(_ query: Query) async throws -> [StoredInstance]
    /// C-GET, C-MOVE: writes the data set of one of those instances, in one of its transfer syntaxes.
    func write(
        _ instance: StoredInstance,
        as transferSyntax: TransferSyntax,
        into data: inout DataWriter
    ) async throws
    /// C-MOVE: where a destination listens; nil when it is unknown.
    func destination(_ aeTitle: String, for caller: Caller) async throws -> Peer?
}

extension ServiceProvider {
    package func verify(_ caller: Caller) async throws -> Status { .success }

    package func store(_ arrival: Arrival, from caller: Caller) async throws -> Status {
        throw ServiceFailure(.sopClassNotSupported)
    }

    package func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
        throw ServiceFailure(.sopClassNotSupported)
    }

    package func supportsAllKeys(of query: Query) async -> Bool { true }

    package func instances(_ query: Query) async throws -> [StoredInstance] {
        throw ServiceFailure(.sopClassNotSupported)
    }

    package func write(
        _ instance: StoredInstance,
        as transferSyntax: TransferSyntax,
        into data: inout DataWriter
    ) async throws {
        throw ServiceFailure(.processingFailure)
    }

    package func destination(_ aeTitle: String, for caller: Caller) async throws -> Peer? { nil }
}

/// Who opened an association.
package struct Caller: Hashable, Sendable {
    package var callingAETitle: String
    package var calledAETitle: String
    /// Of the transport connection; nil when the system does not tell.
    package var address: String?
    package var implementationVersionName: String?
    package var userIdentity: UserIdentity?
}

/// A C-FIND, C-GET or C-MOVE.
package struct Query: Sendable {
    /// Which says the information model (PS3.4 §C.6).
    package var sopClassUID: UID
    package var identifier: DataSet
    package var caller: Caller
    /// What was granted for that class, such as relational queries (PS3.4 §C.5.1.1).
    package var extendedNegotiation: [UInt8]
}

/// An instance that can be retrieved.
package struct StoredInstance: Hashable, Sendable {
    package var sopClassUID: UID
    package var sopInstanceUID: UID
    /// In which it can be written, the best first: the stored one, then what it can be turned into.
    package var transferSyntaxes: [TransferSyntax]

    package init(sopClassUID: UID, sopInstanceUID: UID, transferSyntaxes: [TransferSyntax]) {
        self.sopClassUID = sopClassUID
        self.sopInstanceUID = sopInstanceUID
        self.transferSyntaxes = transferSyntaxes
    }
}

/// The status, and the words, with which a provider refuses an operation.
package struct ServiceFailure: Error, Hashable, Sendable {
    package var status: Status
    package var comment: String?

    package init(_ status: Status, comment: String? = nil) {
        self.status = status
        self.comment = comment
    }

    /// What an error of a provider's tells the peer: nothing beyond its status, if it is not one of these.
    init(_ error: any Error) {
        self = error as? ServiceFailure ?? ServiceFailure(.processingFailure)
    }
}
