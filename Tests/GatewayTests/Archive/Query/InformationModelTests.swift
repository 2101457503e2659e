import DICOM
import DICOMweb
import NIOCore
import Testing

@testable import Gateway

/// Retrieval in either information model.
@Suite struct InformationModelTests {
    static let scope = Scope.series(study: "1.2", series: "1.3")

    @Test func studyRootNeedsNoPatient() {
        let identifier = Self.scope.identifier(in: .study, patientID: "P1")
        #expect(identifier[.patientID] == nil)
        #expect(identifier.string(.queryRetrieveLevel) == "SERIES")
        #expect(identifier.string(.studyInstanceUID) == "1.2")
        #expect(identifier.string(.seriesInstanceUID) == "1.3")
        #expect(identifier[.specificCharacterSet] == nil)
    }

    @Test func patientRootNamesThePatientInTheArchivesCharacterSet() {
        #expect(Self.scope.identifier(in: .patient, patientID: "P1").string(.patientID) == "P1")
        let latin = CharacterSet(terms: ["ISO_IR 100"])
        let identifier = Self.scope.identifier(in: .patient, patientID: "Ä1", characterSet: latin)
        #expect(identifier.string(.specificCharacterSet) == "ISO_IR 100")
        #expect(identifier.bytes(.patientID).map { Array($0.readableBytesView) } == [0xC4, 0x31])
    }

    @Test func thePatientsOfTooManyStudiesAreForgottenOldestFirst() {
        let knowledge = ArchiveKnowledge(characterSet: .utf8)
        for number in 0...20_000 { knowledge.learn(patientID: "P", of: UID(rawValue: "1.\(number)")) }
        #expect(knowledge.patientID(of: "1.0") == nil)
        #expect(knowledge.patientID(of: "1.20000") == "P")
    }
}
