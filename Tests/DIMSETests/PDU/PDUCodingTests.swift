import DICOM
import NIOCore
import Testing

@testable import DIMSE

@Suite struct PDUCodingTests {
    @Test(arguments: PDUSample.all)
    func aPDUIsWrittenAsTheStandardSays(sample: PDUSample) throws {
        #expect(try sample.pdu.encoded() == sample.bytes)
    }

    @Test(arguments: PDUSample.all)
    func aPDUIsReadAsItWasWritten(sample: PDUSample) throws {
        #expect(try decoded([sample.bytes]) == [sample.pdu])
    }

    @Test(arguments: PDUSample.all)
    func aPDUIsReadOneByteAtATime(sample: PDUSample) throws {
        let bytes = sample.bytes.readableBytesView.map { ByteBuffer(bytes: [$0]) }
        #expect(try decoded(bytes) == [sample.pdu])
    }

    @Test(arguments: PDUSample.all)
    func aPDUThatEndsEarlyIsAwaited(sample: PDUSample) throws {
        for length in 0..<sample.bytes.readableBytes {
            let start = try #require(sample.bytes.getSlice(at: 0, length: length))
            #expect(try decoded([start]) == [])
        }
    }

    @Test func allPDUsInOneReadAreGivenInOrder() throws {
        let all = PDUSample.all.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1.bytes) }
        #expect(try decoded([all]) == PDUSample.all.map(\.pdu))
        for cut in 1..<all.readableBytes {
            let parts = try [#require(all.getSlice(at: 0, length: cut)), #require(all.viewSuffix(from: cut))]
            #expect(try decoded(parts) == PDUSample.all.map(\.pdu), "cut at \(cut)")
        }
    }

    @Test func reservedBytesAreNotTested() throws {
        #expect(try decoded([ByteBuffer(hex: "05 FF 00000004 DEADBEEF")]) == [.releaseRequest])
        #expect(try decoded([ByteBuffer(hex: "07 FF 00000004 FFFF 02 02")]) == [.abort(.byProvider(.unexpectedPDU))])
    }

    @Test func severalValuesInOnePDUAreGivenOneByOne() throws {
        let bytes = ByteBuffer(hex: "04 00 00000010 00000004 01 01 AABB 00000004 01 03 CCDD")
        #expect(
            try decoded([bytes]) == [
                .dataTransfer(.init(contextID: 1, isCommand: true, isLast: false, bytes: ByteBuffer(hex: "AABB"))),
                .dataTransfer(.init(contextID: 1, isCommand: true, isLast: true, bytes: ByteBuffer(hex: "CCDD"))),
            ]
        )
    }

    @Test func aLongValueIsGivenWhileItArrivesAndOnlyItsEndIsTheLast() throws {
        let payload = ByteBuffer(bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        let value = PresentationDataValue(contextID: 5, isCommand: false, isLast: true, bytes: payload)
        var bytes = try PDU.dataTransfer(value).encoded()
        var decoder = PDUDecoder(maximumLength: 0)
        var joined = ByteBuffer()
        var lasts: [Bool] = []
        while bytes.readableBytes > 0 {
            decoder.feed(bytes.readSlice(length: min(9_999, bytes.readableBytes)) ?? ByteBuffer())
            while case .dataTransfer(let part)? = try decoder.next() {
                joined.writeImmutableBuffer(part.bytes)
                lasts.append(part.isLast)
            }
        }
        #expect(joined == payload)
        #expect(lasts.count > 10)
        #expect(lasts == Array(repeating: false, count: lasts.count - 1) + [true])
    }
}

extension PDUCodingTests {
    @Test func theCapacityLeavesRoomForTheHeaderAndIsEven() {
        #expect(PresentationDataValue.capacity(maximumLength: 16384) == 16378)
        #expect(PresentationDataValue.capacity(maximumLength: 16383) == 16376)
        #expect(PresentationDataValue.capacity(maximumLength: 8) == 2)
        #expect(PresentationDataValue.capacity(maximumLength: 0) == 262138)
        #expect(PresentationDataValue.capacity(maximumLength: .max) == 262138)
    }

    @Test(arguments: [UInt32(1), 2, 6, 7])
    func aPeerThatLeavesNoRoomForTwoBytesTakesNoData(maximumLength: UInt32) {
        #expect(PresentationDataValue.capacity(maximumLength: maximumLength) == nil)
    }

    @Test(arguments: ["", " ", "SEVENTEEN_LETTERS", "BACK\\SLASH", "TAB\t", "ÄRZTE"])
    func aRequestWithAnAETitleThatIsNoneIsNotWritten(title: String) {
        #expect(!AETitle.isValid(title))
        var request = AssociateRequest.sample
        request.calledAETitle = title
        #expect(throws: PDUError(.invalidAETitle, in: .associateRequest)) {
            try PDU.associateRequest(request).encoded()
        }
    }

    @Test func anAETitleMayBePaddedWithNULs() throws {
        var bytes = try PDU.associateRequest(.sample).encoded()
        let title = Array(" ORTHANC".utf8) + Array(repeating: 0, count: 8)
        bytes.setBytes(title, at: 10)
        #expect(try decoded([bytes]) == [.associateRequest(.sample)])
    }

    @Test func anItemThatIsTooLongIsNotWritten() {
        var request = AssociateRequest.sample
        request.userInformation.userIdentity?.primary = Array(repeating: 0, count: 65_536)
        #expect(throws: PDUError(.tooLong, in: .associateRequest)) { try PDU.associateRequest(request).encoded() }
    }
}

/// What a decoder without limit of length gives when it is fed one buffer after another.
func decoded(_ buffers: [ByteBuffer]) throws(PDUError) -> [PDU] {
    var decoder = PDUDecoder(maximumLength: 0)
    var pdus: [PDU] = []
    for buffer in buffers {
        decoder.feed(buffer)
        while let pdu = try decoder.next() { pdus.append(pdu) }
    }
    return pdus
}

extension ByteBuffer {
    fileprivate func viewSuffix(from index: Int) -> ByteBuffer? {
        getSlice(at: index, length: readableBytes - index)
    }
}
