package import DICOMweb
package import Hummingbird
package import Logging

/// Which archives a base URI stands for.
package enum ArchiveSelection: Hashable, Sendable {
    /// `/dicom-web`: every archive that is federated, or the only one.
    case federated
    /// `/archives/{name}/dicom-web`: one archive; the name is that of a configured one.
    case named(String)
}

/// A request that has reached a DICOMweb resource.
///
/// HEAD arrives as GET, and what is answered loses its body afterwards. The task that serves it is cancelled when the
/// client leaves, before the head of the response as well as while its body is written.
package struct ResourceRequest: Sendable {
    package let http: Request
    package let archives: ArchiveSelection
    /// The absolute URL of the service, without a slash at its end (PS3.18 §8.2): what Retrieve URLs begin with.
    package let baseURI: String
    package let logger: Logger

    package init(http: Request, archives: ArchiveSelection, baseURI: String, logger: Logger) {
        self.http = http
        self.archives = archives
        self.baseURI = baseURI
        self.logger = logger
    }
}

/// What answers the DICOMweb resources: the routes know paths and nothing else.
///
/// The UIDs that a handler is given are valid; everything it throws is turned into a response by
/// `Problem.init(describing:)`, as long as the head has not been sent. A body that throws ends the response visibly
/// unfinished.
package struct ResourceHandlers: Sendable {
    package typealias Unscoped = @Sendable (ResourceRequest) async throws -> Response
    /// The study or series that is searched in; nil for all.
    package typealias Searched = @Sendable (ResourceRequest, Scope?) async throws -> Response
    package typealias Scoped = @Sendable (ResourceRequest, Scope) async throws -> Response
    /// Frame numbers start at 1, stand in the order of the request, and are at least one.
    package typealias Framed = @Sendable (ResourceRequest, Scope, [Int]) async throws -> Response
    package typealias Located = @Sendable (ResourceRequest, Scope, AttributePath) async throws -> Response
    /// The study that `POST /studies/{study}` names; nil for `POST /studies`.
    package typealias Stored = @Sendable (ResourceRequest, Scope?) async throws -> Response

    package var searchStudies: Unscoped
    /// Of a study, or of all.
    package var searchSeries: Searched
    /// Of a series, of a study or of all.
    package var searchInstances: Searched
    /// A study, a series or an instance, as the scope says.
    package var retrieveInstances: Scoped
    /// Of a study, a series or an instance.
    package var retrieveMetadata: Scoped
    package var retrieveFrames: Framed
    package var retrieveBulkData: Located
    /// Of a study, a series or an instance.
    package var retrieveRendered: Scoped
    package var retrieveRenderedFrames: Framed
    /// Of a study, a series or an instance.
    package var retrieveThumbnail: Scoped
    package var retrieveFrameThumbnail: Framed
    /// WADO-URI: the instance stands in the query component.
    package var retrieveSingle: Unscoped
    package var storeInstances: Stored

    package init(
        searchStudies: @escaping Unscoped,
        searchSeries: @escaping Searched,
        searchInstances: @escaping Searched,
        retrieveInstances: @escaping Scoped,
        retrieveMetadata: @escaping Scoped,
        retrieveFrames: @escaping Framed,
        retrieveBulkData: @escaping Located,
        retrieveRendered: @escaping Scoped,
        retrieveRenderedFrames: @escaping Framed,
        retrieveThumbnail: @escaping Scoped,
        retrieveFrameThumbnail: @escaping Framed,
        retrieveSingle: @escaping Unscoped,
        storeInstances: @escaping Stored
    ) {
        self.searchStudies = searchStudies
        self.searchSeries = searchSeries
        self.searchInstances = searchInstances
        self.retrieveInstances = retrieveInstances
        self.retrieveMetadata = retrieveMetadata
        self.retrieveFrames = retrieveFrames
        self.retrieveBulkData = retrieveBulkData
        self.retrieveRendered = retrieveRendered
        self.retrieveRenderedFrames = retrieveRenderedFrames
        self.retrieveThumbnail = retrieveThumbnail
        self.retrieveFrameThumbnail = retrieveFrameThumbnail
        self.retrieveSingle = retrieveSingle
        self.storeInstances = storeInstances
    }
}
