import DICOM
import DICOMweb

/// The instance that is retrieved for a try.
struct Sample: Hashable, Sendable {
    var study: UID
    var patientID: String?
    var series: UID?
    var modality: String?
    var instance: UID?
    var sopClass: UID?

    /// Where all keys are known.
    var scope: Scope? {
        guard let series, let instance else { return nil }
        return .instance(study: study, series: series, instance: instance)
    }

    var listed: ListedInstance? {
        guard let series, let instance else { return nil }
        return ListedInstance(study: study, series: series, instance: instance, sopClass: sopClass, modality: modality)
    }

    /// Its class, without anything of what it holds.
    var kind: String {
        if let name = sopClass.flatMap(SOPClass.name(of:)) { return "one instance of \(name)" }
        guard let modality, modality.count <= 16, modality.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_") })
        else { return "one instance" }
        return "one instance of modality \(modality)"
    }

    var notice: String {
        "C-GET and C-MOVE now bring \(kind) here, which is not kept; nothing else is moved."
    }
}

/// The order in which matches are tried: the smallest first, as far as an archive tells.
enum SmallFirst {
    /// Modalities whose instances are some kilobytes, or half a megabyte of one slice.
    private static let small: Set<String> = ["KO", "PR", "SR", "CT", "MR", "PT", "NM", "RTPLAN", "REG", "ECG"]
    /// Modalities whose instances may have gigabytes.
    private static let large: Set<String> = ["SM", "OPT", "XA", "RF", "US", "IVUS", "MG", "ES", "GM", "RTDOSE", "SEG"]

    static func study(_ match: DataSet) -> Int { count(match, .numberOfStudyRelatedInstances) }

    static func series(_ match: DataSet) -> Int {
        let modality = match.string(.modality) ?? ""
        let kind = small.contains(modality) ? 0 : large.contains(modality) ? 2 : 1
        return kind << 32 + count(match, .numberOfSeriesRelatedInstances)
    }

    /// By its pixels, where the archive tells them.
    static func instance(_ match: DataSet) -> Int {
        if let known = match.uid(.sopClassUID).flatMap(StorageSOPClass.init), !known.isImage { return 0 }
        let (rows, columns) = (match.integer(.rows) ?? 1024, match.integer(.columns) ?? 1024)
        let frames = match.string(.numberOfFrames).flatMap { Int($0.filter(\.isNumber)) } ?? 1
        let limit = 1 << 16
        return min(max(rows, 1), limit) * min(max(columns, 1), limit) * min(max(frames, 1), limit)
    }

    private static func count(_ match: DataSet, _ tag: Tag) -> Int {
        let count = match.string(tag).flatMap { Int($0.filter(\.isNumber)) } ?? 1 << 20
        return min(max(count, 1), 1 << 24)
    }
}
