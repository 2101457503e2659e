import DICOM
import DIMSE
import Testing

@testable import Gateway

/// The sentences that people get to read, of what the standard leaves to them.
@Suite struct DiagnosisTests {
    private static let parties = Diagnosis.Parties(
        aeTitle: "GANTRY",
        calledAETitle: "ARCHIVE",
        address: "10.0.0.7:104",
        storage: "10.0.0.5:11112"
    )

    private static func sentence(_ error: AssociationError, _ phase: Diagnosis.Phase = .unknown) -> String {
        Diagnosis(error, parties, phase: phase).sentence
    }

    @Test func anUnknownDestination() {
        let diagnosis = Diagnosis(.moveDestinationUnknown, .retrieve, Self.parties)
        #expect(
            diagnosis.sentence
                == "the archive does not know AE title GANTRY as a destination (A801): register GANTRY at 10.0.0.5:11112"
        )
        #expect(diagnosis.place == .archive)
    }

    @Test func anArchiveThatHangsUp() {
        let text = Self.sentence(.closed, .opening)
        #expect(text.hasPrefix("the archive hung up after the association request: calling AE title not allowed?"))
        #expect(
            Self.sentence(.aborted(.byUser), .opening).hasPrefix("the archive aborted after the association request")
        )
        #expect(Self.sentence(.aborted(.byUser), .open).contains("accepted the association, and aborted"))
        #expect(Self.sentence(.closed) == "the archive broke off")
    }

    @Test func rejections() {
        #expect(
            Self.sentence(.rejected(.callingAETitleNotRecognized))
                == "the archive does not know AE title GANTRY: register GANTRY there"
        )
        #expect(
            Self.sentence(.rejected(.calledAETitleNotRecognized))
                == "the archive does not go by AE title ARCHIVE: set aeTitle to its own"
        )
        let busy = Diagnosis(.rejected(.localLimitExceeded), Self.parties)
        #expect(busy.code == .busy)
        #expect(busy.place == .archiveKey("maximumAssociations"))
    }

    @Test func silence() {
        #expect(Self.sentence(.timedOut(.associate)).contains("is a DICOM application listening at 10.0.0.7:104?"))
        #expect(Diagnosis(.timedOut(.connect), Self.parties).code == .connectionTimedOut)
        #expect(Diagnosis(.timedOut(.progress), Self.parties).code == .timedOut)
    }

    /// No sentence is left to itself: each begins with its subject, and ends without a full stop.
    @Test(arguments: [
        AssociationError.connectionFailed("x"), .closed, .releasedByPeer, .timedOut(.connect), .timedOut(.associate),
        .timedOut(.response), .aborted(.byUser), .protocolViolation(.unrecognizedPDU),
        .protocolViolation(.unexpectedPDU),
        .rejected(.noReasonGiven), .rejected(.temporaryCongestion), .noContext("1.2", nil), .tooManyContexts(129),
        .invalidProposal("x"), .invalidMessage("x"),
    ])
    func everySentenceStands(error: AssociationError) {
        for phase in [Diagnosis.Phase.opening, .open, .unknown] {
            for parties in [Self.parties, Diagnosis.Parties(archive: "archive main")] {
                let diagnosis = Diagnosis(error, parties, phase: phase)
                #expect(!diagnosis.sentence.hasSuffix("."))
                #expect(!diagnosis.cause.isEmpty)
            }
        }
    }

    /// Codes are for machines, and stable: this list only grows.
    @Test func theCodesAreStable() {
        let known: Set<String> = [
            "name-not-found", "unreachable", "connection-refused", "connection-timed-out", "not-dicom", "speaks-http",
            "speaks-tls", "association-timed-out", "hung-up", "calling-ae-title-rejected", "called-ae-title-rejected",
            "rejected", "busy", "aborted", "broke-off", "timed-out", "misunderstood", "invalid-proposal", "not-offered",
            "out-of-resources", "destination-unknown", "identifier-refused", "key-refused", "no-such-frames",
            "frames-refused", "partial", "cancelled", "not-supported", "not-authorized", "failed", "not-found",
            "incomplete", "unasked", "damaged", "cache-full", "cache-failed", "abandoned", "storage-port-taken",
            "storage-not-reachable", "nothing-arrived", "not-delivered",
        ]
        #expect(known.isSubset(of: Set(Diagnosis.Code.allCases.map(\.rawValue))))
    }
}
