package import DICOM
package import NIOCore

/// A frame compressed without loss: what a fragment holds (PS3.5 §A.4).
package struct EncodedFrame: Sendable {
    /// What the data set must say of it: the Photometric Interpretation, for one, after a colour transform.
    package let description: PixelDescription
    package let bytes: ByteBuffer

    package init(description: PixelDescription, bytes: ByteBuffer) {
        self.description = description
        self.bytes = bytes
    }
}

/// Which transfer syntaxes frames can be put into, and by what. Nothing is lost in any of them.
package enum Encoder {
    typealias Encode = @Sendable (Frame, any LibraryRunner) throws(PixelError) -> EncodedFrame

    private struct Row: Sendable {
        var syntax: TransferSyntax
        var takes: @Sendable (PixelDescription) -> Bool
        var encode: Encode
    }

    private static let rows: [Row] = [
        Row(
            syntax: .rleLossless,
            takes: RLEEncoder.takes,
            encode: { (frame, _) throws(PixelError) in try RLEEncoder.encode(frame) }
        ),
        Row(
            syntax: .jpegLosslessFirstOrder,
            takes: JPEGLosslessEncoder.takes,
            encode: { (frame, _) throws(PixelError) in try JPEGLosslessEncoder.encode(frame) }
        ),
        Row(syntax: .jpegLSLossless, takes: JPEGLSEncoder.takes, encode: JPEGLSEncoder.encode),
        Row(syntax: .jpeg2000Lossless, takes: JPEG2000Encoder.takes, encode: JPEG2000Encoder.encode),
        Row(syntax: .htj2kLossless, takes: HTJ2KEncoder.takes, encode: HTJ2KEncoder.encode),
        Row(syntax: .htj2kLosslessRPCL, takes: HTJ2KEncoder.takes, encode: HTJ2KEncoder.encodeRPCL),
    ]

    /// All that there is an encoder for, in the order of preference.
    package static let syntaxes: [TransferSyntax] = rows.map(\.syntax)

    /// Those that frames of that shape can be put into.
    package static func syntaxes(for description: PixelDescription) -> [TransferSyntax] {
        rows.filter { $0.takes(description) }.map(\.syntax)
    }

    /// Those that frames which lie in that syntax can be put into, once they are decoded.
    package static func syntaxes(
        for description: PixelDescription,
        storedAs syntax: TransferSyntax
    ) -> [TransferSyntax] {
        var description = description
        if syntax.isEncapsulated, description.photometricInterpretation == .ybrFull422 {
            // No decoder leaves two pixels with one chrominance.
            description.photometricInterpretation = .ybrFull
        }
        return syntaxes(for: description)
    }

    /// - Parameter libraries: does what is not done here.
    /// - Throws: `PixelError.unsupported` for other syntaxes, `.unsupportedForm` for frames that they cannot hold,
    ///   `.notEncoded` when the encoder fails.
    package static func encode(
        _ frame: Frame,
        as syntax: TransferSyntax,
        by libraries: any LibraryRunner = NoLibraries()
    ) throws(PixelError) -> EncodedFrame {
        guard let row = rows.first(where: { $0.syntax == syntax }) else { throw .unsupported(transferSyntax: syntax) }
        guard row.takes(frame.description) else {
            let bits = frame.description.bits
            throw .unsupportedForm("\(bits.stored) of \(bits.allocated) bits in \(syntax.name)")
        }
        do throws(PixelError) {
            return try row.encode(frame, libraries)
        } catch .damaged(let words) {
            // What a library says in a worker: here there is nothing that could be damaged.
            throw .notEncoded(words)
        }
    }
}
