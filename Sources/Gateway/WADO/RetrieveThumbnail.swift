import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore
import Pixels

/// Answers with one small picture of a study, a series, an instance or a frame (PS3.18 §10.4.1.1.4). One instance at
/// most is retrieved for it.
struct RetrieveThumbnail: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let thumbnails: ThumbnailCache
    let codecs: CodecPool
    let typeface: Typeface

    /// What a thumbnail fits in when the client does not say.
    static let defaultSide = 256

    /// - Parameter frames: numbers from 1, of which the first is shown; nil of a whole instance, series or study.
    func respond(to request: ResourceRequest, _ scope: Scope, _ frames: [Int]?) async throws -> Response {
        let query = try RenderingQuery(request.parameters, isThumbnail: true)
        let type = try request.accept(query.accept).choose(among: Offer.thumbnail).mediaType
        let (width, height) = query.viewport.map { ($0.width, $0.height) } ?? (Self.defaultSide, Self.defaultSide)
        let key = ThumbnailCache.Key(
            archives: request.archives,
            scope: scope,
            frame: frames?.first,
            width: width,
            height: height,
            type: type
        )
        let archive = try archives[request.archives]
        let thumbnail = try await thumbnails.thumbnail(key) { try await make(key, of: archive) }
        return Response(
            status: .ok,
            headers: [.contentType: type.description, .contentLocation: request.url(thumbnail.path)],
            body: ResponseBody(byteBuffer: thumbnail.bytes)
        )
    }

    private func make(_ key: ThumbnailCache.Key, of archive: any Archive) async throws -> ThumbnailCache.Thumbnail {
        let scope = try await Representative(archive: archive).instance(of: key.scope)
        let instance = try await cache.instance(scope, of: archive)
        return try await besideEventLoop(if: instance.content.isLong) { try await make(key, instance) }
    }

    private func make(_ key: ThumbnailCache.Key, _ instance: CachedInstance) async throws -> ThumbnailCache.Thumbnail {
        let scope = instance.scope
        let hasFrames = instance.content.hasPixels && instance.videoType == nil
        if hasFrames, let (bytes, frame) = try await picture(of: instance, key) {
            return ThumbnailCache.Thumbnail(bytes: bytes, path: scope.renderedPath(frame: frame))
        }
        guard key.frame == nil || hasFrames else {
            throw Problem(.notFound, "The instance has no frames.")
        }
        let modality = try instance.content.header().string(.modality) ?? "?"
        let side = min(key.width, key.height)
        let icon = try await codecs.run { [typeface] _ in
            try Picture.icon(modality, side: side, typeface).encoded(as: key.type)
        }
        return ThumbnailCache.Thumbnail(bytes: icon, path: scope.path)
    }

    /// The picture of the frame, or of the one in the middle; nil where there is none, or where it may show who the
    /// patient is.
    private func picture(of instance: CachedInstance, _ key: ThumbnailCache.Key) async throws -> (ByteBuffer, Int)? {
        let source = try FrameSource(instance)
        if let frame = key.frame { try source.check([frame]) }
        guard source.header.string(.burnedInAnnotation) != "YES" else { return nil }
        guard source.isDecodable else {
            throw Problem(.notAcceptable, "Pixels in transfer syntax \(instance.arrivedAs) cannot be rendered.")
        }
        let frame = key.frame ?? max(1, source.count / 2 + source.count % 2)
        let framing = Framing.viewport(Viewport(width: key.width, height: key.height))
        let bytes = try await codecs.run { libraries in
            let presentation = try Presentation(source.header, frame: frame)
            let reduce = try presentation.reduction(of: PixelDescription(source.header), for: framing)
            let picture = try source.decoded(frame, by: libraries, reduce: reduce)
                .rendered(presentation, framing: framing)
            return try picture.encoded(as: key.type)
        }
        return (bytes, frame)
    }
}
