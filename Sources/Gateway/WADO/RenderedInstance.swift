import DICOM
import DICOMweb
import HTTPTypes
import NIOCore
import Pixels

/// An instance in the cache, to be rendered as what it is.
struct RenderedInstance: Sendable {
    let instance: CachedInstance
    let header: DataSet
    let category: RenderedCategory
    /// Of images.
    private let source: FrameSource?

    /// - Throws: `Problem` 406 of what cannot be rendered.
    init(_ instance: CachedInstance) throws {
        self.instance = instance
        source = instance.content.hasPixels && instance.videoType == nil ? try FrameSource(instance) : nil
        header = try source?.header ?? instance.content.header()
        guard let category = instance.renderedCategory(header) else {
            throw Problem(.notAcceptable, "The instance has nothing that can be rendered.")
        }
        self.category = category
        guard category != .image || source?.isDecodable == true else {
            throw Problem(.notAcceptable, "Pixels in transfer syntax \(instance.arrivedAs) cannot be rendered.")
        }
    }

    /// - Throws: `Problem` 404 when one of the frames, counted from 1, is not there.
    func check(_ frames: [Int]) throws {
        guard let source else { throw Problem(.notFound, "The instance has no frames.") }
        try source.check(frames)
    }

    /// How many frames it has; of what is no image, one.
    var frameCount: Int { source?.count ?? 1 }

    /// - Parameter frames: nil of the whole instance.
    func offers(_ frames: [Int]?) -> [Offer] {
        Offer.rendered(category, isSingle: frames.map { $0.count == 1 } ?? true)
    }

    /// The parts that were chosen.
    ///
    /// - Parameters:
    ///   - frames: numbers from 1; nil of the whole instance, for which its first frame stands where one picture
    ///     is wanted.
    func parts(
        _ frames: [Int]?,
        _ choice: Accept.Choice,
        _ drawing: Drawing,
        codecs: CodecPool,
        _ request: ResourceRequest
    ) throws -> [RenderedPart] {
        let location = request.url(instance.scope.renderedPath())
        switch category {
        case .image: return try pictures(frames, choice, drawing, codecs, request)
        case .text:
            let report = try report(as: choice.mediaType)
            let type = choice.mediaType.with("charset", "utf-8")
            return [RenderedPart(contentType: type, location: location) { .bytes(report) }]
        case .video, .document:
            let pieces = try storedPieces()
            let chunks = instance.content.chunks(of: pieces)
            let count = pieces.reduce(0) { $0 + $1.count }
            return [RenderedPart(contentType: choice.mediaType, location: location) { .stored(chunks, count: count) }]
        }
    }

    private func pictures(
        _ frames: [Int]?,
        _ choice: Accept.Choice,
        _ drawing: Drawing,
        _ codecs: CodecPool,
        _ request: ResourceRequest
    ) throws -> [RenderedPart] {
        guard let source else { return [] }
        try drawing.check(choice.mediaType)
        let header = try drawing.needsLargeValues ? instance.content.readingLargeValues(header) : header
        let picture = { @Sendable (number: Int) async throws in
            try await codecs.run { try drawing.picture(of: number, from: source, header, by: $0) }
        }
        let (type, isWhole) = (choice.mediaType, frames == nil)
        // One picture stands for all frames, unless it moves.
        let isOne = choice.packaging == .single && type != .gif
        let all = try frames ?? (isOne ? [1] : source.all())
        if type == .gif, all.count > 1, isWhole || choice.packaging == .single {
            let moving = MovingPicture(all, of: header, codecs: codecs, picture: picture)
            let location = request.url(instance.scope.renderedPath())
            return [RenderedPart(contentType: type, location: location) { try await moving.body() }]
        }
        return (choice.packaging == .single ? Array(all.prefix(1)) : all).map { number in
            let location = request.url(instance.scope.renderedPath(frame: number))
            return RenderedPart(contentType: type, location: location) {
                .bytes(
                    try await codecs.run(isBrief: type == .jpeg && drawing.isPlain && source.isBrief(number)) {
                        libraries in
                        let picture = try drawing.picture(of: number, from: source, header, by: libraries)
                        return try drawing.encoded(picture, header, as: type, by: libraries)
                    }
                )
            }
        }
    }

    private func report(as type: MediaType) throws -> ByteBuffer {
        guard let report = Report(try instance.content.readingTexts(header)) else {
            throw Problem(.notAcceptable, "The instance has nothing that can be rendered.")
        }
        return ByteBuffer(string: type == .plainText ? report.plainText : report.html)
    }

    /// The codestream of a video, or the document without the byte that makes its length even.
    private func storedPieces() throws -> [SpoolPiece] {
        let element = category.isDocument ? header[.encapsulatedDocument] : header.pixelElement
        switch element?.value {
        case .deferred(let deferred):
            if let encapsulation = deferred.encapsulation {
                return encapsulation.fragments.map { .stored($0, swapping: 1) }
            }
            let length = documentLength(of: deferred.range.count)
            return [.stored(deferred.range.lowerBound..<deferred.range.lowerBound + length, swapping: 1)]
        case .bytes(let bytes):
            let length = documentLength(of: bytes.readableBytes)
            return [.bytes(bytes.getSlice(at: bytes.readerIndex, length: length) ?? bytes)]
        case .fragments(let fragments): return fragments.fragments.map { .bytes($0) }
        case .items, nil: throw Problem(.notAcceptable, "The instance has nothing that can be rendered.")
        }
    }

    /// What Encapsulated Document Length (0042,0015) says of so many bytes, if it can be.
    private func documentLength(of count: Int) -> Int {
        guard category.isDocument, let said = header.integer(.encapsulatedDocumentLength) else { return count }
        return said > 0 && said <= count && said >= count - 1 ? said : count
    }
}

extension RenderedCategory {
    fileprivate var isDocument: Bool { if case .document = self { true } else { false } }
}

extension Drawing {
    /// True where values that are left in the spool may take part.
    var needsLargeValues: Bool { state != nil || annotations.contains(.overlay) || profile != .no }
}

extension Tag {
    fileprivate static let encapsulatedDocumentLength = Tag(0x0042, 0x0015)
}
