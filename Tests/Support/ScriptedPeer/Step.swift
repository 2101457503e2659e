import Foundation

/// One thing that a scripted peer does.
package struct Step: Sendable, CustomStringConvertible {
    package let description: String
    let run: @Sendable (Wire) throws -> Void

    package init(_ description: String, _ run: @escaping @Sendable (Wire) throws -> Void) {
        self.description = description
        self.run = run
    }
}

/// What it waits for.
extension Step {
    /// The next PDU, which must be of that kind.
    package static func expect(_ kind: WireKind) -> Step {
        Step("expect \(kind)") { wire in
            guard let pdu = try wire.receive() else { throw WireError.ended(wire.transcript.ending ?? .finished) }
            guard pdu[0] == kind.rawValue else { throw WireError.unexpected("\(pdu[0]) instead of \(kind)") }
        }
    }

    /// A whole message: a command set, and its data set if it has one.
    package static let message = Step("message") { wire in
        let known = wire.transcript.commands.count
        while wire.transcript.commands.count == known { try wire.receiveData() }
        guard wire.request.hasDataSet else { return }
        while try wire.receiveData() & 3 != 2 {}
    }

    /// A whole command set, whose data set may still be on its way.
    package static let command = Step("command") { wire in
        let known = wire.transcript.commands.count
        while wire.transcript.commands.count == known { try wire.receiveData() }
    }

    /// Reads, and says nothing, until the other side ends the connection.
    package static let hang = Step("hang") { wire in
        while try wire.receive() != nil {}
    }

    /// The same of bytes that are no PDUs, or too many to keep.
    package static let discard = Step("discard") { wire in
        while try wire.discard() {}
    }

    /// Neither reads nor sends.
    package static func stopReading(for time: Duration) -> Step {
        Step("stop for \(time)") { _ in Thread.sleep(forTimeInterval: time.seconds) }
    }

    /// Reads so many bytes at a time, with pauses, until the other side ends or `count` bytes have come.
    package static func readSlowly(_ count: Int, piece: Int, every pause: Duration) -> Step {
        Step("read slowly") { wire in
            var left = count
            while left > 0 {
                if pause > .zero { Thread.sleep(forTimeInterval: pause.seconds) }
                let got = try wire.collect(atMost: min(piece, left))
                if got == 0 { return }
                left -= got
            }
        }
    }

    /// Notes the time: what follows is what the other side has to react to.
    package static let mark = Step("mark") { $0.mark() }
}

/// What it says.
extension Step {
    package static func send(_ bytes: Bytes) -> Step {
        Step("send \(bytes.count) bytes") { try $0.send(bytes) }
    }

    /// What depends on what came.
    package static func send(_ description: String = "send", _ bytes: @escaping @Sendable (Wire) -> Bytes) -> Step {
        Step(description) { try $0.send(bytes($0)) }
    }

    /// Piece by piece, with pauses.
    package static func sendSlowly(piece: Int, every pause: Duration, _ bytes: @escaping @Sendable (Wire) -> Bytes)
        -> Step
    {
        Step("send slowly") { wire in
            let bytes = bytes(wire)
            for start in stride(from: 0, to: bytes.count, by: piece) {
                try wire.send(bytes[start..<min(start + piece, bytes.count)])
                if pause > .zero { Thread.sleep(forTimeInterval: pause.seconds) }
            }
        }
    }

    /// Takes the A-ASSOCIATE-RQ and accepts all of it, each context in its first transfer syntax.
    package static func accept(maximumLength: UInt32? = 16384) -> Step {
        Step("accept") { wire in
            try Step.expect(.associateRequest).run(wire)
            try wire.send(wire.acceptance(maximumLength: maximumLength))
        }
    }

    /// A response to the last request, on its context.
    package static func respond(_ status: UInt16) -> Step {
        .send("respond") { $0.request.response(status).pdu(on: $0.requestContext) }
    }

    package static func abort(source: UInt8 = 0, reason: UInt8 = 0) -> Step {
        .send(.abort(source: source, reason: reason))
    }
    package static let fin = Step("FIN") { $0.finish() }
    package static let close = Step("close") { $0.close() }
    package static let rst = Step("RST") { $0.reset() }

    /// Steps until one fails, or `count` times.
    package static func repeating(_ count: Int = .max, _ steps: [Step]) -> Step {
        Step("repeat") { wire in
            for _ in 0..<count {
                for step in steps { try step.run(wire) }
            }
        }
    }
}

extension Wire {
    /// The control byte of the last value of the P-DATA-TF that came.
    @discardableResult
    fileprivate func receiveData() throws -> UInt8 {
        guard let pdu = try receive() else { throw WireError.ended(transcript.ending ?? .finished) }
        guard pdu[0] == WireKind.data.rawValue else { throw WireError.unexpected("\(pdu[0]) instead of data") }
        var (offset, control) = (6, UInt8(0))
        while let length = pdu.big32(at: offset), offset + 6 <= pdu.count {
            control = pdu[offset + 5]
            offset += 4 + Int(length)
        }
        return control
    }

    /// A-ASSOCIATE-AC for all that was proposed, storage classes in both roles.
    package func acceptance(maximumLength: UInt32? = 16384) -> Bytes {
        .associateAccept(
            proposed.map { WireAnswer($0.id, $0.transferSyntaxes.first ?? "") },
            maximumLength: maximumLength,
            roles: Set(proposed.map(\.abstractSyntax)).filter { $0.hasPrefix("1.2.840.10008.5.1.4.1.1.") }.sorted()
        )
    }
}

extension Duration {
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
    package var milliseconds: Int { Int(seconds * 1000) }
}

extension Step {
    /// Within another step.
    package func run(on wire: Wire) throws { try run(wire) }
}
