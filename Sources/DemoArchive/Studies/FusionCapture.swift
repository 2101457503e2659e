import DICOM

/// Blood flow in colours over a CT of the same head, as colour pictures in JPEG Baseline.
enum FusionCapture {
    static let side = 480
    static let numberOfInstances = 2
    static let quality = 92

    static let series = SeriesHeader(
        number: 2,
        modality: "OT",
        description: "Blood flow over CT",
        bodyPart: "BRAIN",
        sopClass: StorageSOPClass.secondaryCaptureImage
    )

    /// A sagittal and a coronal view.
    static func instance(_ header: StudyHeader, _ number: Int) -> MadeInstance {
        var dataSet = header.dataSet(series, instance: number + 1)
        dataSet.set(.imageType, "DERIVED", "SECONDARY")
        dataSet.set(.conversionType, "WSD")
        dataSet.set(.patientOrientation, number == 0 ? "P" : "L", "F")
        dataSet.set(.derivationDescription, "Cerebral blood flow fused with CT")
        dataSet.set(.burnedInAnnotation, "NO")
        let samples = pixels(isSagittal: number == 0)
        dataSet.setPixels(rows: side, columns: side, samplesPerPixel: 3, photometric: "RGB", samples)
        return MadeInstance(dataSet: dataSet, transferSyntax: .explicitVRLittleEndian).jpegBaseline(quality: quality)
    }

    private static func pixels(isSagittal: Bool) -> [UInt8] {
        let phantom = HeadPhantom(lesion: [26, 10, 30])
        var pixels = [UInt8](repeating: 0, count: side * side * 3)
        for row in 0..<side {
            let z = 96 - Float(row) * 0.5
            for column in 0..<side {
                let across = (Float(column) - Float(side) / 2) * 0.5
                let tissue =
                    isSagittal
                    ? phantom.tissue(20, across, z, softness: 0.9) : phantom.tissue(across, 8, z, softness: 0.9)
                let grey = clamp((tissue[0] + 160) / 700)
                let uneven = 1 + 0.2 * Noise.smooth(across / 13, z / 13, isSagittal ? 3 : 8)
                let flow = clamp(tissue[3] * uneven)
                let colour = PerfusionMap.colour(of: flow)
                let share = 0.72 * step(0.14, 0.34, flow)
                for channel in 0..<3 {
                    let value = mix(grey, colour[channel], share) * 255
                    pixels[(row * side + column) * 3 + channel] = UInt8(max(0, min(value, 255)))
                }
            }
        }
        return pixels
    }
}
