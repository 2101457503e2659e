import DICOM
import NIOCore
import Testing

/// Deflated data sets (PS3.5 §A.5), bombs among them.
struct InflaterTests {
    /// A data set of zeros, which deflates a thousand to one.
    static func deflatedZeros(_ count: Int) throws -> ByteBuffer {
        var dataSet = DataSet()
        dataSet.set(DataElement(.encapsulatedDocument, .OB, .bytes(ByteBuffer(repeating: 0, count: count))))
        return try DataSetEncoder(.deflatedExplicitVRLittleEndian).encode(dataSet)
    }

    @Test func blackImagesAreNoBombs() throws {
        let bytes = try Self.deflatedZeros(8 << 20)
        let dataSet = try DataSet.decode(bytes, as: .deflatedExplicitVRLittleEndian)
        #expect(dataSet.bytes(.encapsulatedDocument)?.readableBytes == 8 << 20)
    }

    @Test func aBombIsStoppedByItsRatio() throws {
        let bytes = try Self.deflatedZeros(64 << 20)
        #expect(bytes.readableBytes < 100_000)
        do {
            _ = try DataSet.decode(bytes, as: .deflatedExplicitVRLittleEndian)
            Issue.record("64 MiB of zeros were inflated")
        } catch {
            #expect(error.reason == .tooLarge)
            // Stopped there, not after all was inflated.
            #expect(error.offset ?? .max <= DecodingLimits.default.freelyInflatedLength + Inflater.outputLength)
        }
    }

    @Test func aBombIsStoppedByItsLength() throws {
        let limits = DecodingLimits(maximumInflatedLength: 1 << 20, maximumInflatedRatio: .max)
        let bytes = Array(try Self.deflatedZeros(2 << 20).readableBytesView)
        let syntax = TransferSyntax.deflatedExplicitVRLittleEndian
        #expect(DataSetDecoder.reason(bytes, as: syntax, limits: limits) == .tooLarge)
        #expect(DataSetDecoder.reason(bytes, as: syntax, limits: limits, deferringAbove: 0) == .tooLarge)
    }

    @Test func bytesThatAreNotDeflatedAreRefused() {
        #expect(DataSetDecoder.reason([0xFF, 0xFF, 0xFF], as: .deflatedExplicitVRLittleEndian) == .invalidDeflate)
    }

    @Test func offsetsCountInTheInflatedBytes() throws {
        let bytes = Array(try Self.deflatedZeros(10_000).readableBytesView)
        let dataSet = try DataSetDecoder.decode(
            bytes,
            as: .deflatedExplicitVRLittleEndian,
            by: 5,
            deferringAbove: 100
        ).dataSet
        #expect(dataSet[.encapsulatedDocument]?.value == .deferred(Deferred(range: 12..<10_012)))
    }

    @Test func bytesAfterTheEndAreRecorded() throws {
        let bytes = Array(try Self.deflatedZeros(100).readableBytesView) + [1, 2, 3, 4]
        let tolerated = try DataSetDecoder.decode(bytes, as: .deflatedExplicitVRLittleEndian).tolerated
        #expect(tolerated.map(\.kind) == [.trailingBytes])
    }
}
