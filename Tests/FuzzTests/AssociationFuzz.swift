import DICOM
import NIOCore
import NIOEmbedded
import ScriptedPeer
import Testing

@testable import DIMSE

extension Fuzz {
    @Suite struct Associations {
        private static let contexts = [
            WireContext(1, "1.2.840.10008.5.1.4.1.2.2.1", ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"]),
            WireContext(3, "1.2.840.10008.5.1.4.1.1.2"),
        ]
        private static let identity = Bytes.item(
            0x58,
            [2, 1, 0, 4] + Bytes("user".utf8) + [0, 6] + Bytes("secret".utf8)
        )
        private static let user = Bytes.item(
            0x50,
            .item(0x51, .big(16384 as UInt32)) + .item(0x52, Bytes("1.2.3".utf8)) + .item(0x53, [0, 1, 0, 1])
                + .item(0x54, [0, 3] + Bytes("1.2".utf8) + [1, 1]) + .item(0x56, [0, 3] + Bytes("1.2".utf8) + [1, 1])
                + .item(0x57, [0, 3] + Bytes("1.2".utf8) + [0, 3] + Bytes("4.2".utf8) + [0, 0]) + identity
        )
        private static let identifier = Bytes.element(0x0008, 0x0052, "STUDY")
        private static let requests: [Bytes] = [
            .associateRequest(contexts), .associateRequest(contexts, roles: ["1.2.3"], more: user),
            .associateRequest((0..<128).map { WireContext(UInt8($0 * 2 + 1), "1.2.\($0)") }),
        ]
        private static let accepts: [Bytes] = [
            .associateAccept([WireAnswer(1), WireAnswer(3, result: 3)]),
            .associateAccept([WireAnswer(1)], roles: ["1.2.3"], more: user), .associateReject(1, 1, 1),
        ]
        private static let messages: [Bytes] = [
            WireCommand.echo().pdu(), WireCommand.query(0x20, "1.2.3").pdu() + .data(1, control: 2, identifier),
            WireCommand.store("1.2", "1.2.3").pdu(on: 3)
                + Bytes.dataSet(3, Bytes(repeating: 9, count: 400), size: 100).flatMap { $0 },
            .pdu(.data, .value(1, control: 3, WireCommand.cancel(of: 1).bytes) + .value(1, control: 0, [1, 2, 3])),
            .releaseRequest, .releaseResponse, .abort(source: 2, reason: 6),
        ]

        /// The PDUs of a stream, the pieces of data joined, and why it ended.
        private static func read(_ slices: [ByteBuffer]) -> ([PDU], PDUError?) {
            var decoder = PDUDecoder(maximumLength: 16384)
            var pdus: [PDU] = []
            do throws(PDUError) {
                for slice in slices {
                    decoder.feed(slice)
                    while let pdu = try decoder.next() { join(pdu, to: &pdus) }
                }
            } catch {
                return (pdus, error)
            }
            return (pdus, nil)
        }

        private static func join(_ pdu: PDU, to pdus: inout [PDU]) {
            guard case .dataTransfer(let next) = pdu, case .dataTransfer(var last)? = pdus.last, !last.isLast,
                last.contextID == next.contextID, last.isCommand == next.isCommand
            else { return pdus.append(pdu) }
            last.bytes.writeImmutableBuffer(next.bytes)
            last.isLast = next.isLast
            pdus[pdus.count - 1] = .dataTransfer(last)
        }

        @Test func streamsOfPDUs() {
            let samples = Self.requests + Self.accepts + Self.messages + [Self.messages.flatMap { $0 }]
            Fuzz.run("PDU stream", samples) { bytes, random in
                let whole = Self.read([ByteBuffer(bytes: bytes)])
                let cut = Self.read(Fuzz.slices(bytes, &random))
                guard whole.1 == cut.1 else { return .wrong("whole \(whole.1 as Any), cut \(cut.1 as Any)") }
                // A piece that the end of the stream cuts off is kept back or not, as it comes.
                if whole.1 == nil, whole.0.count == cut.0.count, whole.0.dropLast() != cut.0.dropLast() {
                    return .wrong("whole \(whole.0), cut \(cut.0)")
                }
                for pdu in whole.0 {
                    if case .dataTransfer = pdu { continue }
                    // Where an answer has no transfer syntax, one is written all the same (PS3.8 §9.3.3.2).
                    if case .associateAccept(let accept) = pdu,
                        accept.presentationContexts.contains(where: { $0.transferSyntax == nil })
                    {
                        continue
                    }
                    guard let again = try? pdu.encoded() else { continue }
                    let (pdus, error) = Self.read([again])
                    guard error == nil, pdus == [pdu] else {
                        return .wrong("\(pdu) comes back as \(pdus), \(error as Any)")
                    }
                }
                return whole.1 == nil ? .accepted : .refused
            }
        }

        /// Bytes from the peer in each state that an association can be brought into, and words of the user between.
        @Test(arguments: [UpperLayer.Role.requestor, .acceptor])
        func upperLayers(role: UpperLayer.Role) {
            let samples = role == .acceptor ? Self.requests + Self.messages : Self.accepts + Self.messages
            Fuzz.run("upper layer, \(role)", samples) { bytes, random in
                let channel = EmbeddedChannel(handler: UpperLayerHandler(role: role))
                defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
                do {
                    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 104)).wait()
                    try Self.bring(channel, role, upTo: Int.random(in: 0...3, using: &random))
                } catch { return .wrong("the way there: \(error)") }
                for slice in Fuzz.slices(bytes, &random) {
                    guard channel.isActive else { return .refused }
                    // A closed channel refuses: nothing more can come of it.
                    guard (try? channel.writeInbound(slice)) != nil else { return .refused }
                    if Int.random(in: 0..<8, using: &random) == 0 { Self.say(channel, &random) }
                }
                channel.embeddedEventLoop.advanceTime(by: .seconds(31))
                return channel.isActive ? .accepted : .refused
            }
        }

        /// 0: connected; 1: asked for; 2: established; 3: being released.
        private static func bring(_ channel: EmbeddedChannel, _ role: UpperLayer.Role, upTo stage: Int) throws {
            if role == .requestor {
                guard stage > 0 else { return }
                try channel.writeOutbound(Primitive.associateRequest(sampleRequest))
                if stage > 1 { try channel.writeInbound(ByteBuffer(bytes: accepts[0])) }
            } else {
                guard stage > 0 else { return }
                try channel.writeInbound(ByteBuffer(bytes: requests[0]))
                if stage > 1 { try channel.writeOutbound(Primitive.associateAccept(sampleAccept)) }
            }
            if stage > 2 { try channel.writeOutbound(Primitive.releaseRequest) }
        }

        private static func say(_ channel: EmbeddedChannel, _ random: inout Seeded) {
            let words: [Primitive] = [
                .releaseResponse, .abort, .releaseRequest, .associateAccept(sampleAccept),
                .associateReject(.noReasonGiven),
                .data(
                    PresentationDataValue(
                        contextID: 1,
                        isCommand: true,
                        isLast: true,
                        bytes: ByteBuffer(string: "word")
                    )
                ),
            ]
            // Not allowed in most states, and then refused.
            _ = try? channel.writeOutbound(words.randomElement(using: &random) ?? .abort)
        }

        private static let sampleRequest = AssociateRequest(
            calledAETitle: "A",
            callingAETitle: "B",
            presentationContexts: [.init(id: 1, abstractSyntax: "1.2", transferSyntaxes: [.implicitVRLittleEndian])],
            userInformation: UserInformation(maximumLength: 0, implementationClassUID: "1.2")
        )
        private static let sampleAccept = AssociateAccept(
            calledAETitle: "A",
            callingAETitle: "B",
            presentationContexts: [.init(id: 1, result: .acceptance, transferSyntax: .implicitVRLittleEndian)],
            userInformation: UserInformation(maximumLength: 0, implementationClassUID: "1.2")
        )

        @Test func commandSets() {
            let samples = [
                WireCommand.echo().bytes, WireCommand.query(0x21, "1.2.3").with(0x0600, text: "ME").bytes,
                WireCommand.store("1.2", "1.2.3").with(0x1030, text: "ME").with(0x1031, 9).bytes,
                WireCommand.store("1.2", "1.2.3").response(0xA700).with(0x0902, text: "out of space").bytes,
                WireCommand(0x8021).with(0x0120, 4).with(0x1020, 4).with(0x1021, 5).with(0x1022, 6).with(0x0900, 0xFF00)
                    .bytes,
            ]
            Fuzz.run("command set", samples) { bytes, _ in
                guard let command = try? CommandSet(decoding: ByteBuffer(bytes: bytes)) else { return .refused }
                guard let again = try? CommandSet(decoding: command.encoded()) else {
                    return .wrong("\(command) cannot be read again")
                }
                var (left, right) = (command, again)
                // A comment is cut to what an LO holds; text that is none of UTF-8 does not come back as it was.
                (left.errorComment, right.errorComment) = (nil, nil)
                return left == right ? .accepted : .wrong("\(command) comes back as \(again)")
            }
        }

        @Test func messages() {
            let stream = Self.messages[..<4].flatMap { $0 }
            Fuzz.run("message", Self.messages[..<4] + [stream]) { bytes, random in
                let (pdus, error) = Self.read([ByteBuffer(bytes: bytes)])
                var reader = MessageReader()
                do throws(AssociationError) {
                    for pdu in pdus {
                        if case .dataTransfer(let value) = pdu { _ = try reader.receive(value) }
                    }
                } catch { return .refused }
                return error == nil ? .accepted : .refused
            }
        }
    }
}
