import DICOM
import DICOMweb

/// Finds the instance that stands for a series or a study, by queries: nothing is retrieved.
struct Representative: Sendable {
    let archive: any Archive

    /// How many series or instances are looked at.
    private static let limit = 10_000

    /// The scope of one instance: of a series the middle one, of a study that of its first series of images.
    ///
    /// - Throws: `notFound` when there is none.
    func instance(of scope: Scope) async throws -> Scope {
        switch scope {
        case .instance: return scope
        case .series(let study, let series): return try await middle(of: study, series)
        case .study(let study):
            guard let series = try await series(of: study) else { throw WebError.notFound("there is no such study") }
            return try await middle(of: study, series)
        }
    }

    /// By Series Number, series of images first.
    private func series(of study: UID) async throws -> UID? {
        let answer = try await archive.search(SearchQuery(.series, study: study, query: ""), limit: Self.limit)
        let series = answer.matches.compactMap { match in
            match.uid(.seriesInstanceUID).map { uid in
                Candidate(
                    uid: uid,
                    isImage: !Self.modalitiesWithoutImages.contains(match.string(.modality) ?? ""),
                    number: match.integer(.seriesNumber)
                )
            }
        }
        return series.min()?.uid
    }

    /// By Instance Number; instances of classes without pixels only where there are no others.
    private func middle(of study: UID, _ series: UID) async throws -> Scope {
        let query = try SearchQuery(.instance, study: study, series: series, query: "")
        let candidates = try await archive.search(query, limit: Self.limit).matches.compactMap { match in
            match.uid(.sopInstanceUID).map { uid in
                Candidate(
                    uid: uid,
                    isImage: match.uid(.sopClassUID).flatMap(StorageSOPClass.init)?.hasPixelData ?? true,
                    number: match.integer(.instanceNumber)
                )
            }
        }
        let images = candidates.filter(\.isImage)
        let sorted = (images.isEmpty ? candidates : images).sorted()
        guard !sorted.isEmpty else { throw WebError.notFound("there is no such series") }
        return .instance(study: study, series: series, instance: sorted[sorted.count / 2].uid)
    }

    /// Those whose objects are read or applied, not looked at (PS3.3 §C.7.3.1.1.1).
    private static let modalitiesWithoutImages: Set<String> = [
        "SR", "PR", "KO", "DOC", "AU", "ECG", "EPS", "HD", "RESP", "RTPLAN", "RTSTRUCT", "RTRECORD", "REG", "FID",
        "SEG",
        "PLAN", "STAIN", "SMR", "RWV", "ASMT", "ANN", "TEXTUREMAP", "M3D",
    ]

    private struct Candidate: Comparable {
        let uid: UID
        let isImage: Bool
        let number: Int?

        static func < (left: Self, right: Self) -> Bool {
            if left.isImage != right.isImage { return left.isImage }
            let numbers = (left.number ?? .max, right.number ?? .max)
            return numbers.0 != numbers.1 ? numbers.0 < numbers.1 : left.uid < right.uid
        }
    }
}
