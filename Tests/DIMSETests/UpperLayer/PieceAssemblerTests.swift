import NIOCore
import Testing

@testable import DIMSE

@Suite struct PieceAssemblerTests {
    @Test func valuesAreJoinedUntilTheLast() {
        #expect(
            joined([value("ab"), value("cd"), value("ef", isLast: true)]) == [value("abcdef", isLast: true)]
        )
    }

    /// A message that another interrupts is nonsense, to be seen as such without waiting for its rest.
    @Test func commandAndDataAreNotJoined() {
        let values = [value("ab", isCommand: true), value("cd"), value("", isLast: true)]
        #expect(joined(values) == values)
    }

    @Test func contextsAreNotJoined() {
        #expect(joined([value("ab", context: 1), value("cd", context: 3, isLast: true)]).map(\.contextID) == [1, 3])
    }

    @Test func anEmptyLastValueEndsAMessage() {
        #expect(joined([value("", isLast: true)]) == [value("", isLast: true)])
    }

    @Test func aLongMessageIsCutIntoFullPieces() {
        let length = PieceAssembler.pieceLength
        let whole = ByteBuffer(repeating: 7, count: 100_000)
        var values = Array(repeating: value(whole), count: 12)
        values.append(value(whole, isLast: true))
        let pieces = joined(values)
        #expect(pieces.map(\.bytes.readableBytes) == [length, length, 1_300_000 - 2 * length])
        #expect(pieces.map(\.isLast) == [false, false, true])
    }

    @Test func oneValueLongerThanAPieceIsCut() {
        let length = PieceAssembler.pieceLength
        let pieces = joined([value(ByteBuffer(repeating: 7, count: 2 * length), isLast: true)])
        #expect(pieces.map(\.bytes.readableBytes) == [length, length])
        #expect(pieces.map(\.isLast) == [false, true])
    }

    @Test func aPieceKeepsNoReceiveBufferAlive() throws {
        let read = ByteBuffer(repeating: 1, count: 1 << 20)
        let slice = try #require(read.getSlice(at: 500, length: 10))
        let pieces = joined([value(slice, isLast: true)])
        #expect(pieces.map(\.bytes.storageCapacity).allSatisfy { $0 < 1024 })
    }

    private func joined(_ values: [PresentationDataValue]) -> [PresentationDataValue] {
        var assembler = PieceAssembler()
        var pieces: [PresentationDataValue] = []
        for value in values {
            assembler.add(value) { pieces.append($0) }
        }
        assembler.flush { pieces.append($0) }
        return pieces
    }

    private func value(
        _ text: String,
        context: UInt8 = 1,
        isCommand: Bool = false,
        isLast: Bool = false
    ) -> PresentationDataValue {
        PresentationDataValue(
            contextID: context,
            isCommand: isCommand,
            isLast: isLast,
            bytes: ByteBuffer(string: text)
        )
    }

    private func value(_ bytes: ByteBuffer, isLast: Bool = false) -> PresentationDataValue {
        PresentationDataValue(contextID: 1, isCommand: false, isLast: isLast, bytes: bytes)
    }
}
