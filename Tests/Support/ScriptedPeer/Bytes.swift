/// What goes over an association in bytes, written by hand so that it can be wrong (PS3.8 §9.3, PS3.7 §6.3.1).
///
/// Nothing here comes from the code under test: a fault that both sides share would not be seen.
package typealias Bytes = [UInt8]

extension Bytes {
    package static func big(_ value: UInt16) -> Bytes { [UInt8(value >> 8), UInt8(truncatingIfNeeded: value)] }
    package static func big(_ value: UInt32) -> Bytes {
        big(UInt16(value >> 16)) + big(UInt16(truncatingIfNeeded: value))
    }
    package static func little(_ value: UInt16) -> Bytes { [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
    package static func little(_ value: UInt32) -> Bytes {
        little(UInt16(truncatingIfNeeded: value)) + little(UInt16(value >> 16))
    }

    /// The number that starts at `offset`; nil when the bytes end before it does.
    package func big32(at offset: Int) -> UInt32? {
        guard offset >= 0, offset + 4 <= count else { return nil }
        return self[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    package func little16(at offset: Int) -> UInt16? {
        guard offset >= 0, offset + 2 <= count else { return nil }
        return UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
    }
    package func little32(at offset: Int) -> UInt32? {
        guard let low = little16(at: offset), let high = little16(at: offset + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }
}

/// PDUs (PS3.8 §9.3).
extension Bytes {
    /// Any PDU; `length` is what its header says instead of the truth.
    package static func pdu(_ kind: WireKind, _ body: Bytes, length: UInt32? = nil) -> Bytes {
        [kind.rawValue, 0] + big(length ?? UInt32(body.count)) + body
    }

    /// An item or sub-item.
    package static func item(_ type: UInt8, _ body: Bytes, length: UInt16? = nil) -> Bytes {
        [type, 0] + big(length ?? UInt16(truncatingIfNeeded: body.count)) + body
    }

    package static func title(_ text: String) -> Bytes {
        Bytes((text + String(repeating: " ", count: 16)).utf8.prefix(16))
    }

    /// A-ASSOCIATE-RQ.
    package static func associateRequest(
        called: String = "PACS",
        calling: String = "EVIL",
        _ contexts: [WireContext],
        maximumLength: UInt32 = 16384,
        roles: [String] = [],
        more: Bytes = []
    ) -> Bytes {
        let proposals = contexts.flatMap { context in
            item(
                0x20,
                [context.id, 0, 0, 0] + item(0x30, Bytes(context.abstractSyntax.utf8))
                    + context.transferSyntaxes.flatMap { item(0x40, Bytes($0.utf8)) }
            )
        }
        return pdu(.associateRequest, heading(called, calling) + proposals + user(maximumLength, roles) + more)
    }

    /// A-ASSOCIATE-AC; a nil maximum length is left out.
    package static func associateAccept(
        _ answers: [WireAnswer],
        maximumLength: UInt32? = 16384,
        roles: [String] = [],
        more: Bytes = []
    ) -> Bytes {
        let contexts = answers.flatMap {
            item(0x21, [$0.id, 0, $0.result, 0] + item(0x40, Bytes($0.transferSyntax.utf8)))
        }
        return pdu(.associateAccept, heading("PACS", "EVIL") + contexts + user(maximumLength, roles) + more)
    }

    private static func heading(_ called: String, _ calling: String) -> Bytes {
        [0, 1, 0, 0] + title(called) + title(calling) + Bytes(repeating: 0, count: 32)
            + item(0x10, Bytes("1.2.840.10008.3.1.1.1".utf8))
    }

    private static func user(_ maximumLength: UInt32?, _ roles: [String]) -> Bytes {
        let selections = roles.flatMap { uid in
            item(0x54, big(UInt16(uid.utf8.count)) + Bytes(uid.utf8) + [1, 1])
        }
        let length = maximumLength.map { item(0x51, big($0)) } ?? []
        return item(0x50, length + item(0x52, Bytes("1.2.3.4".utf8)) + selections)
    }

    package static func associateReject(_ result: UInt8, _ source: UInt8, _ reason: UInt8) -> Bytes {
        pdu(.associateReject, [0, result, source, reason])
    }

    package static let releaseRequest = pdu(.releaseRequest, [0, 0, 0, 0])
    package static let releaseResponse = pdu(.releaseResponse, [0, 0, 0, 0])

    package static func abort(source: UInt8 = 0, reason: UInt8 = 0) -> Bytes {
        pdu(.abort, [0, 0, source, reason])
    }

    /// P-DATA-TF of one value. Control: 1 for a command set, 2 for the last of it or of the data set.
    package static func data(_ contextID: UInt8, control: UInt8, _ bytes: Bytes) -> Bytes {
        pdu(.data, value(contextID, control: control, bytes))
    }

    /// One presentation data value; `length` is what it says instead of the truth.
    package static func value(_ contextID: UInt8, control: UInt8, _ bytes: Bytes, length: UInt32? = nil) -> Bytes {
        big(length ?? UInt32(bytes.count + 2)) + [contextID, control] + bytes
    }

    /// A data set in as many P-DATA-TF as `size` bytes of it each make.
    package static func dataSet(_ contextID: UInt8, _ bytes: Bytes, size: Int) -> [Bytes] {
        stride(from: 0, to: Swift.max(bytes.count, 1), by: size).map { start in
            let end = Swift.min(start + size, bytes.count)
            return data(contextID, control: end == bytes.count ? 2 : 0, Bytes(bytes[start..<end]))
        }
    }
}

/// The first byte of a PDU.
package enum WireKind: UInt8, Sendable, CaseIterable {
    case associateRequest = 1
    case associateAccept, associateReject, data, releaseRequest, releaseResponse, abort
}

/// A presentation context as proposed.
package struct WireContext: Sendable, Hashable {
    package var id: UInt8
    package var abstractSyntax: String
    package var transferSyntaxes: [String]

    package init(_ id: UInt8, _ abstractSyntax: String, _ transferSyntaxes: [String] = ["1.2.840.10008.1.2"]) {
        self.id = id
        self.abstractSyntax = abstractSyntax
        self.transferSyntaxes = transferSyntaxes
    }
}

/// A presentation context as answered.
package struct WireAnswer: Sendable, Hashable {
    package var id: UInt8
    package var result: UInt8
    package var transferSyntax: String

    package init(_ id: UInt8, result: UInt8 = 0, _ transferSyntax: String = "1.2.840.10008.1.2") {
        self.id = id
        self.result = result
        self.transferSyntax = transferSyntax
    }
}
