import DICOM
import DICOMweb
import Hummingbird
import Pixels

/// The images that a presentation state is for, seen through it (PS3.18 §8.3.5.1.6).
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
        // For one picture no more than one instance is moved.
        let references = choice.packaging == .single ? Array(state.references.prefix(1)) : state.references
        let how = stated
        let groups = try await images(of: references, in: instance.scope.study).map { image -> RenderedParts.Group in
            { try await pictures(of: image, choice, how, request) }
        }
        var parts = RenderedParts(groups)
        if choice.packaging == .single {
            guard let part = try await parts.next() else { throw WebError.notAcceptable([]) }
            return try await .rendered(part)
        }
        return try await .rendered(parts, orElse: Offer.mediaTypes(of: Offer.rendered()))
    }

    private func pictures(
        of image: PresentedImage,
        _ choice: Accept.Choice,
        _ drawing: Drawing,
        _ request: ResourceRequest
    ) async throws -> [RenderedPart] {
        let instance =
            if let held = image.instance { held } else { try await cache.instance(image.scope, of: archive) }
        let rendered = try image.rendered(instance)
        if let frames = image.frames { try rendered.check(frames) }
        return try rendered.parts(image.frames, choice, drawing, codecs: codecs, request)
    }

    /// The images, in the order in which they are shown. That order is known when the last has come, so they are held
    /// until their turn, and none is moved twice; of more than half of what the cache keeps, all come as they are referred to.
    private func images(of references: [PresentationState.Reference], in study: UID) async throws -> [PresentedImage] {
        var (images, room) = ([PresentedImage](), cache.capacity / 2)
        for reference in references {
            let scope = Scope.instance(study: study, series: reference.series, instance: reference.instance)
            var image = PresentedImage(scope: scope, frames: reference.frames.isEmpty ? nil : reference.frames)
            if room > 0 {
                let instance = try await cache.instance(scope, of: archive)
                room -= instance.content.extent.count
                image.instance = instance
            }
            images.append(image)
        }
        return try room > 0 ? PresentedImage.inOrder(images) : images
    }
}

/// An image of a presentation state, or some frames of one.
private struct PresentedImage: Sendable {
    let scope: Scope
    /// From 1; nil of the whole image.
    var frames: [Int]?
    /// Nil while it has not been retrieved.
    var instance: CachedInstance?

    /// A report or a document would go out as what it is not.
    func rendered(_ instance: CachedInstance) throws -> RenderedInstance {
        let rendered = try RenderedInstance(instance)
        guard rendered.category == .image else { throw PixelError.invalid(.referencedImageSequence) }
        return rendered
    }

    /// More frames come as they are referred to.
    private static let maximumFrames = 100_000

    /// The images, all retrieved, frame by frame in order; frames of one image that follow each other stay together.
    ///
    /// - Throws: `Problem` of an image that has not the frames, or cannot be rendered.
    static func inOrder(_ images: [PresentedImage]) throws -> [PresentedImage] {
        var (frames, places, counts) = ([Run](), [FramePlace](), [Int]())
        for (number, image) in images.enumerated() {
            guard let instance = image.instance else { return images }
            let rendered = try image.rendered(instance)
            if let named = image.frames { try rendered.check(named) }
            counts.append(max(1, rendered.frameCount))
            guard (image.frames?.count ?? counts[number]) <= maximumFrames - frames.count else { return images }
            for frame in image.frames ?? Array(1...counts[number]) {
                frames.append(Run(image: number, frames: [frame]))
                places.append(FramePlace(rendered.header, frame: frame))
            }
        }
        var runs: [Run] = []
        for next in places.order.map({ frames[$0] }) {
            if let last = runs.indices.last, runs[last].image == next.image {
                runs[last].frames += next.frames
            } else {
                runs.append(next)
            }
        }
        return runs.map { run in
            var image = images[run.image]
            // A whole image in its own order is left whole: as GIF it moves.
            if image.frames != nil || run.frames.count < counts[run.image] || run.frames != run.frames.sorted() {
                image.frames = run.frames
            }
            return image
        }
    }

    /// Frames of one image, by its number.
    private struct Run {
        let image: Int
        var frames: [Int]
    }
}
