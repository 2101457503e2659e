import DICOM
import NIOCore
import Testing

@testable import DICOMweb

@Suite struct StoreResponseTests {
    typealias Outcome = StoreResponse.Outcome

    static let instance = Scope.instance(study: "1.2", series: "1.3", instance: "1.4")
    static let ok = Outcome.stored(sopClass: "1.5", instance: "1.4")
    static let warned = Outcome.stored(sopClass: "1.5", instance: "1.4", warning: 0xB000)
    static let failed = Outcome.failed(sopClass: "1.5", instance: "1.6", reason: 0xA700)
    static let other = Outcome.unidentified(reason: 0xC000)

    static let statuses: [([Outcome], Int)] = [
        ([ok], 200), ([ok, ok], 200), ([warned], 202), ([ok, warned], 202), ([ok, failed], 202), ([ok, other], 202),
        ([failed], 409), ([failed, other], 409), ([other], 400), ([], 400),
    ]

    @Test(arguments: statuses)
    func statusFollowsTheOutcomes(_ outcomes: [Outcome], _ status: Int) {
        var response = StoreResponse(root: "http://x")
        for outcome in outcomes { response.append(outcome, at: Self.instance) }
        #expect(response.status == status)
    }

    static let table: [(UInt16, Outcome)] =
        [0xA700, 0xA7FF, 0xA900, 0xC000, 0xCFFF, 0x0110, 0x0111, 0x0117, 0x0122, 0x0124, 0x0210, 0xFE00, 0x0001]
        .map { ($0, .failed(sopClass: "1.5", instance: "1.4", reason: $0)) }
        + [0xB000, 0xB006, 0xB007, 0xBFFF].map { ($0, .stored(sopClass: "1.5", instance: "1.4", warning: $0)) }
        + [(0x0000, ok)]

    @Test(arguments: table)
    func everyStoreStatusHasItsOutcome(_ status: UInt16, _ outcome: Outcome) {
        #expect(Outcome(cStoreStatus: status, sopClass: "1.5", instance: "1.4") == outcome)
    }

    @Test func aDuplicateOnASecondTryIsASuccess() {
        #expect(Outcome(cStoreStatus: 0x0111, sopClass: "1.5", instance: "1.4", isRetry: true) == Self.ok)
    }

    @Test func theModuleSaysWhatBecameOfEach() {
        var response = StoreResponse(root: "http://x")
        response.append(Self.failed)
        response.append(Self.warned, at: Self.instance)
        response.append(Self.other)
        #expect(response.studyURL == "http://x/studies/1.2")
        #expect(
            String(buffer: response.json)
                == #"{"00081190":{"vr":"UR","Value":["http://x/studies/1.2"]},"#
                + #""00081198":{"vr":"SQ","Value":[{"00081150":{"vr":"UI","Value":["1.5"]},"#
                + #""00081155":{"vr":"UI","Value":["1.6"]},"00081197":{"vr":"US","Value":[42752]}}]},"#
                + #""00081199":{"vr":"SQ","Value":[{"00081150":{"vr":"UI","Value":["1.5"]},"#
                + #""00081155":{"vr":"UI","Value":["1.4"]},"#
                + #""00081190":{"vr":"UR","Value":["http://x/studies/1.2/series/1.3/instances/1.4"]},"#
                + #""00081196":{"vr":"US","Value":[45056]}}]},"#
                + #""0008119A":{"vr":"SQ","Value":[{"00081197":{"vr":"US","Value":[49152]}}]}}"#
        )
    }

    @Test func severalStudiesHaveNoCommonURL() {
        var response = StoreResponse(root: "http://x")
        response.append(Self.ok, at: Self.instance)
        response.append(Self.ok, at: .instance(study: "9", series: "1.3", instance: "1.7"))
        #expect(response.studyURL == nil)
        #expect(String(buffer: response.json).hasPrefix(#"{"00081190":{"vr":"UR"},"00081199""#))
    }
}
