import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore

/// One part of a rendered payload, made when it is its turn.
struct RenderedPart: Sendable {
    let contentType: MediaType
    /// The absolute URL of what it shows.
    let location: String
    let make: @Sendable () async throws -> RenderedBody
}

/// The bytes of a part.
enum RenderedBody: Sendable {
    case bytes(ByteBuffer)
    /// As they lie in the spool.
    case stored(SpoolChunks, count: Int)
    /// What is at hand, and then frame by frame.
    case moving(ByteBuffer, rest: MovingPicture.Rest)

    /// In bytes; nil while it is not known.
    var count: Int? {
        switch self {
        case .bytes(let bytes): bytes.readableBytes
        case .stored(_, let count): count
        case .moving: nil
        }
    }

    /// Where the writer is used: beside the actors, as everywhere in a response body.
    @concurrent
    func write(to writer: inout any ResponseBodyWriter) async throws {
        switch self {
        case .bytes(let bytes): try await writer.write(bytes)
        case .stored(let chunks, _): try await writer.write(chunks)
        case .moving(let first, var rest):
            try await writer.write(first)
            while let bytes = try await rest.next() { try await writer.write(bytes) }
        }
    }
}

/// The parts of a payload in order, of instances that may still be arriving.
struct RenderedParts: Sendable {
    private var ready: ArraySlice<RenderedPart> = []
    private var groups: ArraySlice<Group>
    private var instances: InstanceReader.AsyncIterator?
    private let parts: @Sendable (CachedInstance) throws -> [RenderedPart]

    /// What finds out parts, when they are wanted.
    typealias Group = @Sendable () async throws -> [RenderedPart]

    /// The parts of each instance that comes.
    init(of instances: InstanceReader, parts: @Sendable @escaping (CachedInstance) throws -> [RenderedPart]) {
        groups = []
        self.instances = instances.makeAsyncIterator()
        self.parts = parts
    }

    init(_ groups: [Group]) {
        self.groups = groups[...]
        instances = nil
        parts = { _ in [] }
    }

    mutating func next() async throws -> RenderedPart? {
        while true {
            if let part = ready.popFirst() { return part }
            if let group = groups.popFirst() {
                ready = try await group()[...]
            } else if let instance = try await instances?.next() {
                ready = try parts(instance)[...]
            } else {
                return nil
            }
        }
    }
}

extension Response {
    /// A payload of one part, which is at hand.
    static func rendered(_ part: RenderedPart) async throws -> Response {
        let body = try await part.make()
        let headers: HTTPFields = [.contentType: part.contentType.description, .contentLocation: part.location]
        if case .bytes(let bytes) = body {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(contentLength: body.count) { writer in
                try await body.write(to: &writer)
                try await writer.finish(nil)
            }
        )
    }

    /// A payload of many, the first of which is at hand before the status line.
    ///
    /// - Throws: `notAcceptable` when there is none.
    static func rendered(_ parts: RenderedParts, orElse types: [MediaType]) async throws -> Response {
        var parts = parts
        guard let first = try await parts.next() else { throw WebError.notAcceptable(types) }
        let body = try await first.make()
        let multipart = MultipartWriter(rootType: first.contentType)
        return Response(
            status: .ok,
            headers: [.contentType: multipart.contentType.description],
            body: ResponseBody { [parts] writer in
                var (parts, multipart, part, body) = (parts, multipart, first, body)
                while true {
                    let head = multipart.head(contentType: part.contentType, contentLocation: part.location)
                    try await writer.write(head)
                    try await body.write(to: &writer)
                    guard let next = try await parts.next() else { break }
                    part = next
                    body = try await next.make()
                }
                try await writer.write(multipart.closing)
                try await writer.finish(nil)
            }
        )
    }
}
