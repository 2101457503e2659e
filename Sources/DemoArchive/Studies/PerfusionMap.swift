import DICOM
import NIOCore

/// A map of the brain's blood flow as a captured picture in PALETTE COLOR, with tables of 16 bits.
enum PerfusionMap {
    static let side = 384
    static let slices: [Float] = [8, 26, 40]

    static let header = StudyHeader(
        key: "perfusion",
        characterSet: ["ISO_IR 126"],
        patientName: "Διονυσίου^Ελένη",
        patientID: "GD-1005",
        birthDate: "19660903",
        sex: "F",
        age: "057Y",
        weight: 58,
        date: "20240610",
        time: "160245",
        accessionNumber: "A24-00288",
        studyID: "1005",
        studyDescription: "Brain perfusion",
        referringPhysician: "Παπαδόπουλος^Νίκος",
        institution: "Νοσοκομείο Επίδειξης"
    )

    static let series = SeriesHeader(
        number: 1,
        modality: "OT",
        description: "Cerebral blood flow",
        bodyPart: "BRAIN",
        sopClass: StorageSOPClass.secondaryCaptureImage
    )

    static func instance(_ header: StudyHeader, _ number: Int) -> MadeInstance {
        var dataSet = header.dataSet(series, instance: number + 1)
        dataSet.set(.imageType, "DERIVED", "SECONDARY")
        dataSet.set(.conversionType, "WSD")
        dataSet.set(.patientOrientation, "L", "P")
        dataSet.set(.derivationDescription, "Cerebral blood flow in false colours")
        dataSet.set(.burnedInAnnotation, "NO")
        setPalette(&dataSet)
        dataSet.setPixels(
            rows: side,
            columns: side,
            samplesPerPixel: 1,
            photometric: "PALETTE COLOR",
            pixels(at: slices[number])
        )
        return MadeInstance(dataSet: dataSet, transferSyntax: .deflatedExplicitVRLittleEndian)
    }

    /// PS3.3 §C.7.6.3.1.5 and §C.7.6.3.1.6.
    private static func setPalette(_ dataSet: inout DataSet) {
        let tables: [(Tag, Tag)] = [
            (.redPaletteColorLookupTableDescriptor, .redPaletteColorLookupTableData),
            (.greenPaletteColorLookupTableDescriptor, .greenPaletteColorLookupTableData),
            (.bluePaletteColorLookupTableDescriptor, .bluePaletteColorLookupTableData),
        ]
        for (channel, table) in tables.enumerated() {
            dataSet.set(table.0, .US, integers: 256, 0, 16)
            dataSet.set(
                table.1,
                .OW,
                integers: (0..<256).map { Int((colour(of: Float($0) / 255)[channel] * 65_535).rounded()) }
            )
        }
    }

    /// From black over blue, green and yellow to red and white.
    static func colour(of value: Float) -> SIMD3<Float> {
        let stops: [(at: Float, colour: SIMD3<Float>)] = [
            (0, [0, 0, 0]), (0.12, [0.16, 0.05, 0.38]), (0.3, [0.05, 0.3, 0.78]), (0.46, [0.05, 0.66, 0.6]),
            (0.6, [0.28, 0.8, 0.22]), (0.75, [0.97, 0.86, 0.15]), (0.9, [0.92, 0.28, 0.1]), (1, [1, 0.92, 0.86]),
        ]
        for (low, high) in zip(stops, stops.dropFirst()) where value <= high.at {
            let t = (value - low.at) / (high.at - low.at)
            return low.colour + (high.colour - low.colour) * t
        }
        return [1, 1, 1]
    }

    /// The flow at that height, with a scale of the colours beside it.
    private static func pixels(at z: Float) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: side * side)
        for row in 0..<side {
            for column in 0..<side {
                pixels[row * side + column] = UInt8(max(0, min(flow(column, row, z) * 255, 255)))
            }
        }
        for row in 64..<320 {
            for column in 362..<374 { pixels[row * side + column] = UInt8(319 - row) }
        }
        return pixels
    }

    /// Smoothed, as a map of time courses is: the mean of a few points around.
    private static func flow(_ column: Int, _ row: Int, _ z: Float) -> Float {
        let phantom = HeadPhantom(lesion: [26, 10, 30])
        let (x, y) = ((Float(column) - 186) * 0.54, (Float(row) - 192) * 0.54)
        var sum: Float = 0
        for (dx, dy): (Float, Float) in [(0, 0), (-1, -0.5), (1, 0.5), (0.5, -1), (-0.5, 1)] {
            sum += phantom.tissue(x + dx, y + dy, z, softness: 2.5)[3]
        }
        let uneven = 1 + 0.2 * Noise.smooth(x / 15, y / 15, z / 15) + 0.12 * Noise.smooth(x / 5, y / 5, z / 5)
        return sum / 5 * uneven
    }
}
