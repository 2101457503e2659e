import DICOM
import NIOCore
import Testing

struct DataSetEncoderTests {
    private func encoded(_ element: DataElement, _ syntax: TransferSyntax = .explicitVRLittleEndian) throws -> [UInt8] {
        Array(try DataSetEncoder(syntax).encode(DataSet(sorting: [element])).readableBytesView)
    }

    @Test func explicitLittleEndian() throws {
        #expect(
            try encoded(DataElement(.rows, .US, .bytes(ByteBuffer(bytes: [0, 2])))) == [
                0x28, 0, 0x10, 0, 0x55, 0x53, 2, 0, 0, 2,
            ]
        )
    }

    @Test func implicitLittleEndian() throws {
        let element = DataElement(.rows, .US, .bytes(ByteBuffer(bytes: [0, 2])))
        #expect(try encoded(element, .implicitVRLittleEndian) == [0x28, 0, 0x10, 0, 2, 0, 0, 0, 0, 2])
    }

    @Test func explicitBigEndian() throws {
        let element = DataElement(.rows, .US, .bytes(ByteBuffer(bytes: [0, 2])))
        #expect(try encoded(element, .explicitVRBigEndian) == [0, 0x28, 0, 0x10, 0x55, 0x53, 0, 2, 2, 0])
    }

    @Test func sequencesHaveDefinedLengths() throws {
        let item = DataSet(sorting: [DataElement(.codeValue, .SH, .bytes(ByteBuffer(string: "A1")))])
        let expected = Wire.explicit(
            .contentSequence,
            "SQ",
            Wire.item(Wire.explicit(.codeValue, "SH", "A1")) + Wire.item()
        )
        #expect(try encoded(DataElement(.contentSequence, .SQ, .items([item, DataSet()]))) == expected)
    }

    @Test(arguments: [(VR.LO, UInt8(0x20)), (.UI, 0), (.OB, 0), (.UN, 0)])
    func oddValuesAreMadeEven(_ vr: VR, _ padding: UInt8) throws {
        let bytes = try encoded(DataElement(.patientID, vr, .bytes(ByteBuffer(bytes: [65, 66, 67]))))
        #expect(bytes.suffix(4) == [65, 66, 67, padding])
    }

    /// PS3.18 §8.7.3.4; in Implicit VR nothing is too long.
    @Test func aValueTooLongForItsVRGoesAsUnknown() throws {
        let text = [UInt8](repeating: 0x31, count: 65_536)
        let element = DataElement(.patientID, .LO, .bytes(ByteBuffer(bytes: text)))
        #expect(try encoded(element) == Wire.explicit(.patientID, "UN", text))
        #expect(try encoded(element, .implicitVRLittleEndian) == Wire.implicit(.patientID, text))
        let back = try DataSetDecoder.decode(Wire.explicit(.patientID, "UN", text)).dataSet
        #expect(back[.patientID] == element)
    }

    @Test func numbersThatGoAsUnknownStayLittleEndian() throws {
        let numbers = [UInt8](repeating: 0, count: 65_536).enumerated().map { UInt8(truncatingIfNeeded: $0.offset) }
        let element = DataElement(.rows, .US, .bytes(ByteBuffer(bytes: numbers)))
        let bytes = try encoded(element, .explicitVRBigEndian)
        #expect(bytes == Wire.explicit(.rows, "UN", numbers, order: .big))
        #expect(try DataSetDecoder.decode(bytes, as: .explicitVRBigEndian).dataSet[.rows] == element)
    }

    @Test func theLongestShortValueKeepsItsVR() throws {
        let text = [UInt8](repeating: 0x31, count: 65_534)
        let bytes = try encoded(DataElement(.patientID, .LO, .bytes(ByteBuffer(bytes: text))))
        #expect(bytes == Wire.explicit(.patientID, "LO", text))
    }

    @Test func fragmentsFollowTheirTable() throws {
        let fragments = [ByteBuffer(bytes: [1, 2, 3]), ByteBuffer(bytes: [4, 5])]
        let element = DataElement(
            .pixelData,
            .OB,
            .fragments(Fragments(basicOffsetTable: [0, 12], fragments: fragments))
        )
        let expected = Wire.encapsulated(table: [0, 12], [[1, 2, 3, 0], [4, 5]])
        #expect(try encoded(element, .jpegBaseline8Bit) == expected)
    }

    @Test(arguments: DataSetDecoderTests.syntaxes)
    func fragmentsDoNotGoIntoANativeSyntax(_ syntax: TransferSyntax) {
        let element = DataElement(.pixelData, .OB, .fragments(Fragments(fragments: [ByteBuffer(bytes: [1, 2])])))
        #expect(throws: DataError(reason: .invalidEncapsulation, tag: .pixelData)) { try encoded(element, syntax) }
    }

    @Test func aDeflatedDataSetHasAnEvenLength() throws {
        for count in 0..<20 {
            let text = ByteBuffer(bytes: (0..<count * 2).map { UInt8($0) })
            let bytes = try encoded(DataElement(.patientID, .LO, .bytes(text)), .deflatedExplicitVRLittleEndian)
            #expect(bytes.count.isMultiple(of: 2))
        }
    }
}
