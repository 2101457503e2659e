import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers with instances as Part 10 files (WADO-RS, PS3.18 §10.4.1.1.1), each as soon as it is complete.
struct RetrieveInstances: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache
    let codecs: CodecPool

    /// The status is decided when the first instance is there, but for whom `several` waits; a failure after it leaves the
    /// response unfinished.
    func respond(to request: ResourceRequest, _ scope: Scope) async throws -> Response {
        try await respond(to: request, scope, request.accept(try request.parameters.value("accept")))
    }

    /// - Parameter accept: what the client takes.
    func respond(to request: ResourceRequest, _ scope: Scope, _ accept: Accept) async throws -> Response {
        let negotiation = InstanceNegotiation(accept: accept, isSingle: scope.instance != nil)
        let reader = await cache.reader(for: scope, of: try archives[request.archives])
        var instances = reader.makeAsyncIterator()
        guard let first = try await instances.next() else { throw WebError.notFound("there is no such instance") }
        if scope.instance != nil {
            let choice = try negotiation.choice(for: first)
            let outgoing = try await InstancePart(first, as: choice.syntax, codecs)
            guard choice.packaging == .multipart else { return single(outgoing, first, choice, request) }
            return multipart([Part(instance: first, choice: choice, outgoing: outgoing)], nil, negotiation, request)
        }
        return try await several(first, instances, isWhole: reader.isWhole, negotiation, request)
    }

    /// Selection is by part (PS3.18 §8.7.8.1), and where an instance fits none the status must say so, 206. That is known
    /// when the last has come. Whoever takes no instance as it is by default may well be refused some: then all are waited
    /// for. Others get the first at once, unless all are there anyway.
    private func several(
        _ first: CachedInstance,
        _ rest: InstanceReader.AsyncIterator,
        isWhole: Bool,
        _ negotiation: InstanceNegotiation,
        _ request: ResourceRequest
    ) async throws -> Response {
        if !negotiation.isSelective, !isWhole, let choice = try negotiation.chosen(for: first) {
            let outgoing = try await InstancePart(first, as: choice.syntax, codecs)
            return multipart([Part(instance: first, choice: choice, outgoing: outgoing)], rest, negotiation, request)
        }
        var (parts, skipped, rest, next) = ([Part](), 0, rest, Optional(first))
        while let instance = next {
            if let choice = try negotiation.chosen(for: instance) {
                // The first is made before the status line; the others on their way out.
                let outgoing = parts.isEmpty ? try await InstancePart(instance, as: choice.syntax, codecs) : nil
                parts.append(Part(instance: instance, choice: choice, outgoing: outgoing))
            } else {
                skipped += 1
            }
            next = try await rest.next()
        }
        guard !parts.isEmpty else { throw try negotiation.refusal(of: first) }
        var response = multipart(parts, nil, negotiation, request)
        guard skipped > 0 else { return response }
        response.status = .partialContent
        response.headers.addWarnings(["\(skipped) instances cannot be had in any of the acceptable media types"])
        return response
    }

    private func single(
        _ outgoing: InstancePart,
        _ instance: CachedInstance,
        _ choice: Accept.Choice,
        _ request: ResourceRequest
    ) -> Response {
        let write: @concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void = { writer in
            try await outgoing.write(to: &writer)
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: choice.contentType.description,
                .contentLocation: request.url(instance.scope.path),
            ],
            body: outgoing.count.map { ResponseBody(contentLength: $0, write) } ?? ResponseBody(write)
        )
    }

    /// An instance that arrives after the status line and fits nothing keeps the response from ending well, but not the
    /// others from going out: when the client asks again all are there, and the status can say it.
    ///
    /// - Parameters:
    ///   - parts: those that are known, the first of them made.
    ///   - rest: what is still arriving; nil when nothing is.
    private func multipart(
        _ parts: [Part],
        _ rest: InstanceReader.AsyncIterator?,
        _ negotiation: InstanceNegotiation,
        _ request: ResourceRequest
    ) -> Response {
        let multipart = MultipartWriter(rootType: .dicom)
        return Response(
            status: .ok,
            headers: [.contentType: multipart.contentType.description],
            body: ResponseBody { writer in
                var (multipart, known, rest) = (multipart, parts[...], rest)
                var refusal: WebError?
                while let part = try await next(&known, &rest, negotiation, &refusal) {
                    let outgoing = try await part.made(codecs)
                    let head = multipart.head(
                        contentType: part.choice.contentType,
                        contentLocation: request.url(part.instance.scope.path)
                    )
                    try await writer.write(head)
                    try await outgoing.write(to: &writer)
                }
                if let refusal { throw refusal }
                try await writer.write(multipart.closing)
                try await writer.finish(nil)
            }
        )
    }

    /// - Parameter refusal: why the first of those that fit nothing does not.
    private func next(
        _ known: inout ArraySlice<Part>,
        _ rest: inout InstanceReader.AsyncIterator?,
        _ negotiation: InstanceNegotiation,
        _ refusal: inout WebError?
    ) async throws -> Part? {
        if let part = known.popFirst() { return part }
        while let instance = try await rest?.next() {
            if let choice = try negotiation.chosen(for: instance) { return Part(instance: instance, choice: choice) }
            if refusal == nil { refusal = try negotiation.refusal(of: instance) }
        }
        return nil
    }

    /// An instance, and the form that was chosen for it.
    private struct Part: Sendable {
        var instance: CachedInstance
        var choice: Accept.Choice
        var outgoing: InstancePart?

        func made(_ codecs: CodecPool) async throws -> InstancePart {
            if let outgoing { return outgoing }
            return try await InstancePart(instance, as: choice.syntax, codecs)
        }
    }
}
