package import DICOM

/// A level at which an archive can be asked, the uppermost first (PS3.4 §C.6.1, §C.6.2).
package enum QueryLevel: Int, CaseIterable, Sendable {
    /// Of the Patient Root model only; in the other one studies have the patient's attributes.
    case patient
    case study, series, instance

    /// Query/Retrieve Level (0008,0052).
    package var name: String {
        switch self {
        case .patient: "PATIENT"
        case .study: "STUDY"
        case .series: "SERIES"
        case .instance: "IMAGE"
        }
    }

    /// What an entity of the level is known by.
    package var uniqueKey: Tag {
        switch self {
        case .patient: .patientID
        case .study: .studyInstanceUID
        case .series: .seriesInstanceUID
        case .instance: .sopInstanceUID
        }
    }
}

extension QueryLevel: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension SearchQuery.Level {
    package var queryLevel: QueryLevel {
        switch self {
        case .study: .study
        case .series: .series
        case .instance: .instance
        }
    }
}
