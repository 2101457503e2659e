/// What a failure means to people: its cause in a sentence, and what to change, and where.
///
/// The one vocabulary of problem bodies, of `/health/ready` and of `gantry doctor`. No value from a data set or a query
/// stands in it.
package struct Diagnosis: Error, Hashable, Sendable {
    package var code: Code
    /// A clause without a full stop, such as "the archive does not know AE title GANTRY as a destination (A801)".
    package var cause: String
    /// What to do about it, to be read after the cause and a colon; nil where nothing can be advised.
    package var remedy: String?
    package var place: Place?

    package init(_ code: Code, _ cause: String, remedy: String? = nil, at place: Place? = nil) {
        self.code = code
        self.cause = cause
        self.remedy = remedy
        self.place = place
    }

    /// The cause and what to do, in one sentence without a full stop.
    package var sentence: String {
        remedy.map { "\(cause): \($0)" } ?? cause
    }
}

extension Diagnosis {
    /// Where the change is to be made.
    package enum Place: Hashable, Sendable {
        /// A key of the archive's entry in the configuration, such as `port`.
        case archiveKey(String)
        /// Any other key, such as `storage.port`.
        case key(String)
        /// In the archive's own configuration.
        case archive
    }

    /// Who talks to whom, as far as the sentences are to say it: what is nil is described instead.
    package struct Parties: Hashable, Sendable {
        /// How sentences call the archive: "the archive", or "Archive main".
        package var archive: String
        /// How we call ourselves.
        package var aeTitle: String?
        /// How the archive is called.
        package var calledAETitle: String?
        /// Where the archive listens, `host:port`.
        package var address: String?
        /// Where we listen for C-MOVE, `host:port`, as the archive has to know it.
        package var storage: String?

        package init(
            archive: String = "the archive",
            aeTitle: String? = nil,
            calledAETitle: String? = nil,
            address: String? = nil,
            storage: String? = nil
        ) {
            self.archive = archive
            self.aeTitle = aeTitle
            self.calledAETitle = calledAETitle
            self.address = address
            self.storage = storage
        }

        /// Our AE title as sentences name it.
        var title: String { aeTitle.map { "AE title \($0)" } ?? "the gateway's AE title" }

        /// What an archive has to be told of us: "register GANTRY at 10.0.0.5:11112".
        var registration: String {
            let title = aeTitle ?? "the gateway's AE title"
            return storage.map { "register \(title) at \($0)" } ?? "register \(title) there as a destination"
        }
    }
}

extension Diagnosis {
    /// What kind of failure it is; the raw values are stable, for machines.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        // The way to the archive.
        case nameNotFound = "name-not-found"
        case unreachable
        case connectionRefused = "connection-refused"
        case connectionTimedOut = "connection-timed-out"
        case notDICOM = "not-dicom"
        case speaksHTTP = "speaks-http"
        case speaksTLS = "speaks-tls"
        // TLS (PS3.15 §B.12).
        case speaksNoTLS = "speaks-no-tls"
        case certificateExpired = "certificate-expired"
        case certificateNotYetValid = "certificate-not-yet-valid"
        case certificateForAnotherName = "certificate-for-another-name"
        case certificateNotTrusted = "certificate-not-trusted"
        case certificateRefused = "certificate-refused"
        case certificateMissing = "certificate-missing"
        case certificateUnreadable = "certificate-unreadable"
        case handshakeFailed = "handshake-failed"
        // The association (PS3.8 §9.3).
        case identityRejected = "identity-rejected"
        case identityNotConfirmed = "identity-not-confirmed"
        case associationTimedOut = "association-timed-out"
        case hungUp = "hung-up"
        case callingAETitleRejected = "calling-ae-title-rejected"
        case calledAETitleRejected = "called-ae-title-rejected"
        case rejected
        case busy
        case aborted
        case brokeOff = "broke-off"
        case timedOut = "timed-out"
        case misunderstood
        case invalidProposal = "invalid-proposal"
        case notOffered = "not-offered"
        // Final statuses (PS3.7 Annex C, PS3.4 Tables B.2-1, C.4-1, C.4-2, C.4-3).
        case outOfResources = "out-of-resources"
        case destinationUnknown = "destination-unknown"
        case identifierRefused = "identifier-refused"
        case keyRefused = "key-refused"
        case noSuchFrames = "no-such-frames"
        case framesRefused = "frames-refused"
        case partial
        case cancelled
        case notSupported = "not-supported"
        case notAuthorized = "not-authorized"
        case failed
        // What was to come.
        case notFound = "not-found"
        case incomplete
        case unasked
        case conflicting
        case damaged
        case cacheFull = "cache-full"
        case cacheFailed = "cache-failed"
        case abandoned
        // Our own limits.
        case queueFull = "queue-full"
        case waitedTooLong = "waited-too-long"
        case suspended
        // C-MOVE to ourselves.
        case storagePortTaken = "storage-port-taken"
        case storageNotReachable = "storage-not-reachable"
        case nothingArrived = "nothing-arrived"
        case notDelivered = "not-delivered"
    }
}
