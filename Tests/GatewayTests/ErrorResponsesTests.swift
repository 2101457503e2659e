import DICOM
import DICOMweb
import DIMSE
import FoundationEssentials
import Gateway
import HTTPTypes
import Testing

/// REQUIREMENTS §1.6, §7.5, D-12 and G-29, typed a second time.
@Suite struct ErrorResponsesTests {
    private static func problem(_ error: any Error) -> Problem { Problem(describing: error, logger: nil) }

    private static func archive(_ step: ArchiveError.Step, _ cause: ArchiveError.Cause) -> ArchiveError {
        ArchiveError(archive: "main", step: step, cause: cause, aeTitle: "GANTRY")
    }

    private static func problem(
        _ step: ArchiveError.Step,
        _ code: UInt16,
        comment: String? = nil
    ) -> Problem {
        problem(archive(step, .status(Status(rawValue: code), comment: comment)))
    }

    @Test(arguments: [
        (WebError.badRequest("x"), 400), (.truncated("x"), 400), (.notFound("x"), 404), (.notAcceptable([]), 406),
        (.contentTooLarge("x"), 413), (.unsupportedMediaType("x"), 415), (.notImplemented("x"), 501),
    ])
    func requestsThatCannotBeAnswered(error: WebError, status: Int) {
        #expect(Self.problem(error).status.code == status)
    }

    /// D-12, D-10, D-11, G-29.
    @Test(arguments: [
        (AssociationError.connectionFailed("refused"), 502), (.rejected(.callingAETitleNotRecognized), 502),
        (.rejected(.calledAETitleNotRecognized), 502), (.rejected(.noReasonGiven), 502),
        (.rejected(.applicationContextNotSupported), 502), (.rejected(.protocolVersionNotSupported), 502),
        (.rejected(.temporaryCongestion), 503), (.rejected(.localLimitExceeded), 503), (.closed, 502),
        (.aborted(Abort(source: .serviceUser, reason: .notSpecified)), 502),
        (.aborted(Abort(source: .serviceProvider, reason: .unexpectedPDU)), 502), (.releasedByPeer, 502),
        (.protocolViolation(.unexpectedPDU), 502), (.protocolViolation(.unrecognizedPDU), 502),
        (.timedOut(.connect), 504), (.timedOut(.associate), 504), (.timedOut(.response), 504),
        (.timedOut(.progress), 504), (.noContext("1.2", nil), 501),
    ])
    func associationsThatFail(error: AssociationError, status: Int) {
        let problem = Self.problem(Self.archive(.search, .association(error)))
        #expect(problem.status.code == status)
        #expect((problem.headers[.retryAfter] != nil) == (status == 503))
        #expect(problem.failure?.archive == "main")
        #expect(problem.failure?.dimseStatus == nil)
    }

    /// A transient rejection is one whatever its reason says (D-12).
    @Test(arguments: [(UInt8(1), UInt8(1)), (1, 3), (1, 7), (2, 1), (3, 1), (3, 2), (3, 9)])
    func transientRejections(source: UInt8, reason: UInt8) {
        let rejection = AssociateReject(
            result: .rejectedTransient,
            source: .init(rawValue: source),
            reason: reason
        )
        #expect(Self.problem(Self.archive(.retrieve, .association(.rejected(rejection)))).status.code == 503)
    }

    /// PS3.4 Table C.4-1 and the codes of PS3.7 Annex C that any service may answer with.
    @Test(arguments: StatusTable.find)
    func finalStatusesOfFind(row: StatusTable.Row) { check(row, .search) }

    /// PS3.4 Tables C.4-2 and C.4-3, C.4-1 of Composite Instance Root Retrieve.
    @Test(arguments: StatusTable.retrieve)
    func finalStatusesOfGetAndMove(row: StatusTable.Row) { check(row, .retrieve) }

    /// PS3.4 Table B.2-1.
    @Test(arguments: StatusTable.store)
    func finalStatusesOfStore(row: StatusTable.Row) { check(row, .store) }

    /// PS3.7 §C.5.
    @Test(arguments: StatusTable.general)
    func finalStatusesOfEcho(row: StatusTable.Row) { check(row, .echo) }

    private func check(_ row: StatusTable.Row, _ step: ArchiveError.Step) {
        for code in row.codes {
            let problem = Self.problem(step, code, comment: "Doe^John not found")
            let digits = String(code, radix: 16, uppercase: true)
            let hex = String(repeating: "0", count: 4 - digits.utf8.count) + digits
            #expect(problem.status.code == row.status, "\(hex) in \(step)")
            #expect((problem.headers[.retryAfter] != nil) == (row.status == 503), "\(hex) in \(step)")
            #expect(problem.failure?.dimseStatus == hex)
            #expect(problem.failure?.step == step)
            #expect(problem.detail.contains(hex), "\(problem.detail)")
            // An archive's comment may quote what was asked for.
            #expect(!problem.json.contains("Doe"))
            #expect(problem.failure?.comment == "… not found")
        }
    }

    @Test func anUnknownDestinationSaysWhatToRegister() {
        let problem = Self.problem(.retrieve, 0xA801)
        #expect(
            problem.detail
                == "Archive main does not know AE title GANTRY as a destination (A801): "
                + "register GANTRY there as a destination."
        )
        #expect(problem.failure?.code == .destinationUnknown)
    }

    /// REQUIREMENTS §1.6: the client's own key is the client's error.
    @Test func aKeyThatTheArchiveRefusesIsTheClientsError() {
        let cause = ArchiveError.Cause.keyRefused([.studyDescription], Status(rawValue: 0xA900))
        let problem = Self.problem(Self.archive(.search, cause))
        #expect(problem.status == .badRequest)
        #expect(problem.detail.contains("StudyDescription"))
        #expect(problem.failure?.dimseStatus == "A900")
    }

    @Test func theBodyIsJSONWithItsMembers() throws {
        struct Body: Decodable {
            var title, detail, archive, step, code, dimseStatus, comment, remedy: String
            var status: Int
        }
        let problem = Self.problem(.retrieve, 0xA801, comment: "Unknown move destination \"GANTRY\"")
        let body = try JSONDecoder().decode(Body.self, from: Data(problem.json.utf8))
        #expect(body.title == "Bad Gateway")
        #expect(body.status == 502)
        #expect(body.archive == "main")
        #expect(body.step == "retrieve")
        #expect(body.code == "destination-unknown")
        #expect(body.dimseStatus == "A801")
        #expect(body.comment == "Unknown move destination \"GANTRY\"")
        #expect(body.remedy == "register GANTRY there as a destination")
        #expect(body.detail == problem.detail)
    }

    @Test func whatAnArchiveSendsAmiss() {
        #expect(Self.problem(Self.archive(.retrieve, .notFound)).status == .notFound)
        #expect(Self.problem(Self.archive(.retrieve, .incomplete(received: 1, expected: 2))).status == .badGateway)
        #expect(Self.problem(Self.archive(.retrieve, .unasked)).status == .badGateway)
        #expect(Self.problem(Self.archive(.retrieve, .damaged(DataError(reason: .truncated)))).status == .badGateway)
        #expect(Self.problem(Self.archive(.retrieve, .notOffered("1.2"))).status == .notImplemented)
        #expect(Self.problem(Self.archive(.retrieve, .spool(.full(capacity: 1)))).status.code == 507)
    }

    @Test(arguments: [CapacityRefusal.Reason.queueFull, .waitedTooLong, .suspended])
    func whatTheGatewayItselfRefuses(reason: CapacityRefusal.Reason) {
        let problem = Self.problem(Self.archive(.search, .noCapacity(CapacityRefusal(reason, retryAfter: 7))))
        #expect(problem.status == .serviceUnavailable)
        #expect(problem.headers[.retryAfter] == "7")
        #expect(problem.detail.contains("main"))
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

/// Statuses that are no success, and what a client is answered (REQUIREMENTS §1.6, §7.5).
enum StatusTable {
    struct Row: Sendable, CustomTestStringConvertible {
        var codes: [UInt16]
        var status: Int
        var testDescription: String { codes.map { String($0, radix: 16) }.joined(separator: " ") + " is \(status)" }

        init(_ codes: [UInt16], _ status: Int) {
            self.codes = codes
            self.status = status
        }
    }

    /// PS3.7 Annex C: those that any service may answer with, and codes that no table has.
    static let general = [
        Row([0x0105, 0x0106, 0x0107, 0x0110, 0x0111, 0x0112, 0x0113, 0x0114, 0x0115, 0x0116, 0x0117, 0x0118], 502),
        Row([0x0119, 0x0120, 0x0121, 0x0123], 502), Row([0x0122], 501), Row([0x0124], 403),
        Row([0x0210, 0x0211, 0x0212, 0x0213], 502), Row([0x0001, 0x1234, 0x7FFF, 0xD000, 0xFFFF], 502),
    ]

    private static let cannotProcess = Row([0xC000, 0xC001, 0xC123, 0xCFFF], 502)

    static let find =
        general + [Row([0xA700], 503), Row([0xA710], 400), Row([0xA900, 0xFE00], 502), cannotProcess]

    static let retrieve =
        general + [
            Row([0xA701, 0xA702], 503), Row([0xA801, 0xA900, 0xB000, 0xFE00], 502), cannotProcess,
            Row([0xAA00, 0xAA01, 0xAA02], 404), Row([0xAA03, 0xAA04], 400),
        ]

    static let store = general + [Row([0xA700, 0xA712, 0xA7FF], 503), Row([0xA900, 0xA9FF], 502), cannotProcess]
}
