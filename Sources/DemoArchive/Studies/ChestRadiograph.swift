import DICOM

/// A chest radiograph of 2,500 rows and 2,000 columns, twelve bits, in which high values are dark (MONOCHROME1).
enum ChestRadiograph {
    static let rows = 2_500
    static let columns = 2_000

    static let header = StudyHeader(
        key: "chest",
        characterSet: ["ISO_IR 192"],
        patientName: "Wang^XiaoDong=王^小东",
        patientID: "GD-1004",
        birthDate: "19850117",
        sex: "M",
        age: "039Y",
        weight: 78,
        date: "20240521",
        time: "093305",
        accessionNumber: "A24-00241",
        studyID: "1004",
        studyDescription: "Chest PA",
        referringPhysician: "Laënnec^René"
    )

    static let series = SeriesHeader(
        number: 1,
        modality: "DX",
        description: "Chest PA erect",
        bodyPart: "CHEST",
        sopClass: StorageSOPClass.digitalXRayImageForPresentation
    )

    static func instance(_ header: StudyHeader) -> MadeInstance {
        var dataSet = header.dataSet(series, instance: 1)
        dataSet.set(.imageType, "ORIGINAL", "PRIMARY", "")
        dataSet.set(.presentationIntentType, "FOR PRESENTATION")
        dataSet.set(.acquisitionNumber, integers: 1)
        setDetector(&dataSet)
        dataSet.set(.patientOrientation, "L", "F")
        dataSet.set(.imageLaterality, "U")
        dataSet.set(.burnedInAnnotation, "NO")
        dataSet.set(.lossyImageCompression, "00")
        dataSet.set(.presentationLUTShape, "INVERSE")
        dataSet.set(.rescaleIntercept, integers: 0)
        dataSet.set(.rescaleSlope, integers: 1)
        dataSet.set(.rescaleType, "US")
        dataSet.setWindow(center: 2_048, width: 3_600)
        dataSet.setPixels(rows: rows, columns: columns, bitsStored: 12, photometric: "MONOCHROME1", pixels())
        return MadeInstance(dataSet: dataSet, transferSyntax: .explicitVRLittleEndian)
    }

    /// PS3.3 §C.8.11.1 to §C.8.11.5.
    private static func setDetector(_ dataSet: inout DataSet) {
        dataSet.set(.kvp, integers: 125)
        dataSet.set(.exposureTime, integers: 8)
        dataSet.set(.xRayTubeCurrent, integers: 320)
        dataSet.set(.viewPosition, "PA")
        dataSet.set(.detectorType, "SCINTILLATOR")
        dataSet.set(.imagerPixelSpacing, numbers: 0.168, 0.168)
        dataSet.set(.pixelSpacing, numbers: 0.168, 0.168)
        dataSet.set(.pixelIntensityRelationship, "LOG")
        dataSet.set(.pixelIntensityRelationshipSign, integers: 1)
        for tag in [Tag.anatomicRegionSequence, .viewCodeSequence] {
            let code =
                tag == .viewCodeSequence
                ? ("399348003", "postero-anterior") : ("51185008", "Chest")
            var item = DataSet()
            item.set(.codeValue, code.0)
            item.set(.codingSchemeDesignator, "SCT")
            item.set(.codeMeaning, code.1)
            dataSet.set(tag, items: [item])
        }
    }

    /// The drawing in full size, with the quantum noise of fewer photons behind more body.
    private static func pixels() -> [Int16] {
        let drawing = ChestDrawing().attenuation()
        let scale = Float(drawing.width) / Float(columns)
        var pixels = [Int16](repeating: 0, count: rows * columns)
        for row in 0..<rows {
            let y = (Float(row) + 0.5) * scale - 0.5
            for column in 0..<columns {
                let body = drawing.sample((Float(column) + 0.5) * scale - 0.5, y)
                let noise = Noise.grain(column, row, 5) * (10 + 26 * body)
                let bright = 4_095 * (0.03 + 0.94 * body) + noise
                pixels[row * columns + column] = Int16(max(0, min(4_095 - bright, 4_095)))
            }
        }
        return pixels
    }
}
