/// What a message asks or answers: (0000,0100) (PS3.7 §E.1).
package struct CommandField: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package static let storeRequest = CommandField(rawValue: 0x0001)
    package static let storeResponse = CommandField(rawValue: 0x8001)
    package static let getRequest = CommandField(rawValue: 0x0010)
    package static let getResponse = CommandField(rawValue: 0x8010)
    package static let findRequest = CommandField(rawValue: 0x0020)
    package static let findResponse = CommandField(rawValue: 0x8020)
    package static let moveRequest = CommandField(rawValue: 0x0021)
    package static let moveResponse = CommandField(rawValue: 0x8021)
    package static let echoRequest = CommandField(rawValue: 0x0030)
    package static let echoResponse = CommandField(rawValue: 0x8030)
    package static let cancelRequest = CommandField(rawValue: 0x0FFF)
    package static let eventReportRequest = CommandField(rawValue: 0x0100)
    package static let attributeGetRequest = CommandField(rawValue: 0x0110)
    package static let setRequest = CommandField(rawValue: 0x0120)
    package static let actionRequest = CommandField(rawValue: 0x0130)
    package static let createRequest = CommandField(rawValue: 0x0140)
    package static let deleteRequest = CommandField(rawValue: 0x0150)

    package var isResponse: Bool { rawValue & 0x8000 != 0 }

    /// The field of the response to this request.
    package var response: CommandField { CommandField(rawValue: rawValue | 0x8000) }

    /// The service's name, with `-RQ` or `-RSP`; hexadecimal digits for a code that the standard does not know.
    package var name: String {
        if self == .cancelRequest { return "C-CANCEL-RQ" }
        let service: String? =
            switch rawValue & 0x7FFF {
            case 0x0001: "C-STORE"
            case 0x0010: "C-GET"
            case 0x0020: "C-FIND"
            case 0x0021: "C-MOVE"
            case 0x0030: "C-ECHO"
            case 0x0100: "N-EVENT-REPORT"
            case 0x0110: "N-GET"
            case 0x0120: "N-SET"
            case 0x0130: "N-ACTION"
            case 0x0140: "N-CREATE"
            case 0x0150: "N-DELETE"
            default: nil
            }
        guard let service else { return String(rawValue, radix: 16, uppercase: true) + "H" }
        return service + (isResponse ? "-RSP" : "-RQ")
    }
}

extension CommandField: CustomStringConvertible {
    package var description: String { name }
}

/// How urgent a request is, (0000,0700): archives ignore it (PS3.7 §E.1).
package enum Priority: UInt16, Hashable, Sendable {
    case medium = 0
    case high = 1
    case low = 2
}
