import DICOM
import NIOCore

extension DataSet {
    /// The Image Pixel Module of samples of one colour (PS3.3 §C.7.6.3).
    mutating func setPixels(
        rows: Int,
        columns: Int,
        bitsStored: Int,
        isSigned: Bool = false,
        photometric: String = "MONOCHROME2",
        _ samples: [Int16]
    ) {
        setPixelShape(rows: rows, columns: columns, samplesPerPixel: 1, photometric: photometric)
        set(.bitsAllocated, integers: 16)
        set(.bitsStored, integers: bitsStored)
        set(.highBit, integers: bitsStored - 1)
        set(.pixelRepresentation, integers: isSigned ? 1 : 0)
        var bytes = ByteBuffer()
        bytes.reserveCapacity(samples.count * 2)
        samples.withUnsafeBytes { _ = bytes.writeBytes($0) }
        set(.pixelData, .OW, bytes: bytes)
    }

    /// The Image Pixel Module of eight-bit samples.
    mutating func setPixels(
        rows: Int,
        columns: Int,
        samplesPerPixel: Int,
        photometric: String,
        _ samples: [UInt8]
    ) {
        setPixelShape(rows: rows, columns: columns, samplesPerPixel: samplesPerPixel, photometric: photometric)
        if samplesPerPixel > 1 { set(.planarConfiguration, integers: 0) }
        set(.bitsAllocated, integers: 8)
        set(.bitsStored, integers: 8)
        set(.highBit, integers: 7)
        set(.pixelRepresentation, integers: 0)
        set(.pixelData, .OB, bytes: ByteBuffer(bytes: samples))
    }

    private mutating func setPixelShape(rows: Int, columns: Int, samplesPerPixel: Int, photometric: String) {
        set(.samplesPerPixel, integers: samplesPerPixel)
        set(.photometricInterpretation, photometric)
        set(.rows, integers: rows)
        set(.columns, integers: columns)
    }

    /// The Image Plane Module (PS3.3 §C.7.6.2).
    mutating func setPlane(
        position: SIMD3<Float>,
        rows: SIMD3<Float>,
        columns: SIMD3<Float>,
        spacing: Double,
        thickness: Double,
        location: Double
    ) {
        set(.imagePositionPatient, numbers: position.numbers)
        set(.imageOrientationPatient, numbers: rows.numbers + columns.numbers)
        set(.pixelSpacing, numbers: spacing, spacing)
        set(.sliceThickness, numbers: thickness)
        set(.sliceLocation, numbers: location)
    }

    mutating func setWindow(center: Double, width: Double) {
        set(.windowCenter, numbers: center)
        set(.windowWidth, numbers: width)
    }
}

extension SIMD3<Float> {
    /// The three numbers, to a thousandth.
    var numbers: [Double] { [x, y, z].map { (Double($0) * 1_000).rounded() / 1_000 + 0 } }
}
