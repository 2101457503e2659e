import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird

/// Answers searches (QIDO-RS, PS3.18 §10.6) with what the archive finds by C-FIND.
struct Search: Sendable {
    let archives: ArchiveDirectory
    /// After so many matches the archive is told to stop.
    let matchLimit: Int

    /// - Throws: before the status line, whatever fails: a list is sent when the archive has said that it is whole.
    func respond(
        to request: ResourceRequest,
        _ level: SearchQuery.Level,
        in scope: Scope? = nil
    ) async throws -> Response {
        let query = try SearchQuery(level, study: scope?.study, series: scope?.series, query: request.query)
        let choice = try request.accept(query.accept).choose(among: [.json])
        let archive = try archives[request.archives]
        let answer = try await archive.search(query, limit: matchLimit)
        var results = SearchResults(query, root: request.baseURI)
        for match in answer.matches {
            results.add(match)
        }
        // What includefield names of the levels above needs a search there.
        for above in query.above where results.count > 0 {
            for match in try await archive.search(above, limit: 1).matches {
                results.add(match, above: above)
            }
        }
        let page = results.snapshot(isComplete: !answer.isTruncated).page(for: query)
        var response = page.results.isEmpty ? Response(status: .noContent) : json(page.results, choice.contentType)
        response.headers[.cacheControl] = "no-cache"
        response.headers.addWarnings(page.warnings)
        return response
    }

    private func json(_ results: [DataSet], _ type: MediaType) -> Response {
        var writer = JSONWriter()
        writer.write(results)
        return Response(
            status: .ok,
            headers: [.contentType: type.description],
            body: ResponseBody(byteBuffer: writer.take())
        )
    }
}
