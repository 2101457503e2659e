import DICOM
import NIOCore
import Pixels

extension MadeInstance {
    /// The instance with its pixels compressed as its transfer syntax says, one fragment for each frame.
    ///
    /// Should the encoder refuse, the instance stays as it is.
    func compressed() -> MadeInstance {
        guard transferSyntax == .rleLossless, let pixels = dataSet.bytes(.pixelData),
            let fragments = fragments(of: pixels)
        else { return self }
        var result = self
        result.dataSet.set(DataElement(.pixelData, .OB, .fragments(.oneEach(fragments))))
        return result
    }

    private func fragments(of pixels: ByteBuffer) -> [ByteBuffer]? {
        do {
            let description = try PixelDescription(dataSet)
            var (rest, fragments) = (pixels, [ByteBuffer]())
            while let bytes = rest.readSlice(length: description.frameLength) {
                let frame = try Frame(decoding: bytes, description, .explicitVRLittleEndian)
                fragments.append(try Encoder.encode(frame, as: transferSyntax).bytes)
            }
            return fragments
        } catch {
            return nil
        }
    }
}

extension Fragments {
    /// Fragments of which each is a frame, with the offset table that says so (PS3.5 §A.4).
    static func oneEach(_ frames: [ByteBuffer]) -> Fragments {
        var offsets: [UInt32] = []
        var offset = 0
        for frame in frames {
            offsets.append(UInt32(clamping: offset))
            offset += 8 + frame.readableBytes + frame.readableBytes % 2
        }
        return Fragments(basicOffsetTable: offsets, fragments: frames)
    }
}
