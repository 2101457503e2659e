import NIOCore
import Testing

@testable import DICOMweb

@Suite struct MultipartWriterTests {
    @Test func writesWhatClientsLookFor() {
        var writer = MultipartWriter(rootType: .octetStream.with("transfer-syntax", "1.2"), boundary: "b")
        #expect(writer.contentType.description == #"multipart/related; type="application/octet-stream"; boundary=b"#)
        let type = MediaType.octetStream.with("transfer-syntax", "1.2")
        let first = writer.head(contentType: type, contentLocation: "http://x/frames/1", contentLength: 4)
        #expect(
            String(buffer: first)
                == "--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2\r\n"
                + "Content-Location: http://x/frames/1\r\nContent-Length: 4\r\n\r\n"
        )
        #expect(String(buffer: writer.head(contentType: .jpeg)) == "\r\n--b\r\nContent-Type: image/jpeg\r\n\r\n")
        #expect(String(buffer: writer.closing) == "\r\n--b--")
    }

    @Test func aPayloadWithoutPartsIsStillOne() throws {
        let writer = MultipartWriter(rootType: .dicom, boundary: "b")
        #expect(try Parsed([Array(buffer: writer.closing)]).parts.isEmpty)
    }

    @Test func boundariesAreRandom() {
        let boundaries = Set((0..<1000).map { _ in MultipartBoundary.random() })
        #expect(boundaries.count == 1000)
        #expect(boundaries.allSatisfy { $0.utf8.count == 32 && MultipartBoundary.isValid($0) })
        var random = SplitMix(seed: 1)
        #expect(MultipartBoundary.random(using: &random) == "910a2dec89025cc1beeb8da1658eec67")
    }
}
