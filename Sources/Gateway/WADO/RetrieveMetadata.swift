import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers with the instances' attributes as DICOM JSON (PS3.18 §10.4.1.1.2), each as soon as it is complete.
struct RetrieveMetadata: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache

    /// The status is decided when the first instance is there; a failure after it leaves the array open.
    func respond(to request: ResourceRequest, _ scope: Scope) async throws -> Response {
        let choice = try request.accept(try request.parameters.value("accept")).choose(among: [.json])
        var instances = await cache.reader(for: scope, of: try archives[request.archives]).makeAsyncIterator()
        guard let first = try await instances.next() else { throw WebError.notFound("there is no such instance") }
        let beginning = try json(first, request)
        return Response(
            status: .ok,
            headers: [.contentType: choice.contentType.description],
            body: ResponseBody { [instances] writer in
                var rest = instances
                try await writer.write(ByteBuffer(string: "["))
                try await writer.write(beginning)
                while let instance = try await rest.next() {
                    try await writer.write(ByteBuffer(string: ","))
                    try await writer.write(try json(instance, request))
                }
                try await writer.write(ByteBuffer(string: "]"))
                try await writer.finish(nil)
            }
        )
    }

    private func json(_ instance: CachedInstance, _ request: ResourceRequest) throws -> ByteBuffer {
        var dataSet = try instance.content.header()
        dataSet.set(.availableTransferSyntaxUID, uid: instance.content.outgoingSyntax.uid)
        let scope = instance.scope
        let bulkData = JSONWriter.BulkData { request.url(scope.path(bulkData: $0)) }
        var writer = JSONWriter(bulkData: bulkData)
        writer.write(dataSet)
        return writer.take()
    }
}
