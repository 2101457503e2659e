import DICOM
import Foundation
import NIOCore
import Pixels

/// A small image's data set; its attributes can be changed after.
func image(
    _ photometric: String = "MONOCHROME2",
    rows: Int = 1,
    columns: Int,
    allocated: Int = 16,
    stored: Int? = nil,
    high: Int? = nil,
    isSigned: Bool = false
) -> DataSet {
    var dataSet = DataSet()
    dataSet.set(.samplesPerPixel, integers: photometric.hasPrefix("M") || photometric.hasPrefix("P") ? 1 : 3)
    dataSet.set(.photometricInterpretation, photometric)
    dataSet.set(.rows, integers: rows)
    dataSet.set(.columns, integers: columns)
    dataSet.set(.bitsAllocated, integers: allocated)
    dataSet.set(.bitsStored, integers: stored ?? allocated)
    dataSet.set(.highBit, integers: high ?? (stored ?? allocated) - 1)
    dataSet.set(.pixelRepresentation, integers: isSigned ? 1 : 0)
    return dataSet
}

/// Words in little-endian order.
func words(_ words: [Int]) -> ByteBuffer {
    var bytes = ByteBuffer()
    for word in words { bytes.writeInteger(UInt16(truncatingIfNeeded: word), endianness: .little) }
    return bytes
}

extension DataSet {
    /// Decodes a native frame and draws it.
    func drawn(
        _ bytes: ByteBuffer,
        frame: Int = 1,
        window: Window? = nil,
        viewport: Viewport? = nil
    ) throws -> [UInt8] {
        try Frame(decoding: bytes, PixelDescription(self), .explicitVRLittleEndian)
            .rendered(Presentation(self, frame: frame, window: window), viewport: viewport).samples
    }

    /// Sets a table's descriptor and its data.
    mutating func setTable(_ descriptor: [Int], _ data: ByteBuffer, at descriptorTag: Tag, _ dataTag: Tag) {
        set(descriptorTag, .US, bytes: words(descriptor))
        set(dataTag, .OW, bytes: data)
    }

    /// Sets the same table for the three colours.
    mutating func setPalette(_ descriptor: [Int], red: ByteBuffer, green: ByteBuffer, blue: ByteBuffer) {
        setTable(descriptor, red, at: .redPaletteColorLookupTableDescriptor, .redPaletteColorLookupTableData)
        setTable(descriptor, green, at: .greenPaletteColorLookupTableDescriptor, .greenPaletteColorLookupTableData)
        setTable(descriptor, blue, at: .bluePaletteColorLookupTableDescriptor, .bluePaletteColorLookupTableData)
    }
}

/// JPEGs of 16 x 8 pixels: the left half (200, 30, 60), the right half (20, 180, 90).
enum JPEGs {
    /// RGB with components 1, 2 and 3 and no marker, like pydicom's SC_jpeg_no_color_transform.
    static let rgbUnmarked = decode(
        """
        /9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAAR
        CAAIABADAREAAhEAAxEA/8QAFgABAQEAAAAAAAAAAAAAAAAACgsI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACAAMAAD8A
        SAHeO+kvqWDeD//Z
        """
    )
    /// RGB with components R, G and B.
    static let rgbNamed = decode(
        """
        /9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAAR
        CAAIABADUhEARxEAQhEA/8QAFgABAQEAAAAAAAAAAAAAAAAACgsI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAwDUgBHAEIAAD8A
        SAHeO+kvqWDeD//Z
        """
    )
    /// RGB with Adobe's marker and transform 0.
    static let rgbAdobe = decode(
        """
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB
        AQEBAQEBAQEBAQEB/8AAEQgACAAQAwERAAIRAAMRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAoLCP/EABQQAQAAAAAAAAAAAAAAAAAA
        AAD/2gAMAwEAAgADAAA/AEgB3jvpL6lg3g//2Q==
        """
    )
    /// YCbCr with the chrominance halved both ways.
    static let ycc420 = decode(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB
        AQEBAQEBAQEBAQEBAQH/2wBDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB
        AQEBAQEBAQH/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA
        FQEBAQAAAAAAAAAAAAAAAAAABgj/xAAcEQABAwUAAAAAAAAAAAAAAAAABApDSIOIwsf/2gAMAwEAAhEDEQA/AJPqYAn9fFc0FDja
        jjIXhx//2Q==
        """
    )

    private static func decode(_ text: String) -> ByteBuffer {
        ByteBuffer(bytes: Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
}
