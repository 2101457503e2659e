import DICOM
import DIMSE
import NIOCore
import Testing

struct MessageReaderTests {
    private let store = CommandSet(
        .storeRequest,
        sopClassUID: "1.2",
        messageID: 1,
        hasDataSet: true,
        sopInstanceUID: "1.2.3"
    )

    private func piece(
        _ bytes: ByteBuffer,
        on contextID: UInt8 = 1,
        isCommand: Bool,
        isLast: Bool
    ) -> PresentationDataValue {
        PresentationDataValue(contextID: contextID, isCommand: isCommand, isLast: isLast, bytes: bytes)
    }

    @Test func aCommandIsJoinedFromSingleBytesAndTheDataHandedOnAsItComes() throws {
        var reader = MessageReader()
        var bytes = store.encoded()
        var parts: [MessageReader.Part] = []
        while let byte = bytes.readSlice(length: 1) {
            let part = try reader.receive(piece(byte, isCommand: true, isLast: bytes.readableBytes == 0))
            if let part { parts.append(part) }
        }
        for isLast in [false, true] {
            let data = piece(ByteBuffer(string: isLast ? "" : "ab"), isCommand: false, isLast: isLast)
            if let part = try reader.receive(data) { parts.append(part) }
        }
        #expect(
            parts == [
                .command(store, contextID: 1),
                .data(ByteBuffer(string: "ab"), isLast: false),
                .data(ByteBuffer(), isLast: true),
            ]
        )
        #expect(reader.isBetweenMessages)
    }

    @Test func piecesOfTwoMessagesAreNotTakenForOne() throws {
        let command = store.encoded()
        var fresh = MessageReader()
        #expect(throws: AssociationError.self) {
            try fresh.receive(piece(command, isCommand: false, isLast: true))
        }
        var inCommand = MessageReader()
        _ = try inCommand.receive(piece(command, isCommand: true, isLast: false))
        #expect(throws: AssociationError.self) {
            try inCommand.receive(piece(command, on: 3, isCommand: true, isLast: true))
        }
        var inData = MessageReader()
        _ = try inData.receive(piece(command, isCommand: true, isLast: true))
        #expect(throws: AssociationError.self) {
            try inData.receive(piece(command, isCommand: true, isLast: true))
        }
        #expect(throws: AssociationError.self) {
            try inData.receive(piece(ByteBuffer(), on: 3, isCommand: false, isLast: true))
        }
    }

    @Test func aCommandThatNeverEndsIsCutOff() throws {
        var reader = MessageReader()
        let block = piece(ByteBuffer(repeating: 0, count: 4096), isCommand: true, isLast: false)
        #expect(throws: AssociationError.self) {
            for _ in 0...(CommandSet.maximumLength / 4096) { _ = try reader.receive(block) }
        }
    }

    @Test func messageIDsAreNeverZeroAndDiffer() {
        let ids = (0..<70_000).map { _ in MessageID.next() }
        #expect(!ids.contains(0))
        #expect(Set(ids.prefix(60_000)).count == 60_000)
    }
}
