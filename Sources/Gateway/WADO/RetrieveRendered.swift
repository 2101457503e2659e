import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore
import Pixels

/// Answers with pictures of frames (PS3.18 §10.4.1.1.3).
struct RetrieveRendered: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let codecs: CodecPool

    /// - Parameter frames: nil of a whole instance, for which its first frame stands.
    func respond(to request: ResourceRequest, _ scope: Scope, _ frames: [Int]?) async throws -> Response {
        let query = try RenderingQuery(request.parameters)
        let frames = frames ?? [1]
        let choice = try request.accept(query.accept).choose(among: Offer.rendered(isSingle: frames.count == 1))
        let instance = try await cache.instance(scope, of: try archives[request.archives])
        guard instance.content.hasPixels else {
            throw Problem(.notAcceptable, "The instance has nothing that can be rendered.")
        }
        let source = try FrameSource(instance)
        guard source.isDecodable else {
            throw Problem(.notAcceptable, "Pixels in transfer syntax \(instance.arrivedAs) cannot be rendered.")
        }
        try source.check(frames)
        let pictures = RenderedParts(source: source, query: query, choice: choice, codecs: codecs)
        var response = try await pictures.response(frames, to: request)
        response.headers.addWarnings(query.warnings)
        return response
    }
}

/// Pictures of one instance's frames.
private struct RenderedParts: Sendable {
    let source: FrameSource
    let query: RenderingQuery
    let choice: Accept.Choice
    let codecs: CodecPool

    /// What a JPEG is compressed with when the client does not say (PS3.18 §8.3.5.1.2).
    private static let defaultQuality = 90

    func response(_ frames: [Int], to request: ResourceRequest) async throws -> Response {
        let scope = source.instance.scope
        let answer = FrameAnswer(
            choice: choice,
            contentType: choice.mediaType,
            location: { request.url(scope.path(frame: $0) + "/rendered") },
            bytes: picture
        )
        return try await answer.response(frames, isReady: true)
    }

    @Sendable private func picture(of frame: Int) async throws -> ByteBuffer {
        try await codecs.run { libraries in
            let presentation = try Presentation(source.header, frame: frame, window: query.window.map(Window.init))
            let picture = try source.decoded(frame, by: libraries)
                .rendered(presentation, viewport: query.viewport.map(Viewport.init))
            return choice.mediaType == .png
                ? try picture.png() : try picture.jpeg(quality: query.quality ?? Self.defaultQuality)
        }
    }
}

extension Window {
    fileprivate init(_ window: RenderingQuery.Window) {
        let function: Function =
            switch window.function {
            case .linear: .linear
            case .linearExact: .linearExact
            case .sigmoid: .sigmoid
            }
        self.init(center: window.center, width: window.width, function: function)
    }
}

extension Viewport {
    fileprivate init(_ viewport: RenderingQuery.Viewport) {
        self.init(
            width: viewport.width,
            height: viewport.height,
            x: viewport.sourceX,
            y: viewport.sourceY,
            regionWidth: viewport.sourceWidth,
            regionHeight: viewport.sourceHeight
        )
    }
}
