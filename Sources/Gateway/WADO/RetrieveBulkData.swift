import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers the BulkDataURIs that metadata holds (PS3.18 §10.4.1.1.5).
struct RetrieveBulkData: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let codecs: CodecPool

    func respond(to request: ResourceRequest, _ scope: Scope, _ path: AttributePath) async throws -> Response {
        let accept = request.accept(try request.parameters.value("accept"))
        let instance = try await cache.instance(scope, of: try archives[request.archives])
        let header = try instance.content.header()
        guard let element = header.element(at: path) else {
            throw WebError.notFound("the instance has no such attribute")
        }
        if element.value.isEncapsulated { return try await frames(of: instance, accept, request) }
        if path.steps.isEmpty, path.tag == .pixelData, let source = try? FrameSource(instance) {
            // Native pixels that somebody wants compressed are frames too; what cannot be told apart is bytes.
            let choice = accept.chosen(among: offers(source))
            if let choice, choice.offer.isMade { return try await parts(source, choice, request) }
        }
        return try value(element, at: path, of: instance, header, accept, request)
    }

    /// Encapsulated pixels are a part for each frame (PS3.18 §8.7.3.3).
    private func frames(
        of instance: CachedInstance,
        _ accept: Accept,
        _ request: ResourceRequest
    ) async throws -> Response {
        let source = try FrameSource(instance)
        return try await parts(source, accept.choose(among: offers(source)), request)
    }

    private func offers(_ source: FrameSource) -> [Offer] {
        Offer.bulk(
            stored: source.instance.content.outgoingSyntax,
            isDecodable: source.isDecodable,
            targets: source.targets,
            isSingle: source.count == 1
        )
    }

    private func parts(
        _ source: FrameSource,
        _ choice: Accept.Choice,
        _ request: ResourceRequest
    ) async throws -> Response {
        try await FrameParts(source: source, choice: choice, frames: source.all(), codecs: codecs)
            .response(to: request)
    }

    private func value(
        _ element: DataElement,
        at path: AttributePath,
        of instance: CachedInstance,
        _ header: DataSet,
        _ accept: Accept,
        _ request: ResourceRequest
    ) throws -> Response {
        let choice = try accept.choose(among: offers(element, header))
        let piece = try piece(element, path.steps.isEmpty ? header : DataSet())
        var multipart = MultipartWriter(rootType: choice.mediaType)
        let location = request.url(instance.scope.path(bulkData: path))
        let isMultipart = choice.packaging == .multipart
        let head = isMultipart ? multipart.head(contentType: choice.contentType, contentLocation: location) : nil
        let closing = isMultipart ? multipart.closing : nil
        let length = (head?.readableBytes ?? 0) + piece.count + (closing?.readableBytes ?? 0)
        let type = isMultipart ? multipart.contentType : choice.contentType
        return Response(
            status: .ok,
            headers: [.contentType: type.description, .contentLocation: location],
            body: ResponseBody(contentLength: length) { writer in
                if let head { try await writer.write(head) }
                var chunks = instance.content.chunks(of: [piece])
                while let bytes = try chunks.next() {
                    try await writer.write(bytes)
                }
                if let closing { try await writer.write(closing) }
                try await writer.finish(nil)
            }
        )
    }

    /// An encapsulated document goes under its own type too (PS3.18 §8.7.3.3).
    private func offers(_ element: DataElement, _ header: DataSet) -> [Offer] {
        let packagings: [Offer.Packaging] = [.multipart, .single]
        let plain = Offer(.octetStream, .explicitVRLittleEndian, packagings: packagings, isDefault: true)
        guard element.tag == .encapsulatedDocument, let text = header.string(.mimeTypeOfEncapsulatedDocument),
            let type = MediaType(text)
        else { return [plain] }
        return [plain, Offer(type.essence, packagings: packagings)]
    }

    /// - Parameter image: the data set of which the element may be the pixels.
    private func piece(_ element: DataElement, _ image: DataSet) throws -> SpoolPiece {
        switch element.value {
        case .bytes(let bytes): return .bytes(bytes)
        case .deferred(let deferred):
            let width = element.tag == .pixelData ? image.pixelWidth(element.vr) : element.vr.width
            return .stored(deferred.range, swapping: deferred.byteOrder == .big ? width : 1)
        case .items, .fragments: throw WebError.notFound("the attribute is no bulk data")
        }
    }
}
