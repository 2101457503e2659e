import DICOM
import NIOCore
import Testing

/// Large values left where they lie, and data sets made anew of them.
struct DeferringTests {
    static let pixels = [UInt8](repeating: 1, count: 40_000)
    static let document = [UInt8](repeating: 2, count: 5_000)

    static let head =
        Wire.explicit(.modality, "CS", "MR")
        + Wire.explicit(.contentSequence, "SQ", Wire.item(Wire.explicit(.encapsulatedDocument, "OB", document)))
        + Wire.explicit(.encapsulatedDocument, "OB", document)
    static let tail = Wire.explicit(.dataSetTrailingPadding, "OB", [0, 0])

    @Test(arguments: [1, 1_000, Int.max])
    func longTopLevelValuesBecomeRanges(_ count: Int) throws {
        let bytes = Self.head + Wire.explicit(.pixelData, "OW", Self.pixels) + Self.tail
        let (dataSet, tolerated) = try DataSetDecoder.decode(bytes, by: count, deferringAbove: 4_096)
        let start = Self.head.count
        #expect(dataSet[.encapsulatedDocument]?.value == .deferred(Deferred(range: start - 5_000..<start)))
        #expect(dataSet[.pixelData]?.value == .deferred(Deferred(range: start + 12..<start + 40_012)))
        // In a sequence a value stays.
        let item = try #require(dataSet.items(.contentSequence).first)
        #expect(item.bytes(.encapsulatedDocument)?.readableBytes == 5_000)
        #expect(dataSet[.dataSetTrailingPadding]?.value == .bytes(ByteBuffer(bytes: [0, 0])))
        #expect(tolerated.isEmpty)
    }

    @Test func pixelDataIsDeferredHoweverShort() throws {
        for tag in [Tag.pixelData, .floatPixelData, .doubleFloatPixelData] {
            let dataSet = try DataSetDecoder.decode(Wire.explicit(tag, "OB", [1, 2]), deferringAbove: 100).dataSet
            #expect(dataSet[tag]?.value == .deferred(Deferred(range: 12..<14)))
        }
    }

    @Test(arguments: [1, 1_000, Int.max])
    func ofAnEncapsulatedValueThePlacesOfTheFragmentsAreKept(_ count: Int) throws {
        let bytes = Self.head + Wire.encapsulated(table: [0, 10], [[1, 2], Self.pixels, []])
        let dataSet = try DataSetDecoder.decode(
            bytes,
            as: .jpegBaseline8Bit,
            by: count,
            deferringAbove: 4_096
        ).dataSet
        let start = Self.head.count + 12
        let first = start + 16 + 8
        let encapsulation = Deferred.Encapsulation(
            basicOffsetTable: [0, 10],
            fragments: [first..<first + 2, first + 10..<first + 40_010, first + 40_018..<first + 40_018]
        )
        #expect(
            dataSet[.pixelData]?.value
                == .deferred(Deferred(range: start..<bytes.count, encapsulation: encapsulation))
        )
    }

    @Test func pixelDataIsKnownToBeginWithoutTheRest() throws {
        var decoder = DataSetDecoder(.explicitVRLittleEndian, deferringAbove: 4_096)
        try decoder.feed(ByteBuffer(bytes: Self.head))
        #expect(!decoder.reachedPixelData)
        try decoder.feed(ByteBuffer(bytes: Wire.explicit(.pixelData, "OW", length: 40_000)))
        #expect(decoder.reachedPixelData)
        #expect(decoder.dataSet.elements.map(\.tag) == [.modality, .contentSequence, .encapsulatedDocument])
        #expect(throws: DataError(reason: .truncated, tag: .pixelData, offset: Self.head.count + 12)) {
            try decoder.finish()
        }
    }

    @Test func aDataSetWithoutPixelDataNeverReachesIt() throws {
        var decoder = DataSetDecoder(.explicitVRLittleEndian)
        try decoder.feed(ByteBuffer(bytes: Self.head))
        _ = try decoder.finish()
        #expect(!decoder.reachedPixelData)
    }

    // MARK: Encoding anew

    /// The pieces put together as a sender does it.
    static func joined(_ pieces: [EncodedPiece], from stored: [UInt8], _ order: ByteOrder) -> ByteBuffer {
        var joined = ByteBuffer()
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): joined.writeImmutableBuffer(bytes)
            case .deferred(let deferred, let vr):
                let bytes = ByteBuffer(bytes: stored[deferred.range])
                joined.writeImmutableBuffer(deferred.byteOrder == order ? bytes : bytes.swapped(width: vr.width))
            }
        }
        return joined
    }

    @Test(arguments: [TransferSyntax.implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian])
    func piecesAreWhatTheWholeWouldBe(_ target: TransferSyntax) throws {
        for source in [TransferSyntax.implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian] {
            let stored = Array(try DataSetEncoder(source).encode(.everyVR).readableBytesView)
            let deferred = try DataSetDecoder.decode(stored, as: source, deferringAbove: 3).dataSet
            let pieces = try DataSetEncoder(target).pieces(deferred)
            #expect(pieces.count > 20)
            let whole = Self.joined(pieces, from: stored, target.byteOrder)
            #expect(try whole == DataSetEncoder(target).encode(.everyVR))
            #expect(pieces.reduce(0) { $0 + $1.count } == whole.readableBytes)
        }
    }

    @Test func fragmentsAreCopiedAsTheyLie() throws {
        let stored = Self.head + Wire.encapsulated(table: [0, 10], [[1, 2], [3, 4]])
        for bytes in [stored, Array(stored.dropLast(8))] {
            let deferred = try DataSetDecoder.decode(bytes, as: .jpegBaseline8Bit, deferringAbove: 0).dataSet
            let pieces = try DataSetEncoder(.jpegBaseline8Bit).pieces(deferred)
            let whole = try DataSetDecoder.decode(stored, as: .jpegBaseline8Bit).dataSet
            let joined = Self.joined(pieces, from: bytes, .little)
            #expect(try joined == DataSetEncoder(.jpegBaseline8Bit).encode(whole))
        }
    }

    /// PS3.5 §6.2.2: its bytes are little-endian already.
    @Test func anUnknownValueInBigEndianIsNotTurnedRound() throws {
        let words: [UInt8] = [1, 2, 3, 4]
        let stored = Wire.explicit(Tag(0x0028, 0x1201), "UN", words, order: .big)
        let deferred = try DataSetDecoder.decode(stored, as: .explicitVRBigEndian, deferringAbove: 0).dataSet
        let joined = Self.joined(try DataSetEncoder(.explicitVRLittleEndian).pieces(deferred), from: stored, .little)
        #expect(Array(joined.readableBytesView) == Wire.explicit(Tag(0x0028, 0x1201), "OW", words))
    }

    @Test func bigEndianFragmentsAreNotCopied() throws {
        let fragment = Wire.tag(.item, .big) + Wire.number(UInt32(0), .big)
        let end = Wire.tag(.sequenceDelimitationItem, .big) + Wire.number(UInt32(0), .big)
        let stored =
            Wire.explicit(.pixelData, "OB", fragment + fragment + end, length: Wire.undefined, order: .big)
        let deferred = try DataSetDecoder.decode(stored, as: .explicitVRBigEndian, deferringAbove: 0).dataSet
        #expect(throws: DataError(reason: .invalidEncapsulation, tag: .pixelData)) {
            try DataSetEncoder(.jpegBaseline8Bit).pieces(deferred)
        }
    }

    @Test func anOddDeferredValueIsPadded() throws {
        let stored = Wire.explicit(.pixelData, "OB", [1, 2, 3])
        let deferred = try DataSetDecoder.decode(stored, deferringAbove: 0).dataSet
        let pieces = try DataSetEncoder(.explicitVRLittleEndian).pieces(deferred)
        #expect(
            Array(Self.joined(pieces, from: stored, .little).readableBytesView)
                == Wire.explicit(.pixelData, "OB", [1, 2, 3, 0])
        )
    }

    @Test func aDeferredValueHasNoBytesToEncode() throws {
        let deferred = try DataSetDecoder.decode(Wire.explicit(.pixelData, "OB", [1, 2]), deferringAbove: 0).dataSet
        let error = DataError(reason: .invalidValue, tag: .pixelData)
        #expect(throws: error) { try DataSetEncoder(.explicitVRLittleEndian).encode(deferred) }
        #expect(throws: error) { try DataSetEncoder(.deflatedExplicitVRLittleEndian).pieces(deferred) }
    }
}
