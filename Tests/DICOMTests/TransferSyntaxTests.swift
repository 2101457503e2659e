import Testing

@testable import DICOM

@Suite struct TransferSyntaxTests {
    @Test(arguments: [
        ("1.2.840.10008.1.2", "Implicit VR Little Endian"), ("1.2.840.10008.1.2.1", "Explicit VR Little Endian"),
        ("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)"), ("1.2.840.10008.1.2.5", "RLE Lossless"),
        ("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless Image Compression"),
        ("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options Image Compression (Lossless Only)"),
        ("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"),
    ])
    func syntaxesHaveTheNamesOfTheStandard(_ uid: String, _ name: String) {
        let syntax = TransferSyntax(UID(rawValue: uid))
        #expect(syntax.name == name)
        #expect(TransferSyntax.named(name) == syntax)
        #expect(TransferSyntax.known(UID(rawValue: uid)) == syntax)
    }

    @Test func eachIsKnownOnce() {
        #expect(Set(TransferSyntax.all).count == TransferSyntax.all.count)
        #expect(Set(TransferSyntax.all.map(\.name)).count == TransferSyntax.all.count)
        #expect(TransferSyntax.known("1.2.3") == nil)
        #expect(TransferSyntax("1.2.3").name == "1.2.3")
    }

    @Test func lossIsWhatTheSyntaxAllows() {
        let lossless: [TransferSyntax] = [
            .implicitVRLittleEndian, .jpegLossless, .jpegLosslessFirstOrder, .jpegLSLossless, .jpeg2000Lossless,
            .jpeg2000MulticomponentLossless, .jpegXLLossless, .htj2kLossless, .htj2kLosslessRPCL, .rleLossless,
        ]
        #expect(lossless.allSatisfy { !$0.isLossy })
        #expect(TransferSyntax.all.count { $0.isLossy } == 8 + 16)
        #expect(TransferSyntax.all.count { $0.isVideo } == 16)
    }
}

@Suite struct SOPClassTests {
    @Test func everyLineOfTheTableIsAClass() {
        #expect(StorageSOPClass.all.count == 198)
        #expect(Set(StorageSOPClass.all.map(\.uid)).count == 198)
        #expect(StorageSOPClass.all.allSatisfy { $0.uid.isValid && !$0.name.isEmpty })
    }

    @Test func classesSayWhetherTheyAreImages() {
        #expect(StorageSOPClass(StorageSOPClass.ctImage)?.isImage == true)
        #expect(StorageSOPClass("1.2.840.10008.5.1.4.1.1.88.11")?.isImage == false)
        #expect(StorageSOPClass(StorageSOPClass.segmentation)?.hasPixelData == true)
        #expect(StorageSOPClass(StorageSOPClass.segmentation)?.isImage == false)
        #expect(StorageSOPClass("1.2.840.10008.5.1.4.1.1.88.11")?.hasPixelData == false)
        #expect(StorageSOPClass("1.2.840.10008.5.1.4.1.1.6")?.isRetired == true)
        #expect(StorageSOPClass(SOPClass.verification) == nil)
        #expect(SOPClass.name(of: StorageSOPClass.mrImage) == "MR Image Storage")
        #expect(SOPClass.name(of: SOPClass.studyRootGet) == "Study Root Query/Retrieve Information Model - GET")
    }
}
