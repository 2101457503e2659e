import DICOM
import NIOCore

/// JPEG Lossless, first-order prediction (PS3.5 §A.4.2; ITU-T T.81 Annex H): predictor 1, by pixel, with Huffman codes
/// that are made for the frame.
///
/// The codestream knows no sign and no colour: it holds the patterns of the stored bits, and the data set says what they
/// mean.
enum JPEGLosslessEncoder {
    static func takes(_ description: PixelDescription) -> Bool { CodedSamples.exist(for: description) }

    static func encode(_ frame: Frame) throws(PixelError) -> EncodedFrame {
        let samples = try CodedSamples(frame)
        let differences = JPEGDifferences(samples)
        let frequencies = differences.frequencies
        let codes = frequencies.map(JPEGHuffmanCode.init(frequencies:))
        let bits = zip(codes, frequencies).reduce(0) { $0 &+ $1.0.length(of: $1.1) }
        var bytes = ByteBuffer()
        bytes.reserveCapacity(headerRoom &+ bits / 8 &+ bits / stuffingShare)
        try bytes.writeHeader(samples.description, codes)
        differences.write(by: codes, to: &bytes)
        bytes.writeMarker(.endOfImage)
        return EncodedFrame(description: samples.description, bytes: bytes)
    }

    /// More than what stands around the entropy-coded segment.
    private static let headerRoom = 512
    /// Of so many bits one byte is more than enough for the zeros that follow bytes of ones, which are rare.
    private static let stuffingShare = 8 * 64
}

extension ByteBuffer {
    /// A marker, the length and what the segment holds (ITU-T T.81 §B.1.1.4).
    private mutating func writeSegment(_ marker: JPEGMarker, _ content: [UInt8]) {
        writeMarker(marker)
        writeInteger(UInt16(truncatingIfNeeded: content.count &+ MemoryLayout<UInt16>.size))
        writeBytes(content)
    }

    /// All that stands before the entropy-coded segment (§B.2.1).
    ///
    /// RGB is named so twice, by Adobe's marker and by the components' names, since many decoders take three components
    /// for YCbCr that say nothing of themselves.
    fileprivate mutating func writeHeader(
        _ description: PixelDescription,
        _ codes: [JPEGHuffmanCode]
    ) throws(PixelError) {
        guard let lines = UInt16(exactly: description.rows), let columns = UInt16(exactly: description.columns) else {
            throw .unsupportedForm("\(description.rows) rows of \(description.columns) in JPEG")
        }
        let isRGB = description.photometricInterpretation == .rgb
        let names = isRGB ? Array("RGB".utf8) : (1...UInt8(truncatingIfNeeded: codes.count)).map { $0 }
        writeMarker(.startOfImage)
        if isRGB {
            // Version 100, no flags, no transform.
            writeSegment(.adobe, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])
        }
        let size = [lines, columns].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let precision = UInt8(truncatingIfNeeded: description.bits.stored)
        // One sample of each in a pixel, and no quantization.
        writeSegment(
            .losslessFrame,
            [precision] + size + [UInt8(names.count)] + names.flatMap { [$0, 0x11, 0] }
        )
        for (table, code) in zip(UInt8(0)..., codes) {
            writeSegment(
                .defineHuffmanTables,
                [table] + code.specification.counts + code.specification.symbols
            )
        }
        // Ss is the predictor; no point transform.
        writeSegment(
            .startOfScan,
            [UInt8(names.count)] + zip(names, UInt8(0)...).flatMap { [$0, $1 << 4] }
                + [JPEGPredictor.left.rawValue, 0, 0]
        )
    }
}
