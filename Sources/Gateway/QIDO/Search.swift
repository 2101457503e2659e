import DICOM
import DICOMweb
import HTTPTypes
import Hummingbird
import Logging

/// Answers searches (QIDO-RS, PS3.18 §10.6) with what the archive finds by C-FIND.
struct Search: Sendable {
    private let archives: ArchiveDirectory
    private let matchLimit: Int
    private let snapshots: SearchSnapshots

    /// How many times the matches of one search are kept for those who page.
    private static let snapshotFactor = 4

    /// - Parameter matchLimit: after so many matches the archive is told to stop.
    init(archives: ArchiveDirectory, matchLimit: Int) {
        self.archives = archives
        self.matchLimit = matchLimit
        snapshots = SearchSnapshots(maximumResults: matchLimit * Self.snapshotFactor)
    }

    /// - Throws: before the status line, whatever fails: a list is sent when the archive has said that it is whole.
    func respond(
        to request: ResourceRequest,
        _ level: SearchQuery.Level,
        in scope: Scope? = nil
    ) async throws -> Response {
        let query = try SearchQuery(level, study: scope?.study, series: scope?.series, query: request.query)
        let choice = try request.accept(query.accept).choose(among: [.json])
        let archive = try archives[request.archives]
        var page = try await snapshot(of: query, in: archive, for: request).page(for: query)
        try await count(&page, of: query, in: archive, request.logger)
        var response = page.results.isEmpty ? Response(status: .noContent) : json(page.results, choice.contentType)
        response.headers[.cacheControl] = "no-cache"
        response.headers.addWarnings(page.warnings)
        return response
    }

    /// The results that the page is cut from: what an earlier page left, when this is a later one.
    private func snapshot(
        of query: SearchQuery,
        in archive: any Archive,
        for request: ResourceRequest
    ) async throws -> SearchSnapshot {
        let key = SearchSnapshots.Key(request.archives, query, root: request.baseURI)
        if query.offset > 0, let kept = await snapshots.snapshot(key) { return kept }
        let answer = try await archive.search(query, limit: matchLimit)
        var results = SearchResults(query, root: request.baseURI, hasFuzzyNames: answer.hasFuzzyNames)
        for match in answer.matches {
            results.add(match)
        }
        let snapshot = results.snapshot(
            isComplete: !answer.isTruncated,
            warnings: query.warnings(hasFuzzyNames: answer.hasFuzzyNames) + answer.warnings
        )
        if let limit = query.limit, limit > 0, snapshot.results.count > limit {
            await snapshots.keep(snapshot, key)
        }
        return snapshot
    }

    /// Counts what the archive did not tell of the results that are shown.
    private func count(
        _ page: inout SearchSnapshot.Page,
        of query: SearchQuery,
        in archive: any Archive,
        _ logger: Logger
    ) async throws {
        let missing = MissingCounts(query)
        let entities = missing.entities(of: page.results)
        guard !entities.isEmpty else { return }
        do {
            let counts = try await archive.count(entities, limit: matchLimit)
            page.results = page.results.map { missing.filling($0, with: counts) }
        } catch let error as ArchiveError {
            // The results stand without: they are what was asked for.
            logger.notice("not counted", metadata: ["archive": "\(error.archive)", "cause": "\(error.cause)"])
        }
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
