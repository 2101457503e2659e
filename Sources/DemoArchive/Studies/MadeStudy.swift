package import DICOM
import NIOCore

/// An instance that the demo makes: a data set, and how it is to be stored.
package struct MadeInstance: Sendable {
    package var dataSet: DataSet
    package var transferSyntax: TransferSyntax
}

/// A study that the demo makes, always the same; the pixels of an instance are drawn when it is asked for.
package struct MadeStudy: Sendable {
    package let studyInstanceUID: UID
    package let description: String
    package let numberOfInstances: Int
    private let make: @Sendable (Int) -> MadeInstance

    init(_ header: StudyHeader, numberOfInstances: Int, make: @escaping @Sendable (StudyHeader, Int) -> MadeInstance) {
        studyInstanceUID = header.studyInstanceUID
        description = header.studyDescription
        self.numberOfInstances = numberOfInstances
        self.make = { make(header, $0) }
    }

    /// Draws one instance.
    ///
    /// - Precondition: the index lies below ``numberOfInstances``.
    package func instance(at index: Int) -> MadeInstance { make(index) }

    /// The instances in order, each drawn anew whenever it is read.
    package var instances: some RandomAccessCollection<MadeInstance> {
        (0..<numberOfInstances).lazy.map { instance(at: $0) }
    }
}

/// What all instances of a study share: the Patient and General Study Modules (PS3.3 §C.7.1.1, §C.7.2.1).
struct StudyHeader: Sendable {
    /// A word from which the UIDs follow.
    var key: String
    var characterSet: [String] = ["ISO_IR 100"]
    var patientName: String
    var patientID: String
    var birthDate: String
    var sex: String
    var age: String
    var weight: Double
    var date: String
    var time: String
    var accessionNumber: String
    var studyID: String
    var studyDescription: String
    var referringPhysician: String
    var institution = "Gantry Demonstration Hospital"

    var studyInstanceUID: UID { .made(from: key) }

    /// A data set with the study's attributes, and those of the series (PS3.3 §C.7.3.1, §C.7.5.1).
    func dataSet(_ series: SeriesHeader, instance number: Int) -> DataSet {
        var dataSet = DataSet()
        dataSet.set(.specificCharacterSet, strings: characterSet)
        setStudy(&dataSet)
        setSeries(series, &dataSet)
        dataSet.set(.sopClassUID, uid: series.sopClass)
        dataSet.set(.sopInstanceUID, uid: .made(from: "\(key).\(series.number).\(number)"))
        dataSet.set(.instanceNumber, integers: number)
        dataSet.set(.instanceCreationDate, date)
        dataSet.set(.instanceCreationTime, time)
        dataSet.set(.contentDate, date)
        dataSet.set(.contentTime, time)
        return dataSet
    }

    private func setStudy(_ dataSet: inout DataSet) {
        dataSet.set(.studyInstanceUID, uid: studyInstanceUID)
        dataSet.set(.patientName, patientName)
        dataSet.set(.patientID, patientID)
        dataSet.set(.issuerOfPatientID, "GANTRY")
        dataSet.set(.patientBirthDate, birthDate)
        dataSet.set(.patientSex, sex)
        dataSet.set(.patientAge, age)
        dataSet.set(.patientWeight, numbers: weight)
        dataSet.set(.studyDate, date)
        dataSet.set(.studyTime, time)
        dataSet.set(.accessionNumber, accessionNumber)
        dataSet.set(.studyID, studyID)
        dataSet.set(.studyDescription, studyDescription)
        dataSet.set(.referringPhysicianName, referringPhysician)
        dataSet.set(.institutionName, institution)
        dataSet.set(.timezoneOffsetFromUTC, "+0000")
    }

    private func setSeries(_ series: SeriesHeader, _ dataSet: inout DataSet) {
        dataSet.set(.seriesInstanceUID, uid: .made(from: "\(key).\(series.number)"))
        dataSet.set(.seriesNumber, integers: series.number)
        dataSet.set(.seriesDescription, series.description)
        dataSet.set(.protocolName, series.description)
        dataSet.set(.modality, series.modality)
        dataSet.set(.bodyPartExamined, series.bodyPart)
        dataSet.set(.seriesDate, date)
        dataSet.set(.seriesTime, time)
        dataSet.set(.acquisitionDate, date)
        dataSet.set(.acquisitionTime, time)
        dataSet.setEmpty(.laterality)
        dataSet.set(.manufacturer, "Gantry")
        dataSet.set(.manufacturerModelName, "Phantom")
        dataSet.set(.stationName, "DEMO-\(series.modality)")
        dataSet.set(.deviceSerialNumber, "1")
        dataSet.set(.softwareVersions, "1")
        dataSet.set(.performedProcedureStepStartDate, date)
        dataSet.set(.performedProcedureStepStartTime, time)
        dataSet.set(.performedProcedureStepID, studyID)
    }
}

/// What the instances of a series share.
struct SeriesHeader: Sendable {
    var number: Int
    var modality: String
    var description: String
    var bodyPart: String
    var sopClass: UID
}

extension UID {
    /// A UID of the UUID form (PS3.5 §B.2) whose number is a hash of the text: the same in every run.
    static func made(from text: String) -> UID {
        var number: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in "gantry.demo.\(text)".utf8 {
            number = (number ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
        }
        // A custom UUID (RFC 9562 §5.8).
        return UID(uuid: number, version: 8)
    }
}
