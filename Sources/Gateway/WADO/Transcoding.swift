import DICOM
import Hummingbird
import NIOCore
import Pixels

/// An instance whose pixels go into another form on their way out, frame by frame: while one is written, the next ones
/// are decoded and encoded.
///
/// UIDs stay as they are: nothing is lost that was there (requirements R-27).
struct Transcoding: Sendable {
    private let source: FrameSource
    private let syntax: TransferSyntax
    private let codecs: CodecPool
    private let first: EncodedFrame
    /// The file meta, and the data set up to the pixels' own header.
    private let head: [SpoolPiece]
    private let tail: [SpoolPiece]

    /// - Throws: as ``FrameSource/frame(_:as:by:)`` of the first frame, and ``FrameSource/checkLast()``;
    ///   `PixelError.tooLarge` when the pixels do not fit a native value.
    init(_ instance: CachedInstance, as syntax: TransferSyntax, _ codecs: CodecPool) async throws {
        let source = try FrameSource(instance)
        try source.checkLast()
        let first = try await codecs.run { try source.frame(1, as: syntax, by: $0) }
        self.source = source
        self.syntax = syntax
        self.codecs = codecs
        self.first = first
        let content = instance.content
        var dataSet = source.header
        first.description.apply(to: &dataSet, decodedFrom: content.transferSyntax)
        // Offsets of fragments as they were (PS3.3 §C.7.6.3.1.8).
        dataSet.remove(.extendedOffsetTable)
        dataSet.remove(.extendedOffsetTableLengths)
        let pixels =
            syntax.isEncapsulated
            ? PixelDataHeaders.encapsulated()
            : try Self.nativeHeader(first, source.count)
        head =
            try [.bytes(FileMeta(instance, syntax).encoded())]
            + content.pieces(of: dataSet.elements { $0 < .pixelData }, as: syntax) + [.bytes(pixels)]
        tail = try content.pieces(of: dataSet.elements { $0 > .pixelData }, as: syntax)
    }

    private static func nativeHeader(_ frame: EncodedFrame, _ frames: Int) throws -> ByteBuffer {
        let (length, isTooLarge) = frame.bytes.readableBytes.multipliedReportingOverflow(by: frames)
        guard !isTooLarge, length < PixelDataHeaders.maximumLength else { throw PixelError.tooLarge }
        return PixelDataHeaders.native(
            length: length + length % 2,
            bitsAllocated: frame.description.bits.allocated
        )
    }

    /// In bytes; nil where only compressing will tell.
    var count: Int? {
        guard !syntax.isEncapsulated else { return nil }
        let pixels = first.bytes.readableBytes * source.count
        return (head + tail).reduce(pixels + pixels % 2) { $0 + $1.count }
    }

    @concurrent func write(to writer: inout some ResponseBodyWriter) async throws {
        let content = source.instance.content
        try await writer.write(content.chunks(of: head))
        try await write(first, to: &writer)
        let others = MadeAhead(ahead: codecs.ahead(of: source.frameLength)) { [source, syntax, codecs] number in
            try await codecs.run { try source.frame(number, as: syntax, by: $0) }
        }
        try await others.forEach(source.count > 1 ? Array(2...source.count) : []) { _, frame in
            // A description that changes from frame to frame would contradict what has been written of the first.
            guard frame.description == first.description else { throw PixelError.invalid(.pixelData) }
            try await write(frame, to: &writer)
        }
        if syntax.isEncapsulated {
            try await writer.write(PixelDataHeaders.delimiter())
        } else if !(first.bytes.readableBytes * source.count).isMultiple(of: 2) {
            try await writer.write(Self.padding)
        }
        try await writer.write(content.chunks(of: tail))
    }

    /// A frame in native form as it is, a compressed one in a fragment of its own, of even length (PS3.5 §A.4).
    @concurrent private func write(_ frame: EncodedFrame, to writer: inout some ResponseBodyWriter) async throws {
        guard syntax.isEncapsulated else { return try await writer.write(frame.bytes) }
        try await writer.write(PixelDataHeaders.fragment(length: frame.bytes.readableBytes))
        try await writer.write(frame.bytes)
        if !frame.bytes.readableBytes.isMultiple(of: 2) { try await writer.write(Self.padding) }
    }

    private static let padding = ByteBuffer(bytes: [0])
}

extension DataSet {
    /// The elements whose tags the predicate picks, as a data set in the same character set.
    fileprivate func elements(_ isPicked: (Tag) -> Bool) -> DataSet {
        var picked = self
        picked.removeAll { !isPicked($0.tag) }
        return picked
    }
}
