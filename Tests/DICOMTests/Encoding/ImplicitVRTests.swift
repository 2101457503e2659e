import DICOM
import NIOCore
import Testing

/// Which VR an element gets when its header does not say.
struct ImplicitVRTests {
    private static let signed = Wire.implicit(.pixelRepresentation, [1, 0])
    private static let unsigned = Wire.implicit(.pixelRepresentation, [0, 0])

    private func vr(_ tag: Tag, _ value: [UInt8], after bytes: [UInt8] = []) throws -> VR? {
        let bytes = bytes + Wire.implicit(tag, value)
        return try DataSetDecoder.decode(bytes, as: .implicitVRLittleEndian).dataSet[tag]?.vr
    }

    @Test func pixelRepresentationDecidesBetweenUSAndSS() throws {
        for tag in [Tag.smallestImagePixelValue, .pixelPaddingValue, .redPaletteColorLookupTableDescriptor] {
            #expect(try vr(tag, [1, 2, 3, 4, 5, 6], after: Self.signed) == .SS)
            #expect(try vr(tag, [1, 2, 3, 4, 5, 6], after: Self.unsigned) == .US)
            #expect(try vr(tag, [1, 2, 3, 4, 5, 6]) == .US)
        }
        #expect(try vr(.rows, [1, 2], after: Self.signed) == .US)
    }

    @Test func anItemGoesByThePixelRepresentationAroundIt() throws {
        let item = Wire.implicit(.lutDescriptor, [1, 0, 2, 0, 3, 0])
        let bytes = Self.signed + Wire.implicit(.modalityLUTSequence, Wire.item(item) + Wire.item(Self.unsigned + item))
        let dataSet = try DataSetDecoder.decode(bytes, as: .implicitVRLittleEndian).dataSet
        #expect(dataSet.items(.modalityLUTSequence).map { $0[.lutDescriptor]?.vr } == [.SS, .US])
    }

    /// PS3.5 §A.1.
    @Test(arguments: [Tag.pixelData, .waveformData, Tag(0x6000, 0x3000), Tag(0x6012, 0x3000), .lutData])
    func whatMayBeWordsIsWords(_ tag: Tag) throws {
        #expect(try vr(tag, [1, 2]) == .OW)
    }

    @Test func privateElementsAreUnknownButForTheirCreators() throws {
        #expect(try vr(Tag(0x0009, 0x0010), [65, 66]) == .LO)
        #expect(try vr(Tag(0x0009, 0x1001), [1, 2]) == .UN)
        #expect(try vr(Tag(0x0008, 0x0007), [1, 2]) == .UN)
    }

    // MARK: UN in Explicit VR

    private func known(_ tag: Tag, _ value: [UInt8]) throws -> DataElement? {
        try DataSetDecoder.decode(Wire.explicit(tag, "UN", value)).dataSet[tag]
    }

    @Test func anUnknownElementRegainsItsVR() throws {
        #expect(try known(.patientID, [65, 66])?.vr == .LO)
        #expect(try known(.rows, [1, 2])?.vr == .US)
        #expect(try known(.rows, [])?.vr == .US)
        #expect(try known(Tag(0x0009, 0x0010), [65, 66])?.vr == .LO)
        #expect(try known(Tag(0x0009, 0x1001), [65, 66])?.vr == .UN)
    }

    @Test func aNumberOfTheWrongLengthStaysUnknown() throws {
        #expect(try known(.rows, [1, 2, 3])?.vr == .UN)
    }

    @Test func bytesThatAreNoSequenceStayUnknown() throws {
        for bytes in [[1, 2], Wire.item() + [1, 2], Wire.implicit(.codeValue, [65, 66])] {
            let element = try known(.contentSequence, bytes)
            #expect(element == DataElement(.contentSequence, .UN, .bytes(ByteBuffer(bytes: bytes))))
        }
    }

    @Test func aDeferredUnknownElementRegainsItsVR() throws {
        let bytes = Wire.explicit(Tag(0x0028, 0x1201), "UN", [UInt8](repeating: 1, count: 100))
        let dataSet = try DataSetDecoder.decode(bytes, deferringAbove: 10).dataSet
        #expect(dataSet.elements.first?.vr == .OW)
        #expect(dataSet.elements.first?.value.isDeferred == true)
    }
}
