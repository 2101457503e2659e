import DICOM

/// An ultrasound loop of a beating heart with colour flow: eight-bit RGB, one beat in 24 frames.
enum EchoLoop {
    static let frames = 24
    static let width = 640
    static let height = 480
    static let frameTime = 36.0

    static let header = StudyHeader(
        key: "echo",
        patientName: "Doppler^Christian",
        patientID: "GD-1003",
        birthDate: "19431129",
        sex: "M",
        age: "080Y",
        weight: 82,
        date: "20240502",
        time: "142210",
        accessionNumber: "A24-00209",
        studyID: "1003",
        studyDescription: "Echocardiogram",
        referringPhysician: "Edler^Inge"
    )

    static let series = SeriesHeader(
        number: 1,
        modality: "US",
        description: "Four chamber view with colour flow",
        bodyPart: "HEART",
        sopClass: StorageSOPClass.ultrasoundMultiFrameImage
    )

    static func instance(_ header: StudyHeader) -> MadeInstance {
        var dataSet = header.dataSet(series, instance: 1)
        dataSet.set(.imageType, "ORIGINAL", "PRIMARY", "TEE", "0011")
        dataSet.set(.patientOrientation, strings: [])
        dataSet.set(.lossyImageCompression, "00")
        dataSet.set(.burnedInAnnotation, "NO")
        dataSet.set(.heartRate, integers: 69)
        dataSet.set(.numberOfFrames, integers: frames)
        dataSet.set(.frameTime, numbers: frameTime)
        dataSet.set(.frameIncrementPointer, tags: [.frameTime])
        dataSet.set(.cineRate, integers: 28)
        dataSet.set(.recommendedDisplayFrameRate, integers: 28)
        dataSet.set(.sequenceOfUltrasoundRegions, items: [region()])
        let sector = EchoSector()
        let samples = (0..<frames).flatMap { sector.frame($0) }
        dataSet.setPixels(rows: height, columns: width, samplesPerPixel: 3, photometric: "RGB", samples)
        return MadeInstance(dataSet: dataSet, transferSyntax: .rleLossless).compressed()
    }

    /// Where the tissue image lies, and the size of its pixels in centimetres (PS3.3 §C.8.5.5).
    private static func region() -> DataSet {
        var region = DataSet()
        region.set(.regionSpatialFormat, integers: 1)
        region.set(.regionDataType, integers: 1)
        region.set(.regionFlags, integers: 2)
        region.set(.regionLocationMinX0, integers: 0)
        region.set(.regionLocationMinY0, integers: 0)
        region.set(.regionLocationMaxX1, integers: width - 1)
        region.set(.regionLocationMaxY1, integers: height - 1)
        region.set(.physicalUnitsXDirection, integers: 3)
        region.set(.physicalUnitsYDirection, integers: 3)
        region.set(.physicalDeltaX, numbers: 0.037)
        region.set(.physicalDeltaY, numbers: 0.037)
        return region
    }
}
