import DICOM
import DIMSE
import Testing

@testable import Gateway

/// To which C-MOVE an instance belongs, with archives that tell it, leave it out, and lie.
@Suite struct ExpectedMovesTests {
    private static let now = ContinuousClock.now

    private static func move(
        _ archive: String = "main",
        title: String = "PACS",
        destination: String = "GANTRY",
        id: UInt16,
        _ instances: Set<UID>
    ) -> ExpectedMove {
        ExpectedMove(
            archive: archive,
            archiveTitle: title,
            destination: destination,
            messageID: id,
            expected: instances,
            patience: .init(progress: .seconds(60), grace: .seconds(5))
        )
    }

    private static func store(
        _ instance: UID,
        from calling: String = "PACS",
        to called: String = "GANTRY",
        title: String? = "GANTRY",
        id: UInt16? = nil
    ) -> StoreOrigin {
        let originator = title == nil && id == nil ? nil : MoveOriginator(aeTitle: title, messageID: id)
        return StoreOrigin(calledTitle: called, callingTitle: calling, originator: originator, instance: instance)
    }

    private static func moves(_ titles: [String] = ["PACS", "OTHER"]) -> ExpectedMoves {
        ExpectedMoves(aeTitle: "GANTRY", archiveTitles: titles)
    }

    private func begin(_ store: StoreOrigin, _ moves: inout ExpectedMoves) -> Result<Int, ExpectedMoves.Refusal> {
        do throws(ExpectedMoves.Refusal) {
            return .success(try moves.begin(store, at: Self.now))
        } catch {
            return .failure(error)
        }
    }

    @Test func whatNobodyExpectsIsRefused() {
        var moves = Self.moves()
        #expect(begin(Self.store("1", id: 4), &moves) == .failure(.unexpected))
        let id = moves.add(Self.move(id: 4, ["1"]))
        #expect(begin(Self.store("2", id: 4), &moves) == .failure(.unexpected))
        #expect(begin(Self.store("1", to: "ELSE", id: 4), &moves) == .failure(.unexpected))
        #expect(begin(Self.store("1", id: 4), &moves) == .success(id))
        moves.remove(id, at: Self.now)
        #expect(begin(Self.store("1", id: 4), &moves) == .failure(.unexpected))
    }

    @Test(arguments: [nil, 0, 99] as [UInt16?])
    func withoutANameTheListDecides(id: UInt16?) {
        var moves = Self.moves()
        let first = moves.add(Self.move(id: 4, ["1", "2"]))
        let second = moves.add(Self.move(id: 5, ["3"]))
        #expect(begin(Self.store("3", title: nil, id: id), &moves) == .success(second))
        #expect(begin(Self.store("2", title: nil, id: id), &moves) == .success(first))
        #expect(moves.namesOriginator["main"] == false)
    }

    @Test func ofTwoThatExpectItTheNamedIsServedFirstAndThenTheOther() {
        var moves = Self.moves()
        let first = moves.add(Self.move(id: 4, ["1"]))
        let second = moves.add(Self.move(id: 5, ["1", "2"]))
        #expect(begin(Self.store("1", id: 5), &moves) == .success(second))
        #expect(begin(Self.store("1", id: 5), &moves) == .success(first))
        #expect(begin(Self.store("1", id: 5), &moves) == .success(second))
        #expect(moves.namesOriginator["main"] == false)
    }

    @Test func theCallerTellsArchivesApart() {
        var moves = Self.moves()
        let main = moves.add(Self.move(id: 4, ["1"]))
        let other = moves.add(Self.move("other", title: "OTHER", id: 5, ["1"]))
        #expect(begin(Self.store("1", from: "OTHER", title: nil), &moves) == .success(other))
        #expect(begin(Self.store("1", from: "PACS", title: nil), &moves) == .success(main))
    }

    @Test func aCallerThatIsAnotherArchiveIsNotBelieved() {
        var moves = Self.moves()
        let main = moves.add(Self.move(id: 4, ["1"]))
        #expect(begin(Self.store("1", from: "OTHER", title: nil), &moves) == .failure(.unexpected))
        #expect(begin(Self.store("1", from: "OTHER", id: 4), &moves) == .success(main), "unless it names the C-MOVE")
    }

    @Test func betweenArchivesOnlyProvenNamesCount() {
        var moves = Self.moves()
        let main = moves.add(Self.move(id: 4, ["1", "2"]))
        let other = moves.add(Self.move("other", title: "OTHER", id: 5, ["1", "3"]))
        #expect(begin(Self.store("1", from: "GATE", id: 4), &moves) == .failure(.ambiguous))
        #expect(begin(Self.store("2", from: "GATE", id: 4), &moves) == .success(main))
        #expect(begin(Self.store("1", from: "GATE", id: 4), &moves) == .failure(.ambiguous))
        #expect(begin(Self.store("3", from: "GATE", id: 5), &moves) == .success(other))
        #expect(begin(Self.store("1", from: "GATE", id: 5), &moves) == .success(other))
        #expect(begin(Self.store("1", from: "GATE", id: 4), &moves) == .success(main))
    }

    @Test func aCallerThatNobodyKnowsIsTakenForTheOnlyOneThatMayBeSending() {
        var moves = Self.moves()
        let main = moves.add(Self.move(id: 4, ["1", "2", "3"]))
        #expect(begin(Self.store("1", from: "GATE", title: nil), &moves) == .success(main))
        let other = moves.add(Self.move("other", title: "OTHER", id: 5, ["9"]))
        #expect(begin(Self.store("2", from: "GATE", title: nil), &moves) == .failure(.ambiguous))
        #expect(begin(Self.store("2", from: "GATE", id: 4), &moves) == .success(main), "unless it names the C-MOVE")
        moves.remove(other, at: Self.now)
        #expect(begin(Self.store("2", from: "GATE", title: nil), &moves) == .failure(.ambiguous))
        let later = Self.now + .seconds(61)
        #expect((try? moves.begin(Self.store("2", from: "GATE", title: nil), at: later)) == main)
    }

    @Test func anArchiveThatCallsAsItselfIsNotSuspected() {
        var moves = Self.moves()
        let main = moves.add(Self.move(id: 4, ["1"]))
        let other = moves.add(Self.move("other", title: "OTHER", id: 5, ["9"]))
        #expect(begin(Self.store("9", from: "OTHER", title: nil), &moves) == .success(other))
        #expect(begin(Self.store("1", from: "GATE", title: nil), &moves) == .success(main))
    }

    @Test func aTitleOfItsOwnIsEnough() {
        var moves = Self.moves()
        let first = moves.add(Self.move(destination: "G1", id: 4, ["1"]))
        let second = moves.add(Self.move("other", title: "OTHER", destination: "G2", id: 5, ["1"]))
        #expect(begin(Self.store("1", from: "GATE", to: "G2", title: nil), &moves) == .success(second))
        #expect(begin(Self.store("1", from: "GATE", to: "G1", title: nil), &moves) == .success(first))
    }

    @Test func nothingMoreComesToOneThatWasStopped() {
        var moves = Self.moves()
        let id = moves.add(Self.move(id: 4, ["1"]))
        moves.change(id) { $0.stop(CancellationError()) }
        #expect(begin(Self.store("1", id: 4), &moves) == .failure(.unexpected))
    }

    // MARK: Random schedules

    /// 10,000 schedules (B2, B3, B8, B13): nothing reaches a C-MOVE of another archive, none is complete without all of
    /// its list, and archives that can be told apart lose nothing.
    @Test func randomSchedules() {
        let seed = UInt64.random(in: 0 ... .max)
        var total = Schedule.Tally()
        for number in 0..<10_000 {
            var schedule = Schedule(seed: seed &+ UInt64(number))
            let tally = schedule.run()
            let isRight = tally.misdelivered == 0 && tally.falselyComplete == 0 && tally.lost == 0
            #expect(isRight, "seed \(seed &+ UInt64(number))")
            total += tally
        }
        print(
            """
            C-MOVE matching, seed \(seed): 10,000 schedules, \(total.moves) C-MOVEs, \(total.stores) stores: \
            \(total.delivered) delivered, \(total.refused) refused, \(total.complete) C-MOVEs complete; \
            misdelivered \(total.misdelivered), falsely complete \(total.falselyComplete), lost \(total.lost)
            """
        )
        #expect(total.delivered > 100_000 && total.refused > 1000 && total.complete > 10_000)
    }
}
