/// How an operation ended, or that it goes on: (0000,0900) (PS3.7 Annex C).
package struct Status: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// What a requestor may conclude from a status (PS3.7 §C.1 to §C.5).
    package enum Category: Hashable, Sendable {
        case success, pending, warning, cancelled, failure
    }

    /// Whatever the service: codes that the standard leaves open count as failures, which is the safe reading.
    package var category: Category {
        switch rawValue {
        case 0x0000: .success
        case 0xFF00, 0xFF01: .pending
        case 0xFE00: .cancelled
        case 0x0001, 0x0107, 0x0116, 0xB000...0xBFFF: .warning
        default: .failure
        }
    }

    package var isSuccess: Bool { category == .success }
    package var isPending: Bool { category == .pending }
    package var isWarning: Bool { category == .warning }
    package var isCancelled: Bool { category == .cancelled }
    package var isFailure: Bool { category == .failure }
}

// The codes of every service (PS3.7 Annex C).
extension Status {
    package static let success = Status(rawValue: 0x0000)
    package static let cancelled = Status(rawValue: 0xFE00)
    package static let pending = Status(rawValue: 0xFF00)
    /// A match for which some optional key was not honoured (PS3.4 Table C.4-1).
    package static let pendingWithUnsupportedKeys = Status(rawValue: 0xFF01)
    package static let processingFailure = Status(rawValue: 0x0110)
    package static let noSuchSOPInstance = Status(rawValue: 0x0112)
    package static let invalidSOPInstance = Status(rawValue: 0x0117)
    package static let noSuchSOPClass = Status(rawValue: 0x0118)
    package static let sopClassNotSupported = Status(rawValue: 0x0122)
    package static let notAuthorized = Status(rawValue: 0x0124)
    package static let duplicateInvocation = Status(rawValue: 0x0210)
    package static let unrecognizedOperation = Status(rawValue: 0x0211)
    package static let mistypedArgument = Status(rawValue: 0x0212)
}

// The codes of storage, query and retrieval (PS3.4 Tables B.2-1, C.4-1, C.4-2, C.4-3).
extension Status {
    package static let outOfResources = Status(rawValue: 0xA700)
    package static let cannotCountMatches = Status(rawValue: 0xA701)
    package static let cannotPerformSubOperations = Status(rawValue: 0xA702)
    package static let moveDestinationUnknown = Status(rawValue: 0xA801)
    /// Of storage: the data set does not fit its class; of the others: the identifier does not.
    package static let dataSetDoesNotMatchSOPClass = Status(rawValue: 0xA900)
    package static let identifierDoesNotMatchSOPClass = dataSetDoesNotMatchSOPClass
    /// Of a query: there may be more matches than the archive tells (PS3.4 Table C.4-1).
    package static let matchingReachedResponseLimit = Status(rawValue: 0xB001)
    package static let coercionOfDataElements = Status(rawValue: 0xB000)
    /// Of retrieval: finished, with at least one sub-operation failed or with a warning.
    package static let subOperationsCompleteWithFailures = Status(rawValue: 0xB000)
    package static let elementsDiscarded = Status(rawValue: 0xB006)
    package static let dataSetDoesNotMatchSOPClassWarning = Status(rawValue: 0xB007)
    package static let cannotUnderstand = Status(rawValue: 0xC000)
    package static let unableToProcess = Status(rawValue: 0xC001)
}

extension Status {
    /// The services whose statuses share codes with different meanings.
    package enum Service: Hashable, Sendable {
        case echo, find, get, move, store
    }

    /// The standard's words for the code, as that service uses it.
    package func name(in service: Service) -> String {
        general ?? specific(to: service) ?? "\(category)"
    }

    private var general: String? {
        switch rawValue {
        case 0x0000: "success"
        case 0xFE00: "cancelled"
        case 0xFF00: "pending"
        case 0xFF01: "pending, some optional keys not supported"
        case 0x0105: "no such attribute"
        case 0x0106: "invalid attribute value"
        case 0x0107: "attribute list error"
        case 0x0110: "processing failure"
        case 0x0111: "duplicate SOP instance"
        case 0x0112: "no such SOP instance"
        case 0x0115: "invalid argument value"
        case 0x0117: "invalid SOP instance"
        case 0x0118: "no such SOP class"
        case 0x0119: "class-instance conflict"
        case 0x0120: "missing attribute"
        case 0x0121: "missing attribute value"
        case 0x0122: "SOP class not supported"
        case 0x0124: "not authorized"
        case 0x0210: "duplicate invocation"
        case 0x0211: "unrecognized operation"
        case 0x0212: "mistyped argument"
        case 0x0213: "resource limitation"
        default: nil
        }
    }

    private func specific(to service: Service) -> String? {
        switch (service, rawValue) {
        case (.store, 0xA700...0xA7FF), (.find, 0xA700): "out of resources"
        case (.get, 0xA701), (.move, 0xA701): "out of resources: unable to calculate number of matches"
        case (.get, 0xA702), (.move, 0xA702): "out of resources: unable to perform sub-operations"
        case (.move, 0xA801): "move destination unknown"
        case (.find, 0xA710): "invalid prior record key"
        case (.store, 0xA900...0xA9FF): "data set does not match SOP class"
        case (_, 0xA900): "identifier does not match SOP class"
        case (.get, 0xB000), (.move, 0xB000): "sub-operations complete, one or more failures"
        case (.find, 0xB001): "matching reached response limit"
        case (.store, 0xB000): "coercion of data elements"
        case (.store, 0xB006): "elements discarded"
        case (.store, 0xB007): "data set does not match SOP class, stored nevertheless"
        case (.store, 0xC000...0xCFFF): "cannot understand"
        case (_, 0xC000...0xCFFF): "unable to process"
        default: nil
        }
    }
}

extension Status: CustomStringConvertible {
    /// Four hexadecimal digits, as the standard writes the code: `A702`.
    package var description: String {
        let digits = String(rawValue, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
