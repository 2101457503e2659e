import DICOM
import Testing

@testable import DICOMweb

/// One request's Accept, and what it must be answered with; nil is 406.
struct AcceptCase: Sendable, CustomTestStringConvertible {
    var client: String
    var header: String?
    var query: String?
    var offers: [Offer]
    var expected: String?

    init(_ client: String, _ header: String?, query: String? = nil, _ offers: [Offer], _ expected: String?) {
        (self.client, self.header, self.query, self.offers, self.expected) = (client, header, query, offers, expected)
    }

    var testDescription: String { "\(client): \(header ?? "-")" }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let choice = try? Accept(header: header, query: query).choose(among: offers)
        let found = choice.map { ($0.packaging == .multipart ? "multi " : "") + $0.contentType.description }
        #expect(found == expected, sourceLocation: sourceLocation)
    }
}

@Suite struct AcceptTests {
    static let native = Offer.bulk(stored: .explicitVRLittleEndian, isDecodable: true, isSingle: true)
    static let implicit = Offer.bulk(stored: .implicitVRLittleEndian, isDecodable: true, isSingle: true)
    static let j2k = Offer.bulk(stored: .jpeg2000Lossless, isDecodable: true, isSingle: true)
    static let unknown = Offer.bulk(stored: .jpeg2000Lossless, isDecodable: false, isSingle: true)
    static let jpeg = Offer.bulk(stored: .jpegBaseline8Bit, isDecodable: true, isSingle: true)
    static let jls = Offer.bulk(stored: .jpegLSLossless, isDecodable: true, isSingle: true)
    static let frames = Offer.bulk(stored: .jpeg2000Lossless, isDecodable: true, isSingle: false)
    static let instance = Offer.instance(stored: .jpeg2000Lossless, isDecodable: true, isSingle: true)
    static let study = Offer.instance(stored: .jpeg2000Lossless, isDecodable: true, isSingle: false)
    static let plainStudy = Offer.instance(stored: .explicitVRLittleEndian, isDecodable: true, isSingle: false)
    static let rendered = Offer.rendered()
    static let json = [Offer.json]

    static let octets = "multi application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"
    static let jp2 = "multi image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"
    static let dicom = "multi application/dicom; transfer-syntax=1.2.840.10008.1.2.1"
    static let storedDICOM = "multi application/dicom; transfer-syntax=1.2.840.10008.1.2.4.90"
    static let asStored = "multipart/related; type=application/octet-stream; transfer-syntax=*"

    static let clients: [AcceptCase] = [
        AcceptCase("OHIF list", "application/dicom+json", json, "application/dicom+json"),
        AcceptCase("OHIF metadata", "application/dicom+json, \(asStored)", json, "application/dicom+json"),
        AcceptCase("OHIF frames, native", asStored, native, octets),
        AcceptCase("OHIF frames, implicit", asStored, implicit, octets),
        AcceptCase("OHIF frames, J2K", asStored, j2k, jp2),
        AcceptCase(
            "OHIF with a requested syntax",
            #"multipart/related; type="application/octet-stream"; transfer-syntax="1.2.840.10008.1.2.1"; transfer-syntax="*""#,
            j2k,
            octets
        ),
        AcceptCase(
            "OHIF with an unusable syntax",
            #"multipart/related; type="application/octet-stream"; transfer-syntax="1.2.840.10008.1.2.4.80"; transfer-syntax="*""#,
            j2k,
            jp2
        ),
        AcceptCase("OHIF thumbnail", "image/jpeg", rendered, "image/jpeg"),
        AcceptCase("OHIF img element", "image/avif,image/webp,*/*;q=0.8", query: "image/jpeg", rendered, "image/jpeg"),
        AcceptCase(
            "OHIF microscopy",
            "multipart/related; type=image/jls, multipart/related; type=image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90, multipart/related; type=application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
            j2k,
            jp2
        ),
        AcceptCase(
            "OHIF, 4.51",
            #"multipart/related; type="image/dicom+jpeg"; transfer-syntax=1.2.840.10008.1.2.4.50"#,
            jpeg,
            "multi image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"
        ),
        AcceptCase(
            "alias of JPEG-LS",
            #"multipart/related; type="image/x-jls""#,
            jls,
            "multi image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"
        ),
        AcceptCase("microscopy, anything, J2K", "*/*", j2k, octets),
        AcceptCase(
            "microscopy, anything, JPEG",
            "*/*",
            jpeg,
            "multi image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"
        ),
        AcceptCase(
            "dicomweb-client.py list",
            "application/dicom+json, application/json",
            json,
            "application/dicom+json"
        ),
        AcceptCase("dicomweb-client.py study", #"multipart/related; type="application/dicom""#, study, dicom),
        AcceptCase(
            "dicomweb-client.py study as stored",
            #"multipart/related; type="application/dicom"; transfer-syntax=*"#,
            study,
            storedDICOM
        ),
        AcceptCase("dicomweb-client.py frames", #"multipart/related; type="*/*""#, j2k, octets),
        AcceptCase("dicomweb-client.py images", #"multipart/related; type="image/*""#, j2k, jp2),
        AcceptCase(
            "dicomweb-client.py syntax",
            #"multipart/related; type="image/jp2"; transfer-syntax=1.2.840.10008.1.2.4.90"#,
            frames,
            jp2
        ),
        AcceptCase("dicomweb-client.py rendered", "image/png", rendered, "image/png"),
        AcceptCase(
            "dicomweb-client.py bulk data",
            #"multipart/related; type="application/octet-stream""#,
            native,
            octets
        ),
        AcceptCase("requests", "*/*", json, "application/dicom+json"),
        AcceptCase("dicomweb-client.js instance", #"multipart/related; type="application/dicom""#, instance, dicom),
        AcceptCase(
            "dicomweb-client.js frames",
            #"multipart/related; type="application/octet-stream"; transfer-syntax=1.2.840.10008.1.2.1"#,
            j2k,
            octets
        ),
        AcceptCase("dicomweb-client.js metadata", "application/dicom+json", json, "application/dicom+json"),
        AcceptCase("Weasis", #"multipart/related;type="application/dicom";transfer-syntax=*"#, instance, storedDICOM),
        AcceptCase(
            "Weasis, older",
            "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.1",
            study,
            dicom
        ),
        AcceptCase("3D Slicer", #"multipart/related; type="application/dicom"; transfer-syntax=*"#, plainStudy, dicom),
        AcceptCase(
            "Google style",
            "application/dicom; transfer-syntax=*",
            instance,
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.90"
        ),
        AcceptCase(
            "Microsoft style",
            "application/octet-stream; transfer-syntax=*",
            j2k,
            "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"
        ),
        AcceptCase(
            "Microsoft style, native",
            "application/octet-stream; transfer-syntax=*",
            native,
            "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"
        ),
        AcceptCase("curl, study", "*/*", study, dicom),
        AcceptCase("curl, instance", "*/*", instance, dicom),
        AcceptCase("curl, rendered", "*/*", rendered, "image/jpeg"),
        AcceptCase(
            "Firefox",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            rendered,
            "image/jpeg"
        ),
        AcceptCase(
            "Chromium picture",
            "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
            rendered,
            "image/jpeg"
        ),
        AcceptCase(
            "Orthanc's own spelling",
            #"multipart/related; type="application/octet-stream; transfer-syntax=*""#,
            j2k,
            jp2
        ),
    ]

    static let rules: [AcceptCase] = [
        AcceptCase("no header", nil, json, "application/dicom+json"),
        AcceptCase("empty header", " ", json, "application/dicom+json"),
        AcceptCase("only the alias", "application/json", json, "application/json"),
        AcceptCase("the alias and anything", "application/json, */*;q=0.1", json, "application/json"),
        AcceptCase("charset is ignored", "application/dicom+json; charset=utf-8", json, "application/dicom+json"),
        AcceptCase("none suits", "text/html", json, nil),
        AcceptCase("excluded by weight", "application/dicom+json;q=0, */*", json, nil),
        AcceptCase("default excluded", "*/*, image/jpeg;q=0", rendered, "image/png"),
        AcceptCase("weights", "image/jpeg;q=0.5, image/png;q=0.501", rendered, "image/png"),
        AcceptCase("equal weights", "image/png, image/jpeg", rendered, "image/jpeg"),
        AcceptCase("named before anything", "*/*, image/png", rendered, "image/png"),
        AcceptCase(
            "a bad weight is no range",
            "image/png;q=2, image/jpeg;q=x, image/jpeg;q=0.1",
            rendered,
            "image/jpeg"
        ),
        AcceptCase(
            "a transfer syntax on a picture",
            "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50",
            rendered,
            "image/jpeg"
        ),
        AcceptCase("multipart pictures", #"multipart/related; type="image/png""#, rendered, "multi image/png"),
        AcceptCase("any multipart", "multipart/related", j2k, octets),
        AcceptCase("any multipart, spelled so", "multipart/*", study, dicom),
        AcceptCase("other multipart", "multipart/mixed; type=application/dicom", study, nil),
        AcceptCase("single part of many", "application/dicom", study, nil),
        AcceptCase(
            "single part of one",
            "application/dicom",
            instance,
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.1"
        ),
        AcceptCase(
            "any application",
            "application/*",
            instance,
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.1"
        ),
        AcceptCase(
            "implicit leaves never",
            "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2",
            study,
            nil
        ),
        AcceptCase("unknown syntax", "multipart/related; type=application/dicom; transfer-syntax=1.2.3", study, nil),
        AcceptCase("undecodable", #"multipart/related; type="application/octet-stream""#, unknown, nil),
        AcceptCase("undecodable, as stored", asStored, unknown, jp2),
        AcceptCase("undecodable, anything", "*/*", unknown, jp2),
        AcceptCase("only lossy", "image/jpeg", jpeg, "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"),
        AcceptCase("unknown ranges", "foo, ;;, a/b/c, image/gif, image/jpeg", rendered, "image/jpeg"),
        AcceptCase("a comma in quotes", #"image/png; x="a,image/jpeg", text/html"#, rendered, "image/png"),
        AcceptCase("boundary is ignored", #"multipart/related; type="application/dicom"; boundary=**"#, study, dicom),
        AcceptCase("query wins", "image/jpeg", query: "image/png", rendered, "image/png"),
        AcceptCase("query cannot be used", "image/jpeg", query: "image/bmp", rendered, "image/jpeg"),
        AcceptCase("query has no wildcards", "image/png", query: "image/*", rendered, "image/png"),
        AcceptCase("query alone cannot be used", nil, query: "image/bmp", rendered, "image/jpeg"),
        AcceptCase("header excludes after the query", "text/plain", query: "image/bmp", rendered, nil),
    ]

    @Test(arguments: clients)
    func takesWhatClientsSend(_ row: AcceptCase) { row.check() }

    @Test(arguments: rules)
    func followsTheRules(_ row: AcceptCase) { row.check() }

    @Test func notAcceptableSaysWhatIs() {
        #expect {
            _ = try Accept(header: "text/html").choose(among: Self.study)
        } throws: { error in
            (error as? WebError)?.description
                == "none of the acceptable media types can be served; available: "
                + #"multipart/related; type="application/dicom"; transfer-syntax=1.2.840.10008.1.2.4.90, "#
                + #"multipart/related; type="application/dicom"; transfer-syntax=1.2.840.10008.1.2.1"#
        }
    }

    @Test func aQueryOfMixedTypesIsBadOnlyWhenNoneSuits() throws {
        let mixed = Accept(header: "text/plain", query: "application/dicom,image/jpeg")
        #expect(try mixed.choose(among: Self.rendered).offer.mediaType == .jpeg)
        #expect { try mixed.choose(among: Self.json) } throws: {
            if case .badRequest = $0 as? WebError { true } else { false }
        }
    }

    @Test func everyOfferOfTheDefaultSyntaxIsExplicitLittleEndian() {
        for stored in [TransferSyntax.implicitVRLittleEndian, .explicitVRBigEndian, .deflatedExplicitVRLittleEndian] {
            let offers =
                Offer.instance(stored: stored, isDecodable: true, isSingle: true)
                + Offer.bulk(stored: stored, isDecodable: true, isSingle: true)
            #expect(offers.allSatisfy { $0.transferSyntax == .explicitVRLittleEndian })
        }
    }
}
