import DICOM
import DICOMweb
import Testing

@testable import Gateway

/// What is asked for by C-MOVE: the scope as a whole, and afterwards only what did not come.
@Suite struct MovePlanTests {
    private static let list = (0..<60).map { number in
        ListedInstance(
            study: "1",
            series: UID(rawValue: "1.\(number / 30)"),
            instance: UID(rawValue: "1.\(number / 30).\(number)"),
            sopClass: nil
        )
    }
    private static let knowledge = ArchiveKnowledge(characterSet: .utf8)

    private static func levels(_ plan: MovePlan) -> [String] {
        plan.steps.map { $0.identifier(for: knowledge).string(.queryRetrieveLevel) ?? "" }
    }

    @Test(arguments: [
        (Scope.study("1"), "STUDY"), (.series(study: "1", series: "1.0"), "SERIES"),
        (.instance(study: "1", series: "1.0", instance: "1.0.4"), "IMAGE"),
    ])
    func firstTheScope(scope: Scope, level: String) {
        let plan = MovePlan(scope, of: Self.list)
        #expect(Self.levels(plan) == [level])
        #expect(plan.steps.first?.instances.count == 60)
    }

    @Test func aSeriesOfWhichNothingCameIsAskedForAsAWhole() {
        let plan = MovePlan(.study("1"), of: Self.list, without: Set(Self.list.prefix(28).map(\.instance)))
        #expect(Self.levels(plan) == ["IMAGE", "IMAGE", "SERIES"])
        #expect(plan.steps.map(\.instances.count) == [1, 1, 30])
    }

    @Test func aFewAreAskedForOneByOneAndManyByAList() {
        let plan = MovePlan(.study("1"), of: Self.list, without: Set(Self.list.prefix(1).map(\.instance)))
        #expect(Self.levels(plan) == ["IMAGE", "SERIES"])
        let identifier = plan.steps.first?.identifier(for: Self.knowledge)
        #expect(identifier?.uids(.sopInstanceUID).count == 29)
        #expect(identifier?.uid(.seriesInstanceUID) == "1.0")
    }

    @Test func nothingIsAskedForThatIsThere() {
        #expect(MovePlan(.study("1"), of: Self.list, without: Set(Self.list.map(\.instance))).steps.isEmpty)
    }
}
