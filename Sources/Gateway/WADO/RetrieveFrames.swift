import DICOM
import DICOMweb
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
        return try await besideEventLoop(if: instance.content.isLong) {
            try await respond(to: request, instance, frames, accept)
        }
    }

    private func respond(
        to request: ResourceRequest,
        _ instance: CachedInstance,
        _ frames: [Int],
        _ accept: Accept
    ) async throws -> Response {
        let source = try FrameSource(instance)
        try source.check(frames)
        let choice = try accept.choose(
            among: Offer.bulk(
                stored: instance.content.outgoingSyntax,
                isDecodable: source.isDecodable,
                targets: source.targets,
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

    /// A frame of at most so many bytes is held in whole with what stands around it.
    private static let readyLength = 64 << 20

    /// A frame of more bytes takes longer than about a tenth of a millisecond to read.
    private static let briefLength = 1 << 20

    func response(to request: ResourceRequest) async throws -> Response {
        let scope = source.instance.scope
        let answer = FrameAnswer(
            choice: choice,
            contentType: choice.contentType,
            location: { request.url(scope.path(frame: $0)) },
            ahead: made == nil ? 0 : codecs.ahead(of: source.frameLength),
            bytes: bytes
        )
        let length = try source.storedLength(frames[0])
        return try await answer.response(frames, isReady: length <= Self.readyLength)
    }

    /// What the frames have to be put into; nil where they go as they are stored.
    private var made: TransferSyntax? {
        choice.offer.transferSyntax == source.instance.content.outgoingSyntax ? nil : choice.offer.transferSyntax
    }

    @Sendable private func bytes(_ frame: Int) async throws -> ByteBuffer {
        guard let syntax = made else {
            let isLong = try !source.goesAsStored || source.storedLength(frame) > Self.briefLength
            return try await besideEventLoop(if: isLong) { try source.stored(frame) }
        }
        return try await codecs.run { try source.frame(frame, as: syntax, by: $0).bytes }
    }
}
