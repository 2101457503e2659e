import DICOM
import DICOMweb
import Hummingbird
import Pixels

/// The images that a Grayscale Softcopy Presentation State is for, seen through it (PS3.18 §8.3.5.1.6).
struct PresentedImages: Sendable {
    let cache: InstanceCache
    let archive: any Archive
    let codecs: CodecPool

    /// - Throws: `badRequest` for what a presentation state decides itself.
    func response(
        _ instance: CachedInstance,
        _ frames: [Int]?,
        _ query: RenderingQuery,
        _ drawing: Drawing,
        _ accept: Accept,
        _ request: ResourceRequest
    ) async throws -> Response {
        guard frames == nil else { throw WebError.badRequest("a presentation state has no frames of its own") }
        guard query.window == nil else { throw WebError.badRequest("a presentation state has the window itself") }
        guard query.viewport?.isWholeImage ?? true else {
            throw WebError.badRequest("viewport of a presentation state is width,height")
        }
        let state = try PresentationState(instance.content.readingLargeValues(instance.content.header()))
        let choice = try accept.choose(among: Offer.rendered(.image, prefersParts: state.references.count > 1))
        var stated = drawing
        stated.state = state
        let (study, how) = (instance.scope.study, stated)
        let groups = state.references.map { reference -> RenderedParts.Group in
            { try await pictures(of: reference, study, choice, how, request) }
        }
        var parts = RenderedParts(groups)
        if choice.packaging == .single {
            guard let part = try await parts.next() else { throw WebError.notAcceptable([]) }
            return try await .rendered(part)
        }
        return try await .rendered(parts, orElse: Offer.mediaTypes(of: Offer.rendered()))
    }

    private func pictures(
        of reference: PresentationState.Reference,
        _ study: UID,
        _ choice: Accept.Choice,
        _ drawing: Drawing,
        _ request: ResourceRequest
    ) async throws -> [RenderedPart] {
        let scope = Scope.instance(study: study, series: reference.series, instance: reference.instance)
        let rendered = try RenderedInstance(await cache.instance(scope, of: archive))
        // A report or a document would go out as what it is not.
        guard rendered.category == .image else { throw PixelError.invalid(.referencedImageSequence) }
        let frames = reference.frames.isEmpty ? nil : reference.frames
        if let frames { try rendered.check(frames) }
        return try rendered.parts(frames, choice, drawing, codecs: codecs, request)
    }
}

extension StorageSOPClass {
    static let grayscaleSoftcopyPresentationState: UID = "1.2.840.10008.5.1.4.1.1.11.1"
}
