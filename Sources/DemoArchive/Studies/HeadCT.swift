import DICOM

/// A CT of the head, without contrast: 64 slices of 512 x 512 in Hounsfield units.
enum HeadCT {
    static let slices = 64
    static let side = 512
    static let spacing = 0.46875
    static let distance = 2.25
    /// Added to Hounsfield units, so that stored values start near zero, as scanners do.
    static let offset = 1_024

    static let header = StudyHeader(
        key: "head-ct",
        patientName: "Röntgen^Anna Bertha",
        patientID: "GD-1001",
        birthDate: "19590422",
        sex: "F",
        age: "064Y",
        weight: 63,
        date: "20240312",
        time: "081530",
        accessionNumber: "A24-00117",
        studyID: "1001",
        studyDescription: "CT head without contrast",
        referringPhysician: "Hounsfield^Godfrey"
    )

    static let series = SeriesHeader(
        number: 2,
        modality: "CT",
        description: "Head 2.25 mm",
        bodyPart: "HEAD",
        sopClass: StorageSOPClass.ctImage
    )

    static func instance(_ header: StudyHeader, _ slice: Int) -> MadeInstance {
        MadeInstance(dataSet: dataSet(header, slice), transferSyntax: .explicitVRLittleEndian)
    }

    private static func dataSet(_ header: StudyHeader, _ slice: Int) -> DataSet {
        let z = -64 + Float(slice) * Float(distance)
        var dataSet = header.dataSet(series, instance: slice + 1)
        dataSet.set(.imageType, "ORIGINAL", "PRIMARY", "AXIAL")
        dataSet.set(.acquisitionNumber, integers: 1)
        dataSet.set(.frameOfReferenceUID, uid: .made(from: "\(header.key).frame"))
        dataSet.setEmpty(.positionReferenceIndicator)
        dataSet.set(.patientPosition, "HFS")
        let half = Float(spacing) * Float(side - 1) / 2
        dataSet.setPlane(
            position: [-half, -half, z],
            rows: [1, 0, 0],
            columns: [0, 1, 0],
            spacing: spacing,
            thickness: distance,
            location: Double(z)
        )
        dataSet.set(.spacingBetweenSlices, numbers: distance)
        setAcquisition(&dataSet)
        dataSet.set(.rescaleIntercept, integers: -offset)
        dataSet.set(.rescaleSlope, integers: 1)
        dataSet.set(.rescaleType, "HU")
        dataSet.set(.windowCenter, integers: 40, 400)
        dataSet.set(.windowWidth, integers: 90, 2_000)
        dataSet.set(.windowCenterWidthExplanation, "BRAIN", "BONE")
        dataSet.setPixels(rows: side, columns: side, bitsStored: 16, isSigned: true, pixels(at: z, slice))
        return dataSet
    }

    /// PS3.3 §C.8.2.1.
    private static func setAcquisition(_ dataSet: inout DataSet) {
        dataSet.set(.kvp, integers: 120)
        dataSet.set(.xRayTubeCurrent, integers: 280)
        dataSet.set(.exposureTime, integers: 1_000)
        dataSet.set(.exposure, integers: 280)
        dataSet.set(.convolutionKernel, "H31s")
        dataSet.set(.gantryDetectorTilt, integers: 0)
        dataSet.set(.tableHeight, integers: 142)
        dataSet.set(.reconstructionDiameter, integers: 240)
        dataSet.set(.scanOptions, "HELICAL MODE")
        dataSet.set(.rotationDirection, "CW")
    }

    /// The slice in stored values, with the grain of a detector and of its reconstruction.
    static func pixels(at z: Float, _ slice: Int) -> [Int16] {
        let phantom = HeadPhantom(lesion: [29, -14, 26])
        let (spacing, half) = (Float(spacing), Float(spacing) * Float(side - 1) / 2)
        var pixels = [Int16](repeating: 0, count: side * side)
        var above = [Float](repeating: 0, count: side)
        for row in 0..<side {
            let y = Float(row) * spacing - half
            var left: Float = 0
            for column in 0..<side {
                let x = Float(column) * spacing - half
                var value = phantom.tissue(x, y, z, softness: 0.8)[0]
                if value < -900 { value = max(value, table(x, y, z)) }
                let noise = Noise.grain(column, row, slice)
                let smooth = 0.5 * noise + 0.3 * left + 0.3 * above[column]
                (left, above[column]) = (noise, noise)
                let deviation: Float = value < -500 ? 7 : 4.2
                let stored = (value + smooth * deviation).rounded() + Float(offset)
                pixels[row * side + column] = Int16(max(0, min(stored, 4_095)))
            }
        }
        return pixels
    }

    /// The head rest, a shell of foam in carbon fibre.
    private static func table(_ x: Float, _ y: Float, _ z: Float) -> Float {
        let shell = (x * x + (y - 8) * (y - 8)).squareRoot() - 109
        guard y > 40 else { return -1_000 }
        let open = cover(44 - y, softness: 1)
        let fibre = cover(abs(shell - 3.5) - 0.7, softness: 0.8) * open
        let foam = cover(abs(shell) - 3, softness: 0.8) * open
        return mix(mix(-1_000, -880, foam), -180, fibre)
    }
}
