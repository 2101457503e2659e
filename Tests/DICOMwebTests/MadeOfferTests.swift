import DICOM
import Testing

@testable import DICOMweb

/// Forms that an item has to be put into are for who asks for them (PS3.18 §8.7.8; requirements R-20 to R-28).
@Suite struct MadeOfferTests {
    static let targets: [TransferSyntax] = [
        .rleLossless, .jpegLosslessFirstOrder, .jpegLSLossless, .jpeg2000Lossless, .htj2kLossless, .htj2kLosslessRPCL,
    ]

    static func bulk(_ stored: TransferSyntax) -> [Offer] {
        Offer.bulk(stored: stored, isDecodable: true, targets: targets, isSingle: true)
    }

    static func instance(_ stored: TransferSyntax) -> [Offer] {
        Offer.instance(stored: stored, isDecodable: true, targets: targets, isSingle: true)
    }

    static let native = bulk(.explicitVRLittleEndian)
    static let octets = "multi application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"
    static let explicit = "application/dicom; transfer-syntax=1.2.840.10008.1.2.1"

    static let frames: [AcceptCase] = [
        AcceptCase("JPEG-LS by its type", "image/jls", native, "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"),
        AcceptCase("by an alias", "image/x-jls", native, "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"),
        AcceptCase(
            "JPEG 2000",
            #"multipart/related; type="image/jp2""#,
            native,
            "multi image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"
        ),
        AcceptCase("RLE", "image/dicom-rle", native, "image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5"),
        AcceptCase("HTJ2K", "image/jphc", native, "image/jphc; transfer-syntax=1.2.840.10008.1.2.4.201"),
        AcceptCase(
            "HTJ2K in RPCL order",
            "image/jphc; transfer-syntax=1.2.840.10008.1.2.4.202",
            native,
            "image/jphc; transfer-syntax=1.2.840.10008.1.2.4.202"
        ),
        AcceptCase("lossy is never made", "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.91", native, nil),
        AcceptCase("nor is a baseline JPEG", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50", native, nil),
        AcceptCase(
            "a JPEG is a lossless one",
            "image/jpeg",
            native,
            "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.70"
        ),
        AcceptCase(
            "unless another is stored",
            "image/jpeg",
            bulk(.jpegBaseline8Bit),
            "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"
        ),
        AcceptCase("anything", "*/*", native, octets),
        AcceptCase("any image", "image/*", native, nil),
        AcceptCase("an img element", "image/avif,image/webp,image/*,*/*;q=0.8", native, octets),
        AcceptCase("as stored", AcceptTests.asStored, native, octets),
        AcceptCase(
            "as stored, lossy",
            AcceptTests.asStored,
            bulk(.jpeg2000),
            "multi image/jp2; transfer-syntax=1.2.840.10008.1.2.4.91"
        ),
        AcceptCase(
            "a viewer with a requested syntax",
            #"multipart/related; type="application/octet-stream"; transfer-syntax="1.2.840.10008.1.2.4.80"; transfer-syntax="*""#,
            bulk(.jpegBaseline8Bit),
            "multi image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"
        ),
        AcceptCase(
            "the stored form keeps its type",
            "image/jp2",
            bulk(.jpeg2000),
            "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.91"
        ),
        AcceptCase(
            "unless the lossless one is named",
            "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90",
            bulk(.jpeg2000),
            "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"
        ),
        AcceptCase(
            "the better weight",
            "image/jls;q=0.5, image/jp2;q=0.9",
            native,
            "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"
        ),
    ]

    static let instances: [AcceptCase] = [
        AcceptCase(
            "a named syntax",
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80",
            instance(.explicitVRLittleEndian),
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80"
        ),
        AcceptCase(
            "of another compressed form",
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.5",
            instance(.jpegLossless),
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.5"
        ),
        AcceptCase("no syntax", "application/dicom", instance(.jpegBaseline8Bit), explicit),
        AcceptCase(
            "lossy of a native one",
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50",
            instance(.explicitVRLittleEndian),
            nil
        ),
        AcceptCase(
            "what is stored passes through",
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50",
            instance(.jpegBaseline8Bit),
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50"
        ),
        AcceptCase(
            "as stored",
            "application/dicom; transfer-syntax=*",
            instance(.jpegBaseline8Bit),
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50"
        ),
    ]

    @Test(arguments: frames + instances)
    func followsTheRules(_ row: AcceptCase) { row.check() }

    @Test func refusalsListWhatCouldBeMade() {
        #expect {
            _ = try Accept(header: "image/png").choose(among: Self.native)
        } throws: { error in
            let text = (error as? WebError)?.description ?? ""
            return Self.targets.allSatisfy { text.contains("transfer-syntax=\($0)") }
        }
    }

    @Test func whoNamesASyntaxIsKnown() {
        let accept = Accept(header: "application/dicom; transfer-syntax=1.2.840.10008.1.2.5, */*")
        #expect(accept.names(anyOf: Self.targets))
        #expect(!accept.names(anyOf: [.jpegLSLossless]))
        #expect(!Accept(header: nil).names(anyOf: Self.targets))
    }
}
