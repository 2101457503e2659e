import DICOM
import DIMSE
import NIOCore
import Testing

@testable import DemoArchive

/// The archive over its own studies.
struct MadeArchiveTests {
    @Test func theMadeStudiesAreFoundAndRetrieved() async throws {
        try await withArchive(files: nil) { peer in
            let all = try await find(
                peer,
                identifier("STUDY", [(.studyInstanceUID, ""), (.numberOfStudyRelatedInstances, "")])
            )
            #expect(all.matches.compactMap { $0.uid(.studyInstanceUID) } == MadeStudies.studies.map(\.studyInstanceUID))
            #expect(
                all.matches.map { $0.integer(.numberOfStudyRelatedInstances) }
                    == MadeStudies.studies.map(\.numberOfInstances)
            )
            for name in ["山田*", "Διονυσίου*"] {
                let asked = identifier("STUDY", [(.patientName, name), (.studyInstanceUID, "")], in: ["ISO_IR 192"])
                try await expect(find(peer, asked).matches.count, is: 1)
            }
            let made = MadeStudies.studies[2].instance(at: 0)
            let sopClass = try #require(made.dataSet.uid(.sopClassUID))
            let got = try await get(
                peer,
                identifier("STUDY", [(.studyInstanceUID, MadeStudies.studies[2].studyInstanceUID.rawValue)]),
                of: sopClass,
                as: made.transferSyntax
            )
            let bytes = try DataSetEncoder(made.transferSyntax).encode(made.dataSet)
            #expect(Array(got.instances.values) == [bytes])
        }
    }
}
