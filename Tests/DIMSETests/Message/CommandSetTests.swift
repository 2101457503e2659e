import DICOM
import DIMSE
import NIOCore
import Testing

struct CommandSetTests {
    /// Every field at once, which no command of the standard has.
    private static let full = CommandSet(
        .moveResponse,
        sopClassUID: "1.2.840.10008.5.1.4.1.2.2.2",
        messageID: 7,
        messageIDBeingRespondedTo: 0xFFFF,
        moveDestination: "GANTRY",
        priority: .low,
        hasDataSet: true,
        status: .cannotPerformSubOperations,
        offendingElements: [.patientID, .studyInstanceUID],
        errorComment: "odd",
        sopInstanceUID: "1.2.3",
        actionTypeID: 5,
        subOperations: SubOperations(remaining: 1, completed: 2, failed: 3, warning: 4),
        moveOriginator: MoveOriginator(aeTitle: "ORIGIN", messageID: 9)
    )

    @Test func everyFieldSurvivesTheRoundTrip() throws {
        #expect(try CommandSet(decoding: Self.full.encoded()) == Self.full)
    }

    @Test func anEchoRequestIsTheseBytes() {
        let request = CommandSet(.echoRequest, sopClassUID: .verification, messageID: 1)
        let expected: [UInt8] =
            [0, 0, 0, 0, 4, 0, 0, 0, 56, 0, 0, 0]
            + [0, 0, 2, 0, 18, 0, 0, 0] + Array("1.2.840.10008.1.1".utf8) + [0]
            + [0, 0, 0, 1, 2, 0, 0, 0, 0x30, 0]
            + [0, 0, 0x10, 1, 2, 0, 0, 0, 1, 0]
            + [0, 0, 0, 8, 2, 0, 0, 0, 1, 1]
        #expect(Array(request.encoded().readableBytesView) == expected)
    }

    /// PS3.7 §10.3.5: class and instance of a request about what is there are the requested ones.
    @Test func anActionRequestNamesWhatIsRequested() throws {
        let request = CommandSet(
            .actionRequest,
            sopClassUID: "1.2",
            messageID: 1,
            sopInstanceUID: "1.2.3",
            actionTypeID: 1
        )
        let expected: [UInt8] =
            [0, 0, 0, 0, 4, 0, 0, 0, 66, 0, 0, 0]
            + [0, 0, 3, 0, 4, 0, 0, 0] + Array("1.2".utf8) + [0]
            + [0, 0, 0, 1, 2, 0, 0, 0, 0x30, 1]
            + [0, 0, 0x10, 1, 2, 0, 0, 0, 1, 0]
            + [0, 0, 0, 8, 2, 0, 0, 0, 1, 1]
            + [0, 0, 1, 0x10, 6, 0, 0, 0] + Array("1.2.3".utf8) + [0]
            + [0, 0, 8, 0x10, 2, 0, 0, 0, 1, 0]
        #expect(Array(request.encoded().readableBytesView) == expected)
        #expect(try CommandSet(decoding: request.encoded()) == request)
    }

    @Test(arguments: [UInt16(0), 1, 0x0102, 0xFFFF])
    func anyDataSetTypeBut0101HMeansThatADataSetFollows(type: UInt16) throws {
        var bytes = element(0x0100, [0x01, 0x00])
        bytes.writeImmutableBuffer(element(0x0800, [UInt8(type & 0xFF), UInt8(type >> 8)]))
        #expect(try CommandSet(decoding: bytes).hasDataSet)
    }

    @Test func aCommandCutAnywhereInsideAnElementIsTruncated() {
        let whole = Self.full.encoded()
        for length in 1..<whole.readableBytes {
            guard let cut = whole.getSlice(at: whole.readerIndex, length: length),
                let command = try? CommandSet(decoding: cut)
            else { continue }
            // Cut between two elements it reads, as something else.
            #expect(command != Self.full)
        }
    }

    /// As Orthanc 1.10 sends it after a C-GET of which a sub-operation failed.
    @Test func elementsOfOtherGroupsAreReadPast() throws {
        var bytes = Self.full.encoded()
        bytes.writeBytes([8, 0, 0, 0, 4, 0, 0, 0, 10, 0, 0, 0, 8, 0, 0x58, 0, 2, 0, 0, 0, 0x31, 0])
        #expect(try CommandSet(decoding: bytes) == Self.full)
    }

    @Test func whatIsNoCommandSetIsRefused() {
        let tag = element(0x0100, [1, 0])
        var twice = tag
        twice.writeImmutableBuffer(tag)
        #expect(throws: DataError(reason: .unexpectedTag, tag: .commandField, offset: 10)) {
            try CommandSet(decoding: twice)
        }
        #expect(throws: DataError(reason: .truncated, tag: .commandField)) { try CommandSet(decoding: ByteBuffer()) }
        #expect(throws: DataError(reason: .invalidLength, tag: .commandField)) {
            try CommandSet(decoding: element(0x0100, [1, 0, 0, 0]))
        }
        let huge = ByteBuffer(bytes: [0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0])
        #expect(throws: DataError(reason: .truncated, tag: .commandField, offset: 0)) {
            try CommandSet(decoding: huge)
        }
        var uid = element(0x0002, Array("../etc/x".utf8))
        uid.writeImmutableBuffer(tag)
        #expect(throws: DataError(reason: .invalidValue, tag: .affectedSOPClassUID)) { try CommandSet(decoding: uid) }
    }

    @Test func noBytesBringTheDecoderDown() {
        var generator = SystemRandomNumberGenerator()
        var whole = Array(Self.full.encoded().readableBytesView)
        for _ in 0..<20_000 {
            let index = Int.random(in: whole.indices, using: &generator)
            let old = whole[index]
            whole[index] = UInt8.random(in: .min ... .max, using: &generator)
            _ = try? CommandSet(decoding: ByteBuffer(bytes: whole))
            if Bool.random() { whole[index] = old }
        }
    }

    @Test func paddingOfEitherKindIsRemoved() throws {
        var bytes = element(0x0002, Array("1.2.3".utf8) + [UInt8(ascii: " ")])
        bytes.writeImmutableBuffer(element(0x0100, [1, 0]))
        bytes.writeImmutableBuffer(element(0x0600, Array("  PACS".utf8) + [0, 0]))
        let command = try CommandSet(decoding: bytes)
        #expect(command.sopClassUID == "1.2.3")
        #expect(command.moveDestination == "PACS")
    }

    private func element(_ number: UInt16, _ value: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeMultipleIntegers(UInt16(0), number, UInt32(value.count), endianness: .little)
        buffer.writeBytes(value)
        return buffer
    }
}
