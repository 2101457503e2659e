import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore
import Pixels

/// Answers with pictures, reports, documents and video (PS3.18 §10.4.1.1.3).
struct RetrieveRendered: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let codecs: CodecPool
    let typeface: Typeface

    /// What is prepared of more frames takes long.
    private static let briefFrames = 64

    /// A study, a series or an instance.
    func respond(to request: ResourceRequest, _ scope: Scope) async throws -> Response {
        let query = try RenderingQuery(request.parameters)
        guard scope.instance == nil else { return try await respond(to: request, scope, nil, query) }
        return try await collection(scope, query, of: try archives[request.archives], request)
    }

    /// Frames of an instance.
    func respond(to request: ResourceRequest, _ scope: Scope, _ frames: [Int]) async throws -> Response {
        try await respond(to: request, scope, frames, try RenderingQuery(request.parameters))
    }

    /// Every instance in parts, or one picture that stands for them all, of which alone is asked for then.
    private func collection(
        _ scope: Scope,
        _ query: RenderingQuery,
        of archive: any Archive,
        _ request: ResourceRequest
    ) async throws -> Response {
        let accept = request.accept(query.accept)
        let choice = try accept.choose(among: Offer.renderedCollection)
        if choice.packaging == .single {
            return try await respond(to: request, Representative(archive: archive).instance(of: scope), nil, query)
        }
        let count = try await count(of: scope, accept, archive)
        let (drawing, codecs) = (Drawing(query, typeface), codecs)
        let parts = await RenderedParts(of: cache.reader(for: scope, of: archive)) { instance in
            guard let (rendered, choice) = try Self.chosen(instance, accept) else { return [] }
            return try rendered.parts(nil, choice, drawing, codecs: codecs, request)
        }
        var response = try await Response.rendered(parts, orElse: Offer.mediaTypes(of: Offer.renderedCollection))
        response.headers.addWarnings(query.warnings + drawing.warnings)
        guard count.leftOut > 0 else { return response }
        response.status = .partialContent
        response.headers.addWarnings([
            "\(count.leftOut) of \(count.all) instances cannot be rendered in any of the acceptable media types"
        ])
        return response
    }

    /// How many instances there are, and how many of them have nothing to show in a type that is acceptable. The status has
    /// to say so (PS3.18 §10.4.3.1), so all are waited for; none is held, and what does not fit the cache comes twice.
    private func count(
        of scope: Scope,
        _ accept: Accept,
        _ archive: any Archive
    ) async throws -> (all: Int, leftOut: Int) {
        var count = (all: 0, leftOut: 0)
        for try await instance in await cache.reader(for: scope, of: archive) {
            count.all += 1
            if try Self.chosen(instance, accept) == nil { count.leftOut += 1 }
        }
        return count
    }

    /// The instance and the form that was chosen for it; nil of what is no picture, or of a type that was not asked for
    /// (PS3.18 §8.7.8.2).
    private static func chosen(
        _ instance: CachedInstance,
        _ accept: Accept
    ) throws -> (RenderedInstance, Accept.Choice)? {
        guard let rendered = try RenderedInstance(renderable: instance),
            let choice = accept.chosen(among: rendered.offers(nil).map(\.inParts))
        else { return nil }
        return (rendered, choice)
    }

    /// - Parameter frames: nil of a whole instance.
    private func respond(
        to request: ResourceRequest,
        _ scope: Scope,
        _ frames: [Int]?,
        _ query: RenderingQuery
    ) async throws -> Response {
        let drawing = Drawing(query, typeface)
        let accept = request.accept(query.accept)
        let archive = try archives[request.archives]
        let instance = try await cache.instance(scope, of: archive)
        let isState = PresentationState.Kind(instance.sopClass) != nil
        let hasMany = frames?.count ?? 0 > Self.briefFrames
        let isLong = isState || instance.content.isLong || drawing.needsLargeValues || hasMany
        var response = try await besideEventLoop(if: isLong) {
            isState
                ? try await PresentedImages(cache: cache, archive: archive, codecs: codecs)
                    .response(instance, frames, query, drawing, accept, request)
                : try await rendered(instance, frames, drawing, accept, request)
        }
        response.headers.addWarnings(query.warnings + drawing.warnings)
        return response
    }

    private func rendered(
        _ instance: CachedInstance,
        _ frames: [Int]?,
        _ drawing: Drawing,
        _ accept: Accept,
        _ request: ResourceRequest
    ) async throws -> Response {
        let rendered = try RenderedInstance(instance)
        if let frames { try rendered.check(frames) }
        let choice = try accept.choose(among: rendered.offers(frames))
        let parts = try rendered.parts(frames, choice, drawing, codecs: codecs, request)
        if choice.packaging == .single, let part = parts.first { return try await .rendered(part) }
        return try await .rendered(RenderedParts([{ parts }]), orElse: [])
    }
}

extension RenderedInstance {
    /// Nil of what cannot be rendered.
    fileprivate init?(renderable instance: CachedInstance) throws {
        do {
            try self.init(instance)
            if category == .image { _ = try PixelDescription(header) }
        } catch let problem as Problem where problem.status == .notAcceptable {
            return nil
        } catch PixelError.unsupportedForm {
            return nil
        }
    }
}

extension Offer {
    fileprivate var inParts: Offer {
        var offer = self
        offer.packagings = [.multipart]
        return offer
    }
}
