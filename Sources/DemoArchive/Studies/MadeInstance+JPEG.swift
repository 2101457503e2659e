import DICOM
import NIOCore
import Pixels

extension MadeInstance {
    /// The single colour frame in JPEG Baseline, and the attributes that say so (PS3.5 §8.2.1, PS3.3 §C.7.6.1.1.5).
    ///
    /// Should the encoder refuse, the instance stays as it is: the demo is then a little poorer.
    func jpegBaseline(quality: Int) -> MadeInstance {
        guard let pixels = dataSet.bytes(.pixelData), let jpeg = jpeg(of: pixels, quality: quality) else { return self }
        var result = MadeInstance(dataSet: dataSet, transferSyntax: .jpegBaseline8Bit)
        let ratio = Double(pixels.readableBytes) / Double(max(jpeg.readableBytes, 1))
        result.dataSet.set(.photometricInterpretation, "YBR_FULL")
        result.dataSet.set(.lossyImageCompression, "01")
        result.dataSet.set(.lossyImageCompressionRatio, numbers: (ratio * 100).rounded() / 100)
        result.dataSet.set(.lossyImageCompressionMethod, "ISO_10918_1")
        result.dataSet.set(DataElement(.pixelData, .OB, .fragments(.oneEach([jpeg]))))
        return result
    }

    private func jpeg(of pixels: ByteBuffer, quality: Int) -> ByteBuffer? {
        do {
            let frame = try Frame(decoding: pixels, PixelDescription(dataSet), .explicitVRLittleEndian)
            var jpeg = try frame.rendered(Presentation(dataSet, frame: 1)).jpeg(quality: quality)
            if jpeg.readableBytes % 2 == 1 { jpeg.writeInteger(UInt8(0)) }
            return jpeg
        } catch {
            return nil
        }
    }
}
