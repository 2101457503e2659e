import NIOCore

/// The sending end of an association, for one message at a time.
///
/// What it writes has been taken by the operating system, or has failed, when it returns: that holds a fast sender back.
package struct MessageWriter: Sendable {
    /// The bytes after which a long message waits for the connection to take them. Even, as all but the last piece of a
    /// message must be (PS3.8 §E.2).
    static let pieceLength = 256 << 10

    let connection: Connection
    private let watchdog: Watchdog
    private let timeout: Duration

    /// - Parameter timeout: for which the peer may leave a piece unread before the association is aborted.
    init(_ connection: Connection, timeout: Duration) {
        self.connection = connection
        self.timeout = timeout
        watchdog = connection.watchdog()
    }

    /// Sends a message; the command set is made to say whether a data set follows.
    func write(_ command: CommandSet, on contextID: UInt8, dataSet: ByteBuffer? = nil) async throws {
        guard let dataSet else {
            return try await write(head(command, on: contextID, hasDataSet: false))
        }
        begin(command, on: contextID)
        try await writeDataSet(dataSet, on: contextID, isLast: true)
    }

    /// Writes the command set of a message whose data set follows, to be sent with the first piece of that.
    func begin(_ command: CommandSet, on contextID: UInt8) {
        connection.channel.write(head(command, on: contextID, hasDataSet: true), promise: nil)
    }

    private func head(_ command: CommandSet, on contextID: UInt8, hasDataSet: Bool) -> Primitive {
        var command = command
        command.hasDataSet = hasDataSet
        return .data(
            PresentationDataValue(contextID: contextID, isCommand: true, isLast: true, bytes: command.encoded())
        )
    }

    /// Sends the next piece of a data set.
    func writeDataSet(_ bytes: ByteBuffer, on contextID: UInt8, isLast: Bool) async throws {
        var rest = bytes
        while let piece = rest.readSlice(length: min(rest.readableBytes, Self.pieceLength)) {
            let isEnd = rest.readableBytes == 0
            let value = PresentationDataValue(
                contextID: contextID,
                isCommand: false,
                isLast: isLast && isEnd,
                bytes: piece
            )
            try await write(.data(value))
            if isEnd { return }
        }
    }

    func write(_ primitive: Primitive) async throws {
        watchdog.arm(.send, within: timeout)
        defer { watchdog.disarm() }
        try await connection.channel.writeAndFlush(primitive)
    }
}
