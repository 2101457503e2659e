import DICOM
import NIOCore

/// A frame's samples as the encoders of whole numbers take them: by pixel, the stored bits alone, at the lowest place.
///
/// The bits beside them are no part of the sample (PS3.5 §8.1.1), and are left out without a word: what scanners leave
/// there is a sign repeated, or nothing that anybody reads. Only retired overlays mean something there; frames with
/// them have no such form, and are encoded where whole words are kept, in RLE.
struct CodedSamples {
    /// What the samples now are: Bits Allocated the least that holds the stored bits, High Bit the highest of them.
    let description: PixelDescription
    let bytes: ByteBuffer

    /// The most bits that JPEG-LS has, and that decoders of JPEG 2000 are sure to have.
    static let maximumBits = 16

    /// True of whole numbers of 2 to 16 bits, each pixel with samples of its own (PS3.5 §8.2.3, §8.2.4).
    static func exist(for description: PixelDescription) -> Bool {
        description.bits.kind == .integer && description.bits.allocated >= 8
            && (2...maximumBits).contains(description.bits.stored)
            && !description.photometricInterpretation.isSubsampled && !description.hasOverlaysInUnusedBits
    }

    init(_ frame: Frame) throws(PixelError) {
        var description = frame.description
        let bits = description.bits
        description.planarConfiguration = .byPixel
        description.bits = try SampleBits(
            allocated: bits.stored <= 8 ? 8 : 16,
            stored: bits.stored,
            isSigned: bits.isSigned
        )
        self.description = description
        if bits.stored == bits.allocated, frame.description.planarConfiguration == .byPixel {
            bytes = frame.bytes
            return
        }
        bytes =
            switch (bits.bytes, description.bits.bytes) {
            case (1, _): Self.repacked(frame, from: UInt8.self, to: UInt8.self)
            case (2, 1): Self.repacked(frame, from: UInt16.self, to: UInt8.self)
            case (2, _): Self.repacked(frame, from: UInt16.self, to: UInt16.self)
            case (_, 1): Self.repacked(frame, from: UInt32.self, to: UInt8.self)
            default: Self.repacked(frame, from: UInt32.self, to: UInt16.self)
            }
    }

    var raster: Raster {
        Raster(description, precision: description.bits.stored)
    }

    var isRGB: Bool { description.photometricInterpretation == .rgb }

    /// What is said of samples that went through the reversible colour transform of JPEG 2000, as RGB does.
    var transformed: PixelDescription {
        var transformed = description
        if isRGB { transformed.photometricInterpretation = .ybrRCT }
        return transformed
    }

    private static func repacked<Source: SampleWord, Target: SampleWord>(
        _ frame: Frame,
        from _: Source.Type,
        to _: Target.Type
    ) -> ByteBuffer {
        let description = frame.description
        let (pixels, samples) = (description.pixels, description.samplesPerPixel)
        let (shift, mask) = (
            Source(truncatingIfNeeded: description.bits.shift), Source(truncatingIfNeeded: description.bits.mask)
        )
        let isByPlane = description.planarConfiguration == .byPlane && samples > 1
        let source = frame.bytes.readableBytesSpan
        var words = [Target](repeating: 0, count: pixels &* samples)
        var output = words.mutableSpan
        for index in output.indices {
            let place = isByPlane ? index % samples &* pixels &+ index / samples : index
            output[index] =
                Target(truncatingIfNeeded: source.word(place, as: Source.self) &>> shift & mask).littleEndian
        }
        return words.withUnsafeBytes { ByteBuffer(bytes: $0) }
    }
}
