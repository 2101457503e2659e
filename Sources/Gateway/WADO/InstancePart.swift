import DICOM
import Hummingbird
import NIOCore

/// An instance as a file (PS3.10 §7) in the transfer syntax that was chosen, with what it takes to write it.
struct InstancePart: Sendable {
    private enum Body: Sendable {
        case stored([SpoolPiece])
        case transcoded(Transcoding)
    }

    private let instance: CachedInstance
    private let body: Body

    /// Whatever can be known to fail has failed when this returns: of pixels in another form, the first frame is ready.
    ///
    /// - Throws: `DataError` when the data set cannot leave in an explicit VR; `PixelError` when the pixels cannot be
    ///   had in that syntax.
    init(_ instance: CachedInstance, as syntax: TransferSyntax, _ codecs: CodecPool) async throws {
        self.instance = instance
        let content = instance.content
        if syntax == content.outgoingSyntax || !content.hasPixels {
            let head = SpoolPiece.bytes(FileMeta(instance, syntax).encoded())
            body = .stored(try [head] + content.pieces(as: syntax))
        } else {
            body = .transcoded(try await Transcoding(instance, as: syntax, codecs))
        }
    }

    /// In bytes; nil where only compressing will tell.
    var count: Int? {
        switch body {
        case .stored(let pieces): pieces.reduce(0) { $0 + $1.count }
        case .transcoded(let transcoding): transcoding.count
        }
    }

    @concurrent func write(to writer: inout some ResponseBodyWriter) async throws {
        switch body {
        case .stored(let pieces): try await writer.write(instance.content.chunks(of: pieces))
        case .transcoded(let transcoding): try await transcoding.write(to: &writer)
        }
    }
}

extension FileMeta {
    init(_ instance: CachedInstance, _ syntax: TransferSyntax) {
        self.init(
            mediaStorageSOPClassUID: instance.sopClass,
            mediaStorageSOPInstanceUID: instance.instance,
            transferSyntax: syntax
        )
    }
}

extension ResponseBodyWriter {
    /// Reads and writes one chunk after the other.
    @concurrent mutating func write(_ chunks: SpoolChunks) async throws {
        var chunks = chunks
        while let bytes = try await besideEventLoop(if: true, { try chunks.next() }) {
            try await write(bytes)
        }
    }
}
