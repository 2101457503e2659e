import Testing

@testable import DICOMweb

@Suite struct MediaTypeTests {
    @Test(arguments: [
        ("application/dicom", "application/dicom"),
        ("Application/DICOM+JSON", "application/dicom+json"),
        ("multipart/related; type=application/dicom", #"multipart/related; type="application/dicom""#),
        (
            #"multipart/related;type="application/dicom";boundary=b"#,
            #"multipart/related; type="application/dicom"; boundary=b"#
        ),
        (#"a/b; C="x\"y""#, #"a/b; c="x\"y""#),
        (#"a/b ; c="d;e,f" "#, #"a/b; c="d;e,f""#),
        ("a/b; novalue; c=d", "a/b; c=d"),
        ("*/*", "*/*"),
    ])
    func readsAndWrites(_ text: String, _ written: String) {
        #expect(MediaType(text)?.description == written)
    }

    @Test(arguments: ["", "application", "/", "a/", "/b", "a b/c", "a/b c", ";", "\"a\"/b"])
    func refusesWhatHasNoTypeAndSubtype(_ text: String) {
        #expect(MediaType(text) == nil)
    }

    @Test func aTransferSyntaxIsNotQuoted() {
        let type = MediaType.octetStream.with("transfer-syntax", "1.2.840.10008.1.2.4.90")
        #expect(type.description == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.90")
    }
}
