import DICOMweb

/// The configured archives, and which of them a base URI stands for.
package struct ArchiveDirectory: Sendable {
    /// Nil when none of several is federated.
    private let federation: (any Archive)?
    private let byName: [String: any Archive]

    /// - Parameters:
    ///   - archives: all that are configured; at least one.
    ///   - federated: the names of those that `/dicom-web` asks; an only archive is asked in any case.
    package init(_ archives: [any Archive], federated: Set<String>) {
        byName = [String: any Archive](archives.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let members = archives.filter { federated.contains($0.name) }
        let asked = archives.count == 1 ? archives : members
        federation = asked.count > 1 ? FederatedArchive(asked) : asked.first
    }

    /// - Throws: `notFound` for a name that is not configured.
    subscript(selection: ArchiveSelection) -> any Archive {
        get throws(WebError) {
            switch selection {
            case .federated:
                guard let federation else { throw .notFound("none of the archives is federated: name one in the path") }
                return federation
            case .named(let name):
                guard let archive = byName[name] else { throw .notFound("there is no archive of that name") }
                return archive
            }
        }
    }
}
