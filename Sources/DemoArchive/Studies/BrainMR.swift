import DICOM

/// An MR of the brain in two series: T1-weighted axial slices and T2-weighted sagittal ones.
enum BrainMR {
    static let side = 256

    static let header = StudyHeader(
        key: "brain-mr",
        characterSet: ["", "ISO 2022 IR 87"],
        patientName: "Yamada^Tarou=山田^太郎=やまだ^たろう",
        patientID: "GD-1002",
        birthDate: "19710630",
        sex: "M",
        age: "052Y",
        weight: 71.5,
        date: "20240408",
        time: "104512",
        accessionNumber: "A24-00163",
        studyID: "1002",
        studyDescription: "MR brain",
        referringPhysician: "Suzuki^Hanako=鈴木^花子=すずき^はなこ",
        institution: "東京デモ病院"
    )

    /// How one series is taken.
    private struct Sequence {
        var header: SeriesHeader
        var transferSyntax: TransferSyntax
        var slices: Int
        var distance: Float
        var spacing: Float
        var middle: SIMD3<Float>
        /// The directions of a row, of a column and of the stack.
        var rows: SIMD3<Float>
        var columns: SIMD3<Float>
        var stack: SIMD3<Float>
        /// Which of the phantom's signals it sees.
        var signal: Int
        var repetitionTime: Double
        var echoTime: Double
        var window: (center: Double, width: Double)

        /// The middle of the first pixel of a slice.
        func corner(_ slice: Int) -> SIMD3<Float> {
            let half = spacing * Float(side - 1) / 2
            let offset = (Float(slice) - Float(slices - 1) / 2) * distance
            return middle + stack * offset - rows * half - columns * half
        }
    }

    private static let axial = Sequence(
        header: SeriesHeader(
            number: 2,
            modality: "MR",
            description: "T1 axial",
            bodyPart: "BRAIN",
            sopClass: StorageSOPClass.mrImage
        ),
        transferSyntax: .implicitVRLittleEndian,
        slices: 26,
        distance: 5,
        spacing: 0.9,
        middle: [0, -4, 16],
        rows: [1, 0, 0],
        columns: [0, 1, 0],
        stack: [0, 0, 1],
        signal: 1,
        repetitionTime: 550,
        echoTime: 11,
        window: (440, 880)
    )

    private static let sagittal = Sequence(
        header: SeriesHeader(
            number: 3,
            modality: "MR",
            description: "T2 sagittal",
            bodyPart: "BRAIN",
            sopClass: StorageSOPClass.mrImage
        ),
        transferSyntax: .rleLossless,
        slices: 22,
        distance: 5.5,
        spacing: 0.95,
        middle: [0, -4, -16],
        rows: [0, 1, 0],
        columns: [0, 0, -1],
        stack: [1, 0, 0],
        signal: 2,
        repetitionTime: 4_200,
        echoTime: 98,
        window: (480, 960)
    )

    static let numberOfInstances = axial.slices + sagittal.slices

    /// One series after the other.
    static func instance(_ header: StudyHeader, _ index: Int) -> MadeInstance {
        let (sequence, slice) = index < axial.slices ? (axial, index) : (sagittal, index - axial.slices)
        let dataSet = dataSet(header, sequence, slice)
        return MadeInstance(dataSet: dataSet, transferSyntax: sequence.transferSyntax).compressed()
    }

    private static func dataSet(_ header: StudyHeader, _ sequence: Sequence, _ slice: Int) -> DataSet {
        var dataSet = header.dataSet(sequence.header, instance: slice + 1)
        let corner = sequence.corner(slice)
        dataSet.set(.imageType, "ORIGINAL", "PRIMARY", "M", "SE")
        dataSet.set(.acquisitionNumber, integers: 1)
        dataSet.set(.frameOfReferenceUID, uid: .made(from: "\(header.key).frame"))
        dataSet.setEmpty(.positionReferenceIndicator)
        dataSet.set(.patientPosition, "HFS")
        dataSet.setPlane(
            position: corner,
            rows: sequence.rows,
            columns: sequence.columns,
            spacing: Double(String("\(sequence.spacing)")) ?? 1,
            thickness: Double(sequence.distance) - 0.5,
            location: Double((corner * sequence.stack).sum())
        )
        dataSet.set(.spacingBetweenSlices, numbers: Double(sequence.distance))
        setAcquisition(sequence, &dataSet)
        dataSet.setWindow(center: sequence.window.center, width: sequence.window.width)
        let pixels = pixels(sequence, corner, slice)
        dataSet.set(.smallestImagePixelValue, .US, integers: Int(pixels.min() ?? 0))
        dataSet.set(.largestImagePixelValue, .US, integers: Int(pixels.max() ?? 0))
        dataSet.setPixels(rows: side, columns: side, bitsStored: 12, pixels)
        return dataSet
    }

    /// PS3.3 §C.8.3.1.
    private static func setAcquisition(_ sequence: Sequence, _ dataSet: inout DataSet) {
        dataSet.set(.scanningSequence, "SE")
        dataSet.set(.sequenceVariant, "SK")
        dataSet.setEmpty(.scanOptions)
        dataSet.set(.mrAcquisitionType, "2D")
        dataSet.set(.repetitionTime, numbers: sequence.repetitionTime)
        dataSet.set(.echoTime, numbers: sequence.echoTime)
        dataSet.set(.echoTrainLength, integers: sequence.signal == 2 ? 13 : 1)
        dataSet.set(.magneticFieldStrength, numbers: 1.5)
        dataSet.set(.imagedNucleus, "1H")
        dataSet.set(.imagingFrequency, numbers: 63.87)
        dataSet.set(.flipAngle, integers: sequence.signal == 2 ? 150 : 90)
        dataSet.set(.numberOfAverages, integers: 2)
    }

    /// The slice, its signal uneven as a head coil makes it, with noise that never gets below zero.
    private static func pixels(_ sequence: Sequence, _ corner: SIMD3<Float>, _ slice: Int) -> [Int16] {
        let phantom = HeadPhantom(lesion: [-30, 16, 30])
        var pixels = [Int16](repeating: 0, count: side * side)
        for row in 0..<side {
            let start = corner + sequence.columns * (Float(row) * sequence.spacing)
            for column in 0..<side {
                let place = start + sequence.rows * (Float(column) * sequence.spacing)
                let signal = phantom.tissue(place.x, place.y, place.z, softness: 1.3)[sequence.signal]
                let coil = 1.06 - (place * place).sum() * 0.000_011
                let clean = signal * coil * 1_000
                let (real, imaginary) = (
                    clean + 17 * Noise.grain(column, row, slice), 17 * Noise.grain(column, row, slice + 1_000)
                )
                let value = (real * real + imaginary * imaginary).squareRoot().rounded()
                pixels[row * side + column] = Int16(min(value, 4_095))
            }
        }
        return pixels
    }
}
