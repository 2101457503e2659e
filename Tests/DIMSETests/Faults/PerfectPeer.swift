import DICOM
import DIMSE
import ScriptedPeer

/// One PDU of a faultless exchange, and what its sender waits for before it.
struct Said: Sendable {
    var name: String
    var after: [Step]
    var bytes: @Sendable (Wire) -> Bytes
    /// The limit that ends the wait for the rest of it, or for it; nil where nothing is lost by it any more.
    var step: AssociationError.Step?

    init(
        _ name: String,
        after: [Step] = [],
        _ step: AssociationError.Step? = nil,
        _ bytes: @escaping @Sendable (Wire) -> Bytes
    ) {
        self.name = name
        self.after = after
        self.bytes = bytes
        self.step = step
    }

    /// The whole of it.
    var steps: [Step] { after + [.send(name, bytes)] }

    /// The first bytes of it.
    func steps(prefix count: Int) -> [Step] {
        after + [.send("\(count) bytes of \(name)") { [bytes] in Bytes(bytes($0).prefix(count)) }]
    }
}

extension Operation {
    static let instanceUID = "1.2.3"
    static let dataSet = Bytes.element(0x0010, 0x0010, "A^B") + .element(0x0020, 0x000D, "1.2")
    /// A match, and an identifier.
    static let identifier = Bytes.element(0x0008, 0x0052, "STUDY") + .element(0x0020, 0x000D, "1.2")

    /// What this side proposes for it.
    var contexts: [ProposedContext] {
        self == .get
            ? [context, ProposedContext(TestArchive.ct, [.implicitVRLittleEndian], role: .scp)] : [context]
    }

    /// All that a faultless acceptor says, in its order.
    var answers: [Said] {
        let accept = Said("AC", after: [.expect(.associateRequest)], .associate) { $0.acceptance() }
        let release = Said("RELEASE-RP", after: [.expect(.releaseRequest)]) { _ in .releaseResponse }
        return [accept] + responses + [release]
    }

    private var responses: [Said] {
        let final = Said("response", after: [.message], step) { $0.request.response(0).pdu() }
        switch self {
        case .echo, .store: return [final]
        case .find:
            let pending = Said("pending", after: [.message], .response) {
                $0.request.response(0xFF00).withDataSet.pdu()
            }
            let match = Said("match", .response) { _ in .data(1, control: 2, Self.identifier) }
            return [pending, match, Said("final", .response) { $0.request.response(0).pdu() }]
        case .get:
            let store = Said("C-STORE", after: [.message], .progress) { _ in
                WireCommand.store(TestArchive.ct.rawValue, Self.instanceUID, id: 7).pdu(on: 3)
            }
            let halves = Bytes.dataSet(3, Self.dataSet, size: 12).enumerated().map { number, pdu in
                Said("data \(number)", .progress) { _ in pdu }
            }
            let final = Said("final", after: [.command], .progress) { wire in
                (wire.transcript.commands.first ?? WireCommand()).response(0).pdu()
            }
            return [store] + halves + [final]
        case .move:
            let pending = Said("pending", after: [.message], .progress) {
                $0.request.response(0xFF00).with(0x1020, 1).pdu()
            }
            return [pending, Said("final", .progress) { $0.request.response(0).with(0x1021, 1).pdu() }]
        }
    }
}

extension Operation {
    /// The class that a calling peer proposes for it.
    fileprivate var abstractSyntax: String { context.abstractSyntax.rawValue }

    private var wireContexts: [WireContext] {
        [WireContext(1, abstractSyntax)]
            + (self == .get ? [WireContext(3, TestArchive.ct.rawValue, ["1.2.840.10008.1.2.1"])] : [])
    }

    /// All that a faultless requestor says, in its order. The server's archive has two matches and one instance.
    var requests: [Said] {
        let contexts = wireContexts
        let associate = Said("RQ", .associate) { _ in
            .associateRequest(contexts, roles: [TestArchive.ct.rawValue])
        }
        let release = Said("RELEASE-RQ", after: Array(repeating: .message, count: 1), .idle) { _ in .releaseRequest }
        return [associate] + asked + [self == .echo || self == .store ? release : lateRelease]
    }

    /// Where several messages come back.
    private var lateRelease: Said {
        let finals: Step = Step("final response") { wire in
            repeat {
                try Step.message.run(on: wire)
            } while wire.request.field != finalField || wire.request[0x0900] == 0xFF00
        }
        return Said("RELEASE-RQ", after: [finals], .idle) { _ in .releaseRequest }
    }

    private var finalField: UInt16 {
        switch self {
        case .echo: 0x8030
        case .find: 0x8020
        case .get: 0x8010
        case .move: 0x8021
        case .store: 0x8001
        }
    }

    private var asked: [Said] {
        let accepted: [Step] = [.expect(.associateAccept)]
        let identifier = Said("identifier", .progress) { _ in .data(1, control: 2, Self.identifier) }
        switch self {
        case .echo: return [Said("C-ECHO", after: accepted, .idle) { _ in WireCommand.echo().pdu() }]
        case .find: return [request(0x20, after: accepted), identifier]
        case .move:
            return [
                Said("C-MOVE", after: accepted, .idle) { _ in
                    WireCommand.query(0x21, TestArchive.studyRootMove.rawValue).with(0x0600, text: "NOWHERE").pdu()
                }, identifier,
            ]
        case .get:
            let answer = Said("C-STORE-RSP", after: [.message], .response) { wire in
                let isStore = wire.request.field == 1
                return (isStore ? wire.request : .store(TestArchive.ct.rawValue, "1.2.3.0")).response(0).pdu(on: 3)
            }
            return [request(0x10, after: accepted), identifier, answer]
        case .store:
            let halves = Bytes.dataSet(1, Self.dataSet, size: 12).enumerated().map { number, pdu in
                Said("data \(number)", .progress) { _ in pdu }
            }
            return [
                Said("C-STORE", after: accepted, .idle) { _ in
                    WireCommand.store(TestArchive.ct.rawValue, Self.instanceUID).pdu()
                }
            ] + halves
        }
    }

    private func request(_ field: UInt16, after steps: [Step]) -> Said {
        let uid = abstractSyntax
        return Said("request", after: steps, .idle) { _ in WireCommand.query(field, uid).pdu() }
    }
}

extension Operation {
    /// What is asked or answered on the way, as long as it is in an exchange.
    private var request: WireCommand {
        switch self {
        case .echo: .echo()
        case .find: .query(0x20, abstractSyntax)
        case .get: .query(0x10, abstractSyntax)
        case .move: .query(0x21, abstractSyntax)
        case .store: .store(abstractSyntax, Self.instanceUID)
        }
    }

    /// How long each PDU of an exchange is: the same at each run.
    func lengths(_ exchange: [Said]) -> [Int] {
        let proposed = zip([1, 3], contexts).map { WireContext($0, $1.abstractSyntax.rawValue) }
        let wire = Wire(proposed: proposed)
        wire.request = request
        wire.transcript.commands = [request]
        return exchange.map { $0.bytes(wire).count }
    }
}

/// A place in a faultless exchange: so many bytes of that PDU have been said.
struct Place: Sendable, CustomStringConvertible {
    var operation: Operation
    var index: Int
    var count: Int

    var description: String { "\(operation), PDU \(index), \(count) bytes" }

    /// The steps up to it.
    func steps(of exchange: [Said]) -> [Step] {
        exchange[..<index].flatMap(\.steps) + exchange[index].steps(prefix: count)
    }
}

extension AssociationTimeouts {
    /// The same limit for all that a silent peer can hold up.
    static func all(_ limit: Duration) -> AssociationTimeouts {
        AssociationTimeouts(
            connect: .seconds(5),
            associate: limit,
            response: limit,
            progress: limit,
            release: limit,
            send: limit,
            cancel: limit
        )
    }
}

extension ServerConfiguration.Timeouts {
    static func all(_ limit: Duration) -> ServerConfiguration.Timeouts {
        ServerConfiguration.Timeouts(associate: limit, idle: limit, progress: limit, send: limit, response: limit)
    }
}
