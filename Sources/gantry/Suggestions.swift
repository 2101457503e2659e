import DICOM
import DICOMweb
import Gateway

/// What to try with a running gateway: its start page, and commands that work when pasted.
struct Suggestions {
    let text: String

    /// - Parameter address: of the gateway, without a slash at its end.
    init(of archive: any Archive, at address: String) async throws {
        let base = "\(address)/dicom-web"
        guard let instance = try await Self.picture(in: archive) else {
            text = "Gantry listens on \(address)/ and the archive is empty."
            return
        }
        let series = Scope.series(study: instance.study, series: instance.series ?? "")
        text = """
            Gantry is ready. Open \(address)/ or try:

              curl '\(base)/studies?limit=5&includefield=StudyDescription'
              curl '\(base)\(series.path)/metadata'
              curl -o picture.jpg '\(base)\(instance.path)/rendered?viewport=512,512'
              curl -o instance.dcm -H 'Accept: application/dicom' '\(base)\(instance.path)'
              curl -H 'Content-Type: application/dicom' --data-binary @instance.dcm '\(base)/studies'

            """
    }

    /// An instance in the middle of a series, of a CT where there is one.
    private static func picture(in archive: any Archive) async throws -> Scope? {
        let studies = try await archive.search(SearchQuery(.study, query: "includefield=ModalitiesInStudy"), limit: 100)
        let study = studies.matches.first { $0.strings(.modalitiesInStudy).contains("CT") } ?? studies.matches.first
        guard let study = study?.uid(.studyInstanceUID) else { return nil }

        let series = try await archive.search(SearchQuery(.series, study: study, query: ""), limit: 100)
        guard let series = series.matches.first?.uid(.seriesInstanceUID) else { return nil }

        let query = try SearchQuery(.instance, study: study, series: series, query: "")
        let instances = try await archive.search(query, limit: 10_000).matches
            .sorted { ($0.integer(.instanceNumber) ?? 0) < ($1.integer(.instanceNumber) ?? 0) }
        guard !instances.isEmpty, let instance = instances[instances.count / 2].uid(.sopInstanceUID) else { return nil }
        return .instance(study: study, series: series, instance: instance)
    }
}
