import DICOM
import NIOCore
import Testing

struct FileDecoderTests {
    static let meta = FileMeta(
        mediaStorageSOPClassUID: "1.2.840.10008.5.1.4.1.1.4",
        mediaStorageSOPInstanceUID: "1.2.3",
        transferSyntax: .explicitVRLittleEndian
    )

    private func file(_ syntax: TransferSyntax, preamble: Bool = true) throws -> [UInt8] {
        var meta = Self.meta
        meta.transferSyntax = syntax
        let bytes = try DataSetEncoder(syntax).encode(.everyVR)
        return Array(meta.encoded(preamble: preamble).readableBytesView) + Array(bytes.readableBytesView)
    }

    private func decode(_ bytes: [UInt8], by count: Int = .max) throws -> (FileDecoder, DataSet) {
        var decoder = FileDecoder()
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(count)
            rest = rest.dropFirst(count)
            try decoder.feed(ByteBuffer(bytes: chunk))
        }
        let dataSet = try decoder.finish()
        return (decoder, dataSet)
    }

    @Test(arguments: DataSetDecoderTests.syntaxes, [true, false])
    func filesComeBackAsTheyWereWritten(_ syntax: TransferSyntax, _ preamble: Bool) throws {
        let bytes = try file(syntax, preamble: preamble)
        for count in [1, 5, Int.max] {
            let (decoder, dataSet) = try decode(bytes, by: count)
            #expect(dataSet == .everyVR)
            var meta = Self.meta
            meta.transferSyntax = syntax
            #expect(decoder.meta == meta)
            #expect(decoder.transferSyntax == syntax)
            #expect(decoder.dataSetOffset == meta.encoded(preamble: preamble).readableBytes)
            #expect(decoder.tolerated.map(\.kind) == (preamble ? [] : [.noPreamble]))
        }
    }

    @Test(arguments: [
        TransferSyntax.implicitVRLittleEndian, .explicitVRLittleEndian, .explicitVRBigEndian,
    ])
    func ofABareDataSetTheTransferSyntaxIsGuessed(_ syntax: TransferSyntax) throws {
        let bytes = Array(try DataSetEncoder(syntax).encode(.everyVR).readableBytesView)
        for count in [1, Int.max] {
            let (decoder, dataSet) = try decode(bytes, by: count)
            #expect(dataSet == .everyVR)
            #expect(decoder.meta == nil)
            #expect(decoder.transferSyntax == syntax)
            #expect(decoder.tolerated.map(\.kind) == [.noPreamble, .guessedTransferSyntax])
        }
    }

    @Test func withoutItsUIDTheTransferSyntaxIsGuessed() throws {
        let group = Wire.explicit(.mediaStorageSOPInstanceUID, "UI", "1.2.3\0")
        let bytes =
            [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + group + Wire.explicit(.modality, "CS", "MR")
        for count in [1, Int.max] {
            let (decoder, dataSet) = try decode(bytes, by: count)
            #expect(dataSet.string(.modality) == "MR")
            #expect(decoder.meta?.transferSyntax == .explicitVRLittleEndian)
            #expect(decoder.meta?.mediaStorageSOPInstanceUID == "1.2.3")
            #expect(decoder.tolerated.map(\.kind) == [.fileMetaGroupLength, .guessedTransferSyntax])
        }
    }

    @Test(arguments: [UInt32(0), 10, 5_000, .max])
    func aWrongGroupLengthIsNotBelieved(_ length: UInt32) throws {
        var bytes = try file(.explicitVRLittleEndian)
        bytes.replaceSubrange(140..<144, with: Wire.number(length))
        let (decoder, dataSet) = try decode(bytes)
        #expect(dataSet == .everyVR)
        #expect(decoder.tolerated.map(\.kind) == [.fileMetaGroupLength])
    }

    @Test func metaInformationInImplicitVRIsRead() throws {
        let group = Wire.implicit(.transferSyntaxUID, Array("1.2.840.10008.1.2\0".utf8))
        let bytes = group + Wire.implicit(.modality, Array("MR".utf8))
        let (decoder, dataSet) = try decode(bytes)
        #expect(decoder.transferSyntax == .implicitVRLittleEndian)
        #expect(dataSet.string(.modality) == "MR")
    }

    @Test func aFileWithoutADataSetHasAnEmptyOne() throws {
        let (decoder, dataSet) = try decode(Array(Self.meta.encoded().readableBytesView))
        #expect(dataSet.isEmpty)
        #expect(decoder.meta == Self.meta)
    }

    /// Cut within the meta information, or just behind it, and at some places in the data set.
    @Test func aFileThatEndsTooEarlyIsAnError() throws {
        let bytes = try file(.explicitVRLittleEndian)
        let start = Self.meta.encoded().readableBytes
        var ends: Set<Int> = [start]
        for count in 133..<start {
            // Between elements of group 0002 it is a file of a shorter group.
            let reason: DataError.Reason?
            do {
                _ = try decode(Array(bytes[..<count]))
                reason = nil
                ends.insert(count)
            } catch let error as DataError {
                reason = error.reason
            }
            #expect(reason == nil || reason == .truncated || reason == .notDICOM)
        }
        #expect(ends.count <= 8)
    }

    @Test(arguments: [
        Array("<!DOCTYPE html><html>".utf8), [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70], [], [8],
        Array("a text of some length that says nothing at all, and goes on".utf8), Array(repeating: 0, count: 500),
    ])
    func whatIsNoFileIsRefused(_ bytes: [UInt8]) {
        #expect(throws: DataError.self) { try decode(bytes) }
        do {
            _ = try decode(bytes)
        } catch {
            #expect((error as? DataError)?.reason == .notDICOM)
        }
    }

    @Test func aValueOfGroup2LongerThanTheLimitIsRefused() throws {
        let bytes = Wire.explicit(.fileMetaInformationVersion, "OB", length: 0x7FFF_FFFF)
        #expect(throws: DataError(reason: .tooLarge, tag: .fileMetaInformationVersion, offset: 0)) {
            try decode(bytes)
        }
    }

    // MARK: Writing

    @Test func theGroupLengthIsRight() throws {
        var meta = Self.meta
        meta.sourceApplicationEntityTitle = "GANTRY"
        let bytes = Array(meta.encoded().readableBytesView)
        #expect(bytes[..<128].allSatisfy { $0 == 0 })
        #expect(Array(bytes[128..<132]) == Array("DICM".utf8))
        #expect(Array(bytes[132..<140]) == [2, 0, 0, 0, 0x55, 0x4C, 4, 0])
        #expect(Array(bytes[140..<144]) == Wire.number(UInt32(bytes.count - 144)))
        #expect(bytes.count.isMultiple(of: 2))
        #expect(Implementation.classUID.isValid)
        #expect(Implementation.versionName.utf8.count <= 16)
    }
}
