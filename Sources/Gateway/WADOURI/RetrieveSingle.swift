import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import Pixels

/// Answers WADO-URI: one instance, or one picture of it, as the query component says (PS3.18 §9).
struct RetrieveSingle: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let instances: RetrieveInstances
    let codecs: CodecPool
    let typeface: Typeface

    /// - Parameter request: its base URI is that of the DICOMweb service of the same archives, for Content-Location.
    func respond(to request: ResourceRequest) async throws -> Response {
        let query = try URIQuery(request.parameters)
        if let accept = query.acceptedInstance {
            return try await instances.respond(to: request, query.scope, accept)
        }
        let drawing = Drawing(query, typeface)
        var response = try await rendered(query, drawing, request)
        response.headers.addWarnings(query.rendering.warnings + drawing.warnings)
        return response
    }

    private func rendered(_ query: URIQuery, _ drawing: Drawing, _ request: ResourceRequest) async throws -> Response {
        let archive = try archives[request.archives]
        let instance = try await cache.instance(query.scope, of: archive)
        let rendered = try RenderedInstance(instance)
        if let frame = query.frame { try check(frame, of: rendered) }
        var (drawing, frames) = (drawing, query.frame.map { [$0] })
        if let named = query.presentationState {
            let state = try await self.state(named, for: query.scope, of: archive)
            drawing.state = state
            // One picture: of the first frame that the state is for.
            frames = state.references.first { $0.instance == query.scope.instance }?.frames.first.map { [$0] }
            if let frames { try rendered.check(frames) }
        }
        let offers = rendered.offers(nil).map(\.alone)
        let choice = try request.accept(query.contentType).choose(among: offers)
        guard let part = try rendered.parts(frames, choice, drawing, codecs: codecs, request).first else {
            throw WebError.notAcceptable(Offer.mediaTypes(of: offers))
        }
        return try await .rendered(part)
    }

    /// §9.5.2.1: of an image that is not multi-frame no frame may be named, not even its only one.
    private func check(_ frame: Int, of rendered: RenderedInstance) throws {
        guard rendered.category == .image, rendered.header.integer(.numberOfFrames) != nil else {
            throw WebError.badRequest("frameNumber is for multi-frame images")
        }
        guard frame <= rendered.frameCount else {
            throw WebError.badRequest("frameNumber: the image has \(rendered.frameCount) frames")
        }
    }

    private func state(
        _ query: URIQuery.PresentationState,
        for image: Scope,
        of archive: any Archive
    ) async throws -> PresentationState {
        let scope = Scope.instance(study: image.study, series: query.series, instance: query.instance)
        let instance = try await cache.instance(scope, of: archive)
        guard PresentationState.Kind(instance.sopClass) != nil else {
            throw WebError.badRequest("presentationUID is not that of a Grayscale or Color Softcopy Presentation State")
        }
        let state = try PresentationState(instance.content.readingLargeValues(instance.content.header()))
        guard let image = image.instance, state.references.contains(where: { $0.instance == image }) else {
            throw WebError.badRequest("the presentation state is not for this image")
        }
        return state
    }
}

extension Offer {
    /// WADO-URI knows single parts only (PS3.18 §9.1.3).
    fileprivate var alone: Offer {
        var offer = self
        offer.packagings = [.single]
        return offer
    }
}
