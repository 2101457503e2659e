import DICOM
import DICOMweb
import DIMSE
import Gateway
import HTTPTypes
import Testing

/// REQUIREMENTS §1.6, §7.5, D-12 and G-29, typed a second time.
@Suite struct ErrorResponsesTests {
    private static func problem(_ error: any Error) -> Problem { Problem(describing: error, logger: nil) }

    private static func archive(_ step: ArchiveError.Step, _ cause: ArchiveError.Cause) -> ArchiveError {
        ArchiveError(archive: "main", step: step, cause: cause)
    }

    @Test(arguments: [
        (WebError.badRequest("x"), 400), (.truncated("x"), 400), (.notFound("x"), 404), (.notAcceptable([]), 406),
        (.contentTooLarge("x"), 413), (.unsupportedMediaType("x"), 415), (.notImplemented("x"), 501),
    ])
    func requestsThatCannotBeAnswered(error: WebError, status: Int) {
        #expect(Self.problem(error).status.code == status)
    }

    @Test(arguments: [
        (AssociationError.connectionFailed("refused"), 502), (.rejected(.callingAETitleNotRecognized), 502),
        (.rejected(.calledAETitleNotRecognized), 502), (.rejected(.noReasonGiven), 502),
        (.rejected(.temporaryCongestion), 503), (.rejected(.localLimitExceeded), 503), (.closed, 502),
        (.aborted(Abort(source: .serviceUser, reason: .notSpecified)), 502), (.releasedByPeer, 502),
        (.protocolViolation(.unexpectedPDU), 502), (.timedOut(.connect), 504), (.timedOut(.response), 504),
        (.timedOut(.progress), 504), (.noContext("1.2", nil), 501),
    ])
    func associationsThatFail(error: AssociationError, status: Int) {
        let problem = Self.problem(Self.archive(.search, .association(error)))
        #expect(problem.status.code == status)
        #expect((problem.headers[.retryAfter] != nil) == (status == 503))
    }

    @Test(arguments: [
        (ArchiveError.Step.search, 0xA700, 503), (.search, 0xA900, 502), (.search, 0x0122, 501),
        (.search, 0x0124, 403), (.search, 0xC000, 502), (.search, 0x0110, 502), (.search, 0xFE00, 502),
        (.retrieve, 0xA701, 503), (.retrieve, 0xA702, 503), (.retrieve, 0xAA00, 404), (.retrieve, 0xB000, 502),
        (.retrieve, 0xC001, 502), (.retrieve, 0x0122, 501), (.retrieve, 0x0124, 403), (.echo, 0x0110, 502),
    ])
    func statusesThatAreNoSuccess(step: ArchiveError.Step, code: UInt16, status: Int) {
        let cause = ArchiveError.Cause.status(Status(rawValue: code), comment: "Doe^John not found")
        let problem = Self.problem(Self.archive(step, cause))
        #expect(problem.status.code == status)
        // An archive's comment may quote what was asked for.
        #expect(!problem.detail.contains("Doe"))
    }

    @Test func whatAnArchiveSendsAmiss() {
        #expect(Self.problem(Self.archive(.retrieve, .notFound)).status == .notFound)
        #expect(Self.problem(Self.archive(.retrieve, .incomplete(received: 1, expected: 2))).status == .badGateway)
        #expect(Self.problem(Self.archive(.retrieve, .unasked)).status == .badGateway)
        #expect(Self.problem(Self.archive(.retrieve, .damaged(DataError(reason: .truncated)))).status == .badGateway)
        #expect(Self.problem(Self.archive(.retrieve, .notOffered("1.2"))).status == .notImplemented)
        #expect(Self.problem(Self.archive(.retrieve, .spool(.full(capacity: 1)))).status.code == 507)
    }

    @Test func anUnexpectedErrorTellsNothing() {
        struct Secret: Error { let name = "Doe^John" }
        let problem = Self.problem(Secret())
        #expect(problem.status == .internalServerError)
        #expect(!problem.detail.contains("Doe"))
    }

    @Test(arguments: [
        ("plain", "\"plain\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("a\nb\u{1}", "\"a\\nb\\u0001\""), ("日本", "\"日本\""),
    ])
    func textIsQuotedAsJSON(text: String, json: String) {
        #expect(text.quotedAsJSON == json)
    }
}
