import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers with instances as Part 10 files (WADO-RS, PS3.18 §10.4.1.1.1), each as soon as it is complete.
struct RetrieveInstances: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache

    /// The status is decided when the first instance is there; a failure after it leaves the response unfinished.
    func respond(to request: ResourceRequest, _ scope: Scope) async throws -> Response {
        try await respond(to: request, scope, request.accept(try request.parameters.value("accept")))
    }

    /// - Parameter accept: what the client takes.
    func respond(to request: ResourceRequest, _ scope: Scope, _ accept: Accept) async throws -> Response {
        var instances = await cache.reader(for: scope, of: try archives[request.archives]).makeAsyncIterator()
        guard let first = try await instances.next() else { throw WebError.notFound("there is no such instance") }
        let isSingle = scope.instance != nil
        let choice = try accept.choose(among: offers(first, isSingle: isSingle))
        if choice.packaging == .single { return try single(first, choice, request) }
        return multipart(first, instances, request) { instance in
            guard let choice = accept.chosen(among: offers(instance, isSingle: isSingle)) else {
                throw WebError.notAcceptable(Offer.mediaTypes(of: offers(instance, isSingle: isSingle)))
            }
            return choice
        }
    }

    /// What is stored is what is sent: compressed pixels stay as they are.
    private func offers(_ instance: CachedInstance, isSingle: Bool) -> [Offer] {
        Offer.instance(
            stored: instance.content.outgoingSyntax,
            isDecodable: !instance.content.transferSyntax.isEncapsulated,
            isLossy: true,
            isSingle: isSingle
        )
    }

    private func single(
        _ instance: CachedInstance,
        _ choice: Accept.Choice,
        _ request: ResourceRequest
    ) throws -> Response {
        let part = try Part10(instance)
        return Response(
            status: .ok,
            headers: [
                .contentType: choice.contentType.description,
                .contentLocation: request.url(instance.scope.path),
            ],
            body: ResponseBody(contentLength: part.count) { writer in
                var chunks = part.chunks
                while let bytes = try chunks.next() {
                    try await writer.write(bytes)
                }
                try await writer.finish(nil)
            }
        )
    }

    private func multipart(
        _ first: CachedInstance,
        _ rest: InstanceReader.AsyncIterator,
        _ request: ResourceRequest,
        choose: @Sendable @escaping (CachedInstance) throws -> Accept.Choice
    ) -> Response {
        let multipart = MultipartWriter(rootType: .dicom)
        return Response(
            status: .ok,
            headers: [.contentType: multipart.contentType.description],
            body: ResponseBody { writer in
                var (multipart, rest, next) = (multipart, rest, Optional(first))
                while let instance = next {
                    let part = try Part10(instance)
                    let head = multipart.head(
                        contentType: try choose(instance).contentType,
                        contentLocation: request.url(instance.scope.path)
                    )
                    try await writer.write(head)
                    var chunks = part.chunks
                    while let bytes = try chunks.next() {
                        try await writer.write(bytes)
                    }
                    next = try await rest.next()
                }
                try await writer.write(multipart.closing)
                try await writer.finish(nil)
            }
        )
    }
}

/// An instance as a file (PS3.10 §7), with what it takes to write it.
private struct Part10: Sendable {
    private let pieces: [SpoolPiece]
    let chunks: SpoolChunks

    /// - Throws: `DataError` when the data set cannot leave in an explicit VR.
    init(_ instance: CachedInstance) throws {
        let content = instance.content
        let head = FileMeta(
            mediaStorageSOPClassUID: instance.sopClass,
            mediaStorageSOPInstanceUID: instance.instance,
            transferSyntax: content.outgoingSyntax
        ).encoded()
        pieces = try [.bytes(head)] + content.pieces(as: content.outgoingSyntax)
        chunks = content.chunks(of: pieces)
    }

    /// In bytes.
    var count: Int { pieces.reduce(0) { $0 + $1.count } }
}
