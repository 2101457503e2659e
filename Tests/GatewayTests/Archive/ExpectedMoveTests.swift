import DICOM
import Testing

@testable import DIMSE
@testable import Gateway

/// When a C-MOVE is over: by what arrived and what is listed, whatever the final response says and whenever it comes.
@Suite struct ExpectedMoveTests {
    private static let start = ContinuousClock.now
    private static let progress = Duration.seconds(60)
    private static let grace = Duration.seconds(5)

    private static func at(_ seconds: Double) -> ExpectedMove.Instant { start + .seconds(seconds) }

    private static func move(_ count: Int = 3) -> ExpectedMove {
        ExpectedMove(
            archive: "main",
            archiveTitle: "PACS",
            destination: "GANTRY",
            messageID: 7,
            expected: Set((0..<count).map { UID(rawValue: "1.\($0)") }),
            patience: .init(progress: progress, grace: grace)
        )
    }

    private static func response(
        _ status: UInt16,
        completed: UInt16? = nil,
        failed: UInt16? = nil,
        uids: [UID] = []
    ) -> ExpectedMove.Ending {
        .response(
            RetrieveOutcome(
                status: Status(rawValue: status),
                subOperations: SubOperations(completed: completed, failed: failed),
                failedSOPInstanceUIDs: uids,
                comment: nil,
                offendingElements: [],
                wasCancelled: false
            )
        )
    }

    /// The verdict in words that a test can compare.
    private static func words(_ verdict: ExpectedMove.Verdict) -> String {
        switch verdict {
        case .wait(nil): "wait"
        case .wait(let limit?): "wait until \((limit - start).components.seconds)"
        case .complete: "complete"
        case .stop(let error), .failed(let error): "\((error as? ArchiveError).map { "\($0.cause)" } ?? "\(error)")"
        }
    }

    private func bring(_ numbers: some Sequence<Int>, to move: inout ExpectedMove, at seconds: Double) {
        for number in numbers {
            let uid = UID(rawValue: "1.\(number)")
            move.begin(uid, at: Self.at(seconds))
            move.end(uid, hasArrived: true, at: Self.at(seconds))
        }
    }

    @Test func beforeTheRequestIsSentThereIsNoLimit() {
        #expect(Self.words(Self.move().verdict(at: Self.at(1000))) == "wait")
    }

    @Test func theFinalResponseMayComeFirst() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        move.ended(Self.response(0x0000, completed: 3), at: Self.at(1))
        #expect(Self.words(move.verdict(at: Self.at(2))) == "wait until 6")
        bring(0..<3, to: &move, at: 5.9)
        #expect(Self.words(move.verdict(at: Self.at(5.9))) == "complete")
    }

    @Test func stragglersAreWaitedForAsLongAsTheyCome() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        move.ended(Self.response(0x0000), at: Self.at(1))
        bring([0], to: &move, at: 5)
        #expect(Self.words(move.verdict(at: Self.at(9))) == "wait until 10")
        #expect(Self.words(move.verdict(at: Self.at(10))) == "incomplete(received: 1, expected: 3)")
    }

    @Test func anInstanceInTheMiddleIsWaitedForLonger() {
        var move = Self.move(1)
        move.asked(at: Self.at(0))
        move.ended(Self.response(0x0000), at: Self.at(1))
        move.begin("1.0", at: Self.at(2))
        #expect(Self.words(move.verdict(at: Self.at(30))) == "wait until 62")
        move.sign(at: Self.at(40))
        #expect(Self.words(move.verdict(at: Self.at(70))) == "wait until 100")
        move.end("1.0", hasArrived: true, at: Self.at(80))
        #expect(Self.words(move.verdict(at: Self.at(80))) == "complete")
    }

    @Test func withoutAFinalResponseTheListDecides() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        bring(0..<3, to: &move, at: 10)
        #expect(Self.words(move.verdict(at: Self.at(11))) == "wait until 15")
        #expect(Self.words(move.verdict(at: Self.at(15))) == "complete")
    }

    @Test func pendingForEverIsNoProgress() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        for second in stride(from: 0.0, to: 60, by: 1) {
            move.pending(SubOperations(remaining: 3, completed: 0), at: Self.at(second))
        }
        #expect(Self.words(move.verdict(at: Self.at(59))) == "wait until 60")
        #expect(Self.words(move.verdict(at: Self.at(60))) == "association(timed out: progress)")
    }

    @Test func pendingWithNewNumbersIsProgress() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        move.pending(SubOperations(remaining: 3, completed: 0), at: Self.at(30))
        move.pending(SubOperations(remaining: 2, completed: 1), at: Self.at(50))
        #expect(Self.words(move.verdict(at: Self.at(80))) == "wait until 110")
    }

    @Test(arguments: [
        (0xA801, "destinationUnknown(aeTitle: \"GANTRY\", comment: nil)"), (0xA701, "status(A701, comment: nil)"),
        (0xA702, "status(A702, comment: nil)"), (0xA900, "status(A900, comment: nil)"),
        (0xC001, "status(C001, comment: nil)"), (0xFE00, "status(FE00, comment: nil)"),
    ])
    func aFailureIsFinalUnlessAllIsThere(code: Int, cause: String) {
        var move = Self.move()
        move.asked(at: Self.at(0))
        bring([0, 1], to: &move, at: 1)
        move.ended(Self.response(UInt16(code)), at: Self.at(2))
        #expect(Self.words(move.verdict(at: Self.at(2))) == cause)
        bring([2], to: &move, at: 2)
        #expect(Self.words(move.verdict(at: Self.at(2))) == "complete")
    }

    @Test func nothingArrivedIsACauseOfItsOwn() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        move.ended(Self.response(0x0000, completed: 3), at: Self.at(1))
        #expect(Self.words(move.verdict(at: Self.at(6))) == "nothingArrived(aeTitle: \"GANTRY\")")
    }

    @Test func whatTheArchiveSaysHasFailedIsNotWaitedFor() {
        var move = Self.move()
        move.asked(at: Self.at(0))
        bring([0], to: &move, at: 1)
        move.ended(Self.response(0xB000, failed: 1), at: Self.at(1))
        #expect(Self.words(move.verdict(at: Self.at(2))) == "wait until 6", "one of two that are missing has failed")
        bring([1], to: &move, at: 3)
        #expect(Self.words(move.verdict(at: Self.at(3))) == "incomplete(received: 2, expected: 3)")

        move = Self.move()
        move.asked(at: Self.at(0))
        bring([0], to: &move, at: 1)
        move.ended(Self.response(0xB000, uids: ["1.1", "1.2"]), at: Self.at(1))
        #expect(Self.words(move.verdict(at: Self.at(1))) == "incomplete(received: 1, expected: 3)")
    }

    @Test func aBrokenAssociationEndsItUnlessSomethingIsArriving() {
        var move = Self.move(1)
        move.asked(at: Self.at(0))
        move.begin("1.0", at: Self.at(1))
        move.ended(.broken(AssociationError.closed), at: Self.at(2))
        #expect(Self.words(move.verdict(at: Self.at(3))) == "wait until 62")
        var broken = move
        broken.end("1.0", hasArrived: false, at: Self.at(3))
        #expect(Self.words(broken.verdict(at: Self.at(3))) == "connection closed")
        move.end("1.0", hasArrived: true, at: Self.at(3))
        #expect(Self.words(move.verdict(at: Self.at(3))) == "complete")
    }

    @Test func anInstanceThatBrokeOffMayComeAgain() {
        var move = Self.move(1)
        move.asked(at: Self.at(0))
        move.begin("1.0", at: Self.at(1))
        move.end("1.0", hasArrived: false, at: Self.at(2))
        #expect(move.lacks("1.0"))
        bring([0], to: &move, at: 3)
        move.ended(Self.response(0x0000), at: Self.at(3))
        #expect(Self.words(move.verdict(at: Self.at(3))) == "complete")
    }
}
