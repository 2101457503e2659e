import DICOM
import NIOCore
import Testing

/// Sequences and items of defined and undefined length (PS3.5 §7.5).
struct SequenceTests {
    static let code = Wire.explicit(.codeValue, "SH", "A1")
    static let implicitCode = Wire.implicit(.codeValue, Array("A1".utf8))
    static let expected = [
        DataSet(sorting: [DataElement(.codeValue, .SH, .bytes(ByteBuffer(string: "A1")))]), DataSet(),
    ]

    @Test(arguments: [
        Wire.explicit(.contentSequence, "SQ", Wire.item(code) + Wire.item()),
        Wire.explicit(.contentSequence, "SQ", Wire.undefinedItem(code) + Wire.undefinedItem([])),
        Wire.sequence(.contentSequence, Wire.item(code) + Wire.item()),
        Wire.sequence(.contentSequence, Wire.undefinedItem(code) + Wire.undefinedItem([])),
        Wire.sequence(.contentSequence, vr: "UN", Wire.item(implicitCode) + Wire.undefinedItem([])),
        Wire.explicit(.contentSequence, "UN", Wire.item(implicitCode) + Wire.undefinedItem([])),
    ])
    func theKindOfLengthMakesNoDifference(_ bytes: [UInt8]) throws {
        for count in [1, Int.max] {
            let (dataSet, tolerated) = try DataSetDecoder.decode(bytes, by: count)
            #expect(dataSet[.contentSequence] == DataElement(.contentSequence, .SQ, .items(Self.expected)))
            #expect(tolerated.isEmpty)
        }
    }

    @Test func anEmptySequenceHasNoItems() throws {
        for bytes in [Wire.explicit(.contentSequence, "SQ"), Wire.sequence(.contentSequence, [])] {
            #expect(try DataSetDecoder.decode(bytes).dataSet[.contentSequence]?.value == .items([]))
        }
    }

    /// PS3.5 §6.2.2: Implicit VR Little Endian whatever the transfer syntax.
    @Test func anUnknownSequenceInBigEndianIsLittleEndian() throws {
        let rows = Wire.implicit(.rows, [0x00, 0x02])
        let bytes =
            Wire.explicit(Tag(0x0009, 0x1001), "UN", length: Wire.undefined, order: .big)
            + Wire.item(rows) + Wire.sequenceEnd
        let items = try DataSetDecoder.decode(bytes, as: .explicitVRBigEndian).dataSet.items(Tag(0x0009, 0x1001))
        #expect(items.first?[.rows]?.value == .bytes(ByteBuffer(bytes: [0x00, 0x02])))
    }

    @Test func aPrivateSequenceOfUndefinedLengthInImplicitVRIsOne() throws {
        let bytes =
            Wire.implicit(Tag(0x0009, 0x1001), Wire.item(Self.implicitCode), length: Wire.undefined) + Wire.sequenceEnd
        let dataSet = try DataSetDecoder.decode(bytes, as: .implicitVRLittleEndian).dataSet
        #expect(dataSet[Tag(0x0009, 0x1001)]?.vr == .SQ)
        #expect(dataSet.items(Tag(0x0009, 0x1001)).count == 1)
    }

    @Test func sequencesInUnknownOnesKeepTheirKind() throws {
        let inner = Wire.implicit(.conceptNameCodeSequence, Wire.item(Self.implicitCode))
        let bytes = Wire.sequence(Tag(0x0009, 0x1001), vr: "UN", Wire.undefinedItem(inner)) + Self.code
        let dataSet = try DataSetDecoder.decode(bytes).dataSet
        let item = try #require(dataSet.items(Tag(0x0009, 0x1001)).first)
        #expect(item.items(.conceptNameCodeSequence).first?[.codeValue]?.vr == .SH)
    }

    // MARK: Limits

    static func nested(_ depth: Int, defined: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<depth {
            bytes =
                defined
                ? Wire.explicit(.contentSequence, "SQ", Wire.item(bytes))
                : Wire.sequence(.contentSequence, Wire.undefinedItem(bytes))
        }
        return bytes
    }

    @Test(arguments: [true, false])
    func sequencesNestAsDeepAsTheLimit(_ defined: Bool) throws {
        #expect(DataSetDecoder.reason(Self.nested(64, defined: defined)) == nil)
        #expect(DataSetDecoder.reason(Self.nested(65, defined: defined)) == .nestedTooDeep)
    }

    /// A recursive reader would need a stack frame for each of these.
    @Test func aHundredThousandOpenSequencesAreAnError() {
        let level =
            Wire.explicit(.contentSequence, "SQ", length: Wire.undefined)
            + Wire.implicit(.item, length: Wire.undefined)
        #expect(DataSetDecoder.reason(Array(repeating: level, count: 100_000).flatMap(\.self)) == .nestedTooDeep)
    }

    /// The sequence is no deeper than the limit where its bytes are looked into, so they stay unknown.
    @Test func theLimitHoldsInSequencesOfVRUNToo() throws {
        var bytes: [UInt8] = []
        for _ in 0..<70 { bytes = Wire.explicit(.contentSequence, "UN", Wire.item(bytes)) }
        let dataSet = try DataSetDecoder.decode(bytes).dataSet
        var depth = 0
        var items = dataSet.items(.contentSequence)
        while let item = items.first {
            depth += 1
            items = item.items(.contentSequence)
        }
        #expect(depth <= 64)
    }

    @Test func elementsAndItemsAreCounted() {
        let limits = DecodingLimits(maximumElements: 3)
        let items = Array(repeating: Wire.item(), count: 3).flatMap(\.self)
        #expect(DataSetDecoder.reason(Wire.sequence(.contentSequence, items), limits: limits) == .tooLarge)
        #expect(DataSetDecoder.reason(Wire.sequence(.contentSequence, Wire.item()), limits: limits) == nil)
    }
}
