import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore
import Pixels

/// Answers with frames, as stored or decoded (PS3.18 §10.4.1.1.6), in the order in which they are asked for.
struct RetrieveFrames: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let codecs: CodecPool

    func respond(to request: ResourceRequest, _ scope: Scope, _ frames: [Int]) async throws -> Response {
        let accept = request.accept(try request.parameters.value("accept"))
        let instance = try await cache.instance(scope, of: try archives[request.archives])
        let source = try FrameSource(instance)
        try source.check(frames)
        let choice = try accept.choose(
            among: Offer.bulk(
                stored: instance.content.outgoingSyntax,
                isDecodable: source.isDecodable,
                isSingle: frames.count == 1
            )
        )
        let parts = FrameParts(source: source, choice: choice, frames: frames, codecs: codecs)
        return try await parts.response(to: request)
    }
}

/// Frames of one instance in one representation.
struct FrameParts: Sendable {
    let source: FrameSource
    let choice: Accept.Choice
    let frames: [Int]
    let codecs: CodecPool

    /// A frame of at most so many bytes is read, or decoded, before the status line.
    private static let readyLength = 64 << 20

    func response(to request: ResourceRequest) async throws -> Response {
        if let frame = frames.first, frames.count == 1, try source.storedLength(frame) <= Self.readyLength {
            return ready(frame, try await bytes(frame), request)
        }
        let multipart = MultipartWriter(rootType: choice.mediaType)
        let first = try await bytes(frames[0])
        return Response(
            status: .ok,
            headers: [.contentType: multipart.contentType.description],
            body: ResponseBody { writer in
                var multipart = multipart
                for (position, frame) in frames.enumerated() {
                    let bytes = position == 0 ? first : try await bytes(frame)
                    try await writer.write(head(frame, of: &multipart, request))
                    try await writer.write(bytes)
                }
                try await writer.write(multipart.closing)
                try await writer.finish(nil)
            }
        )
    }

    /// One frame, whole: nothing can fail after the status line.
    private func ready(_ frame: Int, _ bytes: ByteBuffer, _ request: ResourceRequest) -> Response {
        guard choice.packaging == .multipart else {
            return Response(
                status: .ok,
                headers: [
                    .contentType: choice.contentType.description,
                    .contentLocation: request.url(source.instance.scope.path(frame: frame)),
                ],
                body: ResponseBody(byteBuffer: bytes)
            )
        }
        var multipart = MultipartWriter(rootType: choice.mediaType)
        let buffers = [head(frame, of: &multipart, request), bytes, multipart.closing]
        return Response(
            status: .ok,
            headers: [.contentType: multipart.contentType.description],
            body: ResponseBody(contentsOf: buffers)
        )
    }

    private func head(_ frame: Int, of multipart: inout MultipartWriter, _ request: ResourceRequest) -> ByteBuffer {
        multipart.head(
            contentType: choice.contentType,
            contentLocation: request.url(source.instance.scope.path(frame: frame))
        )
    }

    private func bytes(_ frame: Int) async throws -> ByteBuffer {
        let isDecoded = choice.offer.transferSyntax.map { !$0.isEncapsulated } ?? false
        guard isDecoded, source.instance.content.transferSyntax.isEncapsulated else {
            return try source.stored(frame)
        }
        return try await codecs.run { try source.decoded(frame).bytes }
    }
}
