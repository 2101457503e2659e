import DICOM
import DICOMweb

extension Scope {
    /// The value of Query/Retrieve Level (0008,0052) (PS3.4 §C.6.2).
    var level: String {
        switch self {
        case .study: "STUDY"
        case .series: "SERIES"
        case .instance: "IMAGE"
        }
    }

    /// True when what `other` addresses is part of this, or the same.
    func contains(_ other: Scope) -> Bool {
        study == other.study
            && (series == nil || series == other.series)
            && (instance == nil || instance == other.instance)
    }
}
