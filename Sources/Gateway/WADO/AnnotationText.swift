import DICOM
import DICOMweb
import Pixels

extension Annotation {
    /// What the keywords ask to be written upon a picture (PS3.18 §8.3.5.1.1): the patient and the study at the top, how
    /// the image was made at the bottom.
    init(_ header: DataSet, frame: Int, _ keywords: Set<RenderingQuery.Annotation>) {
        self.init(
            top: keywords.contains(.patient) ? Self.patient(header) : [],
            bottom: keywords.contains(.technique) ? Self.technique(header, frame: frame) : []
        )
    }

    private static func patient(_ header: DataSet) -> [String] {
        let birth = [
            header.string(.patientBirthDate)?.readableDate, header.string(.patientSex), header.string(.patientAge),
        ]
        let study = [header.string(.studyDate)?.readableDate, header.string(.studyTime)?.readableTime]
        return [
            header.personName(.patientName)?.readable,
            header.string(.patientID),
            birth.joined(),
            study.joined(),
            header.string(.institutionName),
        ].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
    }

    private static func technique(_ header: DataSet, frame: Int) -> [String] {
        let what = [header.string(.modality), header.string(.bodyPartExamined), header.string(.viewPosition)]
        let place = [
            header.string(.seriesNumber).map { "Se \($0)" }, header.string(.instanceNumber).map { "Im \($0)" },
            (header.integer(.numberOfFrames) ?? 1) > 1 ? "Fr \(frame)" : nil,
        ]
        let settings = quantities.compactMap { name, tag, unit in
            header.number(tag).map { number in
                [name, number.brief, unit].filter { !$0.isEmpty }.joined(separator: " ")
            }
        }
        return [what.joined(), header.string(.seriesDescription), settings.joined(separator: "  "), place.joined()]
            .compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// PS3.3 §C.8.2.1, §C.8.3.1, §C.8.7.2.
    private static let quantities: [(name: String, tag: Tag, unit: String)] = [
        ("", .kvp, "kV"), ("", .xRayTubeCurrent, "mA"), ("", .exposure, "mAs"), ("ST", .sliceThickness, "mm"),
        ("SL", .sliceLocation, "mm"), ("TR", .repetitionTime, "ms"), ("TE", .echoTime, "ms"),
        ("TI", .inversionTime, "ms"),
        ("FA", .flipAngle, "°"),
    ]
}

extension [String?] {
    /// Those that are there, with space between.
    fileprivate func joined() -> String { compactMap(\.self).joined(separator: "  ") }
}

extension Double {
    /// With two digits behind the point at most.
    fileprivate var brief: String {
        let rounded = (self * 100).rounded() / 100
        return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
    }
}
