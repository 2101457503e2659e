import DICOM
import NIOCore
import Testing

/// What is wrong in archives and yet read, and what is refused.
struct DamageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var kinds: [Tolerance.Kind]
        var syntax = TransferSyntax.explicitVRLittleEndian
        /// What `bytes` without the damage would be.
        var sound: [UInt8]
    }

    static let modality = Wire.explicit(.modality, "CS", "MR")
    static let code = Wire.explicit(.codeValue, "SH", "A1")
    static let sequence = Wire.explicit(.contentSequence, "SQ", Wire.item(code))

    static let cases: [Case] = [
        Case(
            testDescription: "a tag out of order",
            bytes: code + modality,
            kinds: [.outOfOrder],
            sound: modality + code
        ),
        Case(
            testDescription: "a tag twice",
            bytes: Wire.explicit(.modality, "CS", "CT") + modality,
            kinds: [.duplicate],
            sound: modality
        ),
        Case(
            testDescription: "stray delimiters between elements",
            bytes: modality + Wire.itemEnd + code + Wire.sequenceEnd,
            kinds: [.strayDelimiter, .strayDelimiter],
            sound: modality + code
        ),
        Case(
            testDescription: "delimiters after a sequence and item of defined length",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(code) + Wire.itemEnd) + Wire.sequenceEnd,
            kinds: [.strayDelimiter, .strayDelimiter],
            sound: sequence
        ),
        Case(
            testDescription: "an item delimiter within an item of defined length",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(code + Wire.itemEnd)),
            kinds: [.strayDelimiter],
            sound: sequence
        ),
        Case(
            testDescription: "an item without its delimiter, before another",
            bytes: Wire.sequence(
                .contentSequence,
                Wire.implicit(.item, code, length: Wire.undefined) + Wire.undefinedItem(code)
            ),
            kinds: [.missingDelimiter],
            sound: Wire.explicit(.contentSequence, "SQ", Wire.item(code) + Wire.item(code))
        ),
        Case(
            testDescription: "an item without its delimiter, at the end of the sequence",
            bytes: Wire.sequence(.contentSequence, Wire.implicit(.item, code, length: Wire.undefined)),
            kinds: [.missingDelimiter],
            sound: sequence
        ),
        Case(
            testDescription: "a sequence without its delimiter at the end of the data set",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(code), length: Wire.undefined),
            kinds: [.missingDelimiter],
            sound: sequence
        ),
        Case(
            testDescription: "a sequence without its delimiter before the next element",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(code), length: Wire.undefined)
                + Wire.explicit(.documentTitle, "ST", "ab"),
            kinds: [.missingDelimiter],
            sound: sequence + Wire.explicit(.documentTitle, "ST", "ab")
        ),
        Case(
            testDescription: "a sequence without its delimiter at the end of an item",
            bytes: Wire.explicit(
                .contentSequence,
                "SQ",
                Wire.item(Wire.explicit(.conceptNameCodeSequence, "SQ", Wire.item(code), length: Wire.undefined))
            ),
            kinds: [.missingDelimiter],
            sound: Wire.explicit(
                .contentSequence,
                "SQ",
                Wire.item(Wire.explicit(.conceptNameCodeSequence, "SQ", Wire.item(code)))
            )
        ),
        Case(
            testDescription: "a sequence too short for its item",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(code), length: 10)
                + Wire.explicit(.documentTitle, "ST"),
            kinds: [.sequenceLength],
            sound: sequence + Wire.explicit(.documentTitle, "ST")
        ),
        Case(
            testDescription: "a delimiter with a length",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(code), length: Wire.undefined)
                + Wire.implicit(.sequenceDelimitationItem, length: 4),
            kinds: [.delimiterLength],
            sound: sequence
        ),
        Case(
            testDescription: "a VR that nobody knows, with a short length",
            bytes: Wire.explicit(Tag(0x0009, 0x1001), "ZZ", [1, 2]),
            kinds: [.unknownVR],
            sound: Wire.explicit(Tag(0x0009, 0x1001), "UN", [1, 2])
        ),
        Case(
            testDescription: "a VR of a later edition, with a long length",
            bytes: Wire.tag(Tag(0x0009, 0x1001)) + Array("ZZ".utf8) + [0, 0] + Wire.number(UInt32(2)) + [1, 2],
            kinds: [.unknownVR],
            sound: Wire.explicit(Tag(0x0009, 0x1001), "UN", [1, 2])
        ),
        Case(
            testDescription: "reserved bytes that are not zero",
            bytes: Wire.tag(.encapsulatedDocument) + Array("OB".utf8) + [1, 0] + Wire.number(UInt32(2)) + [1, 2],
            kinds: [.reservedBytes],
            sound: Wire.explicit(.encapsulatedDocument, "OB", [1, 2])
        ),
        Case(
            testDescription: "Implicit VR under a name of Explicit VR",
            bytes: Wire.implicit(.modality, Array("MR".utf8)) + Wire.implicit(.codeValue, Array("A1".utf8)),
            kinds: [.implicitVR],
            sound: modality + code
        ),
        Case(
            testDescription: "Explicit VR under a name of Implicit VR",
            bytes: modality + code,
            kinds: [.explicitVR],
            syntax: .implicitVRLittleEndian,
            sound: modality + code
        ),
        Case(
            testDescription: "an item of Implicit VR in a data set of Explicit VR",
            bytes: Wire.explicit(.contentSequence, "SQ", Wire.item(Wire.implicit(.codeValue, Array("A1".utf8)))),
            kinds: [.implicitVR],
            sound: sequence
        ),
        Case(
            testDescription: "a sequence in VR UN that is Explicit VR",
            bytes: Wire.sequence(.contentSequence, vr: "UN", Wire.item(code)),
            kinds: [.explicitVR],
            sound: sequence
        ),
        Case(
            testDescription: "zeros after the end",
            bytes: modality + Array(repeating: 0, count: 21),
            kinds: [.trailingBytes],
            sound: modality
        ),
        Case(
            testDescription: "Pixel Data without its delimiter",
            bytes: Array(Wire.encapsulated([[1, 2]]).dropLast(8)),
            kinds: [.missingDelimiter],
            syntax: .jpegBaseline8Bit,
            sound: Wire.encapsulated([[1, 2]])
        ),
        Case(
            testDescription: "an offset table of five bytes",
            bytes: Wire.explicit(.pixelData, "OB", length: Wire.undefined) + Wire.item([0, 0, 0, 0, 0])
                + Wire.item([1, 2]) + Wire.sequenceEnd,
            kinds: [.oddLength, .offsetTable],
            syntax: .jpegBaseline8Bit,
            sound: Wire.encapsulated(table: [0], [[1, 2]])
        ),
    ]

    @Test(arguments: cases)
    func commonDamageIsReadAndRecorded(_ damage: Case) throws {
        let sound = try DataSetDecoder.decode(
            damage.sound,
            as: damage.syntax.isEncapsulated ? damage.syntax : .explicitVRLittleEndian
        )
        #expect(sound.tolerated.isEmpty)
        for count in [1, Int.max] {
            let (dataSet, tolerated) = try DataSetDecoder.decode(damage.bytes, as: damage.syntax, by: count)
            #expect(dataSet == sound.dataSet)
            #expect(tolerated.map(\.kind) == damage.kinds)
        }
    }

    @Test func anOddLengthIsReadAndRecorded() throws {
        let bytes = Wire.explicit(.patientID, "LO", "abc") + Wire.explicit(.rows, "US", [1, 2])
        let (dataSet, tolerated) = try DataSetDecoder.decode(bytes)
        #expect(dataSet[.patientID]?.value == .bytes(ByteBuffer(string: "abc")))
        #expect(dataSet[.rows] != nil)
        #expect(tolerated == [Tolerance(.oddLength, tag: .patientID, offset: 8)])
    }

    @Test func encapsulatedPixelDataInANativeSyntaxIsRecorded() throws {
        let (dataSet, tolerated) = try DataSetDecoder.decode(Wire.encapsulated([[1, 2]]))
        #expect(dataSet[.pixelData]?.value.isEncapsulated == true)
        #expect(tolerated.map(\.kind) == [.encapsulated])
    }

    @Test func onlySoManyRecordsAreKept() throws {
        let bytes = Array(repeating: Wire.itemEnd, count: 1_000).flatMap(\.self)
        #expect(try DataSetDecoder.decode(bytes).tolerated.count == Tolerance.maximumKept)
    }

    // MARK: Refused

    @Test(arguments: [
        (
            "an item beyond the item around its sequence",
            Wire.sequence(
                .contentSequence,
                Wire.item(Wire.explicit(.conceptNameCodeSequence, "SQ", Wire.implicit(.item, code, length: 11)))
            )
        ),
        ("an element beyond its item", Wire.sequence(.contentSequence, Wire.implicit(.item, code, length: 9))),
        ("a header beyond its item", Wire.sequence(.contentSequence, Wire.implicit(.item, code, length: 4))),
        ("text of undefined length", Wire.tag(Tag(0x0008, 0x0119)) + Array("UC".utf8) + [0, 0, 255, 255, 255, 255]),
        (
            "a fragment of undefined length",
            Wire.explicit(.pixelData, "OB", length: Wire.undefined)
                + Wire.implicit(.item, length: Wire.undefined)
        ),
    ])
    func lengthsThatCannotBeAreRefused(_ name: String, _ bytes: [UInt8]) {
        #expect(DataSetDecoder.reason(bytes) == .invalidLength)
    }

    @Test(arguments: [
        ("an item outside a sequence", Wire.item()),
        ("an element where an item is due", Wire.explicit(.contentSequence, "SQ", code)),
        ("an element where a fragment is due", Wire.explicit(.pixelData, "OB", code, length: Wire.undefined)),
    ])
    func tagsThatCannotStandThereAreRefused(_ name: String, _ bytes: [UInt8]) {
        #expect(DataSetDecoder.reason(bytes) == .unexpectedTag)
    }

    @Test func aGroupLengthOfUndefinedLengthIsRefused() {
        let bytes = Wire.implicit(Tag(0x3006, 0x0000), length: Wire.undefined) + Wire.sequenceEnd
        #expect(DataSetDecoder.reason(bytes, as: .implicitVRLittleEndian) == .invalidLength)
    }

    /// Four gibibytes are declared and none sent: the error comes at once and nothing was set aside for them.
    @Test(arguments: [UInt32(0xFFFF_FFFE), 0x8000_0000, 1 << 30])
    func aLengthThatLiesIsFoundOut(_ length: UInt32) {
        let reason = DataSetDecoder.reason(Wire.explicit(.encapsulatedDocument, "OB", [1], length: length))
        #expect(reason == .truncated || reason == .tooLarge)
        #expect(
            DataSetDecoder.reason(Wire.explicit(.pixelData, "OW", [1], length: length), deferringAbove: 0) == .truncated
        )
    }

    @Test func aVRThatIsNoneInBigEndianIsRefused() {
        #expect(DataSetDecoder.reason(Wire.implicit(.modality), as: .explicitVRBigEndian) == .invalidVR)
    }

    @Test func aDataSetLongerThanTheLimitIsRefused() {
        let limits = DecodingLimits(maximumElementLength: 4, maximumDataSetLength: 20)
        #expect(DataSetDecoder.reason(Self.modality + Self.code, limits: limits) == nil)
        #expect(DataSetDecoder.reason(Self.modality + Self.code + Self.modality, limits: limits) == .tooLarge)
        #expect(DataSetDecoder.reason(Wire.explicit(.patientID, "LO", "abcdef"), limits: limits) == .tooLarge)
    }
}
