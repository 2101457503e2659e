/// Why bytes are not the PDU that they claim to be, or a PDU cannot be put into bytes.
package struct PDUError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// No PDU begins with this byte.
        case unrecognizedPDU(UInt8)
        /// A length that cannot be, or that is beyond what this side takes.
        case invalidLength
        /// An item that ends before what it must hold.
        case truncated
        /// An item that must be there and is not.
        case missingItem
        /// More contexts, syntaxes or items than the limit.
        case tooMany
        /// A context id that is even or used twice.
        case invalidContextID
        /// An AE title that breaks ``AETitle``.
        case invalidAETitle
        /// A value that does not fit its field.
        case tooLong
    }

    package var reason: Reason
    /// The PDU, where known.
    package var kind: PDU.Kind?

    package init(_ reason: Reason, in kind: PDU.Kind? = nil) {
        self.reason = reason
        self.kind = kind
    }

    /// What an A-ABORT says of it (PS3.8 §9.3.8).
    package var abortReason: Abort.Reason {
        switch reason {
        case .unrecognizedPDU: .unrecognizedPDU
        default: .invalidParameterValue
        }
    }
}

extension PDUError: CustomStringConvertible {
    package var description: String {
        guard let kind else { return "\(reason)" }
        return "\(reason) in \(kind)"
    }
}
