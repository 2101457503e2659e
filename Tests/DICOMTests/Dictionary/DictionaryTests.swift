import Testing

@testable import DICOM

@Suite struct DictionaryTests {
    @Test(arguments: [
        (Tag(0x0010, 0x0010), VR.PN, "1", "PatientName", "Patient's Name"),
        (Tag(0x0028, 0x0106), .US, "1", "SmallestImagePixelValue", "Smallest Image Pixel Value"),
        (Tag(0x7FE0, 0x0010), .OB, "1", "PixelData", "Pixel Data"),
        (Tag(0x0000, 0x0100), .US, "1", "CommandField", "Command Field"),
        (Tag(0x0002, 0x0010), .UI, "1", "TransferSyntaxUID", "Transfer Syntax UID"),
        (Tag(0x6002, 0x3000), .OB, "1", "OverlayData", "Overlay Data"),
        (Tag(0x5004, 0x3000), .OB, "1", "CurveData", "Curve Data"),
        (Tag(0x0020, 0x3105), .CS, "1-n", "SourceImageIDs", "Source Image IDs"),
        (Tag(0x0011, 0x0010), .LO, "1", "", "Private Creator"),
        (Tag(0x0008, 0x0000), .UL, "1", "GenericGroupLength", "Generic Group Length"),
        (Tag(0x0009, 0x0000), .UL, "1", "GenericGroupLength", "Generic Group Length"),
        (Tag(0x0008, 0x1190), .UR, "1", "RetrieveURL", "Retrieve URL"),
    ])
    func attributesHaveTheirEntries(_ tag: Tag, _ vr: VR, _ vm: String, _ keyword: String, _ name: String) throws {
        let entry = try #require(Dictionary.entry(tag))
        #expect(entry.tag == tag)
        #expect(entry.vr == vr)
        #expect(entry.vm == vm)
        #expect(entry.keyword == keyword)
        #expect(entry.name == name)
        #expect(Dictionary.vr(tag) == vr)
    }

    @Test func representationsThatTheDataDecideAreAllListed() {
        #expect(Dictionary.entry(.pixelData)?.vrs == [.OB, .OW])
        #expect(Dictionary.entry(.smallestImagePixelValue)?.vrs == [.US, .SS])
        #expect(Dictionary.entry(.lutData)?.vrs == [.US, .OW])
    }

    @Test(arguments: [
        Tag.item, .sequenceDelimitationItem, Tag(0x0011, 0x1001), Tag(0x0010, 0x9999), Tag(0x0051, 0x3000),
    ])
    func whatIsNoPublicAttributeHasNone(_ tag: Tag) {
        #expect(Dictionary.entry(tag) == nil)
        #expect(Dictionary.vr(tag) == nil)
    }

    @Test func keywordsGiveTags() {
        #expect(Dictionary.tag(keyword: "PatientName") == .patientName)
        #expect(Dictionary.tag(keyword: "StudyInstanceUID"[...]) == .studyInstanceUID)
        #expect(Dictionary.tag(keyword: "OverlayData") == Tag(0x6000, 0x3000))
        #expect(Dictionary.tag(keyword: "patientname") == nil)
        #expect(Dictionary.tag(keywordIgnoringCase: "patientNAME") == .patientName)
        #expect(Dictionary.tag(keyword: "") == nil)
        #expect(Dictionary.tag(keywordIgnoringCase: "Nonsense") == nil)
    }

    @Test func everyLineOfTheTableIsAnEntryAndEveryKeywordLeadsBack() {
        let lines = Dictionary.table.withUTF8Buffer { $0.split(separator: UInt8(ascii: "\n")).count }
        #expect(Dictionary.count == lines)
        #expect(lines > 5_000)
        Dictionary.table.withUTF8Buffer { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                let fields = String(decoding: line, as: UTF8.self).split(
                    separator: "|",
                    omittingEmptySubsequences: false
                )
                guard let tag = Tag(hex: fields[0].replacing("x", with: "0")), !fields[3].isEmpty else { continue }
                // A few groups that once repeated share their first tag with an attribute of today.
                let isShadowed = fields[0].contains("x") && Dictionary.entry(tag)?.keyword != String(fields[3])
                #expect(Dictionary.tag(keyword: fields[3]) == (isShadowed ? nil : tag))
                #expect(isShadowed || Dictionary.entry(tag)?.keyword == String(fields[3]))
            }
        }
    }

    @Test func retiredAttributesAreMarked() {
        #expect(Dictionary.entry(Tag(0x0008, 0x0001))?.isRetired == true)
        #expect(Dictionary.entry(.patientID)?.isRetired == false)
        #expect(Dictionary.entry(.imageType)?.isMultiValued == true)
    }
}
