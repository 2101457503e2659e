import DICOM
import NIOCore
import Testing

@testable import DIMSE

/// What a peer can get wrong, by accident or on purpose.
@Suite struct PDUDecoderTests {
    @Test(arguments: [UInt8(0x00), 0x08, 0x16 /* TLS */, UInt8(ascii: "G") /* HTTP */, 0xFF])
    func theFirstByteThatNoPDUHasIsRefusedAtOnce(byte: UInt8) {
        #expect(throws: PDUError(.unrecognizedPDU(byte))) { try decoded([ByteBuffer(bytes: [byte])]) }
        #expect(PDUError(.unrecognizedPDU(byte)).abortReason == .unrecognizedPDU)
    }

    @Test func aPDUAfterAGoodOneIsRefusedByItsFirstByte() {
        #expect(throws: PDUError(.unrecognizedPDU(0x47))) {
            try decoded([ByteBuffer(hex: "05 00 00000004 00000000 47")])
        }
    }

    @Test(
        arguments: [PDU.Kind.associateReject, .releaseRequest, .releaseResponse, .abort],
        [UInt32(0), 3, 5, 1 << 31, .max]
    )
    func aPDUOfFixedLengthHasNoOther(kind: PDU.Kind, length: UInt32) {
        #expect(throws: PDUError(.invalidLength, in: kind)) { try decoded([header(kind, length)]) }
    }

    @Test(arguments: [PDU.Kind.associateRequest, .associateAccept], [UInt32((256 << 10) + 1), 1 << 31, .max])
    func anAssociationPDUBeyondTheLimitIsRefusedByItsHeader(kind: PDU.Kind, length: UInt32) {
        #expect(throws: PDUError(.invalidLength, in: kind)) { try decoded([header(kind, length)]) }
    }

    @Test func dataBeyondTheAdvertisedLengthIsRefusedByItsHeader() throws {
        var decoder = PDUDecoder(maximumLength: 16384)
        decoder.feed(header(.dataTransfer, 16384))
        #expect(try decoder.next() == nil)
        decoder = PDUDecoder(maximumLength: 16384)
        decoder.feed(header(.dataTransfer, 16385))
        let error = #expect(throws: PDUError(.invalidLength, in: .dataTransfer)) { try decoder.next() }
        #expect(error?.abortReason == .invalidParameterValue)
    }

    @Test(
        arguments: [
            "04 00 00000000",  // no value at all
            "04 00 00000005 0000000001",  // shorter than a value's header
            "04 00 00000006 00000001 01 03",  // no room for the value's own header
            "04 00 00000006 00000000 01 03",
            "04 00 00000006 00000003 01 03",  // a value one byte longer than the PDU
            "04 00 00000006 80000000 01 03",
            "04 00 00000006 FFFFFFFF 01 03",
            "04 00 00000009 00000002 01 03 000000",  // the rest holds no value
            "04 00 00000009 00000003 01 03 AA 0000",
        ]
    )
    func aValueThatLiesAboutItsLengthIsRefused(hex: String) {
        #expect(throws: PDUError(.invalidLength, in: .dataTransfer)) { try decoded([ByteBuffer(hex: hex)]) }
    }

    @Test func afterAnErrorNothingMoreIsRead() {
        var decoder = PDUDecoder(maximumLength: 0)
        decoder.feed(ByteBuffer(hex: "FF"))
        #expect(throws: PDUError.self) { try decoder.next() }
        decoder.feed(ByteBuffer(hex: "05 00 00000004 00000000"))
        #expect(throws: Never.self) { try #expect(decoder.next() == nil) }
    }

    @Test(arguments: PDUSample.all.prefix(2))
    func anAssociationPDUCutShortIsRefusedOrUnderstood(sample: PDUSample) throws {
        let body = sample.bytes.readableBytes - PDU.headerLength
        for length in 0..<body {
            var bytes = try #require(sample.bytes.getSlice(at: 0, length: PDU.headerLength + length))
            bytes.setInteger(UInt32(length), at: 2)
            do {
                let pdus = try decoded([bytes])
                // Between two items there is nothing amiss, but less is said.
                #expect(pdus.count == 1 && pdus[0] != sample.pdu)
            } catch {
                #expect([.truncated, .missingItem].contains(error.reason), "\(error) at \(length)")
            }
        }
    }

    /// Every 16-bit field set to a lie in turn; that of an item's length among them.
    @Test(arguments: PDUSample.all.prefix(2), [UInt16(0), 1, 0x7FFF, 0xFFFF])
    func noLieAboutALengthIsFatal(sample: PDUSample, lie: UInt16) throws {
        for index in PDU.headerLength..<sample.bytes.readableBytes - 1 {
            var bytes = sample.bytes
            bytes.setInteger(lie, at: index)
            _ = Result { try decoded([bytes]) }
        }
    }
}

extension PDUDecoderTests {
    @Test func unknownItemsAreSkipped() throws {
        var request = try PDU.associateRequest(.sample).encoded()
        request.writeBytes([0x99, 0, 0, 3, 1, 2, 3])
        request.setInteger(UInt32(request.readableBytes - PDU.headerLength), at: 2)
        #expect(try decoded([request]) == [.associateRequest(.sample)])
    }

    @Test func unknownUserItemsAreSkipped() throws {
        var bytes = ByteBuffer(hex: "5A 00 0002 ABCD  51 00 0004 00004000  F0 00 0000")
        let information = try UserInformation(reading: bytes, limits: .default)
        #expect(information == UserInformation(maximumLength: 16384, implementationClassUID: nil))
        bytes.writeInteger(UInt8(0x52))
        #expect(throws: PDUError(.truncated)) { try UserInformation(reading: bytes, limits: .default) }
    }

    @Test func aRequestMayHave128ContextsAndNotMore() throws {
        #expect(throws: Never.self) { try decoded([request(contextIDs: (0..<128).map { UInt8($0 * 2 + 1) })]) }
        #expect(throws: PDUError(.tooMany, in: .associateRequest)) {
            try decoded([request(contextIDs: Array(repeating: 1, count: 129))])
        }
    }

    @Test(arguments: [[UInt8(2)], [1, 1], [0]])
    func contextIDsAreOddAndUsedOnce(ids: [UInt8]) {
        #expect(throws: PDUError(.invalidContextID, in: .associateRequest)) { try decoded([request(contextIDs: ids)]) }
    }

    @Test func syntaxesAndUserItemsAreCounted() throws {
        var limits = PDULimits()
        limits.transferSyntaxes = 1
        let bytes = try PDU.associateRequest(.sample).encoded()
        var decoder = PDUDecoder(maximumLength: 0, limits: limits)
        decoder.feed(bytes)
        #expect(throws: PDUError(.tooMany, in: .associateRequest)) { try decoder.next() }
        limits = .default
        limits.userInformationItems = 0
        decoder = PDUDecoder(maximumLength: 0, limits: limits)
        decoder.feed(bytes)
        #expect(throws: PDUError(.tooMany, in: .associateRequest)) { try decoder.next() }
    }

    @Test func aRequestWithControlCharactersInATitleIsRefused() throws {
        var bytes = try PDU.associateRequest(.sample).encoded()
        bytes.setInteger(UInt8(ascii: "\n"), at: 12)
        #expect(throws: PDUError(.invalidAETitle, in: .associateRequest)) { try decoded([bytes]) }
    }

    @Test func anAcceptanceWithoutApplicationContextIsUnderstood() throws {
        let bytes = try PDU.associateAccept(.sample).encoded()
        let name = 4 + AssociateAccept.sample.applicationContext.rawValue.utf8.count
        var shorter = try #require(bytes.getSlice(at: 0, length: 74))
        shorter.writeImmutableBuffer(
            try #require(bytes.getSlice(at: 74 + name, length: bytes.readableBytes - 74 - name))
        )
        shorter.setInteger(UInt32(shorter.readableBytes - PDU.headerLength), at: 2)
        #expect(try decoded([shorter]) == [.associateAccept(.sample)])
    }

    private func header(_ kind: PDU.Kind, _ length: UInt32) -> ByteBuffer {
        var bytes = ByteBuffer(bytes: [kind.rawValue, 0])
        bytes.writeInteger(length)
        return bytes
    }

    /// A request with as many contexts as there are ids, each with one syntax. Written by hand, to be wrong.
    private func request(contextIDs: [UInt8]) throws -> ByteBuffer {
        var request = AssociateRequest.sample
        request.presentationContexts = []
        var bytes = try PDU.associateRequest(request).encoded()
        for id in contextIDs {
            bytes.writeBytes([0x20, 0, 0, 13, id, 0, 0, 0, 0x30, 0, 0, 1, UInt8(ascii: "1"), 0x40, 0, 0, 0])
        }
        bytes.setInteger(UInt32(bytes.readableBytes - PDU.headerLength), at: 2)
        return bytes
    }
}
