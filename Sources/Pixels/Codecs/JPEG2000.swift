import DICOM
import NIOCore

/// JPEG 2000 and High-Throughput JPEG 2000 (PS3.5 §A.4.4, §A.4.11; ITU-T T.800, T.814), by OpenJPEG.
enum JPEG2000 {
    /// The samples by pixel; the components' own transforms are undone, which makes colour of them RGB.
    ///
    /// The precision is the codestream's. So is the pattern of bits; what it says of a sign and the data set does not is
    /// read as the data set has it, since files with the wrong one are common and the other way round is not. But in
    /// fewer bits than are stored nobody has left the sign away: there the codestream is believed that knows none.
    static func decode(
        _ bytes: ByteBuffer,
        _ description: PixelDescription,
        _ circumstances: Codec.Circumstances
    ) throws(PixelError) -> Frame {
        let codestream = try JP2Box.codestream(in: bytes)
        let header = try JPEG2000Header(codestream)
        try header.check(against: description)
        try DecodingBounds.check(description.frameLength, of: codestream.readableBytes)
        let reduce = header.halvings(upTo: circumstances.reduce)
        var decoded = description
        decoded.planarConfiguration = .byPixel
        decoded.bits = description.bits.lowered(to: header.precision)
        decoded.photometricInterpretation = header.photometricInterpretation(description.photometricInterpretation)
        decoded.columns = header.columns(reduced: reduce)
        decoded.rows = header.rows(reduced: reduce)
        var raster = Raster(decoded, precision: header.precision)
        raster.isSigned = raster.isSigned && (header.isSigned || header.precision >= description.bits.stored)
        let job = LibraryJob.decoding(raster, by: .jpeg2000, option: UInt32(truncatingIfNeeded: reduce))
        return try Frame(decoded, circumstances.libraries.run(job, on: codestream))
    }
}

/// How much a codestream may be said to hold, where its syntax has no bound of its own: an even image takes next to no
/// bytes, whatever its size.
enum DecodingBounds {
    /// A frame of so many bytes may be of a codestream of any length.
    static let freeLength = 64 << 20
    /// Beyond, each byte of the codestream may stand for so many.
    static let maximumExpansion = 1 << 16

    static func check(_ length: Int, of codestreamLength: Int) throws(PixelError) {
        let least = length / maximumExpansion
        guard length <= freeLength || least <= codestreamLength else {
            throw .truncated(expected: least, found: codestreamLength)
        }
    }
}
