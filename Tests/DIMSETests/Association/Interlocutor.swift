import DICOM
import DIMSE
import NIOCore

/// A peer that does what a test tells it, primitive by primitive.
struct Interlocutor: Sendable {
    /// One association as the script sees it.
    final class Line {
        let channel: any Channel
        /// Called when the association is accepted; a script that does not accept it calls it itself.
        var onReady: () -> Void = {}
        var primitives: NIOAsyncChannelInboundStream<Primitive>.AsyncIterator

        init(_ channel: any Channel, _ inbound: NIOAsyncChannelInboundStream<Primitive>) {
            self.channel = channel
            primitives = inbound.makeAsyncIterator()
        }

        func next() async throws -> Primitive? { try await primitives.next(isolation: #isolation) }

        func send(_ primitive: Primitive) async throws { try await channel.writeAndFlush(primitive) }

        /// Accepts what is asked for, in the first transfer syntax of each context.
        func accept(maximumLength: UInt32 = 16384) async throws {
            guard case .associateRequest(let request)? = try await next() else { return }
            let contexts = request.presentationContexts.map {
                AssociateAccept.PresentationContext(
                    id: $0.id,
                    result: .acceptance,
                    transferSyntax: $0.transferSyntaxes.first
                )
            }
            let acceptance = AssociateAccept(
                calledAETitle: request.calledAETitle,
                callingAETitle: request.callingAETitle,
                presentationContexts: contexts,
                userInformation: UserInformation(maximumLength: maximumLength, implementationClassUID: "1.2.3")
            )
            try await send(.associateAccept(acceptance))
            onReady()
        }

        func send(_ command: CommandSet, on contextID: UInt8 = 1, _ data: ByteBuffer? = nil) async throws {
            var command = command
            command.hasDataSet = data != nil
            let bytes = command.encoded()
            try await send(.data(.init(contextID: contextID, isCommand: true, isLast: true, bytes: bytes)))
            guard let data else { return }
            try await send(.data(.init(contextID: contextID, isCommand: false, isLast: true, bytes: data)))
        }

        /// The next command set, the data sets before it dropped.
        func command() async throws -> CommandSet? {
            while let primitive = try await next() {
                guard case .data(let piece) = primitive, piece.isCommand else { continue }
                return try CommandSet(decoding: piece.bytes)
            }
            return nil
        }

        /// Does nothing until the other side ends the association; what it said last.
        func hang() async throws -> Primitive? {
            var last: Primitive?
            while let primitive = try await next() { last = primitive }
            return last
        }
    }

    /// What each connection's script returned.
    typealias Ends = AsyncStream<Primitive?>
}

/// Listens on loopback and runs the script on each connection while `body` runs.
func withInterlocutor<Result: Sendable>(
    _ script: @escaping @Sendable (Interlocutor.Line) async throws -> Primitive?,
    _ body: (Peer, Interlocutor.Ends) async throws -> Result
) async throws -> Result {
    let listener = try await UpperLayerConfiguration.default.bind(host: "127.0.0.1", port: 0)
    let port = listener.channel.localAddress?.port ?? 0
    let (ends, ended) = Interlocutor.Ends.makeStream()
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            try await listener.executeThenClose { connections in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await connection in connections {
                        group.addTask {
                            try? await connection.executeThenClose { inbound, _ in
                                let end = try? await script(Interlocutor.Line(connection.channel, inbound))
                                ended.yield(end)
                            }
                        }
                    }
                }
            }
        }
        defer { group.cancelAll() }
        return try await body(Peer(aeTitle: "EVIL", host: "127.0.0.1", port: port), ends)
    }
}
