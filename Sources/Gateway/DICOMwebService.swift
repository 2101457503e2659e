import DICOMweb
package import Pixels

/// The DICOMweb resources over the archives and the cache.
package struct DICOMwebService: Sendable {
    private let search: Search
    private let instances: RetrieveInstances
    private let metadata: RetrieveMetadata
    private let frames: RetrieveFrames
    private let bulkData: RetrieveBulkData
    private let rendered: RetrieveRendered
    private let thumbnail: RetrieveThumbnail
    private let single: RetrieveSingle
    private let store: StoreInstances

    /// - Parameters:
    ///   - codecs: where pixels are decoded and rendered.
    ///   - matchLimit: after so many matches an archive is told to stop.
    ///   - thumbnailLimits: bytes of thumbnails that are kept, and for how long.
    ///   - typeface: with which pictures are annotated.
    package init(
        archives: ArchiveDirectory,
        cache: InstanceCache,
        codecs: CodecPool,
        matchLimit: Int,
        thumbnailLimits: InstanceCache.Limits,
        typeface: Typeface
    ) {
        search = Search(archives: archives, matchLimit: matchLimit)
        instances = RetrieveInstances(archives: archives, cache: cache, codecs: codecs)
        metadata = RetrieveMetadata(archives: archives, cache: cache)
        frames = RetrieveFrames(archives: archives, cache: cache, codecs: codecs)
        bulkData = RetrieveBulkData(archives: archives, cache: cache, codecs: codecs)
        rendered = RetrieveRendered(archives: archives, cache: cache, codecs: codecs, typeface: typeface)
        thumbnail = RetrieveThumbnail(
            archives: archives,
            cache: cache,
            thumbnails: ThumbnailCache(maximumBytes: thumbnailLimits.bytes, lifetime: thumbnailLimits.idle),
            codecs: codecs,
            typeface: typeface
        )
        single = RetrieveSingle(
            archives: archives,
            cache: cache,
            instances: instances,
            codecs: codecs,
            typeface: typeface
        )
        store = StoreInstances(archives: archives, cache: cache)
    }

    package var handlers: ResourceHandlers {
        ResourceHandlers(
            searchStudies: { try await search.respond(to: $0, .study) },
            searchSeries: { try await search.respond(to: $0, .series, in: $1) },
            searchInstances: { try await search.respond(to: $0, .instance, in: $1) },
            retrieveInstances: { try await instances.respond(to: $0, $1) },
            retrieveMetadata: { try await metadata.respond(to: $0, $1) },
            retrieveFrames: { try await frames.respond(to: $0, $1, $2) },
            retrieveBulkData: { try await bulkData.respond(to: $0, $1, $2) },
            retrieveRendered: { try await rendered.respond(to: $0, $1) },
            retrieveRenderedFrames: { try await rendered.respond(to: $0, $1, $2) },
            retrieveThumbnail: { try await thumbnail.respond(to: $0, $1, nil) },
            retrieveFrameThumbnail: { try await thumbnail.respond(to: $0, $1, $2) },
            retrieveSingle: { try await single.respond(to: $0) },
            storeInstances: { try await store.respond(to: $0, into: $1) }
        )
    }
}
