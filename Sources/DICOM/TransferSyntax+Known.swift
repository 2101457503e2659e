extension TransferSyntax {
    package static let encapsulatedUncompressed = TransferSyntax("1.2.840.10008.1.2.1.98")
    package static let jpeg2000MulticomponentLossless = TransferSyntax("1.2.840.10008.1.2.4.92")
    package static let jpeg2000Multicomponent = TransferSyntax("1.2.840.10008.1.2.4.93")
    package static let mpeg2MainLevel = TransferSyntax("1.2.840.10008.1.2.4.100")
    package static let mpeg2MainLevelFragmentable = TransferSyntax("1.2.840.10008.1.2.4.100.1")
    package static let mpeg2HighLevel = TransferSyntax("1.2.840.10008.1.2.4.101")
    package static let mpeg2HighLevelFragmentable = TransferSyntax("1.2.840.10008.1.2.4.101.1")
    package static let mpeg4HighProfile41 = TransferSyntax("1.2.840.10008.1.2.4.102")
    package static let mpeg4HighProfile41Fragmentable = TransferSyntax("1.2.840.10008.1.2.4.102.1")
    package static let mpeg4BDCompatible41 = TransferSyntax("1.2.840.10008.1.2.4.103")
    package static let mpeg4BDCompatible41Fragmentable = TransferSyntax("1.2.840.10008.1.2.4.103.1")
    package static let mpeg4HighProfile42For2D = TransferSyntax("1.2.840.10008.1.2.4.104")
    package static let mpeg4HighProfile42For2DFragmentable = TransferSyntax("1.2.840.10008.1.2.4.104.1")
    package static let mpeg4HighProfile42For3D = TransferSyntax("1.2.840.10008.1.2.4.105")
    package static let mpeg4HighProfile42For3DFragmentable = TransferSyntax("1.2.840.10008.1.2.4.105.1")
    package static let mpeg4StereoHighProfile42 = TransferSyntax("1.2.840.10008.1.2.4.106")
    package static let mpeg4StereoHighProfile42Fragmentable = TransferSyntax("1.2.840.10008.1.2.4.106.1")
    package static let hevcMainProfile = TransferSyntax("1.2.840.10008.1.2.4.107")
    package static let hevcMain10Profile = TransferSyntax("1.2.840.10008.1.2.4.108")
    package static let deflatedImageFrame = TransferSyntax("1.2.840.10008.1.2.8.1")
    package static let jpegXLLossless = TransferSyntax("1.2.840.10008.1.2.4.110")
    package static let jpegXLJPEGRecompression = TransferSyntax("1.2.840.10008.1.2.4.111")
    package static let jpegXL = TransferSyntax("1.2.840.10008.1.2.4.112")
    package static let htj2kLossless = TransferSyntax("1.2.840.10008.1.2.4.201")
    package static let htj2kLosslessRPCL = TransferSyntax("1.2.840.10008.1.2.4.202")
    package static let htj2k = TransferSyntax("1.2.840.10008.1.2.4.203")
}

extension TransferSyntax {
    /// The name in PS3.6 Annex A; the UID of one that is not known.
    package var name: String { Self.names[self] ?? uid.rawValue }

    package var isKnown: Bool { Self.names[self] != nil }

    /// All that are known, the uncompressed ones first, each kind in the order of the standard.
    package static let all: [TransferSyntax] = table.map(\.syntax)

    /// The transfer syntax of that name.
    package static func named(_ name: String) -> TransferSyntax? { table.first { $0.name == name }?.syntax }

    /// The known transfer syntax of that UID; nil of any other.
    package static func known(_ uid: UID) -> TransferSyntax? {
        let syntax = TransferSyntax(uid)
        return syntax.isKnown ? syntax : nil
    }

    /// True where compression may have lost something of the image.
    package var isLossy: Bool {
        switch self {
        case .jpegBaseline8Bit, .jpegExtended12Bit, .jpegLSNearLossless, .jpeg2000, .jpeg2000Multicomponent,
            .jpegXLJPEGRecompression, .jpegXL, .htj2k:
            true
        default: isVideo
        }
    }

    /// True of MPEG-2, MPEG-4 and HEVC, whose frames have no bytes of their own.
    package var isVideo: Bool { Self.videos.contains(self) }

    private static let names: [TransferSyntax: String] = [TransferSyntax: String](
        table.map { ($0.syntax, $0.name) },
        uniquingKeysWith: { first, _ in first }
    )

    private static let videos = Set(table.filter { $0.isVideo }.map(\.syntax))

    private struct Row {
        var syntax: TransferSyntax
        var name: String
        var isVideo = false

        init(_ syntax: TransferSyntax, _ name: String, isVideo: Bool = false) {
            self.syntax = syntax
            self.name = name
            self.isVideo = isVideo
        }
    }

    private static let table: [Row] = still + video

    private static let still: [Row] = [
        Row(.implicitVRLittleEndian, "Implicit VR Little Endian"),
        Row(.explicitVRLittleEndian, "Explicit VR Little Endian"),
        Row(.encapsulatedUncompressed, "Encapsulated Uncompressed Explicit VR Little Endian"),
        Row(.deflatedExplicitVRLittleEndian, "Deflated Explicit VR Little Endian"),
        Row(.explicitVRBigEndian, "Explicit VR Big Endian"),
        Row(.jpegBaseline8Bit, "JPEG Baseline (Process 1)"),
        Row(.jpegExtended12Bit, "JPEG Extended (Process 2 and 4)"),
        Row(.jpegLossless, "JPEG Lossless, Non-Hierarchical (Process 14)"),
        Row(
            .jpegLosslessFirstOrder,
            "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])"
        ),
        Row(.jpegLSLossless, "JPEG-LS Lossless Image Compression"),
        Row(.jpegLSNearLossless, "JPEG-LS Lossy (Near-Lossless) Image Compression"),
        Row(.jpeg2000Lossless, "JPEG 2000 Image Compression (Lossless Only)"),
        Row(.jpeg2000, "JPEG 2000 Image Compression"),
        Row(
            .jpeg2000MulticomponentLossless,
            "JPEG 2000 Part 2 Multi-component Image Compression (Lossless Only)"
        ),
        Row(.jpeg2000Multicomponent, "JPEG 2000 Part 2 Multi-component Image Compression"),
        Row(.jpegXLLossless, "JPEG XL Lossless"),
        Row(.jpegXLJPEGRecompression, "JPEG XL JPEG Recompression"),
        Row(.jpegXL, "JPEG XL"),
        Row(.htj2kLossless, "High-Throughput JPEG 2000 Image Compression (Lossless Only)"),
        Row(
            .htj2kLosslessRPCL,
            "High-Throughput JPEG 2000 with RPCL Options Image Compression (Lossless Only)"
        ),
        Row(.htj2k, "High-Throughput JPEG 2000 Image Compression"),
        Row(.rleLossless, "RLE Lossless"),
        Row(.deflatedImageFrame, "Deflated Image Frame Compression"),
    ]

    private static let video: [Row] = [
        Row(.mpeg2MainLevel, "MPEG2 Main Profile / Main Level", isVideo: true),
        Row(.mpeg2MainLevelFragmentable, "Fragmentable MPEG2 Main Profile / Main Level", isVideo: true),
        Row(.mpeg2HighLevel, "MPEG2 Main Profile / High Level", isVideo: true),
        Row(.mpeg2HighLevelFragmentable, "Fragmentable MPEG2 Main Profile / High Level", isVideo: true),
        Row(.mpeg4HighProfile41, "MPEG-4 AVC/H.264 High Profile / Level 4.1", isVideo: true),
        Row(
            .mpeg4HighProfile41Fragmentable,
            "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1",
            isVideo: true
        ),
        Row(.mpeg4BDCompatible41, "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", isVideo: true),
        Row(
            .mpeg4BDCompatible41Fragmentable,
            "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1",
            isVideo: true
        ),
        Row(.mpeg4HighProfile42For2D, "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", isVideo: true),
        Row(
            .mpeg4HighProfile42For2DFragmentable,
            "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video",
            isVideo: true
        ),
        Row(.mpeg4HighProfile42For3D, "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", isVideo: true),
        Row(
            .mpeg4HighProfile42For3DFragmentable,
            "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video",
            isVideo: true
        ),
        Row(.mpeg4StereoHighProfile42, "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", isVideo: true),
        Row(
            .mpeg4StereoHighProfile42Fragmentable,
            "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2",
            isVideo: true
        ),
        Row(.hevcMainProfile, "HEVC/H.265 Main Profile / Level 5.1", isVideo: true),
        Row(.hevcMain10Profile, "HEVC/H.265 Main 10 Profile / Level 5.1", isVideo: true),
    ]
}
