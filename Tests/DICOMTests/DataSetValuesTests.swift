import NIOCore
import Testing

@testable import DICOM

@Suite struct DataSetValuesTests {
    @Test func settersTakeTheRepresentationFromTheDictionaryAndPad() {
        var dataSet = DataSet()
        dataSet.set(.patientID, "ABC")
        dataSet.set(.sopInstanceUID, "1.2.3")
        dataSet.set(.rows, integers: 512)
        dataSet.set(.pixelSpacing, numbers: 0.5, 0.25)
        dataSet.set(.imageType, "ORIGINAL", "PRIMARY")
        #expect(dataSet[.patientID] == DataElement(.patientID, .LO, .bytes(ByteBuffer(string: "ABC "))))
        #expect(dataSet[.sopInstanceUID] == DataElement(.sopInstanceUID, .UI, .bytes(ByteBuffer(string: "1.2.3\0"))))
        #expect(dataSet[.rows] == DataElement(.rows, .US, .bytes(ByteBuffer(bytes: [0, 2]))))
        #expect(dataSet.bytes(.pixelSpacing) == ByteBuffer(string: "0.5\\0.25"))
        #expect(dataSet.strings(.imageType) == ["ORIGINAL", "PRIMARY"])
        #expect(dataSet.uid(.sopInstanceUID) == "1.2.3")
        #expect(dataSet.integer(.rows) == 512)
        #expect(dataSet.numbers(.pixelSpacing) == [0.5, 0.25])
    }

    @Test(arguments: [VR.SS, .US, .SL, .UL, .SV, .UV, .FL, .FD, .IS, .DS])
    func numbersComeBackAsTheyWereSet(_ vr: VR) {
        var dataSet = DataSet()
        dataSet.set(.rows, vr, integers: 1, 300, 7)
        #expect(dataSet.integers(.rows) == [1, 300, 7])
        #expect(dataSet.numbers(.rows) == [1, 300, 7])
        #expect(dataSet.integer(.rows) == 1)
    }

    @Test(arguments: [
        (VR.SS, -32_768, 32_767), (.US, 0, 65_535), (.UL, 0, 4_294_967_295), (.SL, -2_147_483_648, 2_147_483_647),
    ])
    func integersThatDoNotFitTakeTheNearestThatDoes(_ vr: VR, _ lowest: Int, _ highest: Int) {
        var dataSet = DataSet()
        dataSet.set(.rows, vr, integers: .min, .max)
        #expect(dataSet.integers(.rows) == [lowest, highest])
    }

    @Test(arguments: [
        ("+05 ", [5]), ("5.0", [5]), ("1e3", [1_000]), ("abc", []), ("", []), ("7\\\\9", [7, 9]),
        ("12345678901234567890123", []),
    ])
    func integerStringsAreReadAsTheyComeInTheField(_ text: String, _ expected: [Int]) {
        var dataSet = DataSet()
        dataSet.set(.instanceNumber, .IS, bytes: ByteBuffer(string: text))
        #expect(dataSet.integers(.instanceNumber) == expected)
    }

    @Test(arguments: [
        (0.1, "0.1"), (1.0, "1"), (-0.333333333333333333, "-0.3333333333333"), (1e300, "1e+300"),
        (1.2345678901234567e-10, "1.2345678901e-10"), (.infinity, ""), (123_456_789_012_345_680, "1.2345678901e+17"),
    ])
    func decimalStringsKeepToSixteenCharacters(_ number: Double, _ expected: String) {
        var dataSet = DataSet()
        dataSet.set(.sliceLocation, numbers: number)
        #expect(dataSet.string(.sliceLocation) ?? "" == expected)
        #expect(expected.utf8.count <= 16)
    }

    @Test func textIsEncodedInTheDataSetsCharacterSet() {
        var dataSet = DataSet()
        dataSet.set(.specificCharacterSet, "", "ISO 2022 IR 87")
        dataSet.set(.patientName, "Yamada^Tarou=山田^太郎")
        #expect(dataSet.personName(.patientName) == PersonName(alphabetic: "Yamada^Tarou", ideographic: "山田^太郎"))
        #expect(dataSet.bytes(.patientName)?.readableBytesView.allSatisfy { $0 < 0x80 } == true)
        dataSet.set(.institutionName, "Ж")
        #expect(dataSet.string(.institutionName) == "Ж")
        dataSet.set(.institutionName, "ก")
        #expect(dataSet.string(.institutionName) == "?")
    }

    @Test func whatIsAbsentOrOfAnotherKindGivesNothing() {
        var dataSet = DataSet()
        dataSet.set(.requestAttributesSequence, items: [DataSet()])
        dataSet.setEmpty(.patientName)
        #expect(dataSet.string(.requestAttributesSequence) == nil)
        #expect(dataSet.bytes(.requestAttributesSequence) == nil)
        #expect(dataSet.items(.requestAttributesSequence).count == 1)
        #expect(dataSet.string(.patientName) == nil)
        #expect(dataSet.strings(.patientName).isEmpty)
        #expect(dataSet.integer(.patientID) == nil)
        #expect(dataSet.items(.patientName).isEmpty)
    }

    @Test func aHalfNumberAtTheEndIsLeftOut() {
        var dataSet = DataSet()
        dataSet.set(.rows, .US, bytes: ByteBuffer(bytes: [1, 0, 9, 0, 3]))
        dataSet.set(DataElement(.columns, .UL, .bytes(ByteBuffer(bytes: [1, 0, 0]))))
        #expect(dataSet.integers(.rows) == [1, 9, 3])
        #expect(dataSet.integers(.columns).isEmpty)
    }

    @Test func attributeTagsGoBothWays() {
        var dataSet = DataSet()
        dataSet.set(.frameIncrementPointer, tags: [.frameTime, .pixelData])
        #expect(dataSet.tags(.frameIncrementPointer) == [.frameTime, .pixelData])
        #expect(dataSet.strings(.frameIncrementPointer) == ["00181063", "7FE00010"])
        dataSet.set(.frameIncrementPointer, "00181063")
        #expect(dataSet.tags(.frameIncrementPointer) == [.frameTime])
    }
}

@Suite struct PersonNameTests {
    @Test(arguments: ["Yamada^Tarou=山田^太郎=やまだ^たろう", "Doe^J", "=山田", "==やまだ", "A==C", ""])
    func groupsGoBothWays(_ text: String) {
        #expect(PersonName(text).description == text)
    }

    @Test func emptyGroupsAreNoGroups() {
        #expect(PersonName("Wang=王=") == PersonName(alphabetic: "Wang", ideographic: "王"))
        #expect(PersonName("").isEmpty)
        #expect(PersonName("A=B=C=D").phonetic == "C=D")
    }

    @Test func aGroupHasFiveComponents() {
        let name = PersonName.Components("Adams^John Robert Quincy^^Rev.^B.A. M.Div.")
        #expect(name.familyName == "Adams")
        #expect(name.givenName == "John Robert Quincy")
        #expect(name.middleName.isEmpty)
        #expect(name.prefix == "Rev.")
        #expect(name.suffix == "B.A. M.Div.")
    }
}
